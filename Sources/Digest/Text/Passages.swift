import Records

/// Cuts passages out of a record's text by their ranges in code points. Building it is linear in the text; each passage
/// costs its own length and at most `stride` code points more.
struct Passages: Sendable {
    private static let stride = 64
    private let bytes: [UInt8]
    /// The byte offset of every `stride`-th code point.
    private let marks: [Int]
    /// The text's length in code points.
    let count: Int

    /// An index over a text.
    init(of text: String) {
        bytes = Array(text.utf8)
        var marks: [Int] = []
        var scalars = 0
        for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
            if scalars % Self.stride == 0 { marks.append(offset) }
            scalars += 1
        }
        self.marks = marks
        count = scalars
    }

    /// The passage, as it stands; what of the range lies outside the text is left out.
    subscript(range: TextRange) -> String {
        let start = min(max(range.start, 0), count)
        let end = min(max(range.end, start), count)
        return String(decoding: bytes[byteOffset(of: start)..<byteOffset(of: end)], as: UTF8.self)
    }

    /// The passage as a line to show, cut after `limit` scalars.
    func line(_ range: TextRange, limit: Int = .max) -> Line {
        let length = range.end.subtractingReportingOverflow(range.start)
        guard limit < 1 << 20, !length.overflow, length.partialValue > limit * 2 else {
            return Line(self[range], limit: limit)
        }
        return Line(self[TextRange(range.start, range.start &+ limit * 2)], limit: limit)
    }

    private func byteOffset(of scalar: Int) -> Int {
        guard scalar < count else { return bytes.count }
        var offset = marks[scalar / Self.stride]
        var left = scalar % Self.stride
        while left > 0 {
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            left -= 1
        }
        return offset
    }
}
