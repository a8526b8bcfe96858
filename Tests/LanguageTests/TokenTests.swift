import Language
import Testing

@Suite("Tokens")
struct TokenTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var tokens: [String]
        var testDescription: String { text }
    }

    static let cases: [Case] = [
        Case(text: "Kyiv's mayor", tokens: ["Kyiv", "'s", "mayor"]),
        Case(text: "the alliance’s talks", tokens: ["the", "alliance", "’s", "talks"]),
        Case(text: "Don't go", tokens: ["Don't", "go"]),
        Case(text: "in the U.S. today", tokens: ["in", "the", "U.S.", "today"]),
        Case(text: "John F. Kennedy", tokens: ["John", "F.", "Kennedy"]),
        Case(text: "$1.4bn and 1,234.5", tokens: ["$", "1.4", "bn", "and", "1,234.5"]),
        Case(text: "€40 billion", tokens: ["€", "40", "billion"]),
        Case(text: "three-year-old", tokens: ["three", "-", "year", "-", "old"]),
        Case(text: "wait -- what", tokens: ["wait", "--", "what"]),
        Case(text: "“Hi,” he", tokens: ["“", "Hi", ",", "”", "he"]),
        Case(text: "``Hi'' he", tokens: ["``", "Hi", "''", "he"]),
        Case(text: "Gen. Ray", tokens: ["Gen.", "Ray"]),
        Case(text: "at 10 p.m.", tokens: ["at", "10", "p.m."]),
        Case(text: "see https://example.org/a?b=c.", tokens: ["see", "https://example.org/a?b=c", "."]),
        Case(text: "example.com is", tokens: ["example.com", "is"]),
        Case(text: "end.The next", tokens: ["end", ".", "The", "next"]),
        Case(text: "Zürich Łódź", tokens: ["Zürich", "Łódź"]),
        Case(text: "a\u{00A0}b", tokens: ["a", "b"]),
        Case(text: "", tokens: []),
    ]

    @Test("A text falls into the tokens a reader would name", arguments: cases)
    func tokens(_ item: Case) {
        let text = TokenizedText(item.text)
        #expect((0..<text.count).map { text.string(at: $0) } == item.tokens)
    }

    @Test("Capitals, initials and abbreviations show in the flags")
    func flags() {
        let text = TokenizedText("Mr. J. Smith of NATO, Élan")
        #expect(text.flags[0].isSuperset(of: [.abbreviation, .leansForward, .capital]))
        #expect(text.flags[1].contains(.initial))
        #expect(text.flags[2].contains(.capital) && !text.flags[2].contains(.allCaps))
        #expect(text.flags[4].contains(.allCaps))
        #expect(text.flags[6].contains(.capital))
    }

    @Test("Case and the shape of the apostrophe do not change a word's hash")
    func hashes() {
        #expect(WordHash.of("DON’T") == WordHash.of("don't"))
        #expect(WordHash.of("É") == WordHash.of("é"))
        #expect(WordHash.of("cat") != WordHash.of("act"))
    }

    @Test("Any bytes make tokens in order, without overlap, inside the text")
    func anyBytes() {
        var state: UInt64 = 88_172_645_463_325_252
        for round in 0..<200 {
            let alphabet: [UInt8] = round % 2 == 0 ? [] : Array("Aa.'\"-1 ,\n$(“é。".utf8)
            let bytes = (0..<(round * 3)).map { _ -> UInt8 in
                state ^= state << 13
                state ^= state >> 7
                state ^= state << 17
                return alphabet.isEmpty
                    ? UInt8(truncatingIfNeeded: state) : alphabet[Int(state % UInt64(alphabet.count))]
            }
            let text = TokenizedText(bytes: bytes)
            var end = 0
            for token in 0..<text.count {
                #expect(text.starts[token] >= end && text.ends[token] > text.starts[token])
                end = text.ends[token]
            }
            #expect(end <= bytes.count)
            #expect(text.sentences.reduce(0) { $0 + $1.count } == text.count)
            #expect(text.paragraphs.reduce(0) { $0 + $1.tokens.count } == text.count)
        }
    }
}
