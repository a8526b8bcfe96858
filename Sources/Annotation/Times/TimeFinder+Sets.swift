import Language
import Records

extension TimeFinder {
    private static let other = WordHash.of("other")
    private static let per = WordHash.of("per")

    /// "every day", "each year", "every two weeks", "every other Friday", "daily", "per month".
    func set(_ token: Int, _ limit: Int) -> TimeDraft? {
        if let set = words.match(token, limit, .set) {
            // "the Daily Telegraph".
            guard
                !text.flags[token].contains(.capital) || set.entry.value.hasPrefix("XXXX")
                    || text.flags[token].contains(.opensSentence)
            else { return nil }
            return TimeDraft(tokens: token..<(token + set.length), type: .set, value: set.entry.value)
        }
        if text.hashes[token] == Self.per, let unit = words.match(token + 1, limit, .unit),
            !unit.entry.value.hasPrefix("T")
        {
            // "miles per hour" is a speed.
            return TimeDraft(
                tokens: token..<(token + 2), type: .set, value: TimeDuration.value(1, unit.entry.value))
        }
        guard words.match(token, limit, .each) != nil else { return nil }
        var next = token + 1
        let isSecond = next < limit && text.hashes[next] == Self.other
        if isSecond { next += 1 }
        func draft(_ length: Int, _ value: String) -> TimeDraft {
            TimeDraft(tokens: token..<(next + length), type: .set, value: value)
        }
        if let unit = words.match(next, limit, .unit), unit.entry.value != "HA" {
            return draft(1, TimeDuration.value(isSecond ? 2 : 1, unit.entry.value))
        }
        if let weekday = words.match(next, limit, .weekday) { return draft(1, "XXXX-WXX-\(weekday.entry.number)") }
        if let month = words.match(next, limit, .month) {
            return draft(1, "XXXX-\(CalendarDay.padded(month.entry.number, 2))")
        }
        if let season = words.match(next, limit, .season) { return draft(1, "XXXX-\(season.entry.value)") }
        if let part = words.match(next, limit, .part) { return draft(1, "XXXX-XX-XXT\(part.entry.value)") }
        guard let inner = counted(next, limit), text.kinds[next] == .number || text.kinds[next] == .word else {
            return nil
        }
        return draft(inner.tokens.count, inner.value)
    }
}
