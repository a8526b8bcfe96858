import Digest
import Foundation
import Glibc

/// The calendar as the editions count it: a time zone, and the hour at which a day's edition closes.
public struct WallClock: Sendable {
    private let calendar: Calendar
    private let dayEndsAtHour: Int
    private let fixedDay: CalendarDay?

    /// A clock for a zone (the machine's where `timeZone` is empty or unknown). `fixedDay` files everything under one
    /// day, for tests and for catching up by hand.
    public init(timeZone: String = "", dayEndsAtHour: Int = 0, fixedDay: CalendarDay? = nil) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: timeZone) ?? .current
        self.calendar = calendar
        self.dayEndsAtHour = dayEndsAtHour
        self.fixedDay = fixedDay
    }

    /// The day that is being filed now.
    public var today: CalendarDay { fixedDay ?? day(of: Date()) }

    /// The day a moment belongs to: the calendar day, or the one before as long as its edition is open.
    func day(of moment: Date) -> CalendarDay {
        let shifted = moment.addingTimeInterval(TimeInterval(-dayEndsAtHour * 3600))
        let parts = calendar.dateComponents([.year, .month, .day], from: shifted)
        guard let year = parts.year, let month = parts.month, let day = parts.day,
            let result = CalendarDay(year: year, month: month, day: day)
        else { preconditionFailure("the machine's clock stands outside the years 1 to 9999") }
        return result
    }

    /// Seconds until the day's edition closes, at most an hour, since timers do not see the clock being set.
    var secondsToNextLook: Double {
        let now = Date()
        let today = day(of: now)
        var low = 0.0
        var high = 3600.0
        guard day(of: now.addingTimeInterval(high)) != today else { return high }
        while high - low > 0.5 {
            let middle = (low + high) / 2
            if day(of: now.addingTimeInterval(middle)) == today { low = middle } else { high = middle }
        }
        return high
    }

    /// A file's modification time as ISO 8601 in UTC, to the second.
    static func iso(nanoseconds: Int) -> String {
        var seconds = time_t(nanoseconds / 1_000_000_000)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        var buffer = [CChar](repeating: 0, count: 40)
        let count = strftime(&buffer, buffer.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
        return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// This moment as ISO 8601 in UTC.
    static var now: String { iso(nanoseconds: Int(time(nil)) * 1_000_000_000) }

    /// Seconds on a clock that only runs forward.
    static var monotonicSeconds: Double {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
    }
}
