import Extraction
import Foundation
import Markup
import Pipeline
import Records

/// What answers for a document: the pipeline in this process, or answers that were kept.
struct Engine {
    /// One kept answer, as `dateline extract --stream` and `annotate --stream` print it.
    private struct Answer: Decodable {
        var id: String
        var record: ArticleRecord?
    }

    /// Kept records by the id of their document; nil where the pipeline answers.
    private var kept: [String: ArticleRecord]?
    /// Models by the part of the sites that they have not seen; nil where the one that ships judges.
    private var parts: ModelParts?

    /// The pipeline.
    init() {}

    /// The pipeline, each page's passages judged by a model that has not seen its site.
    init(judgedBy parts: ModelParts) { self.parts = parts }

    /// The kept answers of a file of JSON lines; rejections count as no record.
    init(answersIn file: URL) throws {
        var kept: [String: ArticleRecord] = [:]
        for answer in try GoldFile.lines(Answer.self, in: file, limit: nil) { kept[answer.id] = answer.record }
        self.kept = kept
    }

    /// The record of a page, or nil where there is none.
    func record(of document: Document, id: String) -> ArticleRecord? {
        if let kept { return kept[id] }
        guard let parts else { return try? Pipeline.record(of: document) }
        guard let page = document.page else { return nil }
        let article = try? Extractor.article(
            in: page, hints: ExtractionHints(name: document.name, url: document.url, modified: document.modified),
            model: parts.model(unseenBy: document.url, id: id))
        return article.map { Pipeline.record(of: document, page: page, article: $0) }
    }

    /// The record of a clean text.
    func record(of clean: CleanText, id: String) -> ArticleRecord? {
        if let kept { return kept[id] }
        return Pipeline.record(of: clean, name: id)
    }
}
