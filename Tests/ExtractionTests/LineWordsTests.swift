import Testing

@testable import Extraction

@Suite("Lines are cut into the tokens that have weights")
struct LineWordsTests {
    struct Line: Sendable {
        var text: String
        var tokens: [String]
    }

    static let lines = [
        Line(text: "Read More", tokens: ["read", "more", "read more", "^read", "more$", "=2"]),
        Line(text: "© 2024", tokens: ["©", "0", "© 0", "^©", "0$", "=2"]),
        Line(text: "Größe 36,5", tokens: ["größe", "0", "0", "größe 0", "0 0", "^größe", "0$", "=3"]),
        Line(text: "“Yes” — no", tokens: ["yes", "no", "yes no", "^yes", "no$", "=2"]),
        Line(text: "– , –", tokens: ["=0"]),
        Line(text: "続きを読む→", tokens: ["続きを読む", "→", "続きを読む →", "^続きを読む", "→$", "=3"]),
    ]

    @Test("words, pairs, marks, the first, the last and the number", arguments: lines)
    func tokens(_ line: Line) throws {
        #expect(try #require(LineWords(Array(line.text.utf8)[...])).tokens == line.tokens)
    }

    @Test("each token has the hash of what is written in the table", arguments: lines)
    func hashes(_ line: Line) throws {
        let words = try #require(LineWords(Array(line.text.utf8)[...]))
        var hashes: [UInt64] = []
        words.forEachToken { hashes.append($0) }
        #expect(hashes.sorted() == words.tokens.map { LineWords.hash(of: $0) }.sorted())
    }

    @Test("more than thirty words are a text")
    func texts() {
        #expect(LineWords(Array(String(repeating: "word ", count: 31).utf8)[...]) == nil)
        #expect(LineWords(Array(String(repeating: "word ", count: 30).utf8)[...]) != nil)
    }

    @Test("the weights of a line add up, above those of a line without tokens")
    func weights() throws {
        let tables = PassageTables(containers: [:], tokens: ["read": -1, "read more": -2, "=bias": 0.5])
        let reading = tables.reading(of: try #require(LineWords(Array("Read more today".utf8)[...])))
        #expect(reading.sum == -2.5)
        #expect(reading.lowest == -2)
    }
}
