import Foundation
import Testing

@testable import Extraction

@Suite("Rules above the model")
struct BodyRulesTests {
    private static let cases = ["Theft of a bicycle", "Three fined for fishing"].enumerated()
        .map { "<li><a href='/court/\($0.offset)'>\($0.element)</a></li>" }.joined()

    @Test("A list of links to the site's other pages goes from the end, with its heading")
    func lists() throws {
        let article = try SamplePages.article(
            SamplePages.page(article: SamplePages.marked + "<h2>Other cases this week</h2><ul>\(Self.cases)</ul>"))
        #expect(article.text == SamplePages.text)
    }

    @Test(
        "A paragraph above a picture's credit, in a container of their own, is its caption",
        arguments: ["Photo: Bo Ek", "Foto: Bo Ek/dpa", "写真：共同通信", "Image: Bo Ek/Harbour Agency"])
    func captions(_ credit: String) throws {
        let caption =
            "The nurse Marta Lind, second from left, waits with other passengers at the quay on Tuesday night."
        let picture = "<div class=\"widget\"><img src=\"/a.jpg\"><p>\(caption)</p><p>\(credit)</p></div>"
        let article = try SamplePages.article(
            SamplePages.page(
                article: SamplePages.marked + picture + "<p>Nobody was hurt when the pump broke, the office said.</p>"))
        #expect(!article.text.contains("second from left"))
        #expect(article.text.hasSuffix("the office said."))
    }

    @Test("A paragraph that ends in a picture's credit in brackets is its caption")
    func creditedCaptions() throws {
        let caption = "<p>The nurse Marta Lind waits with other passengers at the quay. (Photo: Harbour police)</p>"
        let article = try SamplePages.article(SamplePages.page(article: caption + SamplePages.marked))
        #expect(article.text == SamplePages.text)
    }

    private static let rules = [
        "Do not call the pump by its name.", "Keep children away from the quay when the pump runs.", "Stay.",
    ]

    @Test("Of a list amid the text all items stay, where one of three is sure")
    func wholeLists() throws {
        let list = "<ul>\(Self.rules.map { "<li>\($0)</li>" }.joined())</ul>"
        let article = try SamplePages.article(
            SamplePages.page(article: SamplePages.marked + list + SamplePages.marked.replacing("ferry", with: "boat")))
        for rule in Self.rules { #expect(article.text.contains(rule)) }
    }

    @Test("A paragraph above a credit among the text's own paragraphs stays")
    func creditsAmidText() throws {
        let article = try SamplePages.article(SamplePages.page(article: SamplePages.marked + "<p>Photo: Bo Ek</p>"))
        #expect(article.text == SamplePages.text)
    }

    @Test("A paragraph in capitals that is nothing but a link leads away; a name in capitals does not")
    func shoutedLinks() throws {
        let link = "<p><a href=\"/news/pumps\">WHAT ARE THE PUMPS OF THE HARBOUR OFFICE?</a></p>"
        let page = SamplePages.page(
            article: SamplePages.marked + link + SamplePages.marked.replacing("ferry", with: "boat"))
        #expect(!(try SamplePages.article(page).text.contains("PUMPS")))
    }

    @Test("Items made by one template may say the same twice")
    func items() throws {
        let list = [
            "Three bridges cost the council 40,000 crowns in a year.", "Nobody was hurt when the bridge closed.",
        ]
        let items = (list + list).map { "<li>\($0)</li>" }.joined()
        let article = try SamplePages.article(
            SamplePages.page(article: SamplePages.marked + "<ul>\(items)</ul>" + SamplePages.marked))
        let count = article.text.components(separatedBy: list[0]).count - 1
        #expect(count == 2)
    }

    @Test(
        "A deck is named so, described so, or stands above byline or date",
        arguments: [
            ("<p class=\"intro\">A pump had broken, and nobody knew why.</p>", true),
            ("<p>A pump had broken, and nobody knew why.</p><p>By Ana Roth</p>", true),
            ("<p>A pump had broken, and nobody knew why.</p><p>2 May 2024</p>", true),
            ("<p>By Ana Roth</p><p>A pump had broken, and nobody knew why.</p>", false),
            ("<p id=\"speakable-summary\">A pump had broken, and nobody knew why.</p>", false),
        ])
    func deck(_ lines: String, _ isDeck: Bool) throws {
        let deck = "A pump had broken, and nobody knew why."
        let article = try SamplePages.article(SamplePages.page(article: lines + SamplePages.marked))
        // A line that is no part of the text is no deck of it.
        guard article.text.contains(deck) else { return }
        #expect((article.standfirst == deck) == isDeck, "\(lines)")
    }

    @Test("The headline in another form is no standfirst")
    func headlines() throws {
        let head =
            #"<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Nach drei Tagen: Fähre legt ab", "#
            + #""alternativeHeadline": "Ferry leaves after three days", "datePublished": "2024-05-02"}</script>"#
        let page = SamplePages.page(
            head: head, article: "<h2 class='subtitle'>Nach drei Tagen: Fähre legt ab</h2>" + SamplePages.marked)
        #expect(try SamplePages.article(page).standfirst == nil)
    }
}
