import Records
import Testing

@testable import Extraction

@Suite("Bylines in many languages and places")
struct BylineTests {
    struct Titled: Sendable {
        var text: String
        var names: [String]
        var role: String?
    }

    @Test(
        "A name is told from what its bearer is called",
        arguments: [
            Titled(text: "김민서 기자", names: ["김민서"], role: "기자"), Titled(text: "김민서기자", names: ["김민서"], role: "기자"),
            Titled(text: "이도윤 베를린 특파원", names: ["이도윤 베를린"], role: "특파원"),
            Titled(text: "山田太郎記者", names: ["山田太郎"], role: "記者"),
            Titled(text: "本报记者 王珺 李喆", names: ["王珺", "李喆"]), Titled(text: "新华社记者", names: []),
            Titled(text: "記者王大明／台北報導", names: ["王大明"]), Titled(text: "【記者王大明／台北報導】", names: ["王大明"]),
            Titled(text: "корреспондент Иван Петров", names: ["Иван Петров"], role: "корреспондент"),
            Titled(text: "Korrespondentin Ana Roth", names: ["Ana Roth"], role: "Korrespondentin"),
            Titled(text: "By Reporter Ana Roth", names: ["Ana Roth"], role: "Reporter"),
            Titled(text: "Anna Roth Staff Writer", names: ["Anna Roth"], role: "Staff Writer"),
            Titled(
                text: "Anna Roth Senior Political Correspondent", names: ["Anna Roth"],
                role: "Senior Political Correspondent"),
            Titled(text: "Anna Roth, Staff Writer", names: ["Anna Roth"], role: "Staff Writer"),
            Titled(text: "By Anna Roth and Bo Ek, Staff Writers", names: ["Anna Roth", "Bo Ek"]),
            Titled(text: "By Anna Roth and", names: ["Anna Roth"]),
            Titled(text: "Anna Roth Last Updated", names: ["Anna Roth"]), Titled(text: "Anna May", names: ["Anna May"]),
            Titled(text: "Anna May 17", names: ["Anna"]), Titled(text: "News Desk Berlin", names: ["News Desk Berlin"]),
            Titled(text: "Anna Roth is a writer and photographer", names: ["Anna Roth"]),
            Titled(text: "Report: Edwin Marlow", names: ["Edwin Marlow"]),
            Titled(text: "Text und Fotos: Anna Roth", names: ["Anna Roth"]),
        ])
    func titled(_ sample: Titled) {
        let readings = BylineNames().readings(in: sample.text)
        #expect(readings.map(\.name) == sample.names, "\(sample.text)")
        if let role = sample.role { #expect(readings.first?.role == role, "\(sample.text)") }
    }

    @Test(
        "A name behind a label amid a line is read, what any other word with a colon opens is none",
        arguments: [
            ("2020年7月21日 09:35 来源：青河日报 记者：王珺", ["王珺"]), ("Foto: Bo Ek Text: Ana Roth", ["Ana Roth"]),
            ("Fotos: Bo Ek", []), ("The minister said: Ana Roth", []), ("Score at the end: 3:2", []),
        ])
    func labelled(_ line: String, _ names: [String]) { #expect(BylineNames.labelled(in: line) == names, "\(line)") }

    @Test(
        "A deck may say who wrote the article",
        arguments: [
            ("The yew is back in our gardens, and not a day too soon, writes Ana Roth.", "Ana Roth"),
            ("The yew is back in our gardens, says ANA ROTH", "ANA ROTH"),
            ("The yew is back in our gardens, says Ana Roth.", nil),
            ("The yew is back, schreibt Ana Roth", "Ana Roth"), ("The yew is back, writes the gardener", nil),
            ("The yew is back", nil),
        ])
    func deck(_ text: String, _ name: String?) { #expect(BylineWords.signature(ofDeck: text) == name, "\(text)") }

    @Test(
        "Labels that say who reviewed, checked or took pictures are told from those of authors",
        arguments: [
            ("Medically reviewed by", true), ("Reviewed by:", true), ("Fact checked by", true), ("Photographer", true),
            ("Written by", false), ("By", false), ("The board reviewed the plan", false),
        ])
    func others(_ text: String, _ isOthers: Bool) { #expect(BylineWords.isOthersLabel(text) == isOthers, "\(text)") }

    @Test(
        "A byline is found wherever a page sets it",
        arguments: [
            "<p><strong>Mpho Tau</strong></p>", "<p><strong>Mpho Tau</strong></p>",
            "<p>May 2, 2024 • Mpho Tau in Shipping</p>", "<p>May 2, 2024 | By Mpho Tau</p>",
            "<p>The ferry has left at last, and so have the goats that slept in the hold, writes Mpho Tau.</p>",
        ])
    func places(_ byline: String) throws {
        let article = try SamplePages.article(SamplePages.page(article: byline + SamplePages.marked))
        #expect(article.bylines.map(\.name) == ["Mpho Tau"], "\(byline)")
    }

    @Test("Names side by side right above the text are authors, each for itself")
    func pair() throws {
        let article = try SamplePages.article(
            SamplePages.page(article: "<p><strong>Mpho Tau/Lineo Sello</strong></p>" + SamplePages.marked))
        #expect(Set(article.bylines.map(\.name)) == ["Mpho Tau", "Lineo Sello"])
    }

    @Test("Names of one line stand or fall together")
    func oneLine() throws {
        let article = try SamplePages.article(
            SamplePages.page(
                article: "<p>By Bill McCarthy, Marisha Goldhamer</p><p>May 2, 2024</p>" + SamplePages.marked))
        #expect(article.bylines.map(\.name) == ["Bill McCarthy", "Marisha Goldhamer"])
    }

    @Test("Where a page tells machines of its own name alone, the byline that it shows is the author")
    func toldNobody() throws {
        let head = "<meta name=\"author\" content=\"The Harbour Post\">"
        let byline = "<p>By <a href=\"/authors/mpho-tau\">Mpho Tau</a></p><p>May 2, 2024</p>"
        let article = try SamplePages.article(SamplePages.page(head: head, article: byline + SamplePages.marked))
        #expect(article.bylines.map(\.name).contains("Mpho Tau"))
        let trace = BylineTold([ClueSet(.meta, .site), ClueSet(.line)])
        #expect(trace.clues(for: ClueSet(.line)) == ClueSet(.toldNobody))
        #expect(trace.clues(for: ClueSet(.meta, .site)) == [])
        #expect(BylineTold([ClueSet(.line)]).clues(for: ClueSet(.line)) == [])
        let unseen = BylineTold([ClueSet(.linkedPerson), ClueSet(.line)])
        #expect(unseen.clues(for: ClueSet(.line)) == ClueSet(.toldUnseen))
        let shown = BylineTold([ClueSet(.linkedPerson, .shown), ClueSet(.line)])
        #expect(shown.clues(for: ClueSet(.line)) == [])
    }

    @Test("A signed line at the text's end is byline and date, and no text")
    func signature() throws {
        let article = try SamplePages.article(
            SamplePages.page(article: SamplePages.marked + "<p>Report: Ana Roth, 2 May 2024</p>"))
        #expect(article.bylines.map(\.name) == ["Ana Roth"])
        #expect(article.published?.value == "2024-05-02")
        #expect(article.text == SamplePages.text)
    }
}
