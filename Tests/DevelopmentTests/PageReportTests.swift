import Foundation
import Records
import TestSupport
import Testing

@testable import dateline_dev

@Suite("A set's figures can be taken apart, down to the page that failed")
struct PageReportTests {
    private static func page(_ id: String, _ type: String, gold: String, text: String?, language: String) throws
        -> ScoredPage
    {
        let json =
            #"{"id":"\#(id)","url":"https://x.example/\#(id)","type":"\#(type)","text":"\#(gold)","title":"Flood"}"#
        let page = try JSONDecoder().decode(GoldPage.self, from: Data(json.utf8))
        guard let text else { return ScoredPage(page, nil) }
        var record = RecordFixtures.minimal
        record.article.text = text
        record.article.headline = "Flood"
        record.article.language = language
        return ScoredPage(page, record)
    }

    private static let line = "The river rose in the night and the bridge was closed."

    private static func pages() throws -> [ScoredPage] {
        let more = "The mayor said it would stay so for a week at least."
        return [
            try page("a", "article", gold: line, text: line, language: "en-GB"),
            try page(
                "b", "article", gold: line + #"\n"# + more, text: line + "\nSubscribe to our paper for the news.",
                language: "en"),
            try page("c", "forum", gold: line, text: nil, language: "en"),
            try page("d", "article", gold: line, text: line, language: "en"),
            try page("e", "article", gold: line, text: line, language: "de"),
        ]
    }

    @Test("by type and language; rare ones together")
    func breakdown() throws {
        let lines = PageBreakdown(try Self.pages()).lines.map { $0.split(separator: " ").map(String.init) }
        #expect(lines.contains { $0.first == "article" && $0[1] == "4" })
        #expect(lines.contains { $0.first == "forum" && $0[1...3] == ["1", "0", "0.0"] })
        #expect(lines.contains { $0.first == "en" && $0[1] == "3" })
        #expect(lines.contains { $0.first == "others" && $0[1] == "2" })
        #expect(PageBreakdown([try Self.pages()[0]]).lines.isEmpty)
    }

    @Test("the worst pages first, with what was lost and what was too much")
    func worst() throws {
        let text = WorstPages(try Self.pages(), count: 2).lines.joined(separator: "\n")
        #expect(
            text.hasSuffix(
                """
                the worst 2 of 5 pages by the F1 of runs of four words

                0.0 (words 0.0)  c  https://x.example/c
                  rejected
                  lost: 1 of 1 lines, 11 words
                    - The river rose in the night and the bridge was closed.

                0.457 (words 0.634)  b  https://x.example/b
                  lost: 1 of 2 lines, 12 words
                    - The mayor said it would stay so for a week at least.
                  too much: 1 of 2 lines, 7 words
                    + Subscribe to our paper for the news.
                """), "\(text)")
    }

    @Test("confidence is set against the share that is right, field by field")
    func confidence() {
        var table = ConfidenceTable()
        for index in 0..<10 { table.add("published", 0.9, isRight: index != 0) }
        table.add("published", 1, isRight: nil)
        table.add("headline", 0.2, isRight: true)
        table.add("section", 0.2, isRight: true)
        let lines = table.lines.map { $0.split(separator: " ").joined(separator: " ") }
        #expect(lines.contains("0.9 to 0.95 10 0.9 0.9 0"))
        #expect(lines.contains("0.98 to 1.0 0 - - 1"))
        #expect(lines.contains("0.0 to 0.3 1 0.2 1.0 0"))
        #expect(lines.contains("stated and right lie 0.0 apart") && lines.contains("stated and right lie 0.8 apart"))
        #expect(!lines.contains { $0.contains("section") })
        #expect(table.distance(of: "published").map { abs($0) < 1e-9 } == true)
        #expect(table.distance(of: "bylines") == nil)
    }
}
