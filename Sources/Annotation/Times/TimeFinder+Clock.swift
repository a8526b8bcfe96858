import Language
import Records

extension TimeFinder {
    private static let am = WordSet(["a.m.", "am", "a.m"].map(WordHash.of))
    private static let pm = WordSet(["p.m.", "pm", "p.m"].map(WordHash.of))
    private static let oclock = WordHash.of("o'clock")
    static let on = WordHash.of("on")
    private static let around = WordSet(["about", "around", "approximately", "roughly"].map(WordHash.of))

    /// An hour and minute, and the token after them.
    private typealias Moment = (minutes: Int, end: Int)

    /// "10 p.m. Wednesday", "7:15 a.m.", "14:30 GMT", "noon Thursday".
    func clock(_ token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        let limit = sentence.upperBound
        guard let time = timeOfDay(token, limit) else { return nil }
        var end = time.end
        let zone = words.match(end, limit, .zone)
        if let zone { end += zone.length }
        var day = clockDay(token) ?? resolver.day(isOver(time.minutes, token..<end, sentence) ? -1 : 0)
        var isToldDay = false
        var next = end
        if next < limit, text.kinds[next] == .comma || text.hashes[next] == Self.on { next += 1 }
        if let date = next < limit ? dayOfClock(next, sentence) : nil {
            day = date.value
            end = date.tokens.upperBound
            isToldDay = true
        } else if let date = dayBehindBracket(end, sentence) {
            day = date.value
        } else if let told = dayOfRange(joint: end, sentence) {
            day = told
        }
        var value = "\(day ?? "XXXX-XX-XX")T\(Self.written(time.minutes))"
        if let zone { value += Self.offset(zone.entry, on: day) }
        var draft = TimeDraft(
            tokens: token..<end, type: .time, value: value, anchor: isToldDay ? nil : relativeAnchor())
        if token > sentence.lowerBound, Self.around.contains(text.hashes[token - 1]) {
            draft.tokens = (token - 1)..<end
            draft.modifier = TimeModifier.approximately
        }
        return draft
    }

    /// The day behind the second hour of a range: "6-9 p.m. on June 11".
    private func dayOfRange(joint: Int, _ sentence: Range<Int>) -> String? {
        guard joint + 1 < sentence.upperBound,
            text.hashes[joint] == Self.to || text.kinds[joint] == .hyphen || text.kinds[joint] == .dash,
            let end = timeOfDay(joint + 1, sentence.upperBound)?.end, end < sentence.upperBound
        else { return nil }
        let isTied = text.kinds[end] == .comma || text.hashes[end] == Self.on
        return dayOfClock(isTied ? min(end + 1, sentence.upperBound - 1) : end, sentence)?.value
    }

    /// The day that the same sentence has named before: "On Friday at 10 p.m.".
    private func clockDay(_ token: Int) -> String? {
        let sentence = Int(text.sentenceOfToken[token])
        guard let date = focus.date(in: sentence), date.sentence == sentence, date.grain == .day else { return nil }
        return date.day.iso
    }

    /// Whether an hour of no day was over when the article came out, later in the day as it is: "police were called at 7 pm",
    /// published at half past four in the morning.
    private func isOver(_ minutes: Int, _ tokens: Range<Int>, _ sentence: Range<Int>) -> Bool {
        guard let published = reading.publishedMinute, minutes > published else { return false }
        return tense.direction(of: tokens, sentence) == .past
    }

    private func dayOfClock(_ token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        let limit = sentence.upperBound
        guard
            let date = weekday(token, sentence) ?? calendarDate(token, sentence)
                ?? (words.match(token, limit, .day) == nil ? nil : deictic(token, limit)) ?? relative(token, limit),
            date.type == .date, date.value.utf8.count == 10 || date.value.hasPrefix("XXXX-W")
        else { return nil }
        return date
    }

    /// "10:35 a.m. (0735 GMT) Friday".
    private func dayBehindBracket(_ open: Int, _ sentence: Range<Int>) -> TimeDraft? {
        guard open < sentence.upperBound, text.kinds[open] == .open,
            let close = (open..<min(open + 5, sentence.upperBound - 1)).first(where: { text.kinds[$0] == .close })
        else { return nil }
        return dayOfClock(close + 1, sentence)
    }

    private static func written(_ minutes: Int) -> String {
        "\(CalendarDay.padded(minutes / 60, 2)):\(CalendarDay.padded(minutes % 60, 2))"
    }

    /// "Z", "-05:00"; of the United States' zones by their summer time. Nothing for "local time".
    private static func offset(_ zone: TimeWords.Entry, on day: String?) -> String {
        if zone.value == "local" { return "" }
        var minutes = zone.number
        if zone.value.hasPrefix("us") {
            guard let standard = Int(zone.value.dropFirst(2)), let date = day.flatMap({ CalendarDay(iso: $0) }) else {
                return ""
            }
            minutes = standard + (isSummerTime(date) ? 60 : 0)
        }
        if minutes == 0 { return "Z" }
        return (minutes < 0 ? "-" : "+") + written(abs(minutes))
    }

    /// Whether the United States' clocks are an hour ahead: from the second Sunday of March to the first of November, the rule
    /// since 2007 (Energy Policy Act of 2005).
    private static func isSummerTime(_ day: CalendarDay) -> Bool {
        guard let start = Feast("3/2/7")?.day(in: day.year), let end = Feast("11/1/7")?.day(in: day.year) else {
            return false
        }
        return day >= start && day < end
    }

    private func timeOfDay(_ token: Int, _ limit: Int) -> Moment? {
        if text.kinds[token] == .word {
            if let word = words.match(token, limit, .clock) {
                // "High Noon" is a film.
                guard !text.flags[token].contains(.capital) || reading.opensClause(token) else { return nil }
                return (word.entry.value == "24:00" ? 24 * 60 : 12 * 60, token + word.length)
            }
            return spelledHour(token, limit)
        }
        if let dotted = dottedTime(token, limit) { return dotted }
        guard let hour = integer(token, limit), token + 1 < limit else { return nil }
        if hour <= 2400, text.ends[token] - text.starts[token] == 4, hour % 100 < 60,
            words.match(token + 1, limit, .zone) != nil
        {
            return (hour / 100 * 60 + hour % 100, token + 1)
        }
        guard hour <= 24 else { return nil }
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
        if let half = halfOfDay(next, limit, hour, minute) { return half }
        if !hasMinutes, let from = startOfRange(hour, next, limit) { return (from, token + 1) }
        guard hasMinutes, hour < 24, next >= limit || text.kinds[next] != .colon else { return nil }
        return (hour * 60 + minute, next)
    }

    /// "a.m.", "p.m.", "o'clock", "in the morning" behind an hour.
    private func halfOfDay(_ token: Int, _ limit: Int, _ hour: Int, _ minute: Int) -> Moment? {
        guard token < limit, hour <= 24 else { return nil }
        if Self.am.contains(text.hashes[token]) { return ((hour % 12 + (hour > 12 ? 12 : 0)) * 60 + minute, token + 1) }
        if Self.pm.contains(text.hashes[token]) { return ((hour < 12 ? hour + 12 : hour) * 60 + minute, token + 1) }
        if text.hashes[token] == Self.oclock { return (hour * 60 + minute, token + 1) }
        guard (1...12).contains(hour), text.hashes[token] == Self.in_, token + 2 < limit,
            text.hashes[token + 1] == Self.the,
            let part = words.match(token + 2, limit, .part)
        else { return nil }
        return ((part.entry.value == "MO" ? hour % 12 : hour % 12 + 12) * 60 + minute, token + 3)
    }

    /// "9 to 11 a.m.": the hour that leans on the one behind it.
    private func startOfRange(_ hour: Int, _ joint: Int, _ limit: Int) -> Int? {
        guard (1...12).contains(hour), joint + 2 < limit,
            text.hashes[joint] == Self.to || text.kinds[joint] == .hyphen || text.kinds[joint] == .dash,
            let end = integer(joint + 1, limit), (1...12).contains(end)
        else { return nil }
        if Self.am.contains(text.hashes[joint + 2]) { return hour % 12 * 60 }
        guard Self.pm.contains(text.hashes[joint + 2]) else { return nil }
        return (hour % 12 + (hour % 12 < end % 12 || end == 12 && hour != 12 ? 12 : 0)) * 60
    }

    /// "11.30pm".
    private func dottedTime(_ token: Int, _ limit: Int) -> Moment? {
        let bytes = text.bytes[text.starts[token]..<text.ends[token]]
        guard (4...5).contains(bytes.count), bytes[bytes.endIndex - 3] == UInt8(ascii: "."), token + 1 < limit else {
            return nil
        }
        var digits = 0
        for byte in bytes where byte != UInt8(ascii: ".") {
            guard (0x30...0x39).contains(byte) else { return nil }
            digits = digits * 10 + Int(byte - 0x30)
        }
        guard digits / 100 <= 12, digits % 100 < 60 else { return nil }
        return halfOfDay(token + 1, limit, digits / 100, digits % 100)
    }

    /// "nine o'clock", "ten in the morning".
    private func spelledHour(_ token: Int, _ limit: Int) -> Moment? {
        guard token + 1 < limit, text.hashes[token + 1] == Self.oclock || text.hashes[token + 1] == Self.in_,
            let figure = numbers.figure(at: token, limit: token + 1), (1...12).contains(figure.value)
        else { return nil }
        return halfOfDay(token + 1, limit, Int(figure.value), 0)
    }
}
