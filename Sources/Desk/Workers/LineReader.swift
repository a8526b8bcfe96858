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

    /// A line, or what stands for one that is longer than the limit.
    enum Line: Equatable {
        /// The line without its newline.
        case whole([UInt8])
        /// It was longer; it is read past, and none of it is kept.
        case tooLong
    }

    /// The next line, the rest at the end of the input, or nil when there is no more. `limit` is in bytes; no more than
    /// that, and one chunk, is held in memory. `wait` is called before each read and may throw to give up.
    mutating func next(limit: Int = .max, wait: () throws(WorkerFailure) -> Void = {}) throws(WorkerFailure) -> Line? {
        var isTooLong = false
        while true {
            if let newline = buffer[scanned...].firstIndex(of: 0x0A) {
                defer {
                    start = newline + 1
                    scanned = start
                }
                return isTooLong || newline - start > limit ? .tooLong : .whole(Array(buffer[start..<newline]))
            }
            scanned = buffer.count
            if buffer.count - start > limit {
                isTooLong = true
                start = buffer.count
            }
            if isAtEnd {
                guard start < buffer.count || isTooLong else { return nil }
                defer { start = buffer.count }
                return isTooLong ? .tooLong : .whole(Array(buffer[start...]))
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
