import Foundation
import Records
import TestSupport
import Testing

@Suite("A range is a passage of code points")
struct TextRangeTests {
    struct Pair: Sendable {
        var a: TextRange
        var b: TextRange
        var contains: Bool
        var overlaps: Bool
        var precedes: Bool

        init(_ marked: MarkedText, contains: Bool, overlaps: Bool, precedes: Bool = true) {
            a = marked.ranges[0]
            b = marked.ranges[1]
            self.contains = contains
            self.overlaps = overlaps
            self.precedes = precedes
        }
    }

    static let pairs = [
        Pair("[[one]] and [[two]]", contains: false, overlaps: false),
        Pair("[[one]][[two]]", contains: false, overlaps: false),
        Pair("[[one [[two]] three]]", contains: true, overlaps: true),
        Pair("[[[[one]] two]]", contains: true, overlaps: true, precedes: false),
        Pair("[[[[same]]]]", contains: true, overlaps: true, precedes: false),
        Pair("[[🌊 [[é]]]]", contains: true, overlaps: true),
    ]

    @Test("ranges know what lies inside them, beside them and after them", arguments: pairs)
    func relations(_ pair: Pair) {
        #expect(pair.a.contains(pair.b) == pair.contains)
        #expect(pair.a.overlaps(pair.b) == pair.overlaps)
        #expect(pair.b.overlaps(pair.a) == pair.overlaps)
        #expect((pair.a < pair.b) == pair.precedes)
    }

    @Test("a range counts code points, not characters or bytes")
    func count() {
        #expect(MarkedText("[[e\u{301}🌊]]").range.count == 3)
    }

    @Test("a range is a pair in JSON, both ways")
    func coding() throws {
        let json = try JSONEncoder().encode(TextRange(3, 14))
        #expect(String(decoding: json, as: UTF8.self) == "[3,14]")
        #expect(try JSONDecoder().decode(TextRange.self, from: json) == TextRange(3, 14))
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(TextRange.self, from: Data("[3]".utf8)) }
    }
}

@Suite("Marks in a text give its spans")
struct MarkedTextTests {
    @Test("marks are taken out and counted in code points")
    func spans() {
        let marked: MarkedText = "é [[🌊 [[b]]]] c"
        #expect(marked.text == "é 🌊 b c")
        #expect(marked.ranges == [TextRange(2, 5), TextRange(4, 5)])
        #expect(marked.passage(marked.ranges[0]) == "🌊 b")
        #expect(MarkedText.marking(marked.ranges, in: marked.text) == "é [[🌊 [[b]]]] c")
    }
}
