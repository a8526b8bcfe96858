import Testing

@testable import Markup

@Suite("Piles of combining marks")
struct MarkPilesTests {
    /// Marks that take turns, which is what sorting them by class is slowest at.
    private static func pile(_ count: Int) -> String {
        String((0..<count).map { $0 % 2 == 0 ? "\u{301}" : "\u{323}" }.joined())
    }

    struct Sample {
        var id: String
        var text: String
        var kept: String
    }

    static let samples = [
        Sample(id: "thirty marks stay", text: "e\(pile(30)) said", kept: "e\(pile(30)) said"),
        Sample(id: "of more the rest goes", text: "e\(pile(75)) said", kept: "e\(pile(30)) said"),
        Sample(id: "each letter has its own", text: "e\(pile(31))e\(pile(31))", kept: "e\(pile(30))e\(pile(30))"),
        Sample(id: "without a letter", text: pile(40), kept: pile(30)),
        Sample(
            id: "wide marks", text: "क" + String(repeating: "\u{94D}", count: 31) + "!",
            kept: "क" + String(repeating: "\u{94D}", count: 30) + "!"),
        Sample(
            id: "marks beyond the first plane", text: "a" + String(repeating: "\u{1D165}", count: 32),
            kept: "a" + String(repeating: "\u{1D165}", count: 30)),
        Sample(
            id: "long text without spaces", text: String(repeating: "北京的天气很好", count: 40),
            kept: String(repeating: "北京的天气很好", count: 40)),
        Sample(
            id: "marked text without spaces", text: String(repeating: "ที่นี่", count: 40),
            kept: String(repeating: "ที่นี่", count: 40)),
        Sample(
            id: "joiners are no marks", text: String(repeating: "👨\u{200D}👩\u{200D}", count: 40),
            kept: String(repeating: "👨\u{200D}👩\u{200D}", count: 40)),
    ]

    @Test("More marks in a row than any text has are dropped, the others stay", arguments: samples)
    func cutting(_ sample: Sample) {
        let bytes = Array(sample.text.utf8)
        let cut = MarkPiles.cut(bytes)
        #expect((cut?.utf8 ?? bytes) == Array(sample.kept.utf8), "\(sample.id)")
        let dropped = sample.text.unicodeScalars.count - sample.kept.unicodeScalars.count
        #expect((cut?.dropped ?? 0) == dropped, "\(sample.id)")
    }

    @Test("Wherever a pile comes from, it is cut and told of", arguments: ["a.txt", "a.html"])
    func pages(_ name: String) throws {
        let marks = (0..<80).map { $0 % 2 == 0 ? "\u{301}" : "\u{323}" }
        let references = marks.map { "&#x\(String($0.unicodeScalars.first?.value ?? 0, radix: 16));" }.joined()
        let doubled = references.split(separator: "&").map { "&amp;\($0)" }.joined()
        let ways =
            name == "a.txt" ? [marks.joined(), "e&#8217;s" + references] : [marks.joined(), references, doubled]
        for way in ways {
            let opening = name == "a.txt" ? "" : "<html><body><p>"
            let page = try Page(
                reading: Array("\(opening)The council me\(way)t on Tuesday.".utf8), hints: InputHints(name: name))
            let text = PageReadingTests.text(of: page)
            #expect(text.unicodeScalars.filter { $0 == "\u{301}" || $0 == "\u{323}" }.count == 30, "\(way.prefix(20))")
            #expect(text.contains("t on Tuesday."))
            #expect(page.notices.filter { $0.code == "marks-dropped" }.count == 1)
        }
    }

    @Test("A pile that markup parts is one pile")
    func parted() throws {
        let marks = String(repeating: "\u{301}", count: 20)
        let page = try Page(
            reading: Array("<html><body><p>e\(marks)<b>\(marks)</b>\(marks)x <i>so</i></p>".utf8), hints: InputHints())
        #expect(PageReadingTests.text(of: page).unicodeScalars.filter { $0 == "\u{301}" }.count == 30)
        #expect(PageReadingTests.text(of: page).contains("x so"))
    }
}
