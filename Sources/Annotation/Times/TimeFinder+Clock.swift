import Language
import Records

extension TimeFinder {
    private static let am = Set(["a.m.", "am", "a.m"].map(WordHash.of))
    private static let pm = Set(["p.m.", "pm", "p.m"].map(WordHash.of))
    private static let oclock = WordHash.of("o'clock")
    private static let zones = Set(
        ["gmt", "utc", "est", "edt", "pst", "pdt", "cet", "bst", "et", "eastern"].map(WordHash.of))
    private static let on = WordHash.of("on")

    /// "10 p.m. Wednesday", "7:15 a.m.", "14:30 GMT", "noon Thursday".
    func clock(_ token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        let limit = sentence.upperBound
        guard let time = timeOfDay(token, limit) else { return nil }
        var end = time.end
        if end < limit, Self.zones.contains(text.hashes[end]) { end += 1 }
        var day = resolver.day(0)
        var next = end
        if next < limit, text.kinds[next] == .comma || text.hashes[next] == Self.on { next += 1 }
        let date =
            next < limit
            ? weekday(next, sentence) ?? calendarDate(next, limit) ?? deicticDay(next, limit) : nil
        if let date, date.type == .date, date.value.utf8.count == 10 || date.value.hasPrefix("XXXX-W") {
            day = date.value
            end = date.tokens.upperBound
        }
        return TimeDraft(
            tokens: token..<end, type: .time, value: "\(day ?? "XXXX-XX-XX")T\(time.value)", anchor: relativeAnchor())
    }

    private func deicticDay(_ token: Int, _ limit: Int) -> TimeDraft? {
        words.match(token, limit, .day) == nil ? nil : deictic(token, limit)
    }

    private func timeOfDay(_ token: Int, _ limit: Int) -> (value: String, end: Int)? {
        if let word = words.match(token, limit, .clock) { return (word.entry.value, token + word.length) }
        guard var hour = integer(token, limit), hour <= 24, token + 1 < limit else { return nil }
        var minute = 0
        var next = token + 1
        var hasMinutes = false
        if next + 1 < limit, text.kinds[next] == .colon, isGlued(next), isGlued(next + 1),
            let value = integer(next + 1, limit), value < 60, text.ends[next + 1] - text.starts[next + 1] == 2
        {
            minute = value
            next += 2
            hasMinutes = true
        }
        if next < limit, Self.am.contains(text.hashes[next]) {
            if hour == 12 { hour = 0 }
        } else if next < limit, Self.pm.contains(text.hashes[next]) {
            if hour < 12 { hour += 12 }
        } else if next < limit, text.hashes[next] == Self.oclock {
            return ("\(CalendarDay.padded(hour, 2)):00", next + 1)
        } else {
            guard hasMinutes, hour < 24, next >= limit || text.kinds[next] != .colon else { return nil }
            return ("\(CalendarDay.padded(hour, 2)):\(CalendarDay.padded(minute, 2))", next)
        }
        return hour <= 24 ? ("\(CalendarDay.padded(hour, 2)):\(CalendarDay.padded(minute, 2))", next + 1) : nil
    }
}
