import Annotation
import Digest
import Extraction
import Foundation
import Markup
import Pipeline
import Records

/// What the stages are measured over: the golden articles and the samples, as bytes, pages, articles and records. Each
/// is made once, before anything is measured.
enum Inputs {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Every input, in the order of its path.
    static let documents: [Document] = {
        let files = FileManager.default
        let golden = root.appendingPathComponent("Tests/Golden")
        let samples = root.appendingPathComponent("docs/samples")
        let folders = (try? files.contentsOfDirectory(at: golden, includingPropertiesForKeys: nil)) ?? []
        let places = folders.flatMap { folder in
            ((try? files.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? [])
                .filter { $0.lastPathComponent.hasPrefix("input.") }
        }
        let loose = (try? files.contentsOfDirectory(at: samples, includingPropertiesForKeys: nil)) ?? []
        return (places + loose).sorted { $0.path < $1.path }.compactMap { place in
            (try? Data(contentsOf: place)).map { Document(bytes: [UInt8]($0), name: place.lastPathComponent) }
        }
    }()

    /// Those that can be read, with their pages.
    static let pages: [(document: Document, page: Page)] = documents.compactMap { document in
        (try? Page(reading: document.bytes, hints: InputHints(name: document.name))).map { (document, $0) }
    }

    /// Those that hold an article.
    static let articles: [Article] = pages.compactMap { try? Extractor.article(in: $0.page, hints: hints($0.document)) }

    /// Their records.
    static let records: [ArticleRecord] = documents.compactMap { try? Pipeline.record(of: $0) }

    /// The records as one day's material.
    static let edition: EditionInput? = CalendarDay(year: 2024, month: 10, day: 3).map { day in
        EditionInput(
            day: day,
            articles: records.map { FiledArticle(day: day, path: "records/2024/10/03/\($0.id).json", record: $0) })
    }

    /// What extraction is told of a document.
    static func hints(_ document: Document) -> ExtractionHints { ExtractionHints(name: document.name) }
}
