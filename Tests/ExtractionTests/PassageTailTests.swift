import Markup
import Testing

@testable import Extraction

@Suite("Scraps behind the end of the article")
struct PassageTailTests {
    struct Row: Sendable {
        var id: String
        var odds: [Float]
        var kept: String
    }

    /// Each passage has five words; `k` is kept, `t` goes with the tail, `-` was dropped before.
    static let rows = [
        Row(id: "weak part", odds: [3, 3, 3, 3, -3, -3, -3, 0.4, 0.2], kept: "kkkk---tt"),
        Row(id: "sure part", odds: [3, 3, 3, 3, -3, -3, -3, 0.4, 0.6], kept: "kkkk---kk"),
        Row(id: "narrow gap", odds: [3, 3, 3, -3, -3, 0.4], kept: "kkk--k"),
        Row(id: "doubtful gap", odds: [3, 3, 3, -1, -1, -1, 0.4], kept: "kkk---k"),
        Row(id: "before the article", odds: [0.1, -3, -3, -3, 3, 3, 3], kept: "k---kkk"),
        Row(id: "no part is the article", odds: [3, -3, -3, -3, 0.2, -3, -3, -3, 0.2], kept: "k---k---k"),
        Row(id: "nothing", odds: [-3, -3], kept: "--"),
    ]

    @Test("a weak part behind the article goes", arguments: rows)
    func drop(_ row: Row) throws {
        let html = row.odds.map { _ in "<p>Five words make a passage</p>" }.joined()
        let page = try Page(reading: Array("<html><body>\(html)</body></html>".utf8), hints: InputHints())
        guard case .tree(let tree) = page.content else { throw Missing() }
        let list = PassageReader.passages(of: tree)
        let anchors = PassageAnchors(MetaTags(tree), LinkedData(tree.linkedData))
        var verdicts = row.odds.map { $0 > 0 ? BodyReader.Verdict.kept : .dropped(rule: "boilerplate") }
        PassageTail.drop(PassageFeatures(tree, list, anchors), row.odds, &verdicts)
        let found = verdicts.map { $0 == .kept ? "k" : $0 == .dropped(rule: "tail") ? "t" : "-" }
        #expect(found.joined() == row.kept)
    }

    struct Missing: Error {}
}
