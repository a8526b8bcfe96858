import Records

/// Why a conversation with a worker ended without an answer.
enum WorkerFailure: Error, Equatable, Sendable {
    /// The process ended: it crashed, ran out of memory or was killed.
    case ended
    /// The deadline passed; the process was killed.
    case deadline
    /// What it said makes no sense; the process was killed.
    case garbled
    /// No worker could be started; that says nothing about the document.
    case unavailable

    /// The rejection of a document that did this twice.
    func rejection(deadlineSeconds: Double) -> Rejection {
        switch self {
        case .ended:
            Rejection(
                stage: "worker", code: "crashed",
                message: "the worker ended on this document (a crash or the memory limit), twice; it is kept for a look"
            )
        case .deadline:
            Rejection(
                stage: "worker", code: "deadline",
                message: "the document took longer than \(deadlineSeconds) s, twice; raise deadlineSeconds to try again"
            )
        case .garbled:
            Rejection(
                stage: "worker", code: "garbled",
                message: "the worker's answer was not a sound record, twice; it is kept for a look")
        case .unavailable:
            Rejection(stage: "worker", code: "unavailable", message: "no worker could be started; try again later")
        }
    }
}
