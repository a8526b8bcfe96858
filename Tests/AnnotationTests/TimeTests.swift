import Annotation
import Records
import Testing

@Suite("Times")
struct TimeTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var marked: MarkedText
        var type: TimeExpression.Kind
        var value: String
        var testDescription: String { marked.testDescription }

        init(_ marked: String, _ type: TimeExpression.Kind, _ value: String) {
            self.marked = MarkedText(marked)
            self.type = type
            self.value = value
        }
    }

    /// Read against Friday, 4 October 2024.
    static let cases: [Case] = [
        Case("They met on ⟦Thursday⟧.", .date, "2024-10-03"),
        Case("They met on ⟦Friday⟧.", .date, "2024-10-04"),
        Case("They met ⟦last Friday⟧.", .date, "2024-09-27"),
        Case("They will meet on ⟦Monday⟧.", .date, "2024-10-07"),
        Case("They met ⟦yesterday⟧.", .date, "2024-10-03"),
        Case("They meet ⟦next week⟧.", .date, "2024-W41"),
        Case("It began in ⟦February 2022⟧.", .date, "2022-02"),
        Case("It began on ⟦Feb. 24, 2022⟧.", .date, "2022-02-24"),
        Case("It began on ⟦24 February 2022⟧.", .date, "2022-02-24"),
        Case("It began on ⟦2022-02-24⟧.", .date, "2022-02-24"),
        Case("It began on ⟦Dec. 20⟧.", .date, "2024-12-20"),
        Case("It began in ⟦August⟧.", .date, "2024-08"),
        Case("It began ⟦last June⟧.", .date, "2024-06"),
        Case("It began in ⟦1998⟧.", .date, "1998"),
        Case("It began in ⟦the 1970s⟧.", .date, "197"),
        Case("It began ⟦two years ago⟧.", .date, "2022"),
        Case("It began ⟦three weeks ago⟧.", .date, "2024-W37"),
        Case("It lasted ⟦three months⟧.", .duration, "P3M"),
        Case("It lasted ⟦a few days⟧.", .duration, "PXD"),
        Case("The ⟦two-week⟧ truce ended.", .duration, "P2W"),
        Case("It grew in ⟦the third quarter⟧.", .date, "2024-Q3"),
        Case("They met at ⟦10 p.m. Wednesday⟧.", .time, "2024-10-02T22:00"),
        Case("They met ⟦this morning⟧.", .time, "2024-10-04TMO"),
        Case("They met ⟦Tuesday night⟧.", .time, "2024-10-01TNI"),
        Case("It grew in ⟦this year's third quarter⟧.", .date, "2024-Q3"),
        Case("It grew in ⟦the 1988 third quarter⟧.", .date, "1988-Q3"),
        Case("It grew in ⟦the first nine months⟧.", .duration, "P9M"),
        Case("It grew in ⟦recent weeks⟧.", .duration, "PXW"),
        Case("They meet ⟦every Friday⟧.", .set, "XXXX-WXX-5"),
        Case("They meet ⟦every day⟧.", .set, "P1D"),
        Case("They meet ⟦early next year⟧.", .date, "2025"),
        Case("They had ⟦recently⟧ met.", .date, "PAST_REF"),
    ]

    static let hours: [(text: String, published: String, value: String)] = [
        ("Police were called at 7 pm.", "2024-10-04T04:35:00Z", "2024-10-03T19:00"),
        ("Police were called at 7 pm.", "2024-10-04T21:35:00Z", "2024-10-04T19:00"),
        ("Police were called at 7 pm.", "2024-10-04", "2024-10-04T19:00"),
        ("Police were called at 7 pm.", "2024-10-04T00:00:00Z", "2024-10-04T19:00"),
        ("Police were called at 7 pm on Wednesday.", "2024-10-04T04:35:00Z", "2024-10-02T19:00"),
        ("The march will begin at 7 pm.", "2024-10-04T04:35:00Z", "2024-10-04T19:00"),
    ]

    @Test("An hour that was over when the article came out, earlier in the day, is the day before's", arguments: hours)
    func hoursBeforePublication(_ row: (text: String, published: String, value: String)) {
        var article = Article()
        article.text = row.text
        article.language = "en"
        article.published = DatedEvidence(value: row.published, from: .meta)
        #expect(Annotator.annotations(of: article).times.map(\.value) == [row.value])
    }

    @Test("A time expression has its value", arguments: cases)
    func values(_ item: Case) throws {
        let times = item.marked.annotations().times
        let time = try #require(times.first)
        #expect(times.map(\.range) == item.marked.passages)
        #expect(time.type == item.type)
        #expect(time.value == item.value)
    }

    @Test("Without a day of publication nothing is filled in")
    func unanchored() {
        let values = MarkedText("They met on Thursday, Oct. 3, and in March. They meet next week and on Friday.")
            .annotations(published: nil).times.map(\.value)
        #expect(values == ["XXXX-10-03", "XXXX-03", "FUTURE_REF", "XXXX-WXX-5"])
    }

    /// Published on Thursday, 3 October 2024.
    static let visit = """
        The new head of the alliance, Petra Lind, met the president in Odesa on Thursday. Her trip follows her \
        appointment earlier in the week, and the town has been shelled since February 2022.

        Ministers will gather for talks at a base near Kassel next week.
        """

    @Test("A visit's days follow from the day of publication, and each says what it is relative to")
    func aVisit() {
        let times = MarkedText(Self.visit).annotations(published: "2024-10-03").times
        #expect(times.map(\.text) == ["Thursday", "earlier in the week", "February 2022", "next week"])
        #expect(times.map(\.value) == ["2024-10-03", "2024-W40", "2022-02", "2024-W41"])
        #expect(times.map(\.modifier) == [nil, "START", "ON_OR_AFTER", nil])
        #expect(times.map(\.relativeTo) == [.published, .published, nil, .published])
    }

    @Test("What is told from a date of the text says so")
    func toldFromTheText() {
        let times = MarkedText("It sank on May 5, 2023. Two days later, and again that year, divers came back.")
            .annotations(published: "2024-10-03").times
        #expect(times.map(\.value) == ["2023-05-05", "2023-05-07", "2023"])
        #expect(times.map(\.relativeTo) == [nil, .text, .text])
    }

    static let none = [
        "They may march on.", "He paid 2000 dollars.", "Theresa May spoke.", "A three-year-old girl cried.",
    ]

    @Test("What only looks like a time is none", arguments: none)
    func noTimes(_ text: String) { #expect(MarkedText(text).annotations().times.isEmpty) }
}
