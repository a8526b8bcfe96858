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
