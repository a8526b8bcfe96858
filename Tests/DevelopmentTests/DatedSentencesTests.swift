import Foundation
import Records
import TestSupport
import Testing

@testable import dateline_dev

@Suite("Dated sentences")
struct DatedSentencesTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Marked")

    @Test("Day, marks, types and modifiers are read")
    func form() throws {
        let sentences = try DatedSentences.sentences(
            in:
                "# remark\n@ 2024-10-03\nIt is {early on Friday|2024-10-04 START}, {daily|set P1D}.\n@ none\nIn {May|XXXX-05}."
        )
        #expect(sentences.map(\.line) == [3, 5])
        #expect(sentences.map(\.published) == ["2024-10-03", nil])
        #expect(sentences[0].text == "It is early on Friday, daily.")
        #expect(
            sentences[0].times == [
                DatedSentences.Time(range: TextRange(6, 21), type: .date, value: "2024-10-04", modifier: "START"),
                DatedSentences.Time(range: TextRange(23, 28), type: .set, value: "P1D"),
            ])
        #expect(sentences[1].times.map(\.type) == [.date])
    }

    @Test("What is malformed is told with its line", arguments: ["{a", "{a|}", "{a{b|2024}|2024}", "{a|1 2 3}"])
    func faults(_ line: String) {
        #expect(throws: DatedSentences.Fault.self) { try DatedSentences.sentences(in: line) }
    }

    @Test("An expression is right with all of it right; one that nobody marked counts against")
    func score() throws {
        let sentence = try #require(
            try DatedSentences.sentences(in: "On {Friday|2024-10-04} or {Monday|2024-10-07 APPROX}, {May|2024-05}.")
                .first)
        var record = RecordFixtures.minimal
        record.article.text = sentence.text
        record.annotations.times = [
            TimeExpression(range: sentence.times[0].range, text: "Friday", type: .date, value: "2024-10-04"),
            TimeExpression(range: sentence.times[1].range, text: "Monday", type: .date, value: "2024-10-07"),
            TimeExpression(range: TextRange(10, 12), text: "or", type: .date, value: "2024"),
        ]
        var score = DatedScore()
        score.add(sentence, record)
        #expect(score.figures["bounds", "R"] == .number(66.7))
        #expect(score.figures["everything", "R"] == .number(33.3))
        #expect(score.figures["everything", "P"] == .number(33.3))
        #expect(score.errors.count == 3)
    }

    /// What was reached when the sentences were last measured, less a point or two.
    @Test(
        "The engine does not slide below the floors of the dated sentences", arguments: ["dated.txt", "dated-more.txt"])
    func floors(_ file: String) throws {
        let evaluation = try Evaluation(of: Engine(), sentencesIn: Self.folder.appendingPathComponent(file))
        #expect(evaluation.faults.isEmpty)
        #expect(evaluation.documents > 60)
        for (kind, floor) in [("bounds", 98.0), ("value", 97), ("everything", 97)] {
            guard case .number(let reached?)? = evaluation.figures[kind, "F1"] else {
                Issue.record("no figure for \(kind)")
                continue
            }
            #expect(reached >= floor, "\(file), \(kind): \(evaluation.errors.joined(separator: "\n"))")
        }
    }
}
