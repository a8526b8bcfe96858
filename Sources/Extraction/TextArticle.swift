import Language
import Markup
import Records

/// The article of a plain text or of Markdown.
enum TextArticle {
    /// Words below which a text is no article.
    private static let fewestWords = 8

    /// The article with its metadata. Linear in the text.
    static func article(
        in text: String, page: Page, hints: ExtractionHints, notes: inout TraceNotes?
    ) throws(ExtractionError) -> Article {
        let lines = TextLines(text, isMarkdown: page.mediaType == "text/markdown", skipped: page.skippedLines)
        let verdicts = TextRules.verdicts(lines.paragraphs)
        var opening = TextOpening(lines.paragraphs, verdicts: verdicts, fields: page.fields)
        notes?.note(lines.paragraphs, rules: verdicts, opening: opening.taken)
        var body = ArticleText()
        var removed: [RemovedPassage] = []
        for (index, paragraph) in lines.paragraphs.enumerated() {
            if let rule = opening.taken[index] ?? verdicts[index] {
                removed.append(
                    RemovedPassage(
                        text: RemovedPassages.cut(paragraph.text.folded), rule: rule,
                        location: "line \(paragraph.line)"))
            } else {
                body.append(paragraph.text, paragraph.kind)
            }
        }
        if body.words == 0 { throw lines.paragraphs.isEmpty ? .noText : .noArticle }
        if body.words < fewestWords { throw .tooShort(words: body.words) }
        var article = Article()
        body.finish(&article)
        article.removed = Array(removed.prefix(RemovedPassages.limit))
        article.notices += CorrectionNotice.notices(for: article.removed)
        article.language = opening.language ?? LanguageDetector.language(of: article.text)
        opening.fill(&article, hints: hints, savedFrom: page.savedFrom)
        if notes != nil { notes?.fields = opening.traces(of: article) }
        return article
    }
}
