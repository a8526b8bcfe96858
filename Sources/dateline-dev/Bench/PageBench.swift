import Extraction
import Foundation
import Markup
import Pipeline
import Records

/// Times the way of pages from bytes to text, stage by stage, in turns with a bare parse of the same bytes.
struct PageBench {
    private let documents: [Document]
    private let isWhole: Bool

    /// Pages that are at hand; `isWhole` takes them on through annotation to checked JSON.
    init(documents: [Document], isWhole: Bool) {
        self.documents = documents
        self.isWhole = isWhole
    }

    /// The pages of a folder with gold.jsonl and pages/ID.html.gz.
    init(folder: URL, limit: Int?, isWhole: Bool) throws {
        let pages = try GoldFile.lines(GoldPage.self, in: folder.appendingPathComponent("gold.jsonl"), limit: limit)
        documents = try pages.map { try $0.document(in: folder) }
        self.isWhole = isWhole
    }

    var count: Int { documents.count }

    /// The size of all pages in bytes.
    var bytes: Int { documents.reduce(0) { $0 + $1.bytes.count } }

    /// One round over all pages. For each page in turn the bare parse and the engine's own way run one behind the other;
    /// which of them comes first, and so finds the page's bytes out of the processor's caches, alternates with the page
    /// and with the round. A page that is rejected ends at the stage that rejects it.
    func round(_ number: Int, into times: inout StageTimes) {
        var bare = 0.0
        var own = OwnTimes()
        for (index, document) in documents.enumerated() {
            let isBareFirst = (index + number).isMultiple(of: 2)
            if isBareFirst { parse(document, &bare) }
            own.measure(document, isWhole: isWhole)
            if !isBareFirst { parse(document, &bare) }
        }
        times.note(StageTimes.bare, seconds: bare)
        own.note(into: &times, isWhole: isWhole)
    }

    private func parse(_ document: Document, _ seconds: inout Double) {
        let nodes = ProcessorClock.measure(&seconds) { BareParse.nodeCount(of: document.bytes) }
        precondition(nodes >= 0)
    }
}

/// The seconds of one round of the engine's own stages.
private struct OwnTimes {
    private var reading = 0.0
    private var extraction = 0.0
    private var finish = FinishingTimes()

    mutating func measure(_ document: Document, isWhole: Bool) {
        let page = ProcessorClock.measure(&reading) { document.page }
        guard let page else { return }
        let article = ProcessorClock.measure(&extraction) { document.article(in: page) }
        guard let article, isWhole else { return }
        finish.measure(article, of: document)
    }

    func note(into times: inout StageTimes, isWhole: Bool) {
        times.note("reading", seconds: reading)
        times.note("extraction", seconds: extraction)
        times.note(StageTimes.pageToText, seconds: reading + extraction)
        guard isWhole else { return }
        finish.note(into: &times)
        times.note("all", seconds: reading + extraction + finish.sum)
    }
}

extension Document {
    /// The page, or nil where it cannot be read.
    var page: Page? {
        try? Page(reading: bytes, hints: InputHints(name: name, mediaType: mediaType, url: url))
    }

    /// The article of the page, or nil where there is none.
    func article(in page: Page) -> Article? {
        try? Extractor.article(in: page, hints: ExtractionHints(name: name, url: url))
    }
}
