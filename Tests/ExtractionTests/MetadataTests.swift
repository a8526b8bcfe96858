import Records
import Testing

@testable import Extraction

@Suite("Metadata by evidence")
struct MetadataTests {
    static let linked = """
        <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
        {"@type": "NewsArticle", "headline": "Ferry leaves after three days", "datePublished": "2024-05-02T06:30:00+02:00",
         "dateModified": "2024-05-02T09:00:00+02:00", "author": [{"@id": "#ana"}, {"@type": "Person", "name": "Bo Ek"}],
         "articleSection": "Travel", "keywords": "ferry, harbour",},
        {"@type": "Person", "@id": "#ana", "name": "Ana Roth"}]}</script>
        """

    @Test("JSON-LD gives headline, authors and dates, through references and stray commas")
    func linkedData() throws {
        let article = try SamplePages.article(SamplePages.page(head: Self.linked))
        #expect(article.headline == "Ferry leaves after three days")
        #expect(article.bylines.map(\.name) == ["Ana Roth", "Bo Ek"])
        #expect(article.published?.value == "2024-05-02T06:30:00+02:00")
        #expect(article.published?.from == .jsonLD)
        #expect(article.modified?.value == "2024-05-02T09:00:00+02:00")
        #expect(article.section == "Travel")
        #expect(article.keywords == ["ferry", "harbour"])
    }

    @Test("The address is the canonical one, without fragment and tracking")
    func address() throws {
        let article = try SamplePages.article(SamplePages.page(), url: "http://www.harbour.example/news/ferry?page=2")
        #expect(article.url == "https://www.harbour.example/news/ferry")
        #expect(article.urls == [LinkedURL(url: "http://www.harbour.example/news/ferry?page=2", from: "request")])
        #expect(article.site == Site(name: "The Harbour Post", domain: "harbour.example"))
        #expect(article.language == "en")
    }

    @Test("A page without a date has none, or the file's, and says so")
    func noDate() throws {
        #expect(try SamplePages.article(SamplePages.page()).published == nil)
        let article = try SamplePages.article(SamplePages.page(), modified: "2024-05-03T10:00:00Z")
        #expect(article.published?.from == .fileTime)
        #expect(article.notices.map(\.code) == ["date-from-file-time"])
        let named = try SamplePages.article(SamplePages.page(), name: "2024-05-02-ferry.html", modified: "2024-06-01")
        #expect(named.published?.value == "2024-05-02")
    }

    struct Title {
        var title: String
        var names: [String]
        var cut: String
    }

    @Test(
        "The site's name is cut from a title, the title's own dashes are not",
        arguments: [
            Title(title: "Ferry sinks | BBC News", names: ["BBC News"], cut: "Ferry sinks"),
            Title(title: "Ferry sinks - News - The Post", names: ["The Post", "news"], cut: "Ferry sinks"),
            Title(title: "The Post: Ferry sinks", names: ["The Post"], cut: "The Post: Ferry sinks"),
            Title(title: "The Post | Ferry sinks off Crete", names: ["The Post"], cut: "Ferry sinks off Crete"),
            Title(title: "Ferry sinks - 12 dead", names: ["The Post"], cut: "Ferry sinks - 12 dead"),
            Title(title: "What ferries are | Sea Blog", names: ["blog.sea-lanes.example"], cut: "What ferries are"),
            Title(title: "The hundred best | WFA", names: ["World Ferry Awards"], cut: "The hundred best"),
            Title(title: "Ferry sinks off Crete｜Daily Wave", names: ["Daily Wave"], cut: "Ferry sinks off Crete"),
            Title(title: "Ferry sinks|The Post", names: ["The Post"], cut: "Ferry sinks"),
            Title(title: "Ferry sinks|12 dead", names: ["The Post"], cut: "Ferry sinks|12 dead"),
            Title(title: "Ferry sinks | the long read", names: ["The Post"], cut: "Ferry sinks | the long read"),
        ])
    func siteSuffix(_ title: Title) { #expect(SiteSuffix.cut(title.title, names: title.names) == title.cut) }

    struct Dated {
        var text: String
        var date: String?
        var dayFirst = true
    }

    @Test(
        "Dates are read as pages write them",
        arguments: [
            Dated(text: "2024-10-03T11:22:33.123Z", date: "2024-10-03T11:22:33Z"),
            Dated(text: "2024-10-03 11:22:33 +0530", date: "2024-10-03T11:22:33+05:30"),
            Dated(text: "20241003", date: "2024-10-03"), Dated(text: "2024/10/3", date: "2024-10-03"),
            Dated(text: "Thu, 03 Oct 2024 11:22:33 GMT", date: "2024-10-03T11:22:33Z"),
            Dated(text: "Published October 3, 2024 at 5 pm", date: "2024-10-03"),
            Dated(text: "3rd of Sept. 2024", date: "2024-09-03"), Dated(text: "3. Oktober 2024", date: "2024-10-03"),
            Dated(text: "3 de octubre de 2024", date: "2024-10-03"), Dated(text: "03.10.2024", date: "2024-10-03"),
            Dated(text: "03/10/2024", date: "2024-10-03"),
            Dated(text: "03/10/2024", date: "2024-03-10", dayFirst: false),
            Dated(text: "2024年10月3日", date: "2024-10-03"), Dated(text: "30 February 2024", date: nil),
            Dated(text: "2024-13-45", date: nil), Dated(text: "call 555-2024-10", date: nil),
            Dated(text: "23.11.2022 klo 14.05", date: "2022-11-23T14:05"),
            Dated(text: "14.02.2023, 17:30 Uhr", date: "2023-02-14T17:30"),
            Dated(text: "le 2 octobre 2023 à 18 h 05", date: "2023-10-02T18:05"),
            Dated(text: "3 octobre 2023 à 21h14", date: "2023-10-03T21:14"),
            Dated(text: "2020年7月21日 09:35 来源", date: "2020-07-21T09:35"),
            Dated(text: "2020年7月21日 9時05分", date: "2020-07-21T09:05"),
            Dated(text: "2020年7月21日 下午3:05", date: "2020-07-21"),
            Dated(text: "3.10.2024 - 5.10.2024", date: "2024-10-03"),
            Dated(text: "12 сентября 2023 г.", date: "2023-09-12"),
            Dated(text: "03.10.2024 12.5 km", date: "2024-10-03"),
            Dated(text: "3 May", date: nil), Dated(text: "99999999999999999999", date: nil),
        ])
    func dates(_ sample: Dated) {
        #expect(DateReader.date(in: sample.text, dayFirst: sample.dayFirst) == sample.date, "\(sample.text)")
    }

    @Test(
        "A numeric date with a number over twelve tells the order of day and month, any other does not",
        arguments: [
            ("25/03/2024", true), ("on 03/25/2024", false), ("03/04/2024", nil), ("25.03.2024", nil),
            ("2024/03/25", nil),
            ("25/26/2024", nil), ("no date", nil),
        ] as [(String, Bool?)])
    func order(_ text: String, _ isDayFirst: Bool?) { #expect(DateReader.order(in: text) == isDayFirst, "\(text)") }

    @Test(
        "A line of two dates has two parts, each with its word",
        arguments: [
            ("March 1, 2024. Updated: March 3, 2024", ["March 1, 2024. ", "Updated: March 3, 2024"]),
            ("Published March 1, 2024 Updated March 3", ["Published March 1, 2024 ", "Updated March 3"]),
            ("Last updated March 3, 2024", ["Last updated March 3, 2024"]), ("", [""]),
        ])
    func parts(_ line: String, _ parts: [String]) { #expect(DateLine.parts(of: line).map(String.init) == parts) }

    @Test(
        "The words of an address are those of its longest part, without the system's numbers",
        arguments: [
            (
                "https://a.example/2024/05/ferry-leaves-after-three-days-4711.html",
                ["ferry", "leaves", "after", "three", "days"]
            ),
            ("https://a.example/news/F%C3%A4hre_l%C3%A4uft_aus", ["fähre", "läuft", "aus"]),
            ("https://a.example/news/ferry", []), ("https://a.example/", []),
        ])
    func slug(_ address: String, _ words: [String]) { #expect(WebAddress(address)?.slug == words) }

    @Test(
        "References in values are read, twice where they were encoded twice",
        arguments: [
            ("R&uuml;ckbau", "Rückbau"), ("don&amp;rsquo;t", "don’t"), ("A &#8211; B", "A – B"), ("Q&A", "Q&A"),
            ("AT&amp;T", "AT&T"), ("a & b; c", "a & b; c"),
        ])
    func references(_ value: String, _ text: String) { #expect(References.decoded(value) == text) }

    struct Author {
        var meta: String
        var names: [String]
    }

    @Test(
        "Authors are people: no site, no handle, no address; an agency only where it signs alone",
        arguments: [
            Author(meta: "By Ana Roth and Bo Ek", names: ["Ana Roth", "Bo Ek"]),
            Author(meta: "The Harbour Post", names: []), Author(meta: "@harbourpost", names: []),
            Author(meta: "https://www.facebook.com/harbour", names: []), Author(meta: "Reuters", names: ["Reuters"]),
            Author(meta: "Ana Roth, Reuters", names: ["Ana Roth"]),
            Author(meta: "Ana Roth, Political Correspondent", names: ["Ana Roth"]),
        ])
    func authors(_ author: Author) throws {
        let article = try SamplePages.article(
            SamplePages.page(head: "<meta name=\"author\" content=\"\(author.meta)\">"))
        #expect(article.bylines.map(\.name) == author.names, "\(author.meta)")
    }

    @Test(
        "Broken JSON gives what can be read",
        arguments: [
            ("{\"a\": 1, \"b\": \"x\\u00e9\\ud83d\\ude00\"", "xé😀"), ("//<![CDATA[\n{\"b\": \"y\nz\"}//]]>", "y\nz"),
            ("[{\"b\": \"w\",},]", "w"), ("{\"a\": {\"c\": [1, 2}, \"b\": \"v\"}", "v"),
        ])
    func brokenJSON(_ json: String, _ expected: String) {
        let value = JSONReader.value(in: Array(json.utf8))
        #expect((value?.elements.first?["b"] ?? value?["b"])?.text == expected)
    }

    @Test("Deep JSON ends the reading, not the program")
    func deepJSON() {
        #expect(JSONReader.value(in: Array(repeating: UInt8(ascii: "["), count: 1_000_000)) != nil)
        #expect(JSONReader.value(in: Array(String(repeating: "{\"a\":", count: 200_000).utf8)) != nil)
    }
}
