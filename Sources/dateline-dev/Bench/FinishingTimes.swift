import Annotation
import Pipeline
import Records

/// The stages behind extraction, which pages and clean texts share: annotation, JSON and the check before publication.
struct FinishingTimes {
    private var annotation = 0.0
    private var json = 0.0
    private var checking = 0.0

    /// The seconds of all three.
    var sum: Double { annotation + json + checking }

    /// Takes an article to its end.
    mutating func measure(_ article: Article, of document: Document) {
        let annotations = ProcessorClock.measure(&annotation) { Annotator.annotations(of: article) }
        let record = ProcessorClock.measure(&json) { Self.written(article, annotations, document) }
        // What the check finds is `evaluate`'s to tell.
        ProcessorClock.measure(&checking) { precondition(record.faults().count <= 101) }
    }

    /// Notes the three stages of a round.
    func note(into times: inout StageTimes) {
        times.note("annotation", seconds: annotation)
        times.note("JSON", seconds: json)
        times.note("checking", seconds: checking)
    }

    /// A record with its identity, its hash and its JSON, as the pipeline makes them last.
    private static func written(
        _ article: Article, _ annotations: Annotations, _ document: Document
    ) -> ArticleRecord {
        let record = ArticleRecord(
            generator: Pipeline.generator, id: Pipeline.identity(of: article.text),
            source: Source(
                file: document.name, collection: [], sha256: ContentHash.sha256(document.bytes),
                bytes: document.bytes.count, mediaType: "text/html", encoding: "utf-8"),
            article: article, annotations: annotations)
        precondition(!record.json().isEmpty)
        return record
    }
}
