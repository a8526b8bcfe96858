import Records

/// Turns what a time expression says into TIMEX3 values, against the day of publication where there is one.
struct TimeResolver: Sendable {
    let published: CalendarDay?

    private func year(_ value: Int) -> String { CalendarDay.padded(max(0, min(value, 9999)), 4) }

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

    /// A day of a month without a year: the nearest.
    func day(_ day: Int, ofMonth month: Int) -> String {
        let tail = "\(CalendarDay.padded(month, 2))-\(CalendarDay.padded(day, 2))"
        guard let published else { return "XXXX-\(tail)" }
        return "\(year(self.year(ofMonth: month, from: published, direction: nil)))-\(tail)"
    }

    /// "this week", "last year", "next month": a calendar unit beside the current one.
    func unit(_ unit: String, offset: Int) -> String? {
        guard let published else { return nil }
        switch unit {
        case "Y": return year(published.year + offset)
        case "M": return published.adding(months: offset).isoMonth
        case "W": return published.adding(days: 7 * offset).isoWeekText
        case "D": return published.adding(days: offset).iso
        case "WE": return published.adding(days: 7 * offset).isoWeekText + "-WE"
        case "NI": return published.adding(days: offset).iso + "TNI"
        case "DE": return String(year(published.year + 10 * offset).prefix(3))
        case "CE": return String(year(published.year + 100 * offset).prefix(2))
        case "Q":
            let quarter = published.year * 4 + (published.month - 1) / 3 + offset
            return "\(year(quarter / 4))-Q\(quarter % 4 + 1)"
        default: return nil
        }
    }

    /// "two weeks ago": as fine as the unit says, so that nothing is invented.
    func ago(_ count: Int, _ unit: String) -> String? {
        let count = min(count, 9999)
        switch unit {
        case "Y": return published.map { year($0.year - count) }
        case "M": return published?.adding(months: -count).isoMonth
        case "W": return published?.adding(days: -7 * count).isoWeekText
        case "D": return published?.adding(days: -count).iso
        case "DE": return published.map { year($0.year - 10 * count) }
        default: return "PAST_REF"
        }
    }

    /// A quarter of the year without its year: the nearest one that has begun.
    func quarter(_ quarter: Int) -> String {
        guard let published else { return "XXXX-Q\(quarter)" }
        let current = (published.month - 1) / 3 + 1
        return "\(year(quarter > current ? published.year - 1 : published.year))-Q\(quarter)"
    }

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

    /// A duration of so many units; nil counts are X.
    static func duration(_ count: Double?, _ unit: String) -> String {
        let letter: String
        var factor = 1.0
        switch unit {
        case "TH", "TM", "TS": letter = String(unit.dropFirst())
        case "DE": (letter, factor) = ("Y", 10)
        case "CE": (letter, factor) = ("Y", 100)
        case "Q": (letter, factor) = ("M", 3)
        case "WE": letter = "WE"
        case "NI": letter = "NI"
        default: letter = unit
        }
        let prefix = unit.count == 2 && unit.first == "T" ? "PT" : "P"
        guard let count else {
            return unit == "DE" ? "PXDE" : unit == "CE" ? "PXCE" : "\(prefix)X\(letter)"
        }
        let total = count * factor
        guard total < 1e9 else { return "\(prefix)X\(letter)" }
        if total.rounded() == total { return "\(prefix)\(Int(total))\(letter)" }
        if letter == "Y" {
            return "P\(Int(total))Y\(Int(((total - total.rounded(.down)) * 12).rounded()))M".replacingZeroYears
        }
        return "\(prefix)\(total)\(letter)"
    }
}

extension String {
    /// "P0Y6M" is written "P6M".
    fileprivate var replacingZeroYears: String { hasPrefix("P0Y") ? "P" + dropFirst(3) : self }
}
