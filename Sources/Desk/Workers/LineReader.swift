import Glibc

/// Reads lines from a descriptor, without a limit on their length but the caller's. Linear in the input.
struct LineReader {
    private let number: Int32
    /// Room for what is read; the bytes from `start` to `end` are not given out yet.
    private var buffer: [UInt8] = []
    private var start = 0
    private var end = 0
    private var scanned = 0
    private var isAtEnd = false
    private static let chunk = 1 << 18

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
    /// twice that, and some chunks, is held in memory. `wait` is called before each read and may throw to give up.
    mutating func next(limit: Int = .max, wait: () throws(WorkerFailure) -> Void = {}) throws(WorkerFailure) -> Line? {
        var isTooLong = false
        while true {
            if let newline = newline() {
                defer {
                    start = newline + 1
                    scanned = start
                }
                return isTooLong || newline - start > limit ? .tooLong : .whole(Array(buffer[start..<newline]))
            }
            scanned = end
            if end - start > limit {
                isTooLong = true
                start = end
            }
            if isAtEnd {
                guard start < end || isTooLong else { return nil }
                defer { start = end }
                return isTooLong ? .tooLong : .whole(Array(buffer[start..<end]))
            }
            makeRoom()
            try wait()
            try fill()
        }
    }

    private func newline() -> Int? {
        buffer.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, let found = memchr(base + scanned, 0x0A, end - scanned) else {
                return nil
            }
            return UnsafeRawPointer(found) - base
        }
    }

    /// Room for a chunk behind what is not given out: what was given out is moved over, else the buffer is doubled.
    private mutating func makeRoom() {
        guard buffer.count - end < Self.chunk || start == end else { return }
        buffer.withUnsafeMutableBytes { bytes in
            guard let base = bytes.baseAddress, start > 0 else { return }
            memmove(base, base + start, end - start)
        }
        end -= start
        scanned -= start
        start = 0
        if buffer.count - end < Self.chunk {
            buffer.append(contentsOf: repeatElement(0, count: max(Self.chunk, buffer.count)))
        }
    }

    private mutating func fill() throws(WorkerFailure) {
        var count = -1
        repeat {
            count = buffer.withUnsafeMutableBytes { read(number, $0.baseAddress?.advanced(by: end), $0.count - end) }
        } while count < 0 && errno == EINTR
        if count < 0 { throw .ended }
        end += count
        if count == 0 { isAtEnd = true }
    }
}
