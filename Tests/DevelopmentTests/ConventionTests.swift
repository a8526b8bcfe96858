import Records
import TestSupport
import Testing

@testable import dateline_dev

@Suite("Gold and answers are brought to one convention before they are compared")
struct ConventionTests {
    struct Name: Sendable {
        /// The outer mark is the span as annotated, the inner one what is compared.
        var marked: MarkedText
        var type: String

        init(_ marked: MarkedText, _ type: String) {
            self.marked = marked
            self.type = type
        }
    }

    static let nameCases = [
        Name("[[the [[United Nations]]]]", "ORG"), Name("[[Mr. [[Obama]]]]", "PER"),
        Name("[[[[Mr. Holmes Ltd]]]]", "ORG"),
        Name("[[[[Kenya]]'s]]", "LOC"), Name("[[Prime Minister [[Blair]]’s]] car", "PER"),
        Name("[[“[[Paris]]”, ]]", "LOC"),
        Name("[[[[The]]]]", "ORG"), Name("[[[[Theresa May]]]]", "PER"), Name("[[Dr. President [[Ada]]]]", "PER"),
        Name("[[[[A]]]] b", "PER"),
    ]

    @Test("articles, titles, possessives and stray marks are cut from a name", arguments: nameCases)
    func names(_ name: Name) {
        let text = Codepoints(name.marked.text)
        let span = EntityConvention.span(name.marked.ranges[0].scalarRange, type: name.type, in: text)
        #expect(span == name.marked.ranges[1].scalarRange)
    }

    static let authorCases: [(String, [String])] = [
        ("By Ana Ortiz and Bo Lind", ["ana ortiz", "bo lind"]), ("Ana Ortiz, PhD", ["ana ortiz"]),
        ("written by: Zoë Brandt", ["zoe brandt"]),
        ("ANA ORTIZ | Bo-Anna Lind & C.J. Moss", ["ana ortiz", "boanna lind", "c j moss"]),
        ("Bob Anderson", ["bob anderson"]), ("Alexandra Grand", ["alexandra grand"]),
        ("Jo Fry, CFA®, M.A., ISO 9001", ["jo fry"]),
        ("Byron Lane", ["byron lane"]), ("", []), ("MD, RN", []),
    ]

    @Test("bylines become names", arguments: authorCases)
    func authors(byline: String, names: [String]) {
        #expect(AuthorNames.normalised([byline]) == Set(names.map { Array($0.unicodeScalars) }))
    }

    static let headCases = [
        MarkedText("[[[[Foreign Minister Lavrov]], who spoke]]"), MarkedText("[[[[a spokesman]] for the army]]"),
        MarkedText("[[[[officials]] — two of them]]"), MarkedText("[[[[Anna]]]]"), MarkedText("[[[[ of the army]]]]"),
        MarkedText("[[[[a man-of-war]] in port]]"),
    ]

    @Test("a source is cut before what only describes it", arguments: headCases)
    func heads(_ marked: MarkedText) {
        let range = HeadWord.uncut(Codepoints(marked.text), marked.ranges[0].scalarRange)
        #expect(range == marked.ranges[1].scalarRange)
    }

    static let quotationCases = [
        MarkedText("He said [[“yes”]] and [[\"no\"]]."), MarkedText("[[“Open at the end]]\n[[“closed”]]"),
        MarkedText("[[``old marks'']] and it''s"), MarkedText("[[“one ]][[“two”]]"), MarkedText("no ” here"),
    ]

    @Test("stretches in quotation marks are found, open ones up to the line's end", arguments: quotationCases)
    func quotations(_ marked: MarkedText) {
        #expect(QuotationMarks.regions(in: Codepoints(marked.text)) == marked.ranges.map(\.scalarRange))
    }
}
