/// The day of a feast in a year, from the form it has in `time-words.txt`: a day of a month, a weekday of a month, or
/// days from Easter.
struct Feast: Equatable, Sendable {
    private enum Rule: Equatable {
        case day(month: Int, day: Int), weekday(month: Int, which: Int, weekday: Int), easter
    }

    /// How near a feast to come is spoken of in the past as in the future. Set by judgement.
    private static let soonDays = 21

    private let rule: Rule
    private let plus: Int

    /// "12/25", "11/4/4+1", "E-2".
    init?(_ form: String) {
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

    /// The day in a year.
    func day(in year: Int) -> CalendarDay? {
        switch rule {
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
        let days = (-1...1).compactMap { self.day(in: day.year + $0) }
        switch tense {
        // "before Christmas", told in December, is the one to come.
        case .past: return days.first { $0 > day && $0.number - day.number <= Self.soonDays } ?? days.last { $0 <= day }
        case .future: return days.first { $0 >= day }
        case nil: return days.min { abs($0.number - day.number) < abs($1.number - day.number) }
        }
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
