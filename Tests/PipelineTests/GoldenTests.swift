import Foundation
import Pipeline
import Records
import Testing

/// Each folder of Tests/Golden holds an article, `input.*`, what to look at, `about.md`, what a careful reader expects,
/// `expects.json`, and the record that was read against both, `expected.json`.
@Suite("Golden articles give the records they gave before")
struct GoldenTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Golden")

    static let slugs = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter {
        FileManager.default.fileExists(atPath: folder.appendingPathComponent("\($0)/about.md").path)
    }.sorted()

    @Test("there are golden articles")
    func presence() {
        #expect(Self.slugs.count >= 60)
    }

    @Test("an article's record is the recorded one, byte for byte", arguments: slugs)
    func golden(slug: String) throws {
        let folder = Self.folder.appendingPathComponent(slug)
        let document = try Self.document(of: slug)
        if ProcessInfo.processInfo.environment["DATELINE_RECORD_GOLDENS"] == "1" {
            Issue.record("recording is switched on: nothing is compared; unset DATELINE_RECORD_GOLDENS")
            return
        }
        guard let expected = try? Data(contentsOf: folder.appendingPathComponent("expected.json")) else {
            Issue.record("\(slug) has no expected.json: swift run dateline-dev record \(slug) Tests/Golden")
            return
        }
        let outcome = outcome(of: document)
        guard [UInt8](expected) != outcome else { return }
        let lines = String(decoding: outcome, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let before = String(decoding: expected, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let first = zip(lines, before).enumerated().first { $1.0 != $1.1 }?.offset ?? min(lines.count, before.count)
        Issue.record(
            """
            \(slug) differs from line \(first + 1) on
            expected: \(before.indices.contains(first) ? before[first].prefix(300) : "the end")
            is:       \(lines.indices.contains(first) ? lines[first].prefix(300) : "the end")
            """)
    }

    @Test("an article's record is what a careful reader expects, whatever was recorded", arguments: slugs)
    func expectation(slug: String) throws {
        let file = Self.folder.appendingPathComponent("\(slug)/expects.json")
        let expected = try JSONDecoder().decode(GoldenExpectation.self, from: try Data(contentsOf: file))
        let document = try Self.document(of: slug)
        let outcome = Result { () throws(Rejection) in try Pipeline.record(of: document) }
        let faults = expected.faults(in: outcome)
        let known = Set(expected.known ?? [])
        for fault in faults where !known.contains(fault.name) { Issue.record("\(slug): \(fault.message)") }
        for name in known.subtracting(faults.map(\.name)).sorted() {
            Issue.record("\(slug): \(name) is as expected now; take it out of `known`")
        }
    }

    /// The input of a golden article.
    static func document(of slug: String) throws -> Document {
        let folder = folder.appendingPathComponent(slug)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("input.") }
        let name = try #require(names.first, "\(slug) has no input.*")
        #expect(names.count == 1, "\(slug) has several inputs")
        return Document(bytes: [UInt8](try Data(contentsOf: folder.appendingPathComponent(name))), name: name)
    }

    /// The record or the rejection, as `dateline-dev record` writes it.
    private func outcome(of document: Document) -> [UInt8] {
        do {
            return try Pipeline.record(of: document).json(.pretty) + [0x0A]
        } catch {
            return error.json(.pretty) + [0x0A]
        }
    }
}
