import Glibc

/// A system call that failed: which, on what, and why.
public struct SystemError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The call's name.
    public let call: String
    /// What it was called on, escaped for display.
    public let subject: String
    /// The errno it left.
    public let code: Int32

    /// A failure with the errno of this moment, or a given one.
    public init(_ call: String, on subject: String, code: Int32 = errno) {
        self.call = call
        self.subject = subject
        self.code = code
    }

    /// One line: the reason, the call and the subject.
    public var description: String { "\(String(cString: strerror(code))) (\(call) \(subject))" }

    /// Whether the entry was simply not there (any more).
    public var isMissing: Bool { code == ENOENT || code == ENOTDIR }
}

/// Calls `body` again as long as a signal interrupts it; throws what it left in errno where it returns -1.
@discardableResult
func check(_ call: String, on subject: @autoclosure () -> String, _ body: () -> Int32) throws(SystemError) -> Int32 {
    while true {
        let result = body()
        if result != -1 { return result }
        let code = errno
        if code != EINTR { throw SystemError(call, on: subject(), code: code) }
    }
}
