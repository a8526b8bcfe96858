import CLinux
import Dispatch
import Records
import Synchronization

/// Many documents through the workers, answered in the order they were asked; at most four a worker are held in
/// memory.
public final class BulkWork: Sendable {
    /// A document to be asked about: a line for a worker, or an answer that is known already.
    public enum Item: Sendable {
        case ask([UInt8])
        case answer([UInt8])
    }

    private struct State {
        var freeSeats: [Int]
        var nextToEmit = 0
        var finished: [Int: [UInt8]] = [:]
    }

    private let pool: WorkerPool
    private let deadlineSeconds: Double
    private let state: Mutex<State>
    private let seats: DispatchSemaphore
    private let room: DispatchSemaphore
    private let output = DispatchQueue(label: "dateline.answers")

    /// Workers for a task, `jobs` of them.
    public init(_ task: StreamTask, settings: Settings, jobs: Int, log: Log) {
        dateline_keep_memory()
        var launch = WorkerProcess.Launch(memoryBytes: settings.workerMemoryBytes)
        launch.task = task
        pool = WorkerPool(count: jobs, launch: launch, log: log)
        deadlineSeconds = settings.deadlineSeconds
        state = Mutex(State(freeSeats: Array(0..<pool.count)))
        seats = DispatchSemaphore(value: pool.count)
        room = DispatchSemaphore(value: 4 * pool.count)
    }

    /// Asks everything that `next` gives, until it gives no more. `emit` is called with each answer, one after the
    /// other, in the order of the asking. Both may wait; the call ends after the last answer.
    public func run(next: () -> Item?, emit: @escaping @Sendable (_ number: Int, _ answer: [UInt8]) -> Void) {
        var asked = 0
        while let item = next() {
            room.wait()
            let number = asked
            asked += 1
            switch item {
            case .answer(let answer): finish(number, answer, emit)
            case .ask(let line):
                seats.wait()
                let seat = state.withLock { $0.freeSeats.removeLast() }
                pool.ask(line, seat: seat, within: deadlineSeconds) { [self] outcome in
                    state.withLock { $0.freeSeats.append(seat) }
                    seats.signal()
                    finish(number, answer(outcome, to: line), emit)
                }
            }
        }
        for _ in 0..<(4 * pool.count) { room.wait() }
        for _ in 0..<(4 * pool.count) { room.signal() }
        pool.stop()
    }

    private func answer(_ outcome: WorkerPool.Outcome, to line: [UInt8]) -> [UInt8] {
        switch outcome.answer {
        case .success(let answer): answer
        case .failure(let failure):
            StreamAnswer.rejection(
                failure.rejection(deadlineSeconds: deadlineSeconds), id: StreamRequest(line: line)?.id ?? .null)
        }
    }

    private func finish(_ number: Int, _ answer: [UInt8], _ emit: @escaping @Sendable (Int, [UInt8]) -> Void) {
        output.async { [self] in
            let due: [(Int, [UInt8])] = state.withLock { state in
                state.finished[number] = answer
                var due: [(Int, [UInt8])] = []
                while let next = state.finished.removeValue(forKey: state.nextToEmit) {
                    due.append((state.nextToEmit, next))
                    state.nextToEmit += 1
                }
                return due
            }
            for (number, answer) in due {
                emit(number, answer)
                room.signal()
            }
        }
    }
}
