import Language
import Records
import Testing

@Suite("Sentences")
struct SentenceTests {
    /// Texts whose sentences are divided by `|`.
    static let texts = [
        "He left.| She stayed.",
        "Mr. Smith met Gen. Ray on Sept. 3 in Washington.| They talked.",
        "It fell 1.5 percent to $4.2 million.| Sales rose.",
        "He moved to the U.S. last year.| The move was costly.",
        "He lives in the U.S.| The move was costly.",
        "The U.S. Senate voted.| It passed.",
        "\"Ukraine must not be forgotten.| The best way is this,\" he said.| He left.",
        "\"We won.\"| She smiled.",
        "\"Who knows?\" he asked.| Nobody did.",
        "John F. Kennedy spoke.| J. Edgar Hoover listened.",
        "Apple Inc. said profit rose.| Shares fell.",
        "We met at 10 p.m. on Friday.| Then we left.",
        "他来了。|她走了。",
        "One line\n\n|Another line\n\n|A third.",
        "Wait… what?| Yes!| No?!| Really.",
        "The U.N. Security Council met.| (It was late.)| Nobody spoke.",
    ]

    @Test("A text falls into its sentences", arguments: texts)
    func sentences(_ marked: String) {
        let parts = marked.split(separator: "|").map { $0.trimmingPrefix { $0.isWhitespace } }.map(String.init)
        let text = TokenizedText(marked.filter { $0 != "|" })
        let found = text.sentences.map { text.string(tokens: $0) }
        #expect(found == parts.map { String($0.reversed().drop { $0.isWhitespace }.reversed()) })
    }

    @Test("A heading and list items are sentences of their own, by the blocks")
    func blocks() {
        let text = "Talks in Kyiv Leaders met. They agreed"
        let blocks: [(kind: Block.Kind, range: Range<Int>)] = [
            (.heading, 0..<13), (.paragraph, 14..<26), (.listItem, 27..<38),
        ]
        let read = TokenizedText(text, blocks: blocks)
        #expect(read.sentences.map { read.string(tokens: $0) } == ["Talks in Kyiv", "Leaders met.", "They agreed"])
        #expect(read.paragraphs.map(\.kind) == [.heading, .paragraph, .listItem])
    }

    @Test("Lines that were only wrapped stay one paragraph")
    func wrapped() {
        let text = TokenizedText(
            "The minister said on Monday that the government would not be able to\npay its debts this year.\nA new line."
        )
        #expect(text.paragraphs.count == 2)
    }
}
