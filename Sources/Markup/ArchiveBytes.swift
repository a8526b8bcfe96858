import CZlib

/// The bytes of a WARC archive record by record: as they are, or each record a gzip member. Holds a chunk of the input
/// and what one record was asked for, never more.
final class ArchiveBytes {
    /// Gives more of the input; nothing at its end.
    private let pull: () -> [UInt8]
    private var raw: [UInt8] = []
    private var rawIndex = 0
    /// Where `raw` begins in the input.
    private var rawStart: Int
    private var unpacked: [UInt8] = []
    private var index = 0
    private var stream = z_stream()
    /// Whether records are gzip members; nil before the first byte was seen.
    private var isPacked: Bool?
    private var isInMember = false
    /// Whether the current member's bytes make no sense.
    private(set) var isDamaged = false
    /// Where the current record, or the member that holds it, begins in the input.
    private(set) var recordStart = 0

    /// Bytes of an input of which the first that `pull` gives is number `start`.
    init(start: Int, pull: @escaping () -> [UInt8]) {
        rawStart = start
        self.pull = pull
    }

    deinit {
        if isPacked == true { inflateEnd(&stream) }
    }

    /// Goes to the next record, past what is left of the current one. False at the end of the input. What is skipped
    /// because it is no record is counted.
    func beginRecord() -> (found: Bool, skipped: Int) {
        guard rawIndex < raw.count || index < unpacked.count || readRaw() else { return (false, 0) }
        if isPacked == nil {
            while raw.count - rawIndex < 3, readRaw() {}
            isPacked = opensMember()
            // 15 + 16: the largest window, gzip framing only (zlib.h, inflateInit2).
            if isPacked == true { _ = inflateInit2_(&stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) }
        }
        return isPacked == true ? beginMember() : beginPlain()
    }

    /// The next `count` bytes of the record, or nil where it ends before.
    func take(_ count: Int) -> [UInt8]? {
        while unpacked.count - index < count { guard fill() else { return nil } }
        defer { index += count }
        return Array(unpacked[index..<(index + count)])
    }

    /// The next line of the record without its line end, or nil where there is none within the limit.
    func line(limit: Int) -> [UInt8]? {
        var searched = 0
        while true {
            if let end = unpacked[(index + searched)...].firstIndex(of: 0x0A) {
                guard end - index <= limit else { return nil }
                defer { index = end + 1 }
                let line = unpacked[index..<end]
                return Array(line.last == 0x0D ? line.dropLast() : line)
            }
            searched = unpacked.count - index
            guard searched <= limit, fill() else { return nil }
        }
    }

    /// Goes past the next `count` bytes of the record. False where it ends before.
    func skip(_ count: Int) -> Bool {
        var left = count
        while unpacked.count - index < left {
            left -= unpacked.count - index
            index = unpacked.count
            guard fill() else { return false }
        }
        index += left
        return true
    }

    /// Whether the gzip member holds more than the line ends behind its record: then it holds several records.
    func hasMoreInMember() -> Bool {
        guard isPacked == true else { return false }
        repeat {
            while index < unpacked.count {
                if unpacked[index] != 0x0D && unpacked[index] != 0x0A { return true }
                index += 1
            }
        } while fill()
        return false
    }
}

extension ArchiveBytes {
    private func beginPlain() -> (found: Bool, skipped: Int) {
        var skipped = 0
        while true {
            while unpacked.count - index < Self.opening.count, fill() {}
            let rest = unpacked[index...]
            if rest.count < Self.opening.count { return (false, skipped) }
            if rest.starts(with: Self.opening) {
                recordStart = rawStart + rawIndex - rest.count
                return (true, skipped)
            }
            // Past the line ends that follow each record, or on to the next place where one may begin.
            let isLineEnd = unpacked[index] == 0x0D || unpacked[index] == 0x0A
            index += 1
            if !isLineEnd {
                let next = unpacked[index...].firstIndex(of: Self.opening[0]) ?? unpacked.count
                skipped += next - index + 1
                index = next
            }
        }
    }

    private func beginMember() -> (found: Bool, skipped: Int) {
        while isInMember, !isDamaged {
            index = unpacked.count
            if !fill() { break }
        }
        isInMember = false
        isDamaged = false
        unpacked.removeAll(keepingCapacity: true)
        index = 0
        var skipped = 0
        while true {
            while raw.count - rawIndex < 3, readRaw() {}
            guard raw.count - rawIndex >= 3 else { return (false, skipped) }
            if opensMember() { break }
            rawIndex += 1
            skipped += 1
        }
        recordStart = rawStart + rawIndex
        isInMember = true
        inflateReset(&stream)
        return (true, skipped)
    }

    private static let opening = Array("WARC/".utf8)

    private func opensMember() -> Bool {
        raw.count - rawIndex >= 3 && raw[rawIndex] == 0x1F && raw[rawIndex + 1] == 0x8B && raw[rawIndex + 2] == 8
    }

    /// More of the input behind what is held of it.
    private func readRaw() -> Bool {
        let more = pull()
        guard !more.isEmpty else { return false }
        rawStart += rawIndex
        raw.removeSubrange(..<rawIndex)
        rawIndex = 0
        raw.append(contentsOf: more)
        return true
    }

    /// More of the record behind what is held of it. False at the end of the member or of the input.
    private func fill() -> Bool {
        // What was given out goes once it is the larger part, so that moving the rest stays linear.
        if index > 1 << 16, index * 2 > unpacked.count {
            unpacked.removeSubrange(..<index)
            index = 0
        }
        if isPacked == true { return inflateMore() }
        guard rawIndex < raw.count || readRaw() else { return false }
        unpacked.append(contentsOf: raw[rawIndex...])
        rawIndex = raw.count
        return true
    }

    private func inflateMore() -> Bool {
        while isInMember, !isDamaged {
            guard rawIndex < raw.count || readRaw() else {
                isDamaged = true
                return false
            }
            let (status, consumed, output) = step()
            rawIndex += consumed
            unpacked.append(contentsOf: output)
            if status == Z_STREAM_END {
                isInMember = false
            } else if status != Z_OK {
                isDamaged = true
                // The search for the next member goes on behind this one's first byte.
                if consumed == 0 { rawIndex += 1 }
            }
            if !output.isEmpty { return true }
        }
        return false
    }

    private func step() -> (status: Int32, consumed: Int, output: [UInt8]) {
        var status = Z_OK
        var consumed = 0
        let output = [UInt8](unsafeUninitializedCapacity: 1 << 16) { target, count in
            raw.withUnsafeBufferPointer { source in
                let available = min(source.count - rawIndex, 1 << 20)
                // zlib's C interface is not const-correct; it does not write to next_in.
                stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress.map { $0 + rawIndex })
                stream.avail_in = UInt32(available)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                status = CZlib.inflate(&stream, Z_NO_FLUSH)
                consumed = available - Int(stream.avail_in)
                count = target.count - Int(stream.avail_out)
            }
        }
        return (status, consumed, output)
    }
}
