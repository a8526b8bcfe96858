import Desk
import Glibc

/// What goes to the two standard outputs.
enum Output {
    /// Whether somebody reads along on standard output.
    static var isTerminal: Bool { isatty(1) != 0 }

    /// Writes bytes to standard output, all of them; a reader that left ends the program quietly, as it does for any
    /// command in a pipe.
    static func standard(_ bytes: [UInt8]) { write(bytes, to: 1) }

    /// Writes a line to standard output.
    static func line(_ text: String) { standard(Array(text.utf8) + [0x0A]) }

    /// Writes text to standard error.
    static func standardError(_ text: String) { write(Array(text.utf8), to: 2) }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), bytes.count - written)
            }
            if count >= 0 {
                written += count
            } else if errno == EAGAIN {
                var watched = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                poll(&watched, 1, -1)
            } else if errno != EINTR {
                if errno == EPIPE { exit(0) }
                if descriptor == 1 { standardError("dateline: standard output: \(String(cString: strerror(errno)))\n") }
                exit(ExitStatus.cannotRun)
            }
        }
    }
}

/// Exit codes where ArgumentParser's type does not reach.
enum ExitStatus {
    /// As `ExitCode.cannotRun`.
    static let cannotRun: Int32 = 4
}
