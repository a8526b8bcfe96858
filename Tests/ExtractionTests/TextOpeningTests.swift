import Records
import Testing

@testable import Extraction

@Suite("The first lines of plain texts")
struct TextOpeningTests {
    struct Opening: Sendable {
        var id: String
        var lines: String
        var headline: String?
        var authors: [String] = []
        var published: String?
        /// How the text begins, where it is not the body alone.
        var opens: String?
    }

    static let openings = [
        Opening(id: "no headline is made up", lines: ""),
        Opening(
            id: "a headline alone", lines: "Ferry leaves after three days", headline: "Ferry leaves after three days"),
        Opening(
            id: "navigation, kicker, headline, byline and date",
            lines:
                "Harbour Post\nHome\nNews\nSport\n\nShipping\n\nFerry leaves after three days\n\nBy Ana Roth\n\n2 May 2024",
            headline: "Ferry leaves after three days", authors: ["Ana Roth"], published: "2024-05-02"),
        Opening(
            id: "a standfirst between headline and byline stays",
            lines:
                "Ferry leaves after three days\n\nPassengers had slept on the quay with their children and dogs\n\nBy Ana Roth",
            headline: "Ferry leaves after three days", authors: ["Ana Roth"], opens: "Passengers had slept"),
        Opening(
            id: "a standfirst that is a sentence stays, too",
            lines:
                "Ferry leaves after three days\n\nPassengers had slept on the quay, with their children and their dogs.\n\nBy Ana Roth\n2 May 2024",
            headline: "Ferry leaves after three days", authors: ["Ana Roth"], published: "2024-05-02",
            opens: "Passengers had slept"),
        Opening(
            id: "byline and date in one line", lines: "Ferry leaves after three days\nBy Ana Roth | 2 May 2024",
            headline: "Ferry leaves after three days", authors: ["Ana Roth"], published: "2024-05-02"),
        Opening(
            id: "the date above the headline", lines: "2 May 2024\n\nFerry leaves after three days\n\nBy Ana Roth",
            headline: "Ferry leaves after three days", authors: ["Ana Roth"], published: "2024-05-02"),
        Opening(
            id: "a newsletter's name and motto are no headline",
            lines:
                "View in browser\n\nTHE HARBOUR BRIEF\nYour week on the water\n\nFerry leaves after three days\n\nBy Ana Roth",
            headline: "Ferry leaves after three days", authors: ["Ana Roth"]),
        Opening(
            id: "bars are no headline",
            lines: "Inicio | Nacional | Deportes\n\nEl barco zarpa tras tres días\n\nPor Ana Roth",
            headline: "El barco zarpa tras tres días", authors: ["Ana Roth"]),
        Opening(
            id: "a name with its role, or with the day, needs no By",
            lines: "FERRY LEAVES AFTER THREE DAYS\n\nAna Roth, Staff Writer\nBo Ek - May 2, 2024",
            headline: "FERRY LEAVES AFTER THREE DAYS", authors: ["Ana Roth"], published: "2024-05-02"),
        Opening(
            id: "Chinese", lines: "港口渡轮三天后启航\n2024年5月2日 09:35\n来源：青河日报\n分享到：微信 微博",
            headline: "港口渡轮三天后启航", published: "2024-05-02"),
        Opening(
            id: "German", lines: "Fähre fährt nach drei Tagen\n\nVon Ana Roth\n\nStand: 02.05.2024, 17:30 Uhr",
            headline: "Fähre fährt nach drei Tagen", authors: ["Ana Roth"], published: "2024-05-02"),
    ]

    @Test("Headline, byline and date are found among what stands above the text", arguments: openings)
    func opening(_ sample: Opening) throws {
        let source = sample.lines.isEmpty ? SamplePages.text : sample.lines + "\n\n" + SamplePages.text
        let article = try SamplePages.article(source)
        #expect(article.headline == sample.headline, "\(sample.id)")
        #expect(article.bylines.map(\.name) == sample.authors, "\(sample.id)")
        #expect(article.published.map { String($0.value.prefix(10)) } == sample.published, "\(sample.id)")
        #expect(article.text.hasPrefix(sample.opens ?? SamplePages.paragraphs[0]), "\(sample.id)")
        #expect(article.text.hasSuffix(SamplePages.text), "\(sample.id)")
    }

    @Test("The head of a pasted mail gives headline and date")
    func mail() throws {
        let head = "From: Ana Roth <ana@post.example>\nSent: 2 May 2024 17:20\nTo: desk\nSubject: FW: Ferry leaves\n\n"
        let article = try SamplePages.article(head + SamplePages.text)
        #expect(article.headline == "Ferry leaves")
        #expect(article.published?.value == "2024-05-02T17:20")
        #expect(article.text == SamplePages.text)
    }

    @Test("A byline and a date below the text are read there")
    func signature() throws {
        let article = try SamplePages.article(
            "Ferry leaves after three days\n\n\(SamplePages.text)\n\nBy Ana Roth\n2 May 2024")
        #expect(article.bylines == [Byline(name: "Ana Roth")])
        #expect(article.published?.value == "2024-05-02")
        #expect(article.text == SamplePages.text)
    }

    @Test("A date line that tells of a change too gives both days, a deck alone below the headline is the standfirst")
    func changed() throws {
        let lines =
            "Ferry leaves after three days\n\nPassengers had slept on the quay with their dogs\n\nBy Ana Roth\n\n"
        let article = try SamplePages.article(
            lines + "Published: 2 May 2024 | Updated: 3 May 2024 07:15\n\n" + SamplePages.text)
        #expect(article.published?.value == "2024-05-02")
        #expect(article.modified?.value == "2024-05-03T07:15")
        #expect(article.standfirst == "Passengers had slept on the quay with their dogs")
        let single = try SamplePages.article(
            "Ferry leaves after three days\n\nUpdated: 3 May 2024\n\n" + SamplePages.text)
        #expect(single.published?.value == "2024-05-03")
        #expect(single.modified == nil)
    }

    @Test("An address below the text is the article's; the paper and the day are no author")
    func source() throws {
        let article = try SamplePages.article(
            "Ferry leaves after three days\n\n\(SamplePages.text)\n\nSource: https://www.post.example/ferry\nThe Post, 2 May 2024"
        )
        #expect(article.url == "https://www.post.example/ferry")
        #expect(article.bylines.isEmpty)
    }

    @Test("A dateline with a year is a date, and may open the paragraph below a standfirst")
    func dateline() throws {
        let text =
            "Plant opens in the old harbour hall\n\nRobots from March\n\nLINDAU, Jan. 23, 2024 - \(SamplePages.paragraphs[2])"
        let article = try SamplePages.article(text)
        #expect(article.published?.value == "2024-01-23")
        #expect(article.published?.from == .dateline)
        let scalars = Array(article.text.unicodeScalars)
        let range = try #require(article.dateline?.range)
        #expect(String(String.UnicodeScalarView(scalars[range.start..<range.end])) == article.dateline?.text)
    }
}
