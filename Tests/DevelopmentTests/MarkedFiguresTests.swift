import Foundation
import Records
import TestSupport
import Testing

@testable import dateline_dev

@Suite("Marked figures")
struct MarkedFiguresTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Marked")

    @Test("A line's marks are read with their places")
    func reading() throws {
        let file =
            "# A comment.\n\nIt cost {€4|money min 4 EUR} ({$5|money 5 USD = 1}) for {two men|count 2 men: killed}.\n"
        let sentence = try #require(try MarkedFigures.sentences(in: file).first)
        #expect(sentence.line == 3)
        #expect(sentence.text == "It cost €4 ($5) for two men.")
        #expect(sentence.marks.map(\.kind) == [.money, .money, .count])
        #expect(sentence.marks.map(\.range) == [TextRange(8, 10), TextRange(12, 14), TextRange(20, 27)])
        #expect(sentence.marks.map(\.name) == ["EUR", "USD", "men"])
        #expect(sentence.marks[0].modifier == .min)
        #expect(sentence.marks[1].equivalent == 0)
        #expect(sentence.marks[2].category == "killed")
    }

    @Test(
        "What is malformed is told with its line", arguments: ["a {b", "a {b|money}", "a {b|sum 3}", "a {b|count x}"])
    func faults(_ line: String) {
        #expect(throws: MarkedFigures.Fault.self) { try MarkedFigures.sentences(in: line) }
    }

    @Test("A figure that is wrong in one thing has its value right and not all")
    func score() throws {
        let file = "It cost {€4|money 4 EUR} for {two men|count 2 men}."
        let sentence = try #require(try MarkedFigures.sentences(in: file).first)
        var record = RecordFixtures.minimal
        record.article.text = sentence.text
        record.annotations.amounts = [
            Amount(range: TextRange(8, 10), text: "€4", kind: .money, value: 4, currency: "EUR", modifier: .approx)
        ]
        record.annotations.counts = [
            Count(range: TextRange(15, 22), text: "two men", value: 2, object: "men"),
            Count(range: TextRange(0, 2), text: "It", value: 1, object: "it"),
        ]
        var score = FigureScore()
        score.add(sentence, record)
        #expect(score.figures["money", "value", "F1"] == .number(100))
        #expect(score.figures["money", "all", "F1"] == .number(0))
        #expect(score.figures["counts", "all", "P"] == .number(50))
        #expect(score.figures["counts", "all", "R"] == .number(100))
        #expect(score.errors.count == 2)
    }

    /// What was reached when the sentences were last measured, less a point or two.
    @Test(
        "The engine does not slide below the floors of the marked figures",
        arguments: [
            "amounts.txt": ["amounts": 98.0], "counts.txt": ["counts": 98.0],
            "figures-more.txt": ["amounts": 97.0, "counts": 95.0],
        ])
    func floors(_ file: String, _ floors: [String: Double]) throws {
        let evaluation = try Evaluation(of: Engine(), figuresIn: Self.folder.appendingPathComponent(file))
        #expect(evaluation.faults.isEmpty)
        #expect(evaluation.documents > 60)
        for (kind, floor) in floors {
            guard case .number(let reached?)? = evaluation.figures[kind, "all", "F1"] else {
                Issue.record("no figure for \(kind)")
                continue
            }
            #expect(reached >= floor, "\(file): \(kind)")
        }
    }
}
