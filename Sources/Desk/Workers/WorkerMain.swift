import CLinux
import Glibc
import Pipeline

/// The sandboxed half: reads requests from one descriptor and answers on it, line by line, until it is closed.
public enum WorkerMain {
    /// The descriptor a worker finds its socket at.
    public static let socket: Int32 = 3
    /// What a worker says once it is inside its walls.
    static let greeting = Array("{\"ready\":true}".utf8)

    /// Serves until the other side closes. Ends the process when the daemon goes, even in the middle of a document.
    public static func serve(task: StreamTask, sandbox: Sandbox) throws(SystemError) -> Never {
        // Started through /proc/self/exe, it would be called "exe" in the process list.
        dateline_name_process("dateline-worker")
        dateline_keep_memory()
        signal(SIGPIPE, SIG_IGN)
        // The terminal's Ctrl-C is for the daemon, which ends its workers when it is done with them.
        signal(SIGINT, SIG_IGN)
        Pipeline.warmUp(isAnnotated: task != .article)
        try sandbox.enter()
        try watchParent()
        try sandbox.restrictCalls()
        let channel = Descriptor(socket)
        try channel.write(all: greeting + [0x0A])
        var lines = LineReader(socket)
        while case .whole(let line)? = try? lines.next() {
            var answer = StreamAnswer.line(to: line, task: task)
            answer.append(0x0A)
            try channel.write(all: answer)
        }
        exit(0)
    }

    /// A thread that waits for the other side to hang up; a worker lost in a document would not notice.
    static func watchParent() throws(SystemError) {
        var thread = pthread_t()
        let result = pthread_create(
            &thread, nil,
            { _ in
                var watched = pollfd(fd: WorkerMain.socket, events: 0, revents: 0)
                while true {
                    let count = poll(&watched, 1, -1)
                    if count > 0, Int32(watched.revents) & (POLLHUP | POLLERR | POLLNVAL) != 0 { _exit(0) }
                    if count < 0, errno != EINTR { _exit(0) }
                }
            }, nil)
        if result != 0 { throw SystemError("pthread_create", on: "the worker", code: result) }
    }
}
