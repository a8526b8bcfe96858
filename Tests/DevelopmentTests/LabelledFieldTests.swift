import Extraction
import Foundation
import Testing

@testable import dateline_dev

@Suite("Candidates for metadata are labelled by the gold")
struct LabelledFieldTests {
    struct Sample: Sendable {
        var field: String
        var value: String
        var gold: String
        var isRight: Bool
    }

    private static func page(_ members: String) throws -> GoldPage {
        try JSONDecoder().decode(GoldPage.self, from: Data("{\"id\":\"1\",\(members)}".utf8))
    }

    private static func trace(_ value: String, isForbidden: Bool = false) -> CandidateTrace {
        var trace = CandidateTrace(value: value, from: "linked", confidence: 0.5, verdict: "less likely")
        trace.clues = ["linked", "any"]
        trace.isForbidden = isForbidden
        return trace
    }

    static let samples = [
        Sample(field: "headline", value: "ferry  leaves", gold: #""title":"Ferry leaves""#, isRight: true),
        Sample(field: "headline", value: "Ferry: leaves", gold: #""title":"Ferry leaves""#, isRight: true),
        Sample(field: "headline", value: "Ferry stays", gold: #""title":"Ferry leaves""#, isRight: false),
        Sample(field: "bylines", value: "Ana Roth", gold: #""authors":["By Ana Roth, M.D."]"#, isRight: true),
        Sample(field: "bylines", value: "Ana Roth", gold: #""authors":["Bo Ek and Ána Roth"]"#, isRight: true),
        Sample(field: "bylines", value: "Ana", gold: #""authors":["Ana Roth"]"#, isRight: false),
        Sample(field: "bylines", value: "Ana Roth", gold: #""authors":[]"#, isRight: false),
        Sample(field: "published", value: "2024-05-02T06:30:00Z", gold: #""date":"2024-05-02""#, isRight: true),
        Sample(field: "published", value: "2024-05-03", gold: #""date":"2024-05-02""#, isRight: false),
        Sample(field: "published", value: "2024-05-03", gold: #""date":null"#, isRight: false),
    ]

    @Test("as the scorer compares them", arguments: samples)
    func label(_ sample: Sample) throws {
        let labelled = try LabelledField(sample.field, [Self.trace(sample.value)], gold: Self.page(sample.gold))
        #expect(labelled?.candidates.map(\.isRight) == [sample.isRight], "\(sample.value)")
        #expect(labelled?.candidates.first?.clues == ["linked", "any"])
    }

    @Test("A headline that differs in marks alone is wrong beside one that does not")
    func exactHeadline() throws {
        let traces = [Self.trace("Ferry: leaves"), Self.trace("FERRY LEAVES")]
        let labelled = try LabelledField("headline", traces, gold: Self.page(#""title":"Ferry leaves""#))
        #expect(labelled?.candidates.map(\.isRight) == [false, true])
        #expect(labelled?.gold == ["ferry leaves"])
        #expect(labelled?.candidates.last?.says == ["ferry leaves"])
    }

    @Test("What a rule forbids, or what was not weighed, is no candidate")
    func forbidden() throws {
        let unweighed = CandidateTrace(value: "The Harbour", from: "h1", confidence: 0.9, verdict: "chosen")
        let traces = [Self.trace("The Harbour Post", isForbidden: true), unweighed]
        let labelled = try LabelledField("headline", traces, gold: Self.page(#""title":"The Harbour Post""#))
        #expect(labelled?.candidates == [])
    }

    @Test("A page whose gold has no headline, or a date that is no day, teaches nothing of it")
    func unknown() throws {
        #expect(try LabelledField("headline", [Self.trace("a")], gold: Self.page(#""title":null"#)) == nil)
        #expect(try LabelledField("published", [], gold: Self.page(#""date_raw":"last Monday""#)) == nil)
        #expect(try LabelledField("published", [], gold: Self.page(#""date":null"#))?.gold == [])
    }

    @Test("A page is written with its site's part, its digest and its labels")
    func page() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dateline-\(UUID().uuidString)")
        let pages = folder.appendingPathComponent("pages")
        try FileManager.default.createDirectory(at: pages, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Self.packed("<html><head><title>Ferry leaves</title></head><body><p>Rain fell.</p></body></html>")
            .write(to: pages.appendingPathComponent("1.html.gz"))
        let gold = try Self.page(#""url":"https://harbour.example/1","title":"Ferry leaves""#)
        let page = try #require(try LabelledEvidence(gold, in: WeightedFolder("\(folder.path)=2")))
        let json = try #require(JSONSerialization.jsonObject(with: Data(page.json)) as? [String: Any])
        #expect(json["site"] as? String == "harbour.example")
        #expect(json["part"] as? Int == WordTables.fold(of: "harbour.example"))
        #expect(json["weight"] as? Double == 2)
        #expect((json["sha256"] as? String)?.count == 64)
        let fields = try #require(json["fields"] as? [[String: Any]])
        #expect(fields.compactMap { $0["field"] as? String } == ConfidenceTable.fields)
        let candidates = try #require(fields.first?["candidates"] as? [[String: Any]])
        #expect(candidates.first?["right"] as? Bool == true)
        #expect((candidates.first?["clues"] as? [String])?.contains("title") == true)
        #expect(
            (candidates.first?["clues"] as? [String])?.contains("any") == true, "names and dates have it as their bias")
    }

    /// A text, gzipped.
    private static func packed(_ text: String) throws -> Data {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "--stdout"]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        input.fileHandleForWriting.write(Data(text.utf8))
        try input.fileHandleForWriting.close()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return data
    }
}
