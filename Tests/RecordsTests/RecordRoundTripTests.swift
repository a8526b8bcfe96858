import Foundation
import Records
import TestSupport
import Testing

@Suite("A record survives the way to disk and back")
struct RecordRoundTripTests {
    static let records = [RecordFixtures.minimal, RecordFixtures.full]

    @Test("decoding gives the same value, and writing that the same bytes", arguments: records)
    func roundTrip(_ record: ArticleRecord) throws {
        for layout in [JSONWriter.Layout.compact, .pretty] {
            let bytes = record.json(layout)
            let read = try JSONDecoder().decode(ArticleRecord.self, from: Data(bytes))
            #expect(read == record)
            #expect(read.json(layout) == bytes)
        }
    }

    @Test("a record is one line in compact form, whatever its text holds")
    func oneLine() {
        let text = String(decoding: RecordFixtures.full.json(), as: UTF8.self)
        #expect(!text.unicodeScalars.contains { $0.properties.generalCategory == .control || $0 == "\u{2028}" })
    }

    @Test("lists are written when empty, absent values are not")
    func absence() throws {
        let keys = try topLevelKeys(of: RecordFixtures.minimal)
        #expect(keys.isSuperset(of: ["urls", "bylines", "quotes", "events", "notices", "removed"]))
        #expect(keys.isDisjoint(with: ["url", "headline", "published", "story", "dateline", "language"]))
    }

    @Test("a record of another schema is refused")
    func otherSchema() {
        let text = String(decoding: RecordFixtures.minimal.json(), as: UTF8.self)
            .replacingOccurrences(of: "dateline/article/1", with: "dateline/article/2")
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(ArticleRecord.self, from: Data(text.utf8))
        }
    }

    @Test("a lone surrogate in a record is refused")
    func loneSurrogate() {
        let text = String(decoding: RecordFixtures.minimal.json(), as: UTF8.self)
            .replacingOccurrences(of: "Rain fell.", with: #"Rain \ud83c fell."#)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(ArticleRecord.self, from: Data(text.utf8))
        }
    }

    @Test("keys stand in the contract's order")
    func order() throws {
        let text = String(decoding: RecordFixtures.full.json(.pretty), as: UTF8.self)
        let keys = text.split(separator: "\n").compactMap { line -> String? in
            line.hasPrefix("  \"") ? line.split(separator: "\"")[1].description : nil
        }
        #expect(
            keys == [
                "schema", "generator", "id", "source", "url", "urls", "site", "headline", "standfirst", "bylines",
                "section", "keywords", "images", "language", "published", "modified", "dateline", "text", "blocks",
                "sentences", "removed", "summary", "entities", "quotes", "times", "amounts", "counts", "events",
                "story", "conflicts", "notices",
            ])
    }

    private func topLevelKeys(of record: ArticleRecord) throws -> Set<String> {
        let object = try JSONSerialization.jsonObject(with: Data(record.json())) as? [String: Any]
        return Set(object?.keys.map(\.self) ?? [])
    }
}
