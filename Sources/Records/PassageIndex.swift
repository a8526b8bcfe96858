/// Finds passages of a text by code points. Building it is linear in the text; a look-up then reads at most `stride`
/// code points beyond the passage itself, and none at all where the text is ASCII.
public struct PassageIndex: Sendable {
    /// Code points between two marks; 64 keeps the marks to an eighth of the text and a walk within a cache line or two.
    private static let stride = 64
    private let bytes: [UInt8]
    /// The byte offset of code point `i * stride`; empty for an ASCII text, where the two offsets are one.
    private let marks: [Int]
    /// The text's length in code points.
    public let count: Int

    /// An index over a text.
    public init(_ text: String) {
        bytes = Array(text.utf8)
        var marks: [Int] = []
        var scalars = 0
        for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
            if scalars % Self.stride == 0 { marks.append(offset) }
            scalars += 1
        }
        count = scalars
        self.marks = scalars == bytes.count ? [] : marks
    }

    /// Whether a range is a passage: not empty, and inside the text.
    public func holds(_ range: TextRange) -> Bool {
        range.start >= 0 && range.start < range.end && range.end <= count
    }

    /// The passage's UTF-8 bytes, or nil where `range` is no passage of the text.
    public func passage(_ range: TextRange) -> ArraySlice<UInt8>? {
        holds(range) ? bytes[offset(of: range.start)..<offset(of: range.end)] : nil
    }

    /// The byte offset of a code point, `0...count`.
    private func offset(of scalar: Int) -> Int {
        if marks.isEmpty { return scalar }
        if scalar == count { return bytes.count }
        var offset = marks[scalar / Self.stride]
        var missing = scalar % Self.stride
        while missing > 0 {
            offset += 1
            if bytes[offset] & 0xC0 != 0x80 { missing -= 1 }
        }
        return offset
    }
}
