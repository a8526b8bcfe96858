import Markup
import Testing

@testable import Extraction

@Suite("Whether a page is an article at all")
struct PageJudgementTests {
    private static let cards = (1...40).map { number in
        """
        <div class="card"><a href="/p/\(number)"><img src="/\(number).jpg"><h3>Lamp number \(number)</h3></a>
        <p>Warm light for \(number) rooms, sold with a cable</p><span>€ \(number).90</span></div>
        """
    }.joined()

    @Test(
        "A kind is told by address, head and links",
        arguments: [
            ("https://shop.example/", "", PageKind.front),
            ("https://shop.example/lamp", #"{"@type": "Product", "name": "Lamp"}"#, .product),
            ("https://shop.example/ask", #"{"@type": "QAPage", "name": "Lamp"}"#, .thread),
            ("https://shop.example/lamps", #"{"@type": "ItemList", "name": "Lamps"}"#, .list),
            ("https://shop.example/fix", #"{"@type": "LocalBusiness", "name": "Lamps"}"#, .business),
        ])
    func kinds(_ url: String, _ linked: String, _ kind: PageKind) throws {
        let markup =
            "<html><head><script type='application/ld+json'>\(linked)</script></head><body><p>One lamp.</p></body></html>"
        let page = try Page(reading: Array(markup.utf8), hints: InputHints(url: url))
        guard case .tree(let tree) = page.content else { return }
        let list = PassageReader.passages(of: tree)
        let head = ArticleHead(tree, list, savedFrom: nil, hints: ExtractionHints(url: url))
        #expect(PageKind(head, PageTypes(head.meta, head.linked)) == kind)
        #expect(ExtractionError.otherPage(kind).rejection.message.contains(kind.rawValue))
    }

    @Test("A page whose text stands in links is a list, any other a page of parts")
    func links() throws {
        for (markup, kind) in [("<p><a href='/a'>One</a></p>", PageKind.list), ("<p>One</p>", .parts)] {
            let page = try Page(reading: Array("<html><body>\(markup)".utf8), hints: InputHints())
            guard case .tree(let tree) = page.content else { return }
            let list = PassageReader.passages(of: tree)
            let head = ArticleHead(tree, list, savedFrom: nil, hints: ExtractionHints())
            #expect(PageKind(head, PageTypes(head.meta, head.linked)) == kind)
        }
    }

    @Test("A page of sure passages is one text, judged by even odds; one of doubtful passages is not, and keeps more")
    func thresholds() {
        let sure = PageJudgement(words: [50, 50, 50, 10], odds: [4, 4, 4, -4])
        #expect(sure.expected > 0.95)
        #expect(sure.threshold == 0)
        let doubtful = PageJudgement(words: [20, 20, 20, 20], odds: [0.2, -0.5, -0.6, -3])
        #expect(doubtful.expected < 0.65)
        #expect(doubtful.threshold < -0.5)
        #expect(PageJudgement(words: [], odds: []).expected == 0)
    }

    @Test("A page of scraps is refused, unless its head says when it was published")
    func refusals() throws {
        let scraps = PageJudgement(words: [20, 20, 20, 20], odds: [-1, -1, -1.5, -3])
        for (head, isRefused) in [
            ("", true), ("<meta property='article:published_time' content='2024-05-02'>", false),
            (#"<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A"}</script>"#, false),
        ] {
            let page = try Page(
                reading: Array("<html><head>\(head)</head><body><p>One.</p></body></html>".utf8), hints: InputHints())
            guard case .tree(let tree) = page.content else { return }
            let list = PassageReader.passages(of: tree)
            let head = ArticleHead(tree, list, savedFrom: nil, hints: ExtractionHints())
            #expect((scraps.refusal(head) != nil) == isRefused)
        }
    }

    @Test("An article is never refused that says when it was published")
    func dated() throws {
        let head = "<meta property='article:published_time' content='2024-05-02'>"
        let article = try SamplePages.article(SamplePages.page(head: head, after: Self.cards))
        #expect(article.text.contains("The old ferry left the quay"))
    }

    @Test(
        "The head's types are read",
        arguments: [
            (#"{"@type": "NewsArticle", "headline": "A", "datePublished": "2024-05-02"}"#, 3, true),
            (#"{"@type": "BlogPosting", "headline": "A"}"#, 2, false),
            (#"{"@type": "DiscussionForumPosting", "headline": "A"}"#, 0, false),
            (#"{"@type": "Product", "name": "A"}"#, 0, false),
        ])
    func types(_ linked: String, _ article: Int, _ isDated: Bool) throws {
        let markup = "<html><head><script type='application/ld+json'>\(linked)</script></head><body>A</body></html>"
        let page = try Page(reading: Array(markup.utf8), hints: InputHints())
        guard case .tree(let tree) = page.content else { return }
        let types = PageTypes(MetaTags(tree), LinkedData(tree.linkedData))
        #expect(types.article == article)
        #expect(types.isDated == isDated)
    }
}
