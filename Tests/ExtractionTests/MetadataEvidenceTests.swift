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
        #expect(traces.values.allSatisfy { $0.candidates.allSatisfy { (0...1).contains($0.confidence ?? 0) } })
    }

    @Test("A name with something stuck to it is not a second author")
    func gluedName() throws {
        let page = SamplePages.page(
            head: "<meta name=\"author\" content=\"Ana Roth\">", before: "<p>By Ana RothTwitter</p>")
        let bylines = try #require(try Self.traces(page)["bylines"])
        #expect(bylines.candidates.filter { $0.verdict == "chosen" }.map(\.value) == ["Ana Roth"])
        #expect(
            bylines.candidates.filter { $0.value == "Ana RothTwitter" }.map(\.verdict)
                == ["another name with something stuck to it"])
    }

    @Test(
        "A role or another candidate behind a name, without a mark, is no part of it",
        arguments: [
            "<p>By Ana Roth Staff Writer</p>",
            "<p>By Ana Roth Gardener</p><p class=\"author\">Gardener</p>",
        ])
    func gluedRole(_ line: String) throws {
        let link = "<p><a href=\"/author/ana-roth\">Ana Roth</a></p>"
        let page = SamplePages.page(before: line, article: link + SamplePages.marked)
        #expect(try SamplePages.article(page).bylines.map(\.name) == ["Ana Roth"])
    }

    @Test("Who puts the headline into a menu puts the byline and the date there too")
    func headlineInMenu() throws {
        let page = SamplePages.page(article: SamplePages.marked)
            .replacing("<article><h1>", with: "<article><nav class=\"navigation\"><h1>")
            .replacing("</h1>", with: "</h1><p>By Ana Roth</p><p>May 2, 2024</p></nav>")
        let article = try SamplePages.article(page)
        #expect(article.bylines.map(\.name) == ["Ana Roth"])
        #expect(article.published?.value == "2024-05-02")
    }

    @Test("A headline said in a breadcrumb is not where the article begins")
    func breadcrumb() throws {
        let deck = "Forty people left the islands at dawn after a pump was mended, and more are to follow on Friday."
        let news = #"<script type="application/ld+json">{"@type": "NewsArticle"}</script>"#
        let filler = (1...12).map { "<li><a href=\"/s/\($0)\">Section \($0)</a></li>" }.joined()
        let page = SamplePages.page(
            head: "<meta name=\"description\" content=\"\(deck)\">" + news,
            before: "<nav class=\"breadcrumb\"><h1>Ferry leaves after three days</h1></nav><ul>\(filler)</ul>",
            article: "<p class=\"intro\">\(deck)</p><p>By Ana Roth</p>" + SamplePages.marked)
        let heading = "<article><h2>The ferry leaves after three long days</h2>"
        let article = try SamplePages.article(
            page.replacing("<article><h1>Ferry leaves after three days</h1>", with: heading))
        #expect(!article.text.contains("long days"))
        #expect(article.text.hasPrefix(deck))
        #expect(article.bylines.map(\.name) == ["Ana Roth"])
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
            Line(text: "By Travel, Business, Tourism", names: []), Line(text: "By Reuters", names: ["Reuters"]),
            Line(text: "Friday", names: []), Line(text: "Updated", names: []),
            Line(text: "ByAna Roth", names: ["Ana Roth"]), Line(text: "PorAna Roth", names: ["Ana Roth"]),
            Line(text: "מאת נועה ברק", names: ["נועה ברק"]),
            Line(text: "Byron Roth", names: ["Byron Roth"]), Line(text: "Ana (Berg) Roth", names: ["Ana (Berg) Roth"]),
            Line(text: "Ana Roth (Content Manager)", names: ["Ana Roth"]),
            Line(text: "Dec. 19, 2025 · Ana Roth on behalf of", names: ["Ana Roth"]),
            Line(text: "Posted by Ana at December", names: ["Ana"]),
            Line(text: "This post was written by Ana Roth, MD", names: ["Ana Roth"]),
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

    @Test("A deck that is kept does not hide the byline and the date below it")
    func belowDeck() throws {
        let deck = "The old ferry has left at last, and the people of the islands, who had waited for days, are glad."
        let lines = [deck, "Share", "Listen", "Save", "By Ana Roth", "Marine reporter", "May 2, 2024", "4 min read"]
        let article = try SamplePages.article(
            SamplePages.page(article: lines.map { "<p>\($0)</p>" }.joined() + SamplePages.marked))
        #expect(article.bylines.map(\.name) == ["Ana Roth"])
        #expect(article.published?.value == "2024-05-02")
    }

    @Test("Words with capitals are told from names by the page's own small letters")
    func smallWords() throws {
        let page = try Page(
            reading: Array("<p>Every plan, billing or not, is Roth’s. Write to ana@harbour.example.</p>".utf8),
            hints: InputHints())
        guard case .tree(let tree) = page.content else { return }
        let names = ["Ava Billing Plan", "Ana Roth", "Every Plan", "毎日新聞"]
        let words = SmallWords(of: names, in: PassageReader.passages(of: tree))
        #expect(names.map { words.count(in: $0).small } == [2, 0, 1, 0])
        #expect(names.map { words.count(in: $0).all } == [3, 2, 2, 0])
    }

    @Test("What libraries tell of authors beside their names is no author")
    func affiliations() throws {
        let head = """
            <meta name="citation_author" content="Ana Roth">
            <meta name="citation_author_institution" content="Department of Harbours">
            """
        let bylines = try #require(try Self.traces(SamplePages.page(head: head))["bylines"])
        #expect(bylines.candidates.map(\.value).contains("Ana Roth"))
        #expect(!bylines.candidates.map(\.value).contains("Department of Harbours"))
    }

    @Test("A site that is named by two of its sources signs, and so does one that is a person")
    func sitesThatSign() throws {
        let agreed = try Self.traces(
            SamplePages.page(
                head: """
                    <meta name="author" content="The Harbour Post"><meta name="twitter:label1" content="Written by">
                    <meta name="twitter:data1" content="The Harbour Post">
                    """))
        #expect(agreed["bylines"]?.candidates.first?.verdict != "the site's name, and shown as no author")
        let single = try Self.traces(SamplePages.page(head: "<meta name=\"author\" content=\"The Harbour Post\">"))
        #expect(single["bylines"]?.candidates.first?.verdict == "the site's name, and shown as no author")
    }

    @Test("The headline that the address repeats is told by its clues")
    func slug() throws {
        let page = SamplePages.page(before: "<h1>Our best stories of the spring</h1>")
            .replacing("/news/ferry?utm_source=x#top", with: "/news/ferry-leaves-after-three-days-4711.html")
        let headline = try #require(try Self.traces(page)["headline"])
        #expect(headline.candidates.first?.value == "Ferry leaves after three days")
        #expect(headline.candidates.first?.clues.contains("slug-same") == true)
        #expect(headline.candidates.first { $0.value.hasPrefix("Our best") }?.clues.contains("slug-none") == true)
    }

    @Test("Of two spellings of a headline the one without marks of Markdown stands")
    func spelling() throws {
        let page = SamplePages.page(
            head: "<meta property=\"twitter:title\" content=\"*Ferry* leaves after four days\">",
            before: "<h1>Ferry leaves after four days</h1>")
        let headline = try #require(try Self.traces(page)["headline"])
        #expect(headline.candidates.contains { $0.value == "Ferry leaves after four days" })
        #expect(!headline.candidates.contains { $0.value.contains("*") })
    }

    @Test("One numeric date with a number over twelve settles the order of the page's others")
    func order() throws {
        let line = "<p class=\"date\">03/04/2024</p>"
        let alone = try SamplePages.article(SamplePages.page(article: line + SamplePages.marked))
        #expect(alone.published?.value == "2024-03-04")
        let after = "<p>More on ferries: 25/03/2024</p>"
        let settled = try SamplePages.article(SamplePages.page(article: line + SamplePages.marked, after: after))
        #expect(settled.published?.value == "2024-04-03")
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
