/// Days as an English newspaper writes them; no locale is asked, so that every machine writes the same.
extension CalendarDay {
    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

    /// The month's English name, `1...12`; numbers outside are brought to the nearest month.
    static func monthName(_ month: Int) -> String { months[min(max(month, 1), 12) - 1] }

    /// 0 for Monday to 6 for Sunday (1970-01-01 was a Thursday).
    var weekdayIndex: Int {
        let remainder = (ordinal + 3) % 7
        return remainder < 0 ? remainder + 7 : remainder
    }

    /// "Thursday".
    var weekdayName: String { Self.weekdays[weekdayIndex] }

    /// "3 October 2024".
    var longDate: String { "\(day) \(Self.monthName(month)) \(year)" }

    /// "Thursday, 3 October 2024".
    var fullDate: String { "\(weekdayName), \(longDate)" }

    /// "3 Oct".
    var shortDate: String { "\(day) \(Self.monthName(month).prefix(3))" }
}
