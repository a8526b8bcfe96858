import Foundation
import Records
import TestSupport
import Testing

@Suite("The record's schema says what records are")
struct RecordSchemaTests {
    private static func schema() throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(RecordSchema.json)) as? [String: Any])
    }

    @Test("the schema is named as the records are")
    func name() throws {
        let schema = try Self.schema()
        #expect(schema["$id"] as? String == ArticleRecord.schemaName)
        #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    }

    @Test("every property of the schema is written by a full record, and every member written is in the schema")
    func completeness() throws {
        let schema = try Self.schema()
        let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
        let record = try JSONSerialization.jsonObject(with: Data(RecordFixtures.full.json()))
        var pending: [(schema: [String: Any], values: [Any], place: String)] = [(schema, [record], "record")]
        var allowed: [String: Set<String>] = [:]
        var written: [String: Set<String>] = [:]
        while let (schema, values, place) = pending.popLast() {
            if let reference = schema["$ref"] as? String {
                let definition = try #require(definitions[String(reference.dropFirst("#/$defs/".count))])
                pending.append((definition, values, reference))
            } else if let properties = schema["properties"] as? [String: [String: Any]] {
                let objects = values.compactMap { $0 as? [String: Any] }
                #expect(schema["additionalProperties"] as? Bool == false, "\(place) is open")
                allowed[place] = Set(properties.keys)
                written[place, default: []].formUnion(objects.flatMap(\.keys))
                for (key, value) in properties {
                    pending.append((value, objects.compactMap { $0[key] }, "\(place).\(key)"))
                }
            } else if let items = schema["items"] as? [String: Any] {
                pending.append((items, values.flatMap { $0 as? [Any] ?? [] }, "\(place)[]"))
            }
        }
        #expect(written == allowed)
    }

    @Test("closed lists of values are those of the types")
    func enumerations() throws {
        let definitions = try #require(try Self.schema()["$defs"] as? [String: [String: Any]])
        func values(_ definition: String, _ key: String) -> Set<String> {
            let properties = definitions[definition]?["properties"] as? [String: [String: Any]]
            return Set(properties?[key]?["enum"] as? [String] ?? [])
        }
        #expect(values("datedEvidence", "from") == Set(DateSource.allCases.map(\.rawValue)))
        #expect(values("block", "kind") == Set(Block.Kind.allCases.map(\.rawValue)))
        #expect(values("entity", "type") == Set(Entity.Kind.allCases.map(\.rawValue)))
        #expect(values("mention", "kind") == Set(Mention.Kind.allCases.map(\.rawValue)))
        #expect(values("quote", "kind") == Set(Quote.Kind.allCases.map(\.rawValue)))
        #expect(values("time", "type") == Set(TimeExpression.Kind.allCases.map(\.rawValue)))
        #expect(values("time", "relativeTo") == Set(TimeExpression.Anchor.allCases.map(\.rawValue)))
        #expect(values("amount", "kind") == Set(Amount.Kind.allCases.map(\.rawValue)))
        #expect(values("event", "status") == Set(Event.Status.allCases.map(\.rawValue)))
        let modifiers = Set(definitions["figureModifier"]?["enum"] as? [String] ?? [])
        #expect(modifiers == Set(FigureModifier.allCases.map(\.rawValue)))
    }

    /// A record's JSON with one passage of it replaced, and whether the schema should take it.
    struct Case: Sendable {
        var sound: Bool
        var json: String

        init(_ record: ArticleRecord) {
            sound = true
            json = String(decoding: record.json(), as: UTF8.self)
        }

        init(replacing old: String, by new: String) {
            sound = false
            let full = String(decoding: RecordFixtures.full.json(), as: UTF8.self)
            json = full.replacingOccurrences(of: old, with: new)
            precondition(json != full, "the full record has no \(old)")
        }
    }

    static let cases = [
        Case(RecordFixtures.minimal), Case(RecordFixtures.full),
        Case(replacing: #""schema":"dateline/article/1""#, by: #""schema":"dateline/article/2""#),
        Case(replacing: #""schema":"#, by: #""mood":"sunny","schema":"#),
        Case(replacing: #""id":"0a0a"#, by: #""id":"0A0a"#),
        Case(replacing: #""bytes":20481"#, by: #""bytes":-1"#),
        Case(replacing: #""mediaType":"text/html""#, by: #""mediaType":"image/png""#),
        Case(replacing: #""urls":"#, by: #""links":"#),
        Case(replacing: #""from":"json-ld""#, by: #""from":"hearsay""#),
        Case(replacing: #""value":"2024-10-04""#, by: #""value":"4 October""#),
        Case(replacing: #""kind":"paragraph","range":[0,"#, by: #""kind":"paragraph","range":[-1,"#),
        Case(replacing: #""kind":"paragraph","range":["#, by: #""kind":"paragraph","range":[0,"#),
        Case(replacing: #""kind":"paragraph","range":[0,"#, by: #""kind":"paragraph","range":[0.5,"#),
        Case(replacing: #""kind":"paragraph""#, by: #""kind":"poem""#),
        Case(replacing: #""former":true"#, by: #""former":false"#),
        Case(replacing: #""country":"DE""#, by: #""country":"Germany""#),
        Case(replacing: #""lat":52.25"#, by: #""lat":152.25"#),
        Case(replacing: #""salience":0.5"#, by: #""salience":null"#),
        Case(replacing: #""confidence":0.97"#, by: #""confidence":1.97"#),
        Case(replacing: #""lemma":"say""#, by: #""lemma":"""#),
        Case(replacing: #""modifier":"APPROX""#, by: #""modifier":"ROUGHLY""#),
        Case(replacing: #""currency":"EUR""#, by: #""currency":"€""#),
        Case(replacing: #""equivalentTo":[1]"#, by: #""equivalentTo":["1"]"#),
        Case(replacing: #""status":"main""#, by: #""status":"minor""#),
        Case(replacing: #""who":{"#, by: #""whom":{"#),
    ]

    @Test(
        "an independent validator takes every record and refuses every damaged one",
        .enabled(if: SchemaValidator.isInstalled, "python3 with the jsonschema package is not installed"))
    func validation() throws {
        let verdicts = try SchemaValidator.verdicts(on: Self.cases.map(\.json), schema: RecordSchema.json)
        #expect(verdicts.count == Self.cases.count)
        for (item, verdict) in zip(Self.cases, verdicts) {
            #expect(item.sound == verdict.isEmpty, "\(verdict) \(item.json)")
        }
    }
}
