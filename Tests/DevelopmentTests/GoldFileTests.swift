import Foundation
import Records
import TestSupport
import Testing

@testable import dateline_dev

/// A folder that goes when the test ends.
private func withFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dateline-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
}

@Suite("Evaluation reads gold data and says what is wrong with it")
struct GoldFileTests {
    private static let line = #"{"id":"1","text":"Rain fell.","gold":[]}"#

    @Test("lines are read up to the limit, empty ones skipped")
    func limit() throws {
        try withFolder { folder in
            let file = folder.appendingPathComponent("gold.jsonl")
            try Data("\(Self.line)\n\n\(Self.line)\n\(Self.line)".utf8).write(to: file)
            #expect(try GoldFile.lines(GoldDocument.self, in: file, limit: nil).count == 3)
            #expect(try GoldFile.lines(GoldDocument.self, in: file, limit: 2).count == 2)
        }
    }

    @Test("a line that is no JSON of the task is named by its number")
    func malformed() throws {
        try withFolder { folder in
            let file = folder.appendingPathComponent("gold.jsonl")
            try Data("\(Self.line)\n\n{\"id\":1}\n".utf8).write(to: file)
            #expect(throws: GoldFile.Fault.malformed(path: file.path, line: 3)) {
                try GoldFile.lines(GoldDocument.self, in: file, limit: nil)
            }
        }
    }

    @Test("a file that is not there, or not gzipped as it says, is unreadable")
    func unreadable() throws {
        try withFolder { folder in
            let absent = folder.appendingPathComponent("absent.jsonl")
            #expect(throws: GoldFile.Fault.unreadable(path: absent.path)) { try GoldFile.bytes(of: absent) }
            let broken = folder.appendingPathComponent("broken.gz")
            try Data("no gzip".utf8).write(to: broken)
            #expect(throws: GoldFile.Fault.unreadable(path: broken.path)) { try GoldFile.bytes(of: broken) }
        }
    }

    @Test("kept answers are scored in place of the engine's, and their faults are told")
    func keptAnswers() throws {
        try withFolder { folder in
            let gold = folder.appendingPathComponent("gold.jsonl")
            try Data("\(Self.line)\n\(Self.line.replacingOccurrences(of: "\"1\"", with: "\"2\""))\n".utf8).write(
                to: gold)
            var damaged = RecordFixtures.minimal
            damaged.id = "x"
            let answers = folder.appendingPathComponent("answers.jsonl")
            let record = String(decoding: damaged.json(), as: UTF8.self)
            try Data("{\"id\":\"1\",\"record\":\(record)}\n{\"id\":\"2\",\"rejected\":{}}\n".utf8).write(to: answers)
            let evaluation = try Evaluation(
                of: Engine(answersIn: answers), documentsIn: gold, limit: nil, score: EntityScore())
            #expect(evaluation.documents == 2)
            #expect(evaluation.rejected == 1)
            #expect(evaluation.faulty == 1)
            #expect(evaluation.faults == ["1: id: is not 32 lower-case hex digits"])
            #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(evaluation.json.utf8)) }
        }
    }
}

@Suite("Golden articles are recorded once and then stay")
struct GoldenArticleTests {
    @Test("recording writes what the engine gives, and a second time changes nothing")
    func record() throws {
        try withFolder { folder in
            let place = folder.appendingPathComponent("rain")
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            let article = String(repeating: "Rain fell on the town for three days. ", count: 12)
            try Data(article.utf8).write(to: place.appendingPathComponent("input.txt"))
            let golden = try #require(try GoldenArticle.all(in: folder).first)
            #expect(golden.slug == "rain")
            #expect(try golden.record())
            #expect(try !golden.record())
            let recorded = try Data(contentsOf: place.appendingPathComponent("expected.json"))
            #expect(try [UInt8](recorded) == golden.outcome())
        }
    }

    @Test("a folder of two inputs, or of none, is no golden article")
    func inputs() throws {
        try withFolder { folder in
            #expect(throws: GoldenArticle.Fault.noInput(folder: folder.path)) { try GoldenArticle(in: folder) }
            for name in ["input.txt", "input.html"] {
                try Data("x".utf8).write(to: folder.appendingPathComponent(name))
            }
            #expect(throws: GoldenArticle.Fault.noInput(folder: folder.path)) { try GoldenArticle(in: folder) }
        }
    }
}
