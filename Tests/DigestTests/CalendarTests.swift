import Testing

@testable import Digest

@Suite struct CalendarTests {
    @Test(arguments: [
        ("2024-10-03", "Thursday, 3 October 2024"), ("1970-01-01", "Thursday, 1 January 1970"),
        ("2000-02-29", "Tuesday, 29 February 2000"), ("0001-01-01", "Monday, 1 January 1"),
        ("9999-12-31", "Friday, 31 December 9999"),
    ])
    func `days have their English names`(_ day: String, _ expected: String) {
        #expect(CalendarDay(day)?.fullDate == expected)
    }

    @Test(arguments: [
        ("2024-10-07", "2024-10-07", "2024-10-07", "Monday, 7 October 2024"),
        ("2024-10-07T14:30", "2024-10-07", "2024-10-07", "Monday, 7 October 2024"),
        ("2024-W41", "2024-10-07", "2024-10-13", "Week of 7 October 2024"),
        ("2020-W53", "2020-12-28", "2021-01-03", "Week of 28 December 2020"),
        ("2025-02", "2025-02-01", "2025-02-28", "February 2025"),
        ("2024-12", "2024-12-01", "2024-12-31", "December 2024"),
        ("9999-12", "9999-12-01", "9999-12-01", "December 9999"),
        ("2025", "2025-01-01", "2025-12-31", "2025"),
    ])
    func `a date value stands for its days`(_ value: String, _ first: String, _ last: String, _ shown: String) {
        let span = CalendarSpan(timex: value)
        #expect(span?.first.description == first)
        #expect(span?.last.description == last)
        #expect(span?.shown == shown)
    }

    @Test(arguments: [
        "XXXX-WXX-4", "2024-13", "2024-W54", "2024-02-30", "P3D", "PRESENT_REF", "", "202", "2024-Q4", "٢٠٢٤", "20244",
    ])
    func `what is no date stands for nothing`(_ value: String) {
        #expect(CalendarSpan(timex: value) == nil)
    }

    @Test(arguments: [
        ("2024-10-03T14:05:00+02:00", "14:05 +02:00"), ("2024-10-03T14:05:00Z", "14:05 UTC"),
        ("2024-10-03T14:05:00+0000", "14:05 UTC"), ("2024-10-03T14:05", "14:05"), ("2024-10-03", "3 Oct"),
        ("2024-10-02T23:59:30.123-05:30", "2 Oct, 23:59 -05:30"), ("2023-12-31T00:00Z", "31 Dec 2023, 00:00 UTC"),
        ("2024-10-03T99:99", "3 Oct"), ("2024-10-03T1", "3 Oct"),
    ])
    func `a time of publication is shown as the source gives it`(_ value: String, _ expected: String) throws {
        let time = try #require(PublishedTime(value))
        #expect(time.shown(on: SampleDay.day) == expected)
    }

    @Test func `what does not begin with a day is no time of publication`() {
        #expect(PublishedTime("yesterday") == nil)
        #expect(PublishedTime("") == nil)
    }
}
