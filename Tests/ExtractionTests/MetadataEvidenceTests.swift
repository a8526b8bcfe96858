import Markup
import Records
import Testing

@testable import Extraction

@Suite("Candidates and their clues")
struct MetadataEvidenceTests {
    private static func traces(_ markup: String) throws -> [String: FieldTrace] {
        let page = try Page(reading: Array(markup.utf8), hints: InputHints())
        let traces = Extractor.trace(in: page, hints: ExtractionHints()).fields
        return Dictionary(traces.map { ($0.field, $0) }, uniquingKeysWith: { first, _ in first })
    }

    @Test("The trace tells every candidate, the chosen one first, and why the others lost")
    func trace() throws {
        let page = SamplePages.page(
            head: "<meta name=\"author\" content=\"Ana Roth\"><meta name=\"date\" content=\"2024-05-02\">",
            before: "<h1>The Harbour Post</h1>")
        let traces = try Self.traces(page)
        let headline = try #require(traces["headline"])
        #expect(headline.candidates.first?.verdict == "chosen")
        #expect(headline.candidates.contains { $0.verdict == "the site's name" && $0.value == "The Harbour Post" })
        let bylines = try #require(traces["bylines"])
        #expect(bylines.candidates.first?.value == "Ana Roth")
        #expect(bylines.candidates.first?.from.contains("meta") == true)
        #expect(traces["published"]?.candidates.first?.value == "2024-05-02")
        #expect(traces.values.allSatisfy { $0.candidates.allSatisfy { (0...1).contains($0.confidence) } })
    }

    @Test("A page without an article has no trace, and asking costs no crash")
    func emptyTrace() throws {
        #expect(try Self.traces("<html><body></body></html>").isEmpty)
    }

    @Test("Every clue of the table of weights is known, and every field has weights")
    func weights() {
        let names = Set(Clue.allCases.map(\.name))
        #expect(names.count == Clue.allCases.count)
        #expect(Clue.allCases.count <= 128, "one bit each")
        for field in EvidenceWeights.Field.allCases {
            #expect(Clue.allCases.contains { EvidenceWeights.score(ClueSet($0), field) != 0 }, "\(field)")
        }
        #expect(EvidenceWeights.unknownEntries.isEmpty)
    }

    @Test("Sources that agree make a value more probable than each alone")
    func agreement() {
        var evidence = Evidence(.published)
        evidence.add("2024-05-02", key: "2024-05-02", ClueSet(.any, .linked))
        evidence.add("2024-05-02", key: "2024-05-02", ClueSet(.any, .openGraph))
        evidence.add("2024-05-03", key: "2024-05-03", ClueSet(.any, .linked))
        evidence.weighAgainstEachOther(none: 0)
        #expect(evidence.candidates.count == 2)
        #expect(evidence.candidates[0].confidence > evidence.candidates[1].confidence)
        #expect(evidence.candidates.reduce(0) { $0 + $1.confidence } < 1)
        #expect(evidence.best?.key == "2024-05-02")
    }

    struct Line {
        var text: String
        var names: [String]
    }

    @Test(
        "Names are read without roles, credentials, dates, places and what buttons say",
        arguments: [
            Line(text: "By Ana Roth in Lagos and Bo Ek", names: ["Ana Roth", "Bo Ek"]),
            Line(text: "Shelby Loos, DVM. Reviewed by Molly Price, DVM", names: ["Shelby Loos"]),
            Line(text: "Von Ana Roth, Berlin", names: ["Ana Roth"]),
            Line(text: "Ana Roth - Mar 27", names: ["Ana Roth"]),
            Line(text: "Ana Roth 59 Comments", names: ["Ana Roth"]),
            Line(text: "View all posts by Ana Roth", names: ["Ana Roth"]),
            Line(text: "（责编：牛镛、岳弘彬）", names: ["牛镛", "岳弘彬"]), Line(text: "Read more", names: []),
            Line(text: "Written by", names: []), Line(text: "3 min read", names: []),
            Line(text: "ana@harbour.example", names: []), Line(text: "https://x.example/ana", names: []),
            Line(text: "Associated Press in Valencia", names: ["Associated Press"]),
            Line(text: "H.G. Parry", names: ["H.G. Parry"]), Line(text: "", names: []),
        ])
    func names(_ line: Line) {
        #expect(BylineNames().readings(in: line.text).map(\.name) == line.names, "\(line.text)")
    }

    @Test(
        "A page's byline is found where the page shows it",
        arguments: [
            "<p class=\"byline\">By <a href=\"/author/ana-roth\">Ana Roth</a></p>",
            "<p>By Ana Roth</p><p>May 2, 2024</p>",
            "<div><span>Written by</span></div><div><a href=\"/authors/ana-roth\">Ana Roth</a></div>",
            "<address rel=\"author\"><a rel=\"author\" href=\"/people/ana-roth\">Ana Roth</a></address>",
        ])
    func shownByline(_ byline: String) throws {
        let article = try SamplePages.article(
            SamplePages.page(article: "<div>\(byline)</div>" + SamplePages.marked))
        #expect(article.bylines.map(\.name) == ["Ana Roth"])
    }

    @Test("A role ends where its sentence does")
    func roles() {
        let reading = BylineNames().readings(in: "Ana Roth, photographer. She lives in Lagos.").first
        #expect(reading?.name == "Ana Roth")
        #expect(reading?.role == "photographer")
    }

    @Test("A site's name is an author where the page signs with it, and is none where only its head says so")
    func siteAsAuthor() throws {
        let head = "<meta name=\"author\" content=\"The Harbour Post\">"
        let unsigned = try SamplePages.article(SamplePages.page(head: head))
        #expect(unsigned.bylines.isEmpty)
        let signed = "<p class=\"byline\">By The Harbour Post</p>" + SamplePages.marked
        let article = try SamplePages.article(SamplePages.page(head: head, article: signed))
        #expect(article.bylines.map(\.name) == ["The Harbour Post"])
    }

    struct Kind {
        var name: String
        var kind: MetaTags.DateKind?
    }

    @Test(
        "The names of meta elements say which date they give",
        arguments: [
            Kind(name: "w-published-date", kind: .published), Kind(name: "pubdate", kind: .published),
            Kind(name: "last-modified", kind: .modified), Kind(name: "date", kind: .published),
            Kind(name: "expirationdate", kind: nil), Kind(name: "author", kind: nil),
            Kind(name: "article:published_time", kind: nil), Kind(name: "x-date", kind: .other),
        ])
    func metaDates(_ sample: Kind) { #expect(MetaTags.dateKind(sample.name) == sample.kind, "\(sample.name)") }

    @Test("An article's own publication date stands even where its change is of the same day")
    func sameDay() throws {
        let article = try SamplePages.article(SamplePages.page(head: MetadataTests.linked))
        #expect(article.published?.value == "2024-05-02T06:30:00+02:00")
        #expect(article.modified?.value == "2024-05-02T09:00:00+02:00")
    }
}
