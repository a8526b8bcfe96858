import Foundation
import Language
import Markup
import Records

/// Finds the article in a page.
public enum Extractor {
    /// The clean article with its metadata. Linear in the page.
    public static func article(in page: Page, hints: ExtractionHints) throws(ExtractionError) -> Article {
        var notes: TraceNotes?
        return try article(in: page, hints: hints, notes: &notes)
    }

    /// The same by another model than the one that ships, as a cross-validation asks for it.
    package static func article(
        in page: Page, hints: ExtractionHints, model: PassageModel
    ) throws(ExtractionError) -> Article {
        var notes: TraceNotes?
        return try article(in: page, hints: hints, model: model, notes: &notes)
    }

    /// The same, with notes of what is decided on the way where somebody asks for them.
    static func article(
        in page: Page, hints: ExtractionHints, model: PassageModel = .standard, notes: inout TraceNotes?
    ) throws(ExtractionError) -> Article {
        var article: Article
        switch page.content {
        case .tree(let tree):
            do {
                article = try PageArticle.article(
                    in: tree, savedFrom: page.savedFrom, hints: hints, model: model, notes: &notes)
            } catch {
                throw error != .errorPage && page.isFrameset ? .framesOnly : error
            }
        case .text(let text):
            article = try TextArticle.article(in: text, page: page, hints: hints, notes: &notes)
        }
        if article.published == nil { addLastFallbacks(&article, hints, &notes) }
        return article
    }

    /// The file's name and, at the very last, its time.
    private static func addLastFallbacks(
        _ article: inout Article, _ hints: ExtractionHints, _ notes: inout TraceNotes?
    ) {
        if let name = hints.name, let day = WebAddress("http://file.name/\(name)")?.day {
            article.published = DatedEvidence(value: day, from: .fileName, confidence: 0.7)
        } else if let modified = hints.modified, let date = DateReader.date(in: modified, dayFirst: true) {
            article.published = DatedEvidence(value: date, from: .fileTime, confidence: 0.3)
            article.notices.append(
                Notice(
                    code: "date-from-file-time",
                    message: "the article gives no date; the file's modification time stands in for it"))
        }
        if let last = article.published {
            notes?.note(
                chosen: CandidateTrace(
                    value: last.value, from: last.from.rawValue, confidence: last.confidence ?? 0, verdict: "chosen"),
                for: "published")
        }
    }

    /// Opens every resource, so that nothing is read from disk later. Idempotent.
    public static func warmUp() {
        WordList.preload(.module)
        _ = PassageModel.standard
        PassageRules.warmUp()
        TextRules.warmUp()
        BylineNames.warmUp()
        BylineWords.warmUp()
        EvidenceWeights.warmUp()
        DateLine.warmUp()
        let page = try? Page(
            reading: Array("<html><body><p class=x>1 May 2024</p></body></html>".utf8), hints: InputHints())
        if let page { _ = try? article(in: page, hints: ExtractionHints()) }
        _ = LanguageDetector.language(of: "The committee will meet again on Friday to decide.")
        _ = DateReader.date(in: "1 May 2024", dayFirst: true)
        // Composition loads Foundation's tables.
        _ = "e\u{301}".composed
    }
}
