import Records

/// Turns what a time expression says into TIMEX3 values, against the day of publication where there is one.
struct TimeResolver: Sendable {
    let published: CalendarDay?

    private func year(_ value: Int) -> String { CalendarDay.padded(max(0, min(value, 9999)), 4) }

    /// The day of a bare weekday by the tense of its verb: the latest up to the day of publication, or the first from it on.
    func weekday(_ weekday: Int, tense: VerbTense.Direction?) -> String {
        guard let published else { return "XXXX-WXX-\(weekday)" }
        let ahead = (weekday - published.weekday + 7) % 7
        if tense == .future { return published.adding(days: ahead).iso }
        return published.adding(days: ahead == 0 ? 0 : ahead - 7).iso
    }

    /// The day of a weekday: the latest up to the day of publication, or with `direction` the one before or after it.
    func weekday(_ weekday: Int, direction: Int) -> String {
        guard let published else { return "XXXX-WXX-\(weekday)" }
        var back = (published.weekday - weekday + 7) % 7
        if direction < 0, back == 0 { back = 7 }
        return direction > 0 ? published.adding(days: back == 0 ? 7 : 7 - back).iso : published.adding(days: -back).iso
    }

    /// A day so many days from publication.
    func day(_ offset: Int) -> String? { published?.adding(days: offset).iso }

    /// A month without a year: the nearest one, the one before, or the one after publication.
    func month(_ month: Int, direction: Int?) -> String {
        guard let published else { return "XXXX-\(CalendarDay.padded(month, 2))" }
        return
            "\(year(self.year(ofMonth: month, from: published, direction: direction)))-\(CalendarDay.padded(month, 2))"
    }

    private func year(ofMonth month: Int, from day: CalendarDay, direction: Int?) -> Int {
        let ahead = month - day.month
        switch direction {
        case .some(let way) where way < 0: return ahead >= 0 ? day.year - 1 : day.year
        case .some(let way) where way > 0: return ahead <= 0 ? day.year + 1 : day.year
        case .some: return day.year
        // "Month day" without a year is the nearest one in 95 % of the cases (docs/annotation.md).
        case nil: return ahead > 6 ? day.year - 1 : ahead < -6 ? day.year + 1 : day.year
        }
    }

    /// A month without a year by the tense of its verb: the latest one that has begun, or the first that is not over; of no
    /// verb the nearest.
    func month(_ month: Int, tense: VerbTense.Direction?) -> String {
        // Of the next month no text of news tells the past without "last".
        guard let published, let tense, (month - published.month + 12) % 12 != 1 else {
            return self.month(month, direction: nil)
        }
        let step = tense == .past ? (month > published.month ? -1 : 0) : month < published.month ? 1 : 0
        return "\(year(published.year + step))-\(CalendarDay.padded(month, 2))"
    }

    /// How far the nearest day may lie against the tense of its verb before the one a year away is taken. Set by judgement:
    /// "is due on Sept. 30", in October, mostly tells of the past all the same.
    private static let tenseDays = 90

    /// A day of a month without a year: the nearest, unless the verb speaks against it.
    func day(_ day: Int, ofMonth month: Int, tense: VerbTense.Direction?) -> String {
        let tail = "\(CalendarDay.padded(month, 2))-\(CalendarDay.padded(day, 2))"
        guard let published else { return "XXXX-\(tail)" }
        var near = self.year(ofMonth: month, from: published, direction: nil)
        if let date = CalendarDay(year: near, month: month, day: day) {
            let ahead = date.number - published.number
            if tense == .past, ahead > Self.tenseDays { near -= 1 }
            if tense == .future, ahead < -Self.tenseDays { near += 1 }
        }
        return "\(year(near))-\(tail)"
    }

    /// A day of the month by its number alone: of the month of publication.
    func dayOfMonth(_ day: Int) -> String {
        guard let published else { return "XXXX-XX-\(CalendarDay.padded(day, 2))" }
        return "\(published.isoMonth)-\(CalendarDay.padded(day, 2))"
    }

    /// "this week", "last year", "next month": a calendar unit beside the current one.
    func unit(_ unit: String, offset: Int) -> String? {
        guard let published else { return nil }
        switch unit {
        case "Y": return year(published.year + offset)
        case "M": return published.adding(months: offset).isoMonth
        case "W": return published.adding(days: 7 * offset).isoWeekText
        case "D": return published.adding(days: offset).iso
        case "FN": return published.adding(days: 14 * offset).isoWeekText
        case "WE": return published.adding(days: 7 * offset).isoWeekText + "-WE"
        case "NI": return published.adding(days: offset).iso + "TNI"
        case "DE": return String(year(published.year + 10 * offset).prefix(3))
        case "CE": return String(year(published.year + 100 * offset).prefix(2))
        case "HA":
            let half = published.year * 2 + (published.month - 1) / 6 + offset
            return "\(year(half / 2))-H\(half % 2 + 1)"
        case "Q":
            let quarter = published.year * 4 + (published.month - 1) / 3 + offset
            return "\(year(quarter / 4))-Q\(quarter % 4 + 1)"
        default: return nil
        }
    }

    /// A calendar unit so many units from a date of the text, as fine as the unit.
    static func unit(_ unit: String, offset: Int, from day: CalendarDay) -> String? {
        TimeResolver(published: day).unit(unit, offset: min(max(offset, -9999), 9999))
    }

    /// "two weeks ago": as fine as the unit says, so that nothing is invented.
    func ago(_ count: Int, _ unit: String) -> String? {
        let count = min(count, 9999)
        switch unit {
        case "Y": return published.map { year($0.year - count) }
        case "M": return published?.adding(months: -count).isoMonth
        case "W": return published?.adding(days: -7 * count).isoWeekText
        case "D": return published?.adding(days: -count).iso
        case "FN": return published?.adding(days: -14 * count).isoWeekText
        case "DE": return published.map { year($0.year - 10 * count) }
        case "CE": return published.map { year($0.year - 100 * count) }
        case "Q": return self.unit("Q", offset: -count)
        default: return "PAST_REF"
        }
    }

    /// A quarter of the year without its year: the latest one that has begun, or with `isAhead` the next.
    func quarter(_ quarter: Int, isAhead: Bool = false) -> String {
        guard let published else { return "XXXX-Q\(quarter)" }
        let current = (published.month - 1) / 3 + 1
        // The newest quarter that is over is the one whose figures are told, whatever is to happen.
        if isAhead, quarter != (current + 2) % 4 + 1 {
            return "\(year(quarter < current ? published.year + 1 : published.year))-Q\(quarter)"
        }
        return "\(year(quarter > current ? published.year - 1 : published.year))-Q\(quarter)"
    }

    /// A half of the year without its year: the latest one that has begun, or with `isAhead` the next.
    func half(_ half: Int, isAhead: Bool) -> String {
        guard let published else { return "XXXX-H\(half)" }
        let current = (published.month - 1) / 6 + 1
        let step = isAhead ? (half < current ? 1 : 0) : half > current ? -1 : 0
        return "\(year(published.year + step))-H\(half)"
    }

    /// The quarter whose figures are the newest on the day of publication: the last one that is over.
    var latestQuarter: String? { unit("Q", offset: -1) }

    /// A season: of this year, the last or the next one.
    func season(_ season: String, offset: Int?) -> String {
        guard let published else { return "XXXX-\(season)" }
        let first = ["SP": 3, "SU": 6, "FA": 9, "WI": 12][season] ?? 3
        switch offset {
        case .some(let way) where way < 0:
            return "\(year(published.month <= first + 2 ? published.year - 1 : published.year))-\(season)"
        case .some(let way) where way > 0:
            return "\(year(published.month >= first ? published.year + 1 : published.year))-\(season)"
        default: return "\(year(published.year))-\(season)"
        }
    }

    /// A season by itself: the latest that has begun, or with `isAhead` the first that has not.
    func season(_ season: String, isAhead: Bool) -> String {
        guard let published else { return "XXXX-\(season)" }
        let first = ["SP": 3, "SU": 6, "FA": 9, "WI": 12][season] ?? 3
        let step = isAhead ? (published.month > first + 2 ? 1 : 0) : published.month < first ? -1 : 0
        return "\(year(published.year + step))-\(season)"
    }
}
