/// A passage of a record's `text`: `[start, end)` in Unicode code points, as in the W3C Web Annotation
/// TextPositionSelector, so that `text[start:end]` in Python is the passage.
public struct TextRange: Hashable, Sendable {
    /// The first code point of the passage.
    public var start: Int
    /// The code point after its last.
    public var end: Int

    /// A range from its two ends, in code points.
    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }

    /// The passage's length in code points.
    public var count: Int { end - start }

    /// Whether `other` lies wholly inside this range.
    public func contains(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }

    /// Whether the two ranges share at least one code point.
    public func overlaps(_ other: TextRange) -> Bool { start < other.end && other.start < end }
}

extension TextRange: Comparable {
    /// Text order; of two ranges with one start the shorter comes first.
    public static func < (a: TextRange, b: TextRange) -> Bool { (a.start, a.end) < (b.start, b.end) }
}

extension TextRange: Codable {
    /// Reads the two-element array form.
    public init(from decoder: any Decoder) throws {
        var pair = try decoder.unkeyedContainer()
        self.init(try pair.decode(Int.self), try pair.decode(Int.self))
    }

    /// Writes the two-element array form.
    public func encode(to encoder: any Encoder) throws {
        var pair = encoder.unkeyedContainer()
        try pair.encode(start)
        try pair.encode(end)
    }
}
