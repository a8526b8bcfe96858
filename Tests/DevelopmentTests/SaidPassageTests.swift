import Foundation
import Records
import TestSupport
import Testing

@testable import dateline_dev

@Suite("Marked quotations")
struct SaidPassageTests {
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Marked/said.txt")

    private static let sample = """
        # A file begins with a remark.

        = slug
        [1:"We [all] go,"] {1,2:Ana Roth} <1:said>, <2:adding> [2:that it rained].
        [1:"Now."]
        - 1 direct | say | Ana Roth
        - 2 indirect | add | -
        """

    @Test("Contents, speakers, cues and facts are read; brackets without a number are text")
    func form() throws {
        let passage = try #require(try SaidPassage.passages(in: Self.sample).first)
        #expect(passage.id == "slug")
        #expect(passage.text == "\"We [all] go,\" Ana Roth said, adding that it rained.\n\n\"Now.\"")
        #expect(passage.sayings[1]?.content == [TextRange(0, 14), TextRange(54, 60)])
        #expect(passage.sayings[1]?.speaker == TextRange(15, 23))
        #expect(passage.sayings[2]?.speaker == TextRange(15, 23))
        #expect(passage.sayings[2]?.cue == TextRange(30, 36))
        #expect(passage.sayings[1]?.kind == "direct")
        #expect(passage.sayings[1]?.lemma == "say")
        #expect(passage.sayings[1]?.entity == "Ana Roth")
        #expect(passage.sayings[2]?.entity == "")
    }

    @Test(
        "What is malformed is told with its line",
        arguments: ["= a\n[1:x", "= a\n[1:x] y\n- 2 direct", "= a\n[1:x]\n- 1 loud", "x"])
    func faults(_ file: String) {
        #expect(throws: SaidPassage.Fault.self) { try SaidPassage.passages(in: file) }
    }

    @Test("A quotation is right when all its parts are; one that nobody marked counts against")
    func score() throws {
        let passage = try #require(try SaidPassage.passages(in: Self.sample).first)
        var record = RecordFixtures.minimal
        record.article.text = passage.text
        var ana = Entity(id: "e1", type: .person, name: "Ana Roth")
        ana.mentions = [Mention(range: TextRange(15, 23), kind: .name)]
        record.annotations.entities = [ana]
        let speaker = Speaker(entity: "e1", text: "Ana Roth", range: TextRange(15, 23))
        var first = Quote(kind: .direct, content: [TextRange(0, 14), TextRange(54, 60)], text: "", confidence: 1)
        first.speaker = speaker
        first.cue = Cue(text: "said", range: TextRange(24, 28), lemma: "say")
        var second = Quote(kind: .indirect, content: [TextRange(37, 52)], text: "", confidence: 1)
        second.speaker = speaker
        second.cue = Cue(text: "adding", range: TextRange(30, 36), lemma: "add")
        record.annotations.quotes = [first, second]
        var score = SaidScore()
        score.add(passage, record)
        #expect(score.figures["content"] == .number(100))
        #expect(score.figures["cue"] == .number(100))
        #expect(score.figures["entity"] == .number(50))
        #expect(score.figures["all", "F1"] == .number(50))
        #expect(score.errors == ["slug 2: entity is Ana Roth"])
        record.annotations.quotes.append(first)
        score = SaidScore()
        score.add(passage, record)
        #expect(score.figures["all", "P"] == .number(33.3))
        #expect(score.errors.count == 2)
    }

    /// What was reached when the passages were last measured, less two points.
    @Test("The engine does not slide below the floor of the marked quotations")
    func floor() throws {
        let evaluation = try Evaluation(of: Engine(), sayingsIn: Self.file)
        #expect(evaluation.faults.isEmpty)
        let passages = try SaidPassage.passages(in: String(contentsOf: Self.file, encoding: .utf8))
        #expect(passages.reduce(0) { $0 + $1.sayings.count } >= 150)
        guard case .number(let reached?)? = evaluation.figures["all", "F1"] else {
            Issue.record("no figure")
            return
        }
        #expect(reached >= 95, "\(evaluation.errors)")
    }
}
