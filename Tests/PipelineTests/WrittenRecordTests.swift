import Foundation
import Pipeline
import Records
import TestSupport
import Testing

/// Every record that is written has to be one that others can read by the published schema.
@Suite("What the pipeline writes is what the schema promises")
struct WrittenRecordTests {
    /// The golden articles, prose, and noise that was taken for an article.
    private static func records() -> [ArticleRecord] {
        var records: [ArticleRecord] = []
        for slug in GoldenTests.slugs {
            let folder = GoldenTests.folder.appendingPathComponent(slug)
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
            for name in names where name.hasPrefix("input.") {
                guard let data = try? Data(contentsOf: folder.appendingPathComponent(name)) else { continue }
                let document = Document(
                    bytes: [UInt8](data), name: name, collection: ["golden", slug], modified: "2024-10-03T10:00:00Z")
                if let record = try? Pipeline.record(of: document) { records.append(record) }
            }
        }
        for seed in PropertyTests.seeds {
            var generator = SeededGenerator(seed: seed)
            let prose = Prose.article(&generator).joined(separator: "\n\n")
            records.append(Pipeline.record(of: CleanText(text: prose, published: "2024-10-03"), name: "prose"))
            records.append(Pipeline.record(of: CleanText(text: Noise.text(&generator)), name: "noise"))
            let page = Document(bytes: Noise.page(&generator), name: "page.html")
            if let record = try? Pipeline.record(of: page) { records.append(record) }
        }
        return records
    }

    @Test(
        "an independent validator takes every record",
        .enabled(if: SchemaValidator.isInstalled, "python3 with the jsonschema package is not installed"))
    func schema() throws {
        let records = Self.records()
        let texts = records.map { String(decoding: $0.json(), as: UTF8.self) }
        let verdicts = try SchemaValidator.verdicts(on: texts, schema: RecordSchema.json)
        #expect(verdicts.count == records.count)
        #expect(verdicts.filter { !$0.isEmpty } == [])
    }

    @Test("every record comes back from its JSON as it was, and writes the same bytes")
    func roundTrip() throws {
        for record in Self.records() {
            let bytes = record.json()
            let read = try JSONDecoder().decode(ArticleRecord.self, from: Data(bytes))
            #expect(read.json() == bytes)
            #expect(read.faults() == [])
        }
    }
}
