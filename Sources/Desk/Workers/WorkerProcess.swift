import Glibc

/// One worker process, as the daemon sees it. Conversations block, each within a deadline; used from one queue.
final class WorkerProcess {
    /// How a worker is started.
    struct Launch: Sendable {
        /// The program.
        var program = ChildProcess.thisProgram
        var task = StreamTask.extract
        var memoryBytes: Int
        /// CPU seconds a worker may use in its life.
        var cpuSeconds = 3600
    }

    private let process: ChildProcess
    /// How it ended, once it has.
    private(set) var ending: String?
    /// How many lines it was asked.
    private(set) var asked = 0
    private let socket: Descriptor
    private var lines: LineReader

    /// The largest answer that is read; a record is a few times its text.
    static let largestAnswer = 256 << 20
    /// Seconds a worker may take to start: it loads its models before it shuts itself in.
    static let startSeconds = 60.0

    /// Starts a worker and waits until it stands inside its walls.
    init(_ launch: Launch) throws(SystemError) {
        var pair: [Int32] = [-1, -1]
        try check("socketpair", on: "a worker") {
            socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &pair)
        }
        socket = Descriptor(pair[0])
        let other = Descriptor(pair[1])
        process = try ChildProcess(
            launch.program,
            words: WorkerWords(
                task: launch.task, memoryBytes: launch.memoryBytes, cpuSeconds: launch.cpuSeconds
            ).list,
            // A crashing worker must end at once, not be examined by the runtime's backtracer.
            environment: ["SWIFT_BACKTRACE=enable=no", "LC_ALL=C.UTF-8"], socket: other, mayLog: false)
        lines = LineReader(pair[0])
        do throws(WorkerFailure) {
            guard try answer(within: Self.startSeconds) == WorkerMain.greeting else { throw .garbled }
        } catch {
            end()
            throw SystemError("start", on: "a worker (\(error))", code: ECHILD)
        }
    }

    /// Asks one line and waits for its answer. After a failure the process is dead and must be replaced.
    func ask(_ line: [UInt8], within seconds: Double) throws(WorkerFailure) -> [UInt8] {
        let deadline = WallClock.monotonicSeconds + seconds
        asked += 1
        do throws(WorkerFailure) {
            try send(line, until: deadline)
            try send([0x0A], until: deadline)
            return try answer(within: deadline - WallClock.monotonicSeconds)
        } catch {
            end()
            throw error
        }
    }

    /// Whether it can be asked: it neither ended nor spoke out of turn.
    var isIdle: Bool {
        var watched = pollfd(fd: socket.number, events: Int16(POLLIN), revents: 0)
        return poll(&watched, 1, 0) == 0
    }

    /// Ends the process and takes its body away.
    func end() { ending = process.end() }

    private func send(_ bytes: [UInt8], until deadline: Double) throws(WorkerFailure) {
        var sent = 0
        while sent < bytes.count {
            try wait(for: POLLOUT, until: deadline)
            let count = bytes.withUnsafeBytes {
                Glibc.send(
                    socket.number, $0.baseAddress?.advanced(by: sent), bytes.count - sent,
                    Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT))
            }
            if count >= 0 {
                sent += count
            } else if errno != EINTR && errno != EAGAIN {
                throw .ended
            }
        }
    }

    private func answer(within seconds: Double) throws(WorkerFailure) -> [UInt8] {
        let deadline = WallClock.monotonicSeconds + seconds
        let line = try lines.next(limit: Self.largestAnswer) { () throws(WorkerFailure) in
            try wait(for: POLLIN, until: deadline)
        }
        switch line {
        case .whole(let answer): return answer
        case .tooLong: throw .garbled
        case nil: throw .ended
        }
    }

    private func wait(for events: Int32, until deadline: Double) throws(WorkerFailure) {
        while true {
            let left = deadline - WallClock.monotonicSeconds
            if left <= 0 { throw .deadline }
            var watched = pollfd(fd: socket.number, events: Int16(events), revents: 0)
            let count = poll(&watched, 1, Int32(min(left * 1000 + 1, 60_000)))
            if count > 0 { return }
            if count < 0, errno != EINTR { throw .ended }
        }
    }
}
