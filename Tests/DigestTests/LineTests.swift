import Testing

@testable import Digest

@Suite struct LineTests {
    struct Case: CustomTestStringConvertible {
        let name: String
        let input: String
        let expected: String
        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "plain words stay", input: "Rescuers dig on", expected: "Rescuers dig on"),
        Case(name: "line breaks and tabs fold to one space", input: " a\r\n\t b\u{2028}c\u{85}d ", expected: "a b c d"),
        Case(name: "terminal escapes go", input: "\u{1B}[31mred\u{1B}[0m\u{7}", expected: "[31mred[0m"),
        Case(name: "C1 controls go", input: "a\u{9B}31mb\u{90}c", expected: "a31mbc"),
        Case(name: "overrides and isolates go", input: "a\u{202E}b\u{202C}\u{2066}c\u{2069}d", expected: "abcd"),
        Case(name: "direction marks go", input: "a\u{200E}\u{200F}\u{61C}b", expected: "ab"),
        Case(name: "invisible letters go", input: "pa\u{200B}y\u{AD}p\u{2060}al\u{FEFF}", expected: "paypal"),
        Case(name: "tags and private use go", input: "a\u{E0041}\u{E000}b", expected: "ab"),
        Case(name: "accents stay", input: "Zoe\u{308} Ünsal", expected: "Zoe\u{308} Ünsal"),
        Case(
            name: "a tower of marks is cut", input: "o" + String(repeating: "\u{301}", count: 40),
            expected: "o" + String(repeating: "\u{301}", count: 6)),
        Case(name: "a joined emoji stays", input: "👩\u{200D}🚒", expected: "👩\u{200D}🚒"),
        Case(name: "Arabic and Chinese stay", input: "القاهرة 北京", expected: "القاهرة 北京"),
        Case(name: "nothing is nothing", input: "\u{202E}\n\u{0}", expected: ""),
    ]

    @Test(arguments: cases) func `a line holds what may be shown and nothing else`(_ example: Case) {
        #expect(Line(example.input).text.unicodeScalars.elementsEqual(example.expected.unicodeScalars))
    }

    @Test func `a long line is cut at a space near the limit and says so`() {
        #expect(Line("one two three four", limit: 15).text == "one two three…")
        #expect(Line("onetwothreefour", limit: 6).text == "onetwo…")
        #expect(Line("one two", limit: 7).text == "one two")
        #expect(Line("one two  ", limit: 7).text == "one two")
    }

    @Test func `ten thousand letters give a short headline`() {
        let line = Line(String(repeating: "word ", count: 2000), limit: 220)
        #expect(line.text.unicodeScalars.count <= 221)
        #expect(line.text.hasSuffix("…"))
    }
}
