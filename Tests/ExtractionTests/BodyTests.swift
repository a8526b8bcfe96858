import Markup
import Records
import Testing

@testable import Extraction

@Suite("The body of an article")
struct BodyTests {
    struct Trouble {
        var id: String
        var page: String
        var removed: String?
    }

    static let troubles: [Trouble] = [
        Trouble(id: "plain", page: SamplePages.page(), removed: nil),
        Trouble(
            id: "caption",
            page: SamplePages.page(
                article: "<figure><img src='/ferry.jpg'><figcaption>The ferry on Monday. <span class='credit'>Photo: "
                    + "A. Berg</span></figcaption></figure>" + SamplePages.marked),
            removed: "The ferry on Monday. Photo: A. Berg"),
        Trouble(
            id: "related",
            page: SamplePages.page(
                after: "<aside class='related'><h3>Related articles</h3><ul><li><a href='/a'>Pump repaired</a></li>"
                    + "<li><a href='/b'>Council votes on ferries</a></li></ul></aside>"),
            removed: "Pump repaired"),
        Trouble(
            id: "newsletter",
            page: SamplePages.page(
                after: "<div class='newsletter-signup'><p>Sign up for our newsletter</p><form><label>Email</label>"
                    + "<button>Subscribe</button></form></div>"),
            removed: "Sign up for our newsletter"),
        Trouble(
            id: "hidden",
            page: SamplePages.page(before: "<p style='display: none'>You have read your last free article.</p>"),
            removed: "You have read your last free article."),
        Trouble(
            id: "paywall",
            page: SamplePages.page(
                article: SamplePages.paragraphs.map { "<p hidden class='paywall'>\($0)</p>" }.joined()),
            removed: nil),
        Trouble(
            id: "siblings",
            page: SamplePages.page(
                article: SamplePages.paragraphs.map { "<section class='story'><p>\($0)</p></section>" }.joined(
                    separator: "<div class='ad-slot'><p>Advertisement</p></div>")),
            removed: "Advertisement"),
        Trouble(
            id: "teaser",
            page: SamplePages.page(
                article: SamplePages.paragraphs.prefix(2).map { "<p>\($0)</p>" }.joined()
                    + "<div class='teaser'><a href='/plus'>Read on with Harbour Plus: four weeks for 1 euro</a></div>"
                    + SamplePages.paragraphs.dropFirst(2).map { "<p>\($0)</p>" }.joined()),
            removed: "Read on with Harbour Plus: four weeks for 1 euro"),
        Trouble(
            id: "breaks", page: SamplePages.page(article: SamplePages.paragraphs.joined(separator: "<br><br>")),
            removed: nil),
        Trouble(
            id: "share",
            page: SamplePages.page(
                before: "<ul class='share-buttons'><li><a href='#'>Share on Facebook</a></li></ul>"),
            removed: "Share on Facebook"),
    ]

    @Test("The text is the article, whatever stands around it", arguments: troubles)
    func body(_ trouble: Trouble) throws {
        let article = try SamplePages.article(trouble.page)
        #expect(article.text == SamplePages.text, "\(trouble.id)")
        if let removed = trouble.removed {
            #expect(article.removed.contains { $0.text == removed }, "\(trouble.id): \(article.removed.map(\.text))")
        }
    }

    @Test("Blocks lie in the text, in order, and cover all but the blank lines", arguments: troubles)
    func blocks(_ trouble: Trouble) throws {
        let article = try SamplePages.article(trouble.page)
        let scalars = Array(article.text.unicodeScalars)
        let slices = article.blocks.map { block in
            String(String.UnicodeScalarView(scalars[block.range.start..<block.range.end]))
        }
        #expect(slices.joined(separator: "\n\n") == article.text)
    }

    @Test(
        "Words that only a screen reader reads out are not on the page",
        arguments: [
            "class='sr-only'", "style='clip: rect(0 0 0 0); overflow: hidden; position: absolute'",
            "style='overflow:hidden;clip-path:inset(50%)'",
        ])
    func readOut(_ mark: String) throws {
        let line = "The council's <a href='/m'>minutes<span \(mark)> (opens new tab)</span></a> say so in full."
        let article = try SamplePages.article(SamplePages.page(article: SamplePages.marked + "<p>\(line)</p>"))
        #expect(article.text.hasSuffix("The council's minutes say so in full."))
    }

    @Test("Captions and credits belong to their images")
    func images() throws {
        let article = try SamplePages.article(Self.troubles[1].page)
        #expect(
            article.images == [
                ArticleImage(
                    url: "https://www.harbour.example/ferry.jpg", caption: "The ferry on Monday.",
                    credit: "Photo: A. Berg")
            ])
    }

    @Test("A credit that only its words mark is parted from its caption, and a saved copy's caption is its image's")
    func creditedImage() throws {
        let head = "<meta property=\"og:image\" content=\"https://www.harbour.example/img/ferry-1200.jpg\">"
        let figure = "<figure><img src=\"./ferry_files/ferry-1200.jpg\"><figcaption>The ferry on Monday. Photo: A. Berg"
        let article = try SamplePages.article(
            SamplePages.page(head: head, article: figure + "</figcaption></figure>" + SamplePages.marked))
        #expect(
            article.images == [
                ArticleImage(
                    url: "https://www.harbour.example/img/ferry-1200.jpg", caption: "The ferry on Monday.",
                    credit: "Photo: A. Berg")
            ])
    }

    @Test("A table of data is one block, its rows as lines")
    func tables() throws {
        let table = "<table><tr><th>Ship</th><th>Built</th></tr><tr><td>Aurora</td><td>1911</td></tr></table>"
        let list = PassageReader.passages(of: try Self.tree(table))
        #expect(list.passages.map { list.string($0) } == ["Ship | Built", "Aurora | 1911"])
    }

    @Test("White space is folded, a single break stays a break, two part paragraphs")
    func folding() throws {
        let list = PassageReader.passages(of: try Self.tree("<p> one\n  two<br>three&nbsp;four<br><br>five</p>six"))
        #expect(list.passages.map { list.string($0) } == ["one two\nthree four", "five", "six"])
    }

    @Test("The dateline is read and stays in the text")
    func dateline() throws {
        let article = try SamplePages.article(SamplePages.page())
        #expect(article.dateline?.text == "HARBOUR CITY, May 2 (Reuters)")
        #expect(article.dateline?.agency == "Reuters")
    }

    @Test("A heading in capitals before a dash is no dateline")
    func headingBeforeDash() throws {
        let opening = "<p>THE STATE OF THE FERRIES - The old ferry left the quay at dawn.</p>"
        let article = try SamplePages.article(
            SamplePages.page(
                article: opening + SamplePages.paragraphs.dropFirst().map { "<p>\($0)</p>" }.joined()))
        #expect(article.text.hasPrefix("THE STATE OF"))
        #expect(article.dateline == nil)
    }

    @Test(
        "A page without an article is refused",
        arguments: [
            "<html><body><nav><a href='/a'>News</a> <a href='/b'>Sport</a></nav></body></html>",
            "<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1><p>The page you asked for is not"
                + " here. It may have been moved, or the address may be wrong.</p></body></html>",
            "<html><body><script>render()</script></body></html>",
            "<html><body><p>Two words.</p></body></html>",
        ])
    func refusals(_ markup: String) {
        #expect(throws: ExtractionError.self) { try SamplePages.article(markup) }
    }

    @Test("The same page gives the same article")
    func determinism() throws {
        let page = Self.troubles[5].page
        #expect(try SamplePages.article(page) == SamplePages.article(page))
    }

    private static func tree(_ markup: String) throws -> ElementTree {
        let page = try Page(reading: Array("<html><body>\(markup)".utf8), hints: InputHints())
        guard case .tree(let tree) = page.content else { return ElementTree() }
        return tree
    }
}
