import Language
import Markup
import Records

/// The article of a page that shows none, but tells it in its JSON-LD: the saved copy of a page that a script builds.
enum LinkedBody {
    /// Words below which an `articleBody` is a teaser.
    private static let fewestWords = 40

    /// The article, or nil where the page's JSON-LD has no body. Linear in the page.
    static func article(_ head: ArticleHead, headline: String?, bylines: [Byline]) -> Article? {
        guard let told = head.linked.article?["articleBody"]?.text else { return nil }
        var text = ArticleText()
        for paragraph in paragraphs(of: told) { text.append(paragraph, .paragraph) }
        guard text.words >= fewestWords else { return nil }
        var article = Article()
        text.finish(&article)
        article.headline = headline
        article.bylines = bylines
        article.notices.append(
            Notice(
                code: "body-from-json-ld",
                message: "the page shows no article; its JSON-LD tells the text, which was taken"))
        return article
    }

    /// The lines of a body, or the passages of its markup, without what is no words.
    private static func paragraphs(of told: String) -> [String] {
        if told.contains("</p>") || told.contains("<br") {
            let hints = InputHints(mediaType: "text/html")
            guard let page = try? Page(reading: Array("<html>\(told)".utf8), hints: hints),
                case .tree(let tree) = page.content
            else { return [] }
            let list = PassageReader.passages(of: tree)
            return list.passages.map { list.string($0) }
        }
        return told.split(whereSeparator: \.isNewline).map { References.decoded(String($0)).folded }
            .filter { !$0.comparable.isEmpty }
    }
}
