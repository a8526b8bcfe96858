import Foundation
import Testing

@testable import dateline_dev

@Suite("Marked stories")
struct MarkedStoriesTests {
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Marked/stories.txt")

    @Test("Stories, expectations and reports are read")
    func form() throws {
        let stories = try MarkedStories(
            """
            # A remark.
            = fire
            ! 2024-10-02 developing killed 2 3
            @ 2024-10-02 | Courier | correction
            A headline
            First line.

            Second line.

            = flood
            @ 2024-10-03 | Ledger
            Another
            Text.
            """)
        #expect(stories.days == ["2024-10-02", "2024-10-03"])
        #expect(stories.reports.map(\.story) == ["fire", "flood"])
        #expect(stories.reports[0].text == "First line.\n\nSecond line.")
        #expect(stories.reports[0].standing == .correction)
        #expect(stories.expectations.first?.change?.after == 3)
    }

    @Test(
        "What has no place in the form is refused with its line",
        arguments: ["text", "@ 2024-10-02 | Courier", "= a\n@ 2024-10-02", "= a\n! 2024-10-02", "= a\n@ d | s | odd"])
    func malformed(_ text: String) {
        #expect(throws: MarkedStories.Fault.self) { try MarkedStories(text) }
    }

    @Test("The file is large enough to mean something")
    func size() throws {
        let stories = try MarkedStories(String(contentsOf: Self.file, encoding: .utf8))
        #expect(stories.reports.count >= 60)
        #expect(Set(stories.reports.map(\.story)).count >= 20)
        #expect(stories.days.count == 3)
    }

    /// What was reached, less some points: with few marks of a kind one error weighs much.
    @Test("Stories, threads, changes and corrections keep to their floors")
    func floors() throws {
        let evaluation = try Evaluation(of: Engine(), storiesIn: Self.file)
        let floors = [
            ("pairs.F1", 95.0), ("copies.F1", 95), ("links.F1", 95), ("corrections.F1", 95), ("changes.F1", 80),
            ("status.right", 95),
        ]
        for (figure, floor) in floors {
            let reached = try #require(evaluation.figures.value(at: figure), "\(figure)")
            #expect(reached >= floor, "\(figure): \(evaluation.errors)")
        }
        #expect(evaluation.faults == [])
    }

    @Test("An edition that puts everything into one story scores badly")
    func mergedStories() throws {
        let gold = try MarkedStories(
            "= a\n@ 2024-10-02 | A\nx\ny\n= b\n@ 2024-10-02 | B\nx\ny\n= a\n@ 2024-10-02 | C\nx\ny")
        let digest = PrintedDigest(
            articles: (0..<3).map { PrintedDigest.Article(record: "\($0)", revises: nil) },
            stories: [
                PrintedDigest.Story(
                    reports: (0..<3).map { PrintedDigest.Story.Report(article: $0, copies: []) },
                    thread: PrintedDigest.Story.Thread(status: "new", earlier: [], changes: []))
            ])
        var score = StoriesScore(gold)
        score.add(digest, day: "2024-10-02", numbers: ["0": 0, "1": 1, "2": 2])
        #expect(score.figures.value(at: "pairs.P") == 33.3)
        #expect(score.figures.value(at: "pairs.R") == 100)
        #expect(score.errors.count == 2)
    }
}
