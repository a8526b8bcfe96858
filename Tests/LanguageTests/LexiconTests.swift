import Language
import Testing

@Suite("Lexicon")
struct LexiconTests {
    let lexicon = Lexicon([("prime minister", 1), ("prime", 2), ("New York", 3), ("New York Times", 4)])

    @Test("The longest phrase wins, and a phrase's front alone is no entry")
    func longest() {
        let text = TokenizedText("The New York Times met the New York mayor and the new one")
        #expect(lexicon.longestMatch(in: text, at: 1, limit: text.count) == Lexicon.Match(length: 3, value: 4))
        #expect(lexicon.longestMatch(in: text, at: 6, limit: text.count) == Lexicon.Match(length: 2, value: 3))
        #expect(lexicon.longestMatch(in: text, at: 11, limit: text.count) == nil)
    }

    @Test("A limit cuts a phrase")
    func limit() {
        let text = TokenizedText("Prime Minister")
        #expect(lexicon.longestMatch(in: text, at: 0, limit: 1) == Lexicon.Match(length: 1, value: 2))
        #expect(lexicon.longestMatch(in: text, at: 0, limit: 0) == nil)
    }

    @Test("Values of one phrase combine as asked")
    func combining() {
        let flags = Lexicon([("may", 1), ("may", 4)]) { $0 | $1 }
        #expect(flags.value(of: WordHash.of("May")) == 5)
    }
}
