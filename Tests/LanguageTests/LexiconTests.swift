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

    @Test(
        "A phrase is found in a text of its own, whatever it is made of",
        arguments: [
            "minister", "Prime Minister", "U.S. Army", "St. John's", " leading", "trailing ", "double  blank",
            "cannot be",
            "Jean-Pierre Roe", "Côte d’Ivoire", "G20 summit", "a b c d", "p.m.", "AT&T", "tab\tbed",
        ])
    func phrases(_ phrase: String) {
        let text = TokenizedText(phrase)
        let found = Lexicon([("no match", 1), (phrase, 7)]).longestMatch(in: text, at: 0, limit: text.count)
        #expect(found == Lexicon.Match(length: text.count, value: 7))
        #expect(Lexicon([(phrase + " more", 7)]).longestMatch(in: text, at: 0, limit: text.count) == nil)
    }

    @Test("Marks alone are no entry", arguments: ["", " ", "  "])
    func nothing(_ phrase: String) {
        #expect(Lexicon([(phrase, 7)]).longestMatch(in: TokenizedText("a"), at: 0, limit: 1) == nil)
    }

    @Test("Values of one phrase combine as asked")
    func combining() {
        let flags = Lexicon([("may", 1), ("may", 4)]) { $0 | $1 }
        #expect(flags.value(of: WordHash.of("May")) == 5)
    }
}
