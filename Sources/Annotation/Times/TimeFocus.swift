/// The date a text speaks of: what "two days later", "that year" and "a year earlier" are told from.
struct TimeFocus: Sendable {
    /// How fine a date is.
    enum Grain: Sendable { case day, week, month, quarter, year }

    /// A date of the text: its first day, and how fine it is.
    struct Date: Sendable, Equatable {
        var day: CalendarDay
        var grain: Grain
        var sentence: Int
    }

    /// What a report of business compares with the year before.
    enum Period: Sendable, Equatable {
        case quarter(year: Int, quarter: Int)
        case year(Int)
    }

    /// How many sentences back a date is still spoken of: "the next day" mostly follows within two or three. Set by
    /// judgement.
    private static let reach = 3

    private var last: Date?
    /// The latest days that bare weekdays meant, Monday first.
    private var weekdays = [CalendarDay?](repeating: nil, count: 7)
    /// The period whose figures are told.
    private(set) var period: Period?

    /// The date spoken of in a sentence.
    func date(in sentence: Int) -> Date? {
        guard let last, sentence - last.sentence <= Self.reach else { return nil }
        return last
    }

    /// The day that a weekday (1 for Monday) meant before in the text.
    func weekday(_ number: Int) -> CalendarDay? {
        weekdays.indices.contains(number - 1) ? weekdays[number - 1] : nil
    }

    /// Notes which day a bare weekday meant.
    mutating func noteWeekday(_ value: String) {
        guard let (day, grain) = Self.read(value), grain == .day else { return }
        weekdays[day.weekday - 1] = day
    }

    /// Notes a resolved date; values that name no date of the calendar are passed over.
    mutating func note(_ value: String, sentence: Int) {
        guard let (day, grain) = Self.read(value) else { return }
        last = Date(day: day, grain: grain, sentence: sentence)
    }

    /// Notes a quarter whose figures may be told: the newest one that was over when the text was published.
    mutating func noteQuarter(_ value: String, published: CalendarDay?) {
        guard let (day, grain) = Self.read(value), grain == .quarter else { return }
        if let published, day.adding(months: 3) > published { return }
        if case .quarter(let year, let quarter)? = period, (year, quarter) > (day.year, (day.month + 2) / 3) { return }
        period = .quarter(year: day.year, quarter: (day.month + 2) / 3)
    }

    /// Notes that the figures told now are those of a year, or of most of it.
    mutating func noteYear(_ year: Int) { period = .year(year) }

    /// The first day of `2024-10-03`, `2024-10-03T…`, `2024-10`, `2024-Q3`, `2024-W40` or `2024`.
    private static func read(_ value: String) -> (CalendarDay, Grain)? {
        let bytes = Array(value.utf8.prefix(11))
        func number(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= bytes.count else { return nil }
            var sum = 0
            for byte in bytes[range] {
                guard (0x30...0x39).contains(byte) else { return nil }
                sum = sum * 10 + Int(byte - 0x30)
            }
            return sum
        }
        guard let year = number(0..<4), let first = CalendarDay(year: year, month: 1, day: 1) else { return nil }
        if bytes.count == 4 { return (first, .year) }
        guard bytes.count >= 7, bytes[4] == UInt8(ascii: "-") else { return nil }
        if bytes[5] == UInt8(ascii: "Q") {
            return number(6..<7).flatMap { CalendarDay(year: year, month: $0 * 3 - 2, day: 1) }.map { ($0, .quarter) }
        }
        if bytes[5] == UInt8(ascii: "W") {
            guard let week = number(6..<8), let fourth = CalendarDay(year: year, month: 1, day: 4) else { return nil }
            return (fourth.adding(days: 1 - fourth.weekday + (week - 1) * 7), .week)
        }
        guard let month = number(5..<7) else { return nil }
        if bytes.count == 7 { return CalendarDay(year: year, month: month, day: 1).map { ($0, .month) } }
        return number(8..<10).flatMap { CalendarDay(year: year, month: month, day: $0) }.map { ($0, .day) }
    }
}
