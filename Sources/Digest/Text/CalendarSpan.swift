/// The days a TIMEX3 date value stands for: one day, an ISO week, a month or a year.
struct CalendarSpan: Hashable, Sendable {
    /// How exactly the date is given.
    enum Grain: String, Sendable {
        case day, week, month, year
    }

    /// How exactly the date is given.
    let grain: Grain
    /// The first day.
    let first: CalendarDay
    /// The last day; the first again for a day.
    let last: CalendarDay

    /// Reads `YYYY-MM-DD` (with or without a time), `YYYY-Www`, `YYYY-MM` and `YYYY`; nil for anything that is
    /// underspecified or no date.
    init?(timex value: String) {
        if let day = CalendarDay(value) {
            (grain, first, last) = (.day, day, day)
            return
        }
        let bytes = Array(value.utf8.prefix(11))
        func number(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= bytes.count else { return nil }
            return bytes[range].reduce(0 as Int?) { sum, byte in
                guard let sum, (0x30...0x39).contains(byte) else { return nil }
                return sum * 10 + Int(byte - 0x30)
            }
        }
        guard let year = number(0..<4), let newYear = CalendarDay(year: year, month: 1, day: 1) else { return nil }
        if bytes.count == 4 {
            guard let end = CalendarDay(year: year, month: 12, day: 31) else { return nil }
            (grain, first, last) = (.year, newYear, end)
        } else if bytes.count == 8, bytes[4] == 0x2D, bytes[5] == 0x57, let week = number(6..<8) {
            guard let monday = Self.monday(ofWeek: week, year: year) else { return nil }
            (grain, first, last) = (.week, monday, monday.advanced(by: 6))
        } else if bytes.count == 7, bytes[4] == 0x2D, let month = number(5..<7) {
            guard let start = CalendarDay(year: year, month: month, day: 1) else { return nil }
            let next = CalendarDay(ordinal: start.ordinal + 31).map {
                CalendarDay(year: $0.year, month: $0.month, day: 1) ?? $0
            }
            (grain, first, last) = (.month, start, next?.advanced(by: -1) ?? start)
        } else {
            return nil
        }
    }

    /// "Thursday, 3 October 2024", "Week of 30 September 2024", "October 2024", "2024".
    var shown: String {
        switch grain {
        case .day: first.fullDate
        case .week: "Week of \(first.longDate)"
        case .month: "\(CalendarDay.monthName(first.month)) \(first.year)"
        case .year: String(first.year)
        }
    }

    /// ISO 8601: week 1 holds 4 January.
    private static func monday(ofWeek week: Int, year: Int) -> CalendarDay? {
        guard (1...53).contains(week), let fourth = CalendarDay(year: year, month: 1, day: 4) else { return nil }
        return CalendarDay(ordinal: fourth.ordinal - fourth.weekdayIndex + (week - 1) * 7)
    }
}
