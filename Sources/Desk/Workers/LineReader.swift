import Glibc

/// Reads lines from a descriptor, without a limit on their length but the caller's. Linear in the input.
struct LineReader {
    private let number: Int32
    private var buffer: [UInt8] = []
    private var start = 0
    private var scanned = 0
    private var isAtEnd = false
    private let chunk = 1 << 18

    /// A reader from where the descriptor stands.
    init(_ number: Int32) { self.number = number }

    /// The next line without its newline, the rest at the end of the input, or nil when there is no more. `limit` is in
    /// bytes. `wait` is called before each read and may throw to give up.
    mutating func next(limit: Int = .max, wait: () throws(WorkerFailure) -> Void = {}) throws(WorkerFailure) -> [UInt8]?
    {
        while true {
            if let newline = buffer[scanned...].firstIndex(of: 0x0A) {
                let line = Array(buffer[start..<newline])
                start = newline + 1
                scanned = start
                return line
            }
            scanned = buffer.count
            if buffer.count - start > limit { throw .garbled }
            if isAtEnd {
                guard start < buffer.count else { return nil }
                let line = Array(buffer[start...])
                start = buffer.count
                return line
            }
            compact()
            try wait()
            try fill()
        }
    }

    private mutating func compact() {
        guard start > 0 else { return }
        buffer.removeSubrange(..<start)
        scanned -= start
        start = 0
    }

    private mutating func fill() throws(WorkerFailure) {
        let old = buffer.count
        buffer.append(contentsOf: repeatElement(0, count: chunk))
        var count = -1
        repeat {
            count = buffer.withUnsafeMutableBytes { read(number, $0.baseAddress?.advanced(by: old), chunk) }
        } while count < 0 && errno == EINTR
        buffer.removeSubrange((old + max(count, 0))...)
        if count < 0 { throw .ended }
        if count == 0 { isAtEnd = true }
    }
}
