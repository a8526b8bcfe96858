import Digest
import Pipeline
import Records

/// A fixed run whose instructions are counted: golden articles from their bytes to an edition, each stage in a function
/// of its own, which the counter finds by its name (`scripts/checks/instructions.py`).
@main enum Gauge {
    /// Usage: dateline-gauge FOLDER SLUG…
    static func main() throws {
        var words = CommandLine.arguments.dropFirst()
        guard let folder = words.popFirst(), !words.isEmpty else {
            print("usage: dateline-gauge FOLDER SLUG...")
            return
        }
        startStage()
        var records: [ArticleRecord] = []
        var bytes = 0
        for slug in words {
            let document = try GaugedInput.document(in: "\(folder)/\(slug)")
            guard let page = readingStage(document), let article = extractionStage(document, page) else { continue }
            let record = annotationStage(document, page, article)
            bytes += jsonStage(record)
            records.append(record)
        }
        let edition = digestStage(records)
        // What was made is told, so that nobody may leave it out; the parser's version, since counts depend on it.
        print("libxml2 \(Pipeline.parserVersion)")
        print("\(records.count) records, \(bytes) bytes of JSON, \(edition) bytes of an edition")
    }
}
