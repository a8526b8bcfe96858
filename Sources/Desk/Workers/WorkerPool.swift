import Dispatch
import Pipeline
import Records

/// N workers, each in a seat with a queue of its own. A seat asks, waits, and replaces a worker that failed; a document
/// that made its worker fail is asked once more before it counts as failed.
final class WorkerPool: Sendable {
    /// What a line came to.
    struct Outcome: Sendable {
        let answer: Result<[UInt8], WorkerFailure>
        /// How often it was asked: 1, or 2.
        let attempts: Int
    }

    private final class Seat: @unchecked Sendable {
        // Unchecked because `worker` is only touched on `queue`, which the pool's methods see to.
        let queue: DispatchQueue
        var worker: WorkerProcess?

        init(number: Int) { queue = DispatchQueue(label: "dateline.worker.\(number)") }
    }

    /// After this many documents a worker is replaced, so that fragmentation and leaks in C libraries stay bounded.
    static let documentsPerLife = 2000

    private let seats: [Seat]
    private let launch: WorkerProcess.Launch
    private let log: Log

    /// Seats for `count` workers, started at their first document or by `start`.
    init(count: Int, launch: WorkerProcess.Launch, log: Log) {
        self.launch = launch
        self.log = log
        seats = (0..<max(1, count)).map(Seat.init)
    }

    /// How many workers there are.
    var count: Int { seats.count }

    /// Starts every worker and waits for it.
    func start() throws(SystemError) {
        for seat in seats {
            let result: Result<Void, SystemError> = seat.queue.sync {
                Result { () throws(SystemError) in seat.worker = try WorkerProcess(launch) }
            }
            try result.get()
        }
    }

    /// Asks a line at a seat that the caller knows to be free; `completion` comes on the seat's queue.
    func ask(
        _ line: [UInt8], seat number: Int, within seconds: Double, completion: @escaping @Sendable (Outcome) -> Void
    ) {
        let seat = seats[number]
        seat.queue.async { [self] in completion(ask(line, at: seat, within: seconds) { _ in true }) }
    }

    /// What a document came to.
    enum Verdict: Sendable {
        case record(ArticleRecord)
        case rejected(Rejection, attempts: Int)
        /// No worker could be had; that says nothing about the document.
        case unavailable
    }

    /// Has a document made into a record at a seat that the caller knows to be free; `completion` comes on the seat's
    /// queue. What the worker says is checked against the document.
    func process(
        _ document: Document, sha256: String, seat number: Int, within seconds: Double,
        completion: @escaping @Sendable (Verdict) -> Void
    ) {
        let seat = seats[number]
        seat.queue.async { [self] in
            var verdict = Verdict.unavailable
            let outcome = ask(StreamRequest.line(for: document), at: seat, within: seconds) { line in
                switch StreamAnswer.read(line) {
                case .record(let record) where record.isSound(for: document, sha256: sha256): verdict = .record(record)
                case .rejected(let why): verdict = .rejected(why, attempts: 1)
                case .record, .garbled: return false
                }
                return true
            }
            if case .failure(let failure) = outcome.answer, failure != .unavailable {
                verdict = .rejected(failure.rejection(deadlineSeconds: seconds), attempts: outcome.attempts)
            }
            completion(verdict)
        }
    }

    /// Waits until a seat has finished what it was given.
    func wait(seat number: Int) { seats[number].queue.sync {} }

    /// Ends every worker and waits until they are gone.
    func stop() {
        for seat in seats {
            seat.queue.sync {
                seat.worker?.end()
                seat.worker = nil
            }
        }
    }

    private func ask(
        _ line: [UInt8], at seat: Seat, within seconds: Double, isSound: ([UInt8]) -> Bool
    ) -> Outcome {
        dispatchPrecondition(condition: .onQueue(seat.queue))
        var failure = WorkerFailure.ended
        for attempt in 1...2 {
            do throws(WorkerFailure) {
                let answer = try ask(line, at: seat, within: seconds)
                if isSound(answer) { return Outcome(answer: .success(answer), attempts: attempt) }
                seat.worker?.end()
                throw .garbled
            } catch {
                failure = error
                let ending = seat.worker?.ending ?? "not started"
                log(.warning, "worker failed", ["why": "\(error)", "ending": ending, "attempt": "\(attempt)"])
                // The next attempt gets one that nothing before can have harmed.
                seat.worker = nil
                if error == .unavailable { break }
            }
        }
        return Outcome(answer: .failure(failure), attempts: 2)
    }

    /// Asks the seat's worker, or a fresh one where there is none, where it has died since, or where it has served its
    /// time. After a failure the seat's worker is dead, and tells how it ended.
    private func ask(_ line: [UInt8], at seat: Seat, within seconds: Double) throws(WorkerFailure) -> [UInt8] {
        if let worker = seat.worker, !worker.isIdle || worker.asked >= Self.documentsPerLife {
            worker.end()
            seat.worker = nil
        }
        do throws(SystemError) {
            if seat.worker == nil { seat.worker = try WorkerProcess(launch) }
        } catch {
            log(.error, "worker cannot be started", ["why": "\(error)"])
            throw .unavailable
        }
        guard let worker = seat.worker else { throw .unavailable }
        return try worker.ask(line, within: seconds)
    }
}

extension ArticleRecord {
    /// Whether a worker's record is what a sound worker makes of a document. The worker parsed untrusted bytes, so
    /// what it says is checked, not believed.
    fileprivate func isSound(for document: Document, sha256: String) -> Bool {
        source.sha256 == sha256 && source.file == document.name && source.collection == document.collection
            && source.bytes == document.bytes.count && id == Pipeline.identity(of: article.text) && faults().isEmpty
    }
}
