import Annotation
import Foundation
import Records
import Testing

@testable import dateline_dev

@Suite("Training the tagger of names")
struct NameTrainingTests {
    private func file(_ lines: String) throws -> URL {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("names-\(UUID().uuidString).jsonl")
        try lines.write(to: url, atomically: true, encoding: .utf8)
        return url
    }

    @Test("Running texts keep their spans, and what is left open is no name")
    func openTexts() throws {
        let url = try file(
            #"{"id": "a", "text": "Ana Roth met Tamsin in Lagos.", "spans": [[0, 8, "PER"], [13, 19, "?"], [23, 28, "LOC"]]}"#
        )
        defer { try? FileManager.default.removeItem(at: url) }
        let document = try #require(try NameCorpus.documents(of: url).first)
        #expect(document.names.map(\.range) == [TextRange(0, 8), TextRange(23, 28)])
        #expect(document.names.map(\.kind) == [0, 2])
        #expect(document.open == [TextRange(13, 19)])
        #expect(try NameCorpus.documents(of: url, isPlain: true).isEmpty)
        var training = NameTraining()
        training.add(document, weight: 1)
        let expected = [1, 3, 0, 255, 0, 12, 0].map { UInt8($0) }
        #expect(training.sentences.map(\.tags) == [expected])
    }

    @Test("In copies for headlines capitals tell nothing")
    func headlines() throws {
        let url = try file(
            #"{"id": "a", "doc": "d", "tokens": ["Ana", "Roth", "left", "Lagos", "."], "spans": [[0, 2, "PER"], [3, 4, "LOC"]]}"#
        )
        defer { try? FileManager.default.removeItem(at: url) }
        let plain = try #require(try NameCorpus.documents(of: url, isPlain: true).first)
        #expect(plain.text.contains("ANA ROTH LEFT LAGOS"))
        #expect(plain.names.map(\.range) == [TextRange(0, 8), TextRange(14, 19)])
        let written = try #require(try NameCorpus.documents(of: url).first)
        #expect(written.text == "Ana Roth left Lagos.")
    }

    @Test("What is known bounds what is open: chances of what is held add up, and the truth is certain")
    func heldChances() {
        var scores = [ChainTrainer.Row](repeating: ChainTrainer.Row(), count: 3)
        scores[1][9] = 2
        let tags: [UInt8] = [0, NameTag.open, 12]
        let chances = Chances(
            Chances.held(scores, to: tags), steps: [ChainTrainer.Row](repeating: ChainTrainer.Row(), count: 16))
        #expect(abs(chances.tags[0][0] - 1) < 1e-5)
        #expect(abs(chances.tags[2][12] - 1) < 1e-5)
        #expect(abs(chances.tags[1].sum() - 1) < 1e-5)
        #expect(chances.tags[1][9] == 0, "a place that has begun cannot be followed by another's only token")
        #expect(chances.whole.isFinite)
    }

    @Test("The mean of one trainer is that trainer's weights")
    func mean() {
        let trainer = ChainTrainer(features: 2, settings: ChainTrainer.Settings(), seed: 7)
        var mean = MeanWeights(features: 2)
        mean.add(trainer)
        mean.add(trainer)
        #expect(mean.weights(1) == trainer.weights(1))
        #expect(mean.steps(0) == trainer.steps(0))
    }
}
