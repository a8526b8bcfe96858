import TestSupport
import Testing

@testable import dateline_dev

@Suite("Words are read as the reference scorers read them")
struct CodepointsTests {
    struct Words: Sendable {
        var marked: MarkedText

        init(_ marked: MarkedText) { self.marked = marked }
    }

    static let wordCases = [
        Words("[[plain]] [[words]], [[snake_case]]-[[x2]]"), Words("[[it]]'[[s]] [[O]]’[[Neill]]"),
        Words("[[naïve]] [[漢字]] [[½]] [[x²]] [[Ⅷ]]"), Words("[[e]]\u{301}[[t]]\u{301}"), Words("… — “[[a]]”"),
        Words(""),
    ]

    @Test("a word is letters, digits and underscores", arguments: wordCases)
    func words(_ item: Words) {
        let ranges = Codepoints(item.marked.text).words().map { [$0.lowerBound, $0.upperBound] }
        #expect(ranges == item.marked.ranges.map { [$0.start, $0.end] })
    }

    static let tokenCases = [
        Words("[[it's]] [[O’Neill]]"), Words("[[rock]] '[[n]]' [[roll]]"), Words("[[a'b]]'[[c]]"),
        Words("[[x]]' [[y]]"),
    ]

    @Test("a token may hold one apostrophe", arguments: tokenCases)
    func tokens(_ item: Words) {
        let ranges = Codepoints(item.marked.text).tokens().map { [$0.lowerBound, $0.upperBound] }
        #expect(ranges == item.marked.ranges.map { [$0.start, $0.end] })
    }

    @Test(
        "lower case knows the final sigma",
        arguments: [("ΟΔΟΣ ΣΑΣ", "οδος σας"), ("Σ", "σ"), ("İX", "i\u{307}x"), ("ẞ", "ß")])
    func lowercased(text: String, lower: String) {
        #expect(Codepoints(text).lowercased.scalars == Array(lower.unicodeScalars))
    }

    @Test(
        "case folding makes forms of one word equal",
        arguments: [("Straße", "STRASSE"), ("ΟΔΟΣ", "οδος"), ("Ꭰ", "ꭰ"), ("ſo", "SO"), ("Ǆ", "ǅ")])
    func caseFolded(a: String, b: String) {
        #expect(Codepoints(a).caseFolded.scalars == Codepoints(b).caseFolded.scalars)
    }

    @Test("the dotless i is a letter of its own")
    func dotless() {
        #expect(Codepoints("ı").caseFolded.scalars != Codepoints("i").caseFolded.scalars)
    }

    @Test("white space folds to one space each")
    func spaces() {
        #expect(Codepoints(" a\u{A0}\n b\t").spaceFolded.string == " a b ")
        #expect(Codepoints("\u{2009} a b\u{3000}").trimmed.string == "a b")
    }
}
