import CLinux
import Glibc

/// A process started from this one.
struct ChildProcess {
    /// This program, even after an upgrade replaced its file.
    static let thisProgram = "/proc/self/exe"

    /// Its process id.
    let identifier: pid_t

    /// Starts a program with the given words, the standard three descriptors and, as number 3, a socket. It gets this
    /// environment and nothing else, and the signals' default handling. One that is not trusted gets no part in the log.
    /// Its standard input is `input`, or nothing.
    init(
        _ program: String = thisProgram, words: [String], environment: [String], input: Descriptor? = nil,
        socket: Descriptor? = nil, mayLog: Bool = true
    ) throws(SystemError) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let input {
            posix_spawn_file_actions_adddup2(&actions, input.number, 0)
        } else {
            posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        }
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        if !mayLog { posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0) }
        if let socket { posix_spawn_file_actions_adddup2(&actions, socket.number, WorkerMain.socket) }
        // Whatever this process was started with and does not know of stays with it.
        dateline_spawn_closing_from(&actions, socket == nil ? 3 : WorkerMain.socket + 1)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Dispatch may have blocked or the daemon ignored signals; a child starts with the defaults.
        var none = sigset_t()
        sigemptyset(&none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
        var child: pid_t = 0
        let result = withCStrings(words) { arguments in
            withCStrings(environment) { posix_spawn(&child, program, &actions, &attributes, arguments, $0) }
        }
        if result != 0 { throw SystemError("posix_spawn", on: program, code: result) }
        identifier = child
    }

    /// Ends the process and takes its body away. Returns how it ended, by itself or by this: `signal 9`, `exit code 0`.
    @discardableResult
    func end() -> String {
        kill(identifier, SIGKILL)
        guard let status = status() else { return "gone" }
        return status & 0x7F == 0 ? "exit code \((status >> 8) & 0xFF)" : "signal \(status & 0x7F)"
    }

    /// Waits for the process to end; kills it after the deadline. Returns its exit code, or nil where it did not end by
    /// itself.
    func wait(within seconds: Double) -> Int32? {
        let number = dateline_pidfd_open(identifier)
        guard number >= 0 else { return reap() }
        let watch = Descriptor(number)
        let deadline = WallClock.monotonicSeconds + seconds
        while true {
            let left = deadline - WallClock.monotonicSeconds
            if left <= 0 {
                end()
                return nil
            }
            var watched = pollfd(fd: watch.number, events: Int16(POLLIN), revents: 0)
            if poll(&watched, 1, Int32(min(left * 1000 + 1, 60_000))) > 0 { return reap() }
        }
    }

    private func reap() -> Int32? {
        guard let status = status(), status & 0x7F == 0 else { return nil }
        return (status >> 8) & 0xFF
    }

    /// What `waitpid` says once the process has ended.
    private func status() -> Int32? {
        var status: Int32 = 0
        while waitpid(identifier, &status, 0) < 0 {
            if errno != EINTR { return nil }
        }
        return status
    }
}

/// Calls `body` with a NULL-terminated array of C strings, as exec wants it.
private func withCStrings<Result>(_ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result) -> Result {
    let pointers = strings.map { strdup($0) }
    defer { pointers.forEach { free($0) } }
    return body(pointers + [nil])
}
