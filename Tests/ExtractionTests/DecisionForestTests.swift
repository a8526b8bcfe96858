import Language
import Testing

@testable import Extraction

@Suite("A forest's file")
struct DecisionForestTests {
    private func forest(_ text: String) throws(DecisionForest.Fault) -> DecisionForest {
        try DecisionForest(WordList(text: text), width: 2)
    }

    @Test("Trees add up")
    func score() throws {
        let forest = try forest("# a comment\ntree\n0\t1.5\t1\t2\n-1\t0.25\n-1\t2\ntree\n1\t0\t2\t1\n-1\t4\n-1\t8\n")
        #expect(forest.score([1, 0]) == 8.25)
        #expect(forest.score([2, 1]) == 6)
    }

    static let damages: [(String, DecisionForest.Fault)] = [
        ("", .empty), ("# forest\n", .empty), ("-1\t1\n", .malformed(line: 1)), ("tree\n", .child(tree: 0, node: 0)),
        ("tree\ntree\n-1\t1\n", .child(tree: 0, node: 0)), ("tree\nx\t1\n", .malformed(line: 2)),
        ("tree\n0\t1\t1\n", .malformed(line: 2)), ("tree\n-1\tnan\n", .malformed(line: 2)),
        ("tree\n0\t1\n", .malformed(line: 2)), ("tree\n-2\t1\t1\t2\n", .malformed(line: 2)),
        ("tree\n2\t1\t1\t2\n-1\t1\n-1\t1\n", .feature(line: 2)),
        ("tree\n0\t1\t1\t2\n-1\t1\n", .child(tree: 0, node: 0)),
        ("tree\n0\t1\t0\t1\n-1\t1\n", .child(tree: 0, node: 0)),
        ("tree\n0\t1\t1\t2\n-1\t1\n0\t1\t-1\t1\n", .child(tree: 0, node: 2)),
        ("tree\n0\t1\t1\t2147483647\n-1\t1\n", .child(tree: 0, node: 0)),
        ("tree\n0\t1\t1\t2\n-1\t1\ntree\n-1\t1\n", .child(tree: 0, node: 0)),
        (comb(leaves: 33), .leaves(tree: 0)),
    ]

    /// A tree whose every node but the last has a leaf on its left: the first feature is compared with 0, 1, 2 and so on, and
    /// leaf after leaf holds 0, 1, 2 and so on.
    private static func comb(leaves: Int) -> String {
        var text = "tree\n"
        for leaf in 0..<(leaves - 1) { text += "0\t\(leaf)\t\(2 * leaf + 1)\t\(2 * leaf + 2)\n-1\t\(leaf)\n" }
        return text + "-1\t\(leaves - 1)\n"
    }

    @Test("Each of as many rows as come ends at its own leaf", arguments: [1, 15, 16, 17, 40])
    func rows(count: Int) throws {
        let forest = try forest(Self.comb(leaves: 32) + Self.comb(leaves: 2))
        let rows: [Float] = (0..<count).flatMap { row -> [Float] in [Float(row), 0] }
        #expect(forest.scores(rows) == (0..<count).map { Float(min($0, 31) + min($0, 1)) })
        #expect(forest.scores([.nan, 0]) == [32])
    }

    @Test("A damaged file is refused with what is wrong", arguments: damages)
    func damage(text: String, fault: DecisionForest.Fault) {
        #expect(throws: fault) { try forest(text) }
    }

    @Test("The forest that ships is whole")
    func resource() {
        _ = DecisionForest(named: "forest", width: PassageFeatures.width)
    }
}
