import Records
import Testing

@testable import Extraction

@Suite("Lines of byline and date")
struct OpeningLinesTests {
    static let lines: [(String, String?)] = [
        ("By Zoë Lindqvist", "byline"), ("By Zoë Lindqvist\n18 June 2009", "byline"), ("18 June 2009", "date"),
        ("By Martha Quill, Transport correspondent", "byline"), ("Von Jule Hartwig und Bo Ek", "byline"),
        ("Ana Roth", "byline"), ("By Ana Roth | 3 May 2024", "byline"), ("Par Luc Petit, AFP", "byline"),
        ("Von Jule Hartwig, Frankfurt", "byline"), ("By Zoë Lindqvist, Port Ellery", "byline"),
        ("By Zoë Lindqvist, who saw it", nil), ("17:41 JST, October 13, 2024", "date"),
        ("27. September 2023, 21:14 Uhr", "date"), ("Published 14 March 2023, 6:40 am", "date"),
        ("Publié le mardi 3 octobre 2023 à 21h14", "date"), ("Dienstag, 3. Oktober 2023", "date"),
        ("By sunrise on Monday the ship had gone.", nil), ("By Monday", nil), ("Bo Ek", nil),
        ("By then the council had met in Port Ellery", nil), ("On 18 June 2009 the ferry sank.", nil),
        ("18 June 2009: the day of the storm", nil), ("2009", nil), ("De la mer au port", nil),
    ]

    @Test("Only lines that are nothing else go", arguments: lines)
    func rules(line: String, rule: String?) {
        #expect(OpeningLines.rule(for: line, BylineNames(), ["ana roth"]) == rule)
    }

    @Test("The headline may stand above them, behind its kicker or not")
    func headlines() {
        let text = "Sinkhole swallows car wash\nBy Zoë Lindqvist\n18 June 2009"
        for headline in ["sinkhole swallows car wash", "the star sinkhole swallows car wash"] {
            #expect(OpeningLines.rule(for: text, BylineNames(), [], headline: headline) == "byline")
        }
        #expect(OpeningLines.rule(for: text, BylineNames(), [], headline: "ferry leaves") == nil)
    }

    @Test("They are no text, wherever the page puts them")
    func page() throws {
        let article = try SamplePages.article(
            SamplePages.page(article: "<p>By Ana Roth</p><p>2 May 2024</p>" + SamplePages.marked))
        #expect(article.text == SamplePages.text)
        #expect(article.bylines == [Byline(name: "Ana Roth")])
        #expect(article.published?.value == "2024-05-02")
    }

    static let times: [(String, String)] = [
        ("Thu, 18 Jul 2024 16:20:00 +0200", "2024-07-18T16:20:00+02:00"),
        ("18 Jul 2024 16:20 -0530", "2024-07-18T16:20-05:30"),
        ("Thu, 18 Jul 2024 16:20:00 EST", "2024-07-18T16:20:00-05:00"),
        ("18 Jul 2024 16:20 GMT", "2024-07-18T16:20Z"), ("2024-07-18T16:20:00Z", "2024-07-18T16:20:00Z"),
        ("2024-07-18 16:20:00 +0200", "2024-07-18T16:20:00+02:00"), ("2024-07-18T16:20+02", "2024-07-18T16:20+02:00"),
        ("July 18, 2024, 4:20 p.m. EDT", "2024-07-18T16:20-04:00"), ("18 July 2024 at 12:05 am", "2024-07-18T00:05"),
        ("27. September 2023, 21:14 Uhr", "2023-09-27T21:14"), ("18.07.2024 16:20 MESZ", "2024-07-18T16:20+02:00"),
        ("18 July 2024. Some 25:10 later", "2024-07-18"), ("18 July 2024 (updated at 11:30)", "2024-07-18"),
        ("2024-07-18 16:2", "2024-07-18"), ("18 July 2024 13:99", "2024-07-18"),
    ]

    @Test("A date keeps its time and zone", arguments: times)
    func zones(text: String, value: String) {
        #expect(DateReader.date(in: text, dayFirst: true) == value)
    }
}
