import Records
import Testing

@testable import Extraction

@Suite("Articles of Markdown")
struct MarkdownTests {
    struct Sample: Sendable {
        var id: String
        var source: String
        var words: String
    }

    static let inline = [
        Sample(id: "emphasis", source: "A *slow* and **very _old_** ferry", words: "A slow and very old ferry"),
        Sample(
            id: "signs", source: "5 * 3 and snake_case_name and a_b",
            words: "5 * 3 and snake_case_name and a_b"),
        Sample(id: "unclosed", source: "A *star without an end", words: "A *star without an end"),
        Sample(id: "strike", source: "The ~~first~~ ship ~ 40 m", words: "The first ship ~ 40 m"),
        Sample(id: "code", source: "Type `make` twice", words: "Type make twice"),
        Sample(
            id: "link", source: "See [the **yard**](https://a.example/x_(y) \"Yard\"), he said",
            words: "See the yard, he said"),
        Sample(id: "reference", source: "A [firm][1], a [Firm Two][], a [third]", words: "A firm, a Firm Two, a third"),
        Sample(
            id: "brackets", source: "He [the mayor] said [sic] it (twice)",
            words: "He [the mayor] said [sic] it (twice)"),
        Sample(id: "image", source: "Here ![a [ship]](s.jpg) it is", words: "Here it is"),
        Sample(id: "linked image", source: "[![alt](s.jpg)](https://a.example) it sails", words: "it sails"),
        Sample(id: "escapes", source: "\\*Not so\\* \\[at all\\]", words: "*Not so* [at all]"),
        Sample(
            id: "tags", source: "One<br>two <b>three</b> <https://a.example> 4 < 5",
            words: "One two three https://a.example 4 < 5"),
    ]

    @Test("Marks go and words stay", arguments: inline)
    func words(_ sample: Sample) {
        #expect(MarkdownInline.words(of: sample.source, ["1", "firm two", "third"]) == sample.words, "\(sample.id)")
    }

    @Test("Blocks are what CommonMark says, their lines joined")
    func blocks() {
        let source = """
            # First #
            A line that goes
            on here.
            - one
              goes on
            * two
            1. three

            > said
            > she

            Second
            ------
            There were wolves in
            11. place, they said.

            | Ship | Built |
            |------|:-----:|
            | Aurora | 1911 |

            ```swift
            let  a = *b*
            ```
            ---
            [1]: https://a.example "Title"
            <!-- a note -->
            [Note]: it stays.
            """
        let paragraphs = TextLines(source, isMarkdown: true, skipped: 4).paragraphs
        let found = paragraphs.map { "\($0.kind.rawValue) \($0.line): \($0.text)" }
        #expect(
            found == [
                "heading 5: First", "paragraph 6: A line that goes on here.", "list-item 8: one goes on",
                "list-item 10: two", "list-item 11: three", "quote 13: said she", "heading 16: Second",
                "paragraph 18: There were wolves in 11. place, they said.", "table 21: Ship | Built\nAurora | 1911",
                "preformatted 25: let  a = *b*", "paragraph 31: [Note]: it stays.",
            ])
    }

    @Test("An emphasised line under the heading is the standfirst, and stays; byline and date go")
    func standfirst() throws {
        let text =
            "# Ferry leaves after days\n\n*The pump is mended, and nobody knows why it broke.*\n\n**By Ana Roth**\n\n"
            + "*2 May 2024*\n\n" + SamplePages.text
        let article = try SamplePages.article(text, name: "ferry.md")
        #expect(article.headline == "Ferry leaves after days")
        #expect(article.standfirst == "The pump is mended, and nobody knows why it broke.")
        #expect(article.bylines == [Byline(name: "Ana Roth")])
        #expect(article.published?.value == "2024-05-02")
        #expect(article.text == "The pump is mended, and nobody knows why it broke.\n\n" + SamplePages.text)
    }

    @Test("Many marks that close nothing cost no more than linear time", .timeLimit(.minutes(1)))
    func hostile() {
        for piece in ["[", "![", "](", "*", "_a ", "**a ", "<a", "`", "[a](", "\\", "> ", "- "] {
            let text = String(repeating: piece, count: 100_000)
            _ = TextLines(text, isMarkdown: true, skipped: 0).paragraphs
        }
    }
}
