import Annotation
import Extraction
import Foundation
import Markup
import Pipeline
import Records

/// Times the way of pages from bytes to JSON, stage by stage, beside a bare parse of the same bytes.
struct PageBench {
    private let documents: [Document]

    /// Pages that are at hand.
    init(documents: [Document]) { self.documents = documents }

    /// The pages of a folder with gold.jsonl and pages/ID.html.gz.
    init(folder: URL, limit: Int?) throws {
        let pages = try GoldFile.lines(GoldPage.self, in: folder.appendingPathComponent("gold.jsonl"), limit: limit)
        documents = try pages.map { page in
            Document(
                bytes: try GoldFile.bytes(of: folder.appendingPathComponent("pages/\(page.id).html.gz")),
                name: "page.html", mediaType: "text/html", url: page.url)
        }
    }

    var count: Int { documents.count }

    /// The size of all pages in bytes.
    var bytes: Int { documents.reduce(0) { $0 + $1.bytes.count } }

    /// One round over all pages. A page that is rejected ends at the stage that rejects it.
    func round(into times: inout StageTimes) {
        var bare = 0.0
        var reading = 0.0
        var extraction = 0.0
        var annotation = 0.0
        var json = 0.0
        var checking = 0.0
        for document in documents {
            let nodes = ProcessorClock.measure(&bare) { BareParse.nodeCount(of: document.bytes) }
            precondition(nodes >= 0)
            let hints = InputHints(name: document.name, mediaType: document.mediaType, url: document.url)
            guard
                let page = ProcessorClock.measure(&reading, { try? Page(reading: document.bytes, hints: hints) }),
                let article = ProcessorClock.measure(
                    &extraction,
                    {
                        try? Extractor.article(
                            in: page, hints: ExtractionHints(name: document.name, url: document.url))
                    })
            else { continue }
            let annotations = ProcessorClock.measure(&annotation) { Annotator.annotations(of: article) }
            let record = ProcessorClock.measure(&json) { written(article, annotations, document) }
            ProcessorClock.measure(&checking) { check(record) }
        }
        times.note("bare parse", seconds: bare)
        times.note("reading", seconds: reading)
        times.note("extraction", seconds: extraction)
        times.note("page to text", seconds: reading + extraction)
        times.note("annotation", seconds: annotation)
        times.note("JSON", seconds: json)
        times.note("checking", seconds: checking)
        times.note("all", seconds: reading + extraction + annotation + json + checking)
    }
}

/// Times annotation and JSON over texts that are clean already.
struct TextBench {
    private let texts: [CleanText]

    /// The documents of a file of JSON lines.
    init(file: URL, limit: Int?) throws {
        texts = try GoldFile.lines(GoldDocument.self, in: file, limit: limit).map {
            CleanText(
                text: $0.text, published: $0.published, headline: $0.headline, standfirst: $0.standfirst)
        }
    }

    var count: Int { texts.count }

    /// The size of all texts in bytes.
    var bytes: Int { texts.reduce(0) { $0 + $1.text.utf8.count } }

    /// One round over all texts.
    func round(into times: inout StageTimes) {
        var preparation = 0.0
        var annotation = 0.0
        var json = 0.0
        var checking = 0.0
        for text in texts {
            let article = ProcessorClock.measure(&preparation) {
                Extractor.article(
                    clean: text.text, published: text.published, headline: text.headline,
                    standfirst: text.standfirst, language: text.language)
            }
            let annotations = ProcessorClock.measure(&annotation) { Annotator.annotations(of: article) }
            let record = ProcessorClock.measure(&json) {
                written(article, annotations, Document(bytes: [], name: "text"))
            }
            ProcessorClock.measure(&checking) { check(record) }
        }
        times.note("preparation", seconds: preparation)
        times.note("annotation", seconds: annotation)
        times.note("JSON", seconds: json)
        times.note("checking", seconds: checking)
        times.note("all", seconds: preparation + annotation + json + checking)
    }
}

/// A record with its identity, its hash and its JSON, as the pipeline makes them last.
private func written(_ article: Article, _ annotations: Annotations, _ document: Document) -> ArticleRecord {
    let record = ArticleRecord(
        generator: Pipeline.generator, id: Pipeline.identity(of: article.text),
        source: Source(
            file: document.name, collection: [], sha256: ContentHash.sha256(document.bytes),
            bytes: document.bytes.count, mediaType: "text/html", encoding: "utf-8"),
        article: article, annotations: annotations)
    precondition(!record.json().isEmpty)
    return record
}

/// The check every record passes before it is published. What it finds is `evaluate`'s to tell.
private func check(_ record: ArticleRecord) { precondition(record.faults().count <= 101) }
