/// The day of a feast in a year, from the form it has in `time-words.txt`: a day of a month, a weekday of a month, days
/// from Easter, or the key of a list of days.
struct Feast: Equatable, Sendable {
    private enum Rule: Equatable {
        case day(month: Int, day: Int), weekday(month: Int, which: Int, weekday: Int), easter, listed(FeastDays)
    }

    /// How near a feast to come is spoken of in the past as in the future. Set by judgement.
    private static let soonDays = 21

    private let rule: Rule
    private let plus: Int

    /// "12/25", "11/4/4+1", "E-2", "@yom-kippur".
    init?(_ form: String) {
        if form.hasPrefix("@") {
            guard let days = FeastDays.of(form.dropFirst()) else { return nil }
            (rule, plus) = (.listed(days), 0)
            return
        }
        let mark = form.firstIndex(of: "+") ?? (form.hasPrefix("E") ? form.firstIndex(of: "-") : nil)
        plus = mark.flatMap { Int(form[$0...]) } ?? 0
        let front = mark.map { form[..<$0] } ?? form[...]
        if front == "E" {
            rule = .easter
            return
        }
        let parts = front.split(separator: "/").compactMap { Int($0) }
        switch parts.count {
        case 2: rule = .day(month: parts[0], day: parts[1])
        case 3: rule = .weekday(month: parts[0], which: parts[1], weekday: parts[2])
        default: return nil
        }
    }

    /// Month and day, where they are the same in every year.
    var fixedDay: (month: Int, day: Int)? {
        if case .day(let month, let day) = rule, plus == 0 { (month, day) } else { nil }
    }

    /// Whether the day is sure; else it may be one off.
    var isSure: Bool {
        if case .listed(let list) = rule { list.isSure } else { true }
    }

    /// The day in a year; of two the first.
    func day(in year: Int) -> CalendarDay? {
        switch rule {
        case .listed(let list): return list.days.first { $0.year == year }
        case .day(let month, let day): return CalendarDay(year: year, month: month, day: day)?.adding(days: plus)
        case .easter: return Self.easter(in: year)?.adding(days: plus)
        case .weekday(let month, let which, let weekday):
            let length = CalendarDay.length(ofMonth: month, year: year)
            guard let edge = CalendarDay(year: year, month: month, day: which < 0 ? length : 1) else { return nil }
            let shift =
                which < 0 ? -((edge.weekday - weekday + 7) % 7) : (weekday - edge.weekday + 7) % 7 + 7 * (which - 1)
            return edge.adding(days: shift + plus)
        }
    }

    /// The feast nearest to a day; by the tense the last one up to it, or the first from it on.
    func day(near day: CalendarDay, tense: VerbTense.Direction?) -> CalendarDay? {
        let days = days(around: day.year)
        switch tense {
        // "before Christmas", told in December, is the one to come.
        case .past: return days.first { $0 > day && $0.number - day.number <= Self.soonDays } ?? days.last { $0 <= day }
        case .future: return days.first { $0 >= day }
        case nil: return days.min { abs($0.number - day.number) < abs($1.number - day.number) }
        }
    }

    /// The days in a year and those beside it.
    private func days(around year: Int) -> [CalendarDay] {
        guard case .listed(let list) = rule else { return (-1...1).compactMap { day(in: year + $0) } }
        return list.days.filter { abs($0.year - year) <= 1 }
    }

    /// Western Easter (the "anonymous Gregorian" computus, Nature, 20 April 1876).
    static func easter(in year: Int) -> CalendarDay? {
        let (a, b, c) = (year % 19, year / 100, year % 100)
        let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let sum = h + l - 7 * m + 114
        return CalendarDay(year: year, month: sum / 31, day: sum % 31 + 1)
    }
}
