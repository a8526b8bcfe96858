import Extraction
import Foundation
import Pipeline
import Records

/// A page's evidence for its metadata, labelled by the page's gold.
struct LabelledEvidence {
    private let site: String
    private let corpus: String
    private let digest: String
    private let weight: Double
    private let fields: [LabelledField]

    /// Reads and traces a page; a page without an article offers what was found before that was known. Nil where it cannot
    /// be read or the gold says nothing of it.
    init?(_ gold: GoldPage, in folder: WeightedFolder) throws {
        let document = try gold.document(in: folder.url)
        guard let page = document.page else { return nil }
        let trace = Extractor.trace(in: page, hints: ExtractionHints(name: document.name, url: document.url))
        fields = ConfidenceTable.fields.compactMap { field in
            let candidates = trace.fields.first { $0.field == field }?.candidates ?? []
            return LabelledField(field, candidates, gold: gold)
        }
        guard !fields.isEmpty else { return nil }
        site = LabelledPage.site(of: gold.url) ?? gold.id
        corpus = folder.url.lastPathComponent
        digest = ContentHash.sha256(document.bytes)
        weight = folder.weight
    }

    /// The page as one JSON object.
    var json: [UInt8] {
        var writer = JSONWriter()
        writer.object { json in
            json.member("site", site)
            json.member("part", WordTables.fold(of: site))
            json.member("corpus", corpus)
            json.member("sha256", digest)
            json.member("weight") { $0.number(weight) }
            json.member("fields") { json in
                json.array(fields) { json, field in json.object { Self.write(field, to: &$0) } }
            }
        }
        return writer.bytes
    }

    private static func write(_ field: LabelledField, to json: inout JSONWriter) {
        json.member("field", field.field)
        json.member("gold") { json in json.array(field.gold) { $0.string($1) } }
        json.member("candidates") { json in
            json.array(field.candidates) { json, candidate in
                json.object { json in
                    json.member("clues") { json in json.array(candidate.clues) { $0.string($1) } }
                    json.member("says") { json in json.array(candidate.says) { $0.string($1) } }
                    json.member("right") { $0.boolean(candidate.isRight) }
                }
            }
        }
    }
}
