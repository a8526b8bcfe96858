import Language
import Records

extension TimeFinder {
    private static let ordinalEnds = Set(["st", "nd", "rd", "th"].map(WordHash.of))
    private static let slash = WordHash.of("/")
    /// "may" and "march" are months only with a capital; a bare "May" at a sentence's start is a verb.
    private static let may = WordHash.of("may")
    private static let march = WordHash.of("march")

    /// "Oct. 3, 2024", "3 October", "October 2024", "2024-10-03", "10/3/2024", "last June".
    func calendarDate(_ token: Int, _ limit: Int) -> TimeDraft? {
        isoDate(token, limit) ?? slashDate(token, limit) ?? dayFirst(token, limit) ?? monthFirst(token, limit)
            ?? feast(token, limit)
    }

    private func isoDate(_ token: Int, _ limit: Int) -> TimeDraft? {
        guard token + 4 < limit, let year = integer(token, limit), year >= 1000, text.kinds[token + 1] == .hyphen,
            let month = integer(token + 2, limit), text.kinds[token + 3] == .hyphen,
            let day = integer(token + 4, limit),
            let date = CalendarDay(year: year, month: month, day: day)
        else { return nil }
        return TimeDraft(tokens: token..<(token + 5), type: .date, value: date.iso)
    }

    private func slashDate(_ token: Int, _ limit: Int) -> TimeDraft? {
        guard token + 4 < limit, let first = integer(token, limit), text.hashes[token + 1] == Self.slash,
            let second = integer(token + 2, limit), text.hashes[token + 3] == Self.slash, isGlued(token + 3),
            let third = integer(token + 4, limit)
        else { return nil }
        let century = third > 50 ? 1900 : 2000
        let year = third < 100 ? century + third : third
        guard
            let date = CalendarDay(year: year, month: first, day: second)
                ?? CalendarDay(year: year, month: second, day: first)
        else { return nil }
        return TimeDraft(tokens: token..<(token + 5), type: .date, value: date.iso)
    }

    private func month(_ token: Int, _ limit: Int) -> Int? {
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

    private func dayFirst(_ token: Int, _ limit: Int) -> TimeDraft? {
        guard let (day, end) = dayNumber(token, limit) else { return nil }
        var next = end
        if next < limit, text.hashes[next] == Self.of { next += 1 }
        guard let month = month(next, limit) else { return nil }
        return dated(token, month, day, after: next + 1, limit)
    }

    private func monthFirst(_ token: Int, _ limit: Int) -> TimeDraft? {
        guard let month = month(token, limit) else { return nil }
        if let (day, end) = dayNumber(token + 1, limit) { return dated(token, month, day, after: end, limit) }
        var next = token + 1
        if next < limit, text.hashes[next] == Self.of || text.kinds[next] == .comma { next += 1 }
        if let year = integer(next, limit), (1000...2100).contains(year) {
            return TimeDraft(
                tokens: token..<(next + 1), type: .date,
                value: "\(CalendarDay.padded(year, 4))-\(CalendarDay.padded(month, 2))")
        }
        if let last = words.match(token + 1, limit, .relative), let unit = words.match(token + 2, limit, .unit),
            unit.entry.value == "Y", let year = resolver.unit("Y", offset: last.entry.number)
        {
            return TimeDraft(
                tokens: token..<(token + 3), type: .date, value: "\(year)-\(CalendarDay.padded(month, 2))",
                anchor: .published)
        }
        guard isMonthAlone(token) else { return nil }
        return TimeDraft(
            tokens: token..<(token + 1), type: .date, value: resolver.month(month, direction: nil),
            anchor: relativeAnchor())
    }

    /// "May" and "March" alone need more than a capital to be months: something before them that takes one.
    private func isMonthAlone(_ token: Int) -> Bool {
        if token > 0, text.isCapitalised(token - 1), !text.flags[token].contains(.opensSentence),
            reading.clues[token - 1].contains(.given)
        {
            return false
        }
        guard text.hashes[token] == Self.may || text.hashes[token] == Self.march else { return true }
        return token > 0 && !text.flags[token].contains(.opensSentence) && !text.isCapitalised(token - 1)
    }

    private func dated(_ start: Int, _ month: Int, _ day: Int, after end: Int, _ limit: Int) -> TimeDraft? {
        var next = end
        if next < limit, text.kinds[next] == .comma { next += 1 }
        if let year = integer(next, limit), (1000...2100).contains(year),
            let date = CalendarDay(year: year, month: month, day: day)
        {
            return TimeDraft(tokens: start..<(next + 1), type: .date, value: date.iso)
        }
        guard CalendarDay(year: 2024, month: month, day: day) != nil else { return nil }
        return TimeDraft(
            tokens: start..<end, type: .date, value: resolver.day(day, ofMonth: month), anchor: relativeAnchor())
    }

    private func feast(_ token: Int, _ limit: Int) -> TimeDraft? {
        guard text.flags[token].contains(.capital), let feast = words.match(token, limit, .feast) else { return nil }
        let parts = feast.entry.value.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 2 else { return nil }
        return dated(token, parts[0], parts[1], after: token + feast.length, limit)
    }

    /// "1990s", "the '60s", "the 20th century".
    func decade(_ token: Int, _ limit: Int) -> TimeDraft? {
        var start = token
        if text.hashes[token] == Self.the, token + 1 < limit { start += 1 }
        if text.kinds[start] == .quote, start + 1 < limit { start += 1 }
        guard let value = integer(start, limit), start + 1 < limit else { return nil }
        let next = start + 1
        if isGlued(next), text.hashes[next] == WordHash.of("s") || text.kinds[next] == .possessive, value % 10 == 0 {
            if (1000...2090).contains(value) {
                return TimeDraft(tokens: token..<(next + 1), type: .date, value: String(value / 10))
            }
            if (10...90).contains(value), start > token {
                return TimeDraft(tokens: token..<(next + 1), type: .date, value: String(190 + value / 10))
            }
        }
        guard isGlued(next), Self.ordinalEnds.contains(text.hashes[next]), (1...30).contains(value) else { return nil }
        var unit = next + 1
        if unit < limit, text.kinds[unit] == .hyphen { unit += 1 }
        guard words.match(unit, limit, .unit)?.entry.value == "CE" else { return nil }
        return TimeDraft(tokens: token..<(unit + 1), type: .date, value: CalendarDay.padded(value - 1, 2))
    }

    /// "the third quarter", "third-quarter", "first quarter of 2024".
    func quarter(_ token: Int, _ limit: Int) -> TimeDraft? {
        var start = token
        if text.hashes[token] == Self.the { start += 1 }
        // "the 1988 third quarter".
        var named: Int?
        if start > token, bareYear(start) != nil, start + 1 < limit {
            named = integer(start, limit)
            start += 1
        }
        guard start < limit, let ordinal = words.match(start, limit, .ordinal) else { return nil }
        var next = start + 1
        if next < limit, text.kinds[next] == .hyphen { next += 1 }
        guard words.match(next, limit, .unit)?.entry.value == "Q" else { return nil }
        if let named {
            return TimeDraft(tokens: token..<(next + 1), type: .date, value: "\(named)-Q\(ordinal.entry.number)")
        }
        var end = next + 1
        if end < limit, text.hashes[end] == Self.of { end += 1 }
        if let year = integer(end, limit), (1900...2100).contains(year) {
            return TimeDraft(tokens: token..<(end + 1), type: .date, value: "\(year)-Q\(ordinal.entry.number)")
        }
        return TimeDraft(
            tokens: token..<(next + 1), type: .date, value: resolver.quarter(ordinal.entry.number),
            anchor: relativeAnchor())
    }

    private static let yearWords = Set(
        [
            "in", "since", "by", "until", "till", "from", "to", "of", "during", "before", "after", "through", "for",
            "early",
            "late", "year", "fiscal", "around", "between", "and", "than", "the", "as", "circa", "mid",
        ].map(WordHash.of))

    /// A year in digits, where nothing counts with it.
    func year(_ token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        guard let draft = bareYear(token) else { return nil }
        let next = token + 1
        if next < sentence.upperBound, text.kinds[next] == .hyphen || isGlued(next) && text.kinds[next] == .word {
            return nil
        }
        if token > sentence.lowerBound, Self.yearWords.contains(text.hashes[token - 1]) {
            let isCounted =
                next < sentence.upperBound && text.kinds[next] == .word && CountFinder.isPlural(next, in: text)
                && !text.flags[next].contains(.capital)
            return isCounted && text.hashes[token - 1] != Self.in_ ? nil : draft
        }
        guard next < sentence.upperBound else { return draft }
        switch text.kinds[next] {
        case .terminator, .comma, .close, .colon, .quote, .possessive: return draft
        case .word: return text.isCapitalised(next) || text.flags[token].contains(.opensSentence) ? draft : nil
        default: return nil
        }
    }

    /// Four digits from 1900 to 2099.
    func bareYear(_ token: Int) -> TimeDraft? {
        guard let year = integer(token, text.count), (1900...2099).contains(year),
            text.ends[token] - text.starts[token] == 4, token == 0 || text.kinds[token - 1] != .currency
        else { return nil }
        return TimeDraft(tokens: token..<(token + 1), type: .date, value: String(year))
    }
}
