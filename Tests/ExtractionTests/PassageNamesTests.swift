import Markup
import Testing

@testable import Extraction

@Suite("What a passage's ends, names and containers tell")
struct PassageNamesTests {
    static let long =
        "Sign up for our letter and we shall send you every morning what the harbour, the council and the market have to "
        + "say, in words that anybody understands, and at no price at all. You can leave at any time you like to do so."

    @Test("the ends of a long passage have tokens of their own, those of a line have none")
    func edges() {
        let tokens = PassageEdges(Array(Self.long.utf8)[...]).tokens
        #expect(tokens.contains("^sign~") && tokens.contains("sign up~") && tokens.contains("=10~"))
        #expect(tokens.contains("so$_") && tokens.contains("at any_") && !tokens.contains("sign_"))
        #expect(LineWords(Array(Self.long.utf8)[...]) == nil)
    }

    @Test("the ends weigh what their tokens weigh")
    func weights() {
        let tables = PassageTables(containers: [:], tokens: ["sign up~": -2, "^sign~": -1, "so$_": 0.5, "sign up": 9])
        let weights = PassageEdges(Array(Self.long.utf8)[...]).weights(tables)
        #expect(weights.opening == -3)
        #expect(weights.closing == 0.5)
    }

    @Test("a passage without spaces is cut between characters")
    func ideographs() {
        let text = String(repeating: "港", count: 200)
        let tokens = PassageEdges(Array(text.utf8)[...]).tokens
        #expect(tokens.contains { $0.hasPrefix("^港") } && !tokens.contains { $0.contains("\u{FFFD}") })
    }

    struct Mention: Sendable {
        var text: String
        var row: [Float]
    }

    @Test(
        "authors and site are found by their words",
        arguments: [
            Mention(text: "By Ana Roth", row: [1, 2 / 3, -1, 0]),
            Mention(text: "Ana Roth writes for The Harbour Post.", row: [0, 2 / 7, 4, 3 / 7]),
            Mention(text: "Ana went home.", row: [-1, 0, -1, 0]),
        ])
    func names(_ mention: Mention) throws {
        let page = try Page(
            reading: Array(
                """
                <html><head><meta name=author content="Ana Roth"><meta property="og:site_name" content="The Harbour Post">
                </head><body><p>x</p></body></html>
                """.utf8), hints: InputHints())
        guard case .tree(let tree) = page.content else { throw Missing() }
        let names = PassageNames(MetaTags(tree), LinkedData(tree.linkedData))
        var row: [Float] = []
        names.append(WordHashes(Array(mention.text.utf8)[...]).hashes, to: &row)
        #expect(row == mention.row)
    }

    struct Missing: Error {}

    @Test("containers have the kinds that their names say")
    func kinds() throws {
        let page = try Page(
            reading: Array(
                "<html><body><div class='article-factbox'><p class='wp-caption'>Ann at sea</p></div></body></html>".utf8
            ),
            hints: InputHints())
        guard case .tree(let tree) = page.content else { throw Missing() }
        let list = PassageReader.passages(of: tree)
        let frame = list.frames[try #require(list.passages.first).frame]
        #expect(frame.kinds == [.caption])
        #expect(list.frames[frame.parent].kinds == [.box])
        var row: [Float] = []
        ContainerKinds.append(frame.kinds, around: list.frames[frame.parent].kinds, to: &row)
        #expect(row == [0, 1, 2, 0, 0, 0, 0])
    }
}
