import Records

/// Turns UTF-8 byte offsets of a text into code-point offsets, which is what a record counts in. Building it is linear
/// in the text; each look-up reads at most `stride` bytes.
public struct ScalarOffsets: Sendable {
    private static let stride = 64
    private let bytes: [UInt8]
    /// The number of code points before byte `i * stride`.
    private let marks: [Int]

    /// An index over a text's UTF-8 bytes.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var marks: [Int] = []
        marks.reserveCapacity(bytes.count / Self.stride + 1)
        var scalars = 0
        for (index, byte) in bytes.enumerated() {
            if index % Self.stride == 0 { marks.append(scalars) }
            if byte & 0xC0 != 0x80 { scalars += 1 }
        }
        self.marks = marks
    }

    /// The number of code points before a byte offset that lies on a scalar boundary, `0...bytes.count`.
    public func scalar(atByte offset: Int) -> Int {
        guard !marks.isEmpty else { return 0 }
        let mark = min(offset / Self.stride, marks.count - 1)
        var scalars = marks[mark]
        for index in (mark * Self.stride)..<offset where bytes[index] & 0xC0 != 0x80 { scalars += 1 }
        return scalars
    }

    /// A range of bytes as a range of code points.
    public func range(_ range: Range<Int>) -> TextRange {
        TextRange(scalar(atByte: range.lowerBound), scalar(atByte: range.upperBound))
    }
}
