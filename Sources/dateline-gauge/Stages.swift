import Digest
import Extraction
import Markup
import Pipeline
import Records

/// Loads every table and model, as a worker does before its first document.
@inline(never) func startStage() {
    Pipeline.warmUp()
    Edition.warmUp()
}

/// Bytes to page: decoding, sieve, libxml2's tree.
@inline(never) func readingStage(_ document: Document) -> Page? {
    try? Page(reading: document.bytes, hints: InputHints(name: document.name))
}

/// Page to article.
@inline(never) func extractionStage(_ document: Document, _ page: Page) -> Article? {
    try? Extractor.article(in: page, hints: ExtractionHints(name: document.name))
}

/// Article to record: all annotators, the hash and the identity.
@inline(never) func annotationStage(_ document: Document, _ page: Page, _ article: Article) -> ArticleRecord {
    Pipeline.record(of: document, page: page, article: article)
}

/// Record to bytes.
@inline(never) func jsonStage(_ record: ArticleRecord) -> Int { record.json().count }

/// The records as one day's edition, in every format.
@inline(never) func digestStage(_ records: [ArticleRecord]) -> Int {
    guard let day = CalendarDay(year: 2024, month: 10, day: 3) else { return 0 }
    let filed = records.map { FiledArticle(day: day, path: "records/2024/10/03/\($0.id).json", record: $0) }
    let edition = Edition(EditionInput(day: day, articles: filed))
    return EditionFormat.allCases.reduce(0) { $0 + (edition.rendered(as: $1)?.count ?? 0) }
}
