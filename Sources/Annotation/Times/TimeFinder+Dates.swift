import Language
import Records

extension TimeFinder {
    static let ordinalEnds = WordSet(["st", "nd", "rd", "th"].map(WordHash.of))
    static let slash = WordHash.of("/")
    /// "may" and "march" are months only with a capital; a bare "May" at a sentence's start is a verb.
    private static let may = WordHash.of("may")
    private static let march = WordHash.of("march")
    private static let givenNames = WordSet(["april", "may", "june", "august"].map(WordHash.of))
    private static let beforeMonths = WordSet(
        [
            "in", "since", "until", "till", "by", "from", "to", "of", "last", "next", "this", "early", "late", "mid",
            "before", "after", "during", "through", "and", "for", "between", "each", "every", "around",
        ].map(WordHash.of))
    /// What makes a "March" before it a demonstration.
    private static let afterMarches = WordSet(["for", "of", "on"].map(WordHash.of))

    /// "Oct. 3, 2024", "3 October", "October 2024", "2024-10-03", "10/3/2024", "Christmas".
    func calendarDate(_ token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        let limit = sentence.upperBound
        if text.kinds[token] == .number {
            return isoDate(token, limit) ?? slashDate(token, limit) ?? dottedDate(token, limit)
                ?? dayFirst(token, sentence)
        }
        if text.hashes[token] == Self.the { return dayOfMonth(token, sentence) }
        return monthFirst(token, sentence) ?? feast(token, sentence)
    }

    private func isoDate(_ token: Int, _ limit: Int) -> TimeDraft? {
        guard token + 4 < limit, let year = integer(token, limit), year >= 1000, text.kinds[token + 1] == .hyphen,
            let month = integer(token + 2, limit), text.kinds[token + 3] == .hyphen,
            let day = integer(token + 4, limit),
            let date = CalendarDay(year: year, month: month, day: day)
        else { return nil }
        return TimeDraft(tokens: token..<(token + 5), type: .date, value: date.iso)
    }

    private static func fullYear(_ year: Int) -> Int { year < 100 ? year + (year > 50 ? 1900 : 2000) : year }

    private func slashDate(_ token: Int, _ limit: Int) -> TimeDraft? {
        guard token + 4 < limit, let first = integer(token, limit), text.hashes[token + 1] == Self.slash,
            let second = integer(token + 2, limit), text.hashes[token + 3] == Self.slash, isGlued(token + 3),
            let third = integer(token + 4, limit)
        else { return nil }
        let year = Self.fullYear(third)
        guard
            let date = CalendarDay(year: year, month: first, day: second)
                ?? CalendarDay(year: year, month: second, day: first)
        else { return nil }
        return TimeDraft(tokens: token..<(token + 5), type: .date, value: date.iso)
    }

    /// "3.10.2024", the day first as those who write dots have it.
    private func dottedDate(_ token: Int, _ limit: Int) -> TimeDraft? {
        let range = text.starts[token]..<text.ends[token]
        guard (6...10).contains(range.count) else { return nil }
        var parts: [Int] = [0]
        for byte in text.bytes[range] {
            if byte == UInt8(ascii: ".") {
                parts.append(0)
            } else if (0x30...0x39).contains(byte) {
                parts[parts.count - 1] = parts[parts.count - 1] * 10 + Int(byte - 0x30)
            } else {
                return nil
            }
        }
        guard parts.count == 3, parts[2] > 1000,
            let date = CalendarDay(year: parts[2], month: parts[1], day: parts[0])
        else { return nil }
        return TimeDraft(tokens: token..<(token + 1), type: .date, value: date.iso)
    }

    func month(_ token: Int, _ limit: Int) -> Int? {
        guard token < limit, text.flags[token].contains(.capital) else { return nil }
        return words.match(token, limit, .month)?.entry.number
    }

    /// The day of a month and the token after it: "3", "3rd".
    private func dayNumber(_ token: Int, _ limit: Int) -> (day: Int, end: Int)? {
        guard let day = integer(token, limit), (1...31).contains(day), text.ends[token] - text.starts[token] <= 2 else {
            return nil
        }
        let next = token + 1
        if next < limit, isGlued(next), Self.ordinalEnds.contains(text.hashes[next]) { return (day, next + 1) }
        if next < limit, isGlued(next), text.kinds[next] == .word || text.kinds[next] == .percent { return nil }
        return (day, next)
    }

    private func dayFirst(_ token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        let limit = sentence.upperBound
        guard let (day, end) = dayNumber(token, limit) else { return nil }
        var next = end
        if next < limit, text.hashes[next] == Self.of { next += 1 }
        if let month = month(next, limit) { return dated(token, month, day, after: next + 1, sentence) }
        // "3-5 October", "3 and 5 October": the first day leans on the month of the second.
        guard next + 1 < limit,
            text.kinds[next] == .hyphen || text.kinds[next] == .dash
                || text.hashes[next] == Self.and || text.hashes[next] == Self.to,
            let (second, after) = dayNumber(next + 1, limit), second > day, let month = month(after, limit),
            let whole = dated(next + 1, month, second, after: after + 1, sentence), whole.value.utf8.count == 10
        else { return nil }
        let value = whole.value.dropLast(2) + CalendarDay.padded(day, 2)
        return TimeDraft(tokens: token..<end, type: .date, value: String(value), anchor: whole.anchor)
    }

    /// "the 3rd of October", "the 14th".
    private func dayOfMonth(_ token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        let limit = sentence.upperBound
        guard token + 2 < limit, let (day, end) = dayNumber(token + 1, limit), end == token + 3 else { return nil }
        if var whole = dayFirst(token + 1, sentence) {
            whole.tokens = token..<whole.tokens.upperBound
            return whole
        }
        guard token > sentence.lowerBound, text.hashes[token - 1] == Self.on,
            end >= limit || text.kinds[end] != .word && text.kinds[end] != .hyphen || isFunction(end)
        else { return nil }
        return TimeDraft(
            tokens: token..<end, type: .date, value: resolver.dayOfMonth(day), anchor: relativeAnchor())
    }

    func isFunction(_ token: Int) -> Bool { reading.clues[token].contains(.function) }

    private func monthFirst(_ token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        let limit = sentence.upperBound
        guard let month = month(token, limit) else { return nil }
        if let (day, end) = dayNumber(token + 1, limit) { return dated(token, month, day, after: end, sentence) }
        var next = token + 1
        if next < limit, text.hashes[next] == Self.of || text.kinds[next] == .comma { next += 1 }
        if let year = writtenYear(next, limit) {
            return TimeDraft(
                tokens: token..<year.end, type: .date,
                value: "\(CalendarDay.padded(year.value, 4))-\(CalendarDay.padded(month, 2))")
        }
        if let last = words.match(token + 1, limit, .relative),
            let unit = words.match(token + 1 + last.length, limit, .unit), unit.entry.value == "Y",
            let year = resolver.unit("Y", offset: last.entry.number)
        {
            return TimeDraft(
                tokens: token..<(token + 2 + last.length), type: .date,
                value: "\(year)-\(CalendarDay.padded(month, 2))", anchor: .published)
        }
        guard isMonthAlone(token, limit) else { return nil }
        return TimeDraft(
            tokens: token..<(token + 1), type: .date,
            value: resolver.month(month, tense: tense.direction(of: token..<(token + 1), sentence)),
            anchor: relativeAnchor())
    }

    /// A month alone needs more than a capital: no given name before it, no name after a short form; and "May" and
    /// "March" something before them that takes a month.
    private func isMonthAlone(_ token: Int, _ limit: Int) -> Bool {
        let next = token + 1
        if token > 0, text.isCapitalised(token - 1), !text.flags[token].contains(.opensSentence),
            reading.clues[token - 1].contains(.given)
        {
            return false
        }
        let isShort = text.ends[token] - text.starts[token] == 3 && text.hashes[token] != Self.may
        if next < limit, text.isCapitalised(next), !reading.isTitleCase[Int(text.sentenceOfToken[token])] {
            // "Jan Kavan", "April O'Brien", "and June Parker", "Judge August Keller"; but "in April Russia said".
            let isLed =
                token > 0 && Self.beforeMonths.contains(text.hashes[token - 1]) && text.hashes[token - 1] != Self.and
            if isShort || Self.givenNames.contains(text.hashes[token]) && !isLed { return false }
        }
        guard text.hashes[token] == Self.may || text.hashes[token] == Self.march else { return true }
        let isLed = token > 0 && Self.beforeMonths.contains(text.hashes[token - 1])
        if next < limit, text.hashes[token] == Self.march, !isLed, Self.afterMarches.contains(text.hashes[next]) {
            return false
        }
        return token > 0 && !text.flags[token].contains(.opensSentence)
            && (!text.isCapitalised(token - 1) || isFunction(token - 1))
    }

    private func dated(_ start: Int, _ month: Int, _ day: Int, after end: Int, _ sentence: Range<Int>) -> TimeDraft? {
        let limit = sentence.upperBound
        var next = end
        if next < limit, text.kinds[next] == .comma || text.hashes[next] == Self.of { next += 1 }
        if let year = writtenYear(next, limit), let date = CalendarDay(year: year.value, month: month, day: day) {
            return TimeDraft(tokens: start..<year.end, type: .date, value: date.iso)
        }
        if let relative = words.match(next, limit, .relative),
            let unit = words.match(next + relative.length, limit, .unit), unit.entry.value == "Y",
            let year = resolver.unit("Y", offset: relative.entry.number).flatMap({ Int($0) }),
            let date = CalendarDay(year: year, month: month, day: day)
        {
            return TimeDraft(
                tokens: start..<(next + relative.length + 1), type: .date, value: date.iso, anchor: .published)
        }
        guard CalendarDay(year: 2024, month: month, day: day) != nil else { return nil }
        return TimeDraft(
            tokens: start..<end, type: .date,
            value: resolver.day(day, ofMonth: month, tense: tense.direction(of: start..<end, sentence)),
            anchor: relativeAnchor())
    }

    /// "Christmas", "Easter Monday", "Thanksgiving 2019", "last Christmas"; "Easter week".
    private func feast(_ token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        let limit = sentence.upperBound
        guard text.flags[token].contains(.capital), let found = words.match(token, limit, .feast) else { return nil }
        let end = token + found.length
        guard let feast = Feast(found.entry.value) else { return nil }
        if let year = writtenYear(end, limit), let day = feast.day(in: year.value) {
            return TimeDraft(
                tokens: token..<year.end, type: .date, value: day.iso,
                modifier: feast.isSure ? nil : TimeModifier.approximately)
        }
        let isWeek = found.length == 1 && end < limit && words.match(end, limit, .unit)?.entry.value == "W"
        // "a Christmas tree" is no day.
        guard
            isWeek || found.length > 1 || end >= limit || text.kinds[end] != .word || isFunction(end)
                || words.match(end, limit, .relative) != nil || text.flags[end].contains(.capital)
                || tense.isVerb(end)
        else { return nil }
        let direction = tense.direction(of: token..<end, sentence)
        return feastDraft(feast, token..<(isWeek ? end + 1 : end), isWeek ? nil : direction, isWeek: isWeek)
    }

    /// A feast's day by the day of publication, or what of it is the same in every year.
    func feastDraft(
        _ feast: Feast, _ tokens: Range<Int>, _ direction: VerbTense.Direction?, isWeek: Bool = false
    ) -> TimeDraft? {
        guard let published = reading.published else {
            let value = feast.fixedDay.map {
                "XXXX-\(CalendarDay.padded($0.month, 2))-\(CalendarDay.padded($0.day, 2))"
            }
            return TimeDraft(tokens: tokens, type: .date, value: value ?? "XXXX-XX-XX")
        }
        guard let day = feast.day(near: published, tense: direction) else { return nil }
        return TimeDraft(
            tokens: tokens, type: .date, value: isWeek ? day.isoWeekText : day.iso,
            modifier: feast.isSure ? nil : TimeModifier.approximately, anchor: .published)
    }
}
