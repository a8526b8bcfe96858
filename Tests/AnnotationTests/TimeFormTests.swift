import Records
import Testing

@testable import Annotation

@Suite("What times are made of")
struct TimeFormTests {
    @Test(
        "Feasts fall on the days of the calendar",
        arguments: [
            ("E", 1961, "1961-04-02"), ("E", 2000, "2000-04-23"), ("E", 2019, "2019-04-21"), ("E", 2038, "2038-04-25"),
            ("E-2", 2024, "2024-03-29"), ("E+1", 2025, "2025-04-21"), ("12/25", 2024, "2024-12-25"),
            ("11/4/4", 2024, "2024-11-28"), ("11/4/4+1", 2021, "2021-11-26"), ("5/-1/1", 2024, "2024-05-27"),
            ("9/1/1", 2025, "2025-09-01"), ("11/1/1+1", 2022, "2022-11-08"), ("11/1/1+1", 2021, "2021-11-02"),
        ])
    func feasts(_ form: String, _ year: Int, _ day: String) {
        #expect(Feast(form)?.day(in: year)?.iso == day)
    }

    @Test("Every feast and zone of the list can be read, and every class is known")
    func list() {
        for fields in Tables.list("time-words").entries {
            #expect(fields.count > 2 && TimeWords.Class(rawValue: fields[1]) != nil, "\(fields)")
            if fields[1] == "feast" { #expect(Feast(fields[2])?.day(in: 2024) != nil, "\(fields)") }
        }
    }

    @Test(
        "Durations are written in ISO 8601's form",
        arguments: [
            (1.0, "Y", "P1Y"), (2.5, "Y", "P2Y6M"), (0.5, "Y", "P6M"), (1.5, "D", "P1DT12H"), (5.5, "TH", "PT5H30M"),
            (0.5, "TH", "PT30M"), (2, "DE", "P20Y"), (1, "FN", "P2W"), (3, "Q", "P3Q"), (nil, "W", "PXW"),
            (nil, "DE", "PXDE"), (nil, "TM", "PTXM"),
        ] as [(Double?, String, String)])
    func durations(_ count: Double?, _ unit: String, _ value: String) {
        #expect(TimeDuration.value(count, unit) == value)
    }

    @Test(
        "The governing verb tells past from future",
        arguments: [
            ("They met on", VerbTense.Direction.past), ("They will meet on", .future),
            ("It is due to open on", .future),
            ("It had been due to open on", .past), ("The vote was postponed to", .future),
            ("It will be held on", .future),
            ("They agreed to meet on", .future), ("The talks begin with a walk on", nil), ("The deadline is", .future),
        ] as [(String, VerbTense.Direction?)])
    func tenses(_ front: String, _ direction: VerbTense.Direction?) {
        var article = Article()
        article.text = front + " Monday."
        let text = Reading(article).text
        let date = (text.count - 2)..<(text.count - 1)
        #expect(VerbTense(text: text).direction(of: date, 0..<text.count) == direction)
    }

    @Test("The text's own date is spoken of for some sentences; the newest quarter that is over is told of")
    func focus() {
        var focus = TimeFocus()
        focus.note("2023-05-05", sentence: 4)
        #expect(focus.date(in: 6)?.day.iso == "2023-05-05")
        #expect(focus.date(in: 12) == nil)
        let published = CalendarDay(year: 2024, month: 10, day: 3)
        focus.noteQuarter("2024-Q3", published: published)
        focus.noteQuarter("2023-Q3", published: published)
        focus.noteQuarter("2024-Q4", published: published)
        #expect(focus.period == .quarter(year: 2024, quarter: 3))
        focus.noteYear(2024)
        #expect(focus.period == .year(2024))
    }
}
