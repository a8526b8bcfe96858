import Markup
import Records
import Testing

@testable import Extraction

@Suite("Articles of plain text")
struct TextArticleTests {
    @Test("A comment form at the end is taken out and told, and no headline is made up")
    func commentForm() throws {
        let text =
            SamplePages.text + """


                 \u{20}

                0 Comment

                Leave a comment

                Your email will not be published, required fields are marked *
                """
        let article = try SamplePages.article(text)
        #expect(article.text == SamplePages.text)
        #expect(article.headline == nil)
        #expect(article.published == nil)
        #expect(
            article.removed.map(\.text) == [
                "0 Comment", "Leave a comment", "Your email will not be published, required fields are marked *",
            ])
        #expect(article.removed.allSatisfy { $0.rule == "comments" && $0.location.hasPrefix("line ") })
    }

    @Test("Headline, byline and date are read where the first lines are such")
    func opening() throws {
        let text = "Ferry leaves after three days\n\nBy Ana Roth\n\n2 May 2024\n\n" + SamplePages.text
        let article = try SamplePages.article(text)
        #expect(article.headline == "Ferry leaves after three days")
        #expect(article.bylines == [Byline(name: "Ana Roth")])
        #expect(article.published?.value == "2024-05-02")
        #expect(article.text == SamplePages.text)
    }

    @Test("A role in the byline is the person's")
    func role() throws {
        let text =
            "Ferry leaves after three days\n\nBy Ana Roth, Transport correspondent\nPublished 2 May 2024, 6:40 am\n\n"
            + SamplePages.text
        let article = try SamplePages.article(text)
        #expect(article.bylines == [Byline(name: "Ana Roth", role: "Transport correspondent")])
        #expect(article.published?.value == "2024-05-02T06:40")
        #expect(article.removed.map(\.rule) == ["headline", "byline", "date"])
        #expect(article.text == SamplePages.text)
    }

    @Test("In a wrapped text a short line ends what it says")
    func brokenLines() throws {
        let text = """
            Ferry leaves after three days of waiting

            By Ana Roth
            2 May 2024

            The harbour office said on Wednesday that the delay was caused by a
            broken pump, which engineers replaced late on Tuesday night, and that
            the council would pay. Ferries have crossed the strait since 1911, and the
            council, which owns them, wants to keep it that way, it said.
            """
        let article = try SamplePages.article(text)
        #expect(article.bylines == [Byline(name: "Ana Roth")])
        #expect(article.published?.value == "2024-05-02")
        #expect(article.blocks.count == 1)
    }

    @Test("Links to other articles go at either end")
    func related() throws {
        let text =
            "Related: Pump repaired\n\n" + SamplePages.text + "\n\nRelated: Ferry fares to rise\nSee also: Ten walks"
        let article = try SamplePages.article(text)
        #expect(article.text == SamplePages.text)
        #expect(article.removed.map(\.rule) == ["related", "related", "related"])
    }

    @Test("A correction is a notice, not text")
    func correction() throws {
        let note = "This article was amended on 3 May 2024. An earlier version gave the year as 1921."
        for source in [
            SamplePages.text + "\n\n" + note,
            SamplePages.page(article: SamplePages.marked + "<p><em>\(note)</em></p>"),
        ] {
            let article = try SamplePages.article(source)
            #expect(article.text == SamplePages.text)
            #expect(article.notices.map(\.code) == ["correction"])
            #expect(article.removed.contains { $0.rule == "correction" && $0.text == note })
        }
    }

    @Test("Header lines win")
    func headers() throws {
        let text = """
            Title: Ferry leaves
            Author: Ana Roth and Bo Ek
            Date: 2024-05-02
            URL: https://www.harbour.example/ferry
            Source: The Harbour Post

            \(SamplePages.text)
            """
        let article = try SamplePages.article(text)
        #expect(article.headline == "Ferry leaves")
        #expect(article.bylines.map(\.name) == ["Ana Roth", "Bo Ek"])
        #expect(article.published == DatedEvidence(value: "2024-05-02", from: .header, confidence: 0.95))
        #expect(article.url == "https://www.harbour.example/ferry")
        #expect(article.site == Site(name: "The Harbour Post", domain: "harbour.example"))
        #expect(article.text == SamplePages.text)
    }

    @Test("Hard-wrapped lines are joined, parted words put together")
    func unwrapping() throws {
        let text = """
            The harbour office said on Wednesday that the delay was caused by a
            broken pump, which engineers replaced late on Tuesday night, and that
            the govern-
            ment would pay. Ferries have crossed the strait since 1911, and the
            council, which owns them, wants to keep it that way, it said.
            """
        let article = try SamplePages.article(text)
        #expect(!article.text.contains("\n"))
        #expect(article.text.contains("that the government would pay. Ferries"))
    }

    @Test("Photo credits, sharing, copyright and reporting lines go")
    func lines() throws {
        for line in [
            "Photo: A. Berg", "Share this article", "© 2024 The Harbour Post", "Read more", "Follow us on X",
            "(Reporting by Ana Roth; editing by Bo Ek)",
        ] {
            let article = try SamplePages.article(SamplePages.text + "\n\n" + line)
            #expect(article.text == SamplePages.text, "\(line)")
            #expect(article.removed.map(\.text) == [line])
        }
    }

    @Test("Markdown loses its marks and keeps its kinds")
    func markdown() throws {
        let text =
            "# Ferry leaves after days\n\n" + SamplePages.text
            + "\n\n- See the **plan** of [the yard](https://a.example)"
        let article = try SamplePages.article(text, name: "ferry.md")
        #expect(article.headline == "Ferry leaves after days")
        #expect(article.text.hasSuffix("See the plan of the yard"))
        #expect(article.blocks.last?.kind == .listItem)
    }

    @Test("A clean text is taken to the byte")
    func clean() {
        let text = "  One é.\n\n\n Two \n three.\n"
        let article = Extractor.article(
            clean: text, published: "2024-05-02", headline: nil, standfirst: nil, language: "en")
        #expect(article.text == text)
        let scalars = Array(text.unicodeScalars)
        let blocks = article.blocks.map { String(String.UnicodeScalarView(scalars[$0.range.start..<$0.range.end])) }
        #expect(blocks == ["One é.", "Two \n three."])
        #expect(article.published?.value == "2024-05-02")
    }
}
