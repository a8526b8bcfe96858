import Language
import Records

extension TimeFinder {
    private static let fiscal = WordSet(["fiscal", "financial"].map(WordHash.of))
    private static let ended = WordSet(["ended", "ending", "ends", "to"].map(WordHash.of))
    private static let halfYears = (1...2).map { WordHash.of("h\($0)") }
    private static let quarters = (1...4).map { WordHash.of("q\($0)") }
    private static let last = WordHash.of("last")
    private static let current = WordHash.of("current")
    private static let period = WordHash.of("period")
    private static let comparable = WordSet(["comparable", "corresponding", "same"].map(WordHash.of))

    /// "the third quarter", "third-quarter", "the first half of 2024", "the fiscal first quarter", "Q3 2024".
    func quarter(_ token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        let limit = sentence.upperBound
        if let short = shortQuarter(token, sentence) { return short }
        if let latest = latest(token, limit) { return latest }
        var start = token
        if text.hashes[token] == Self.the { start += 1 }
        // "the 1988 third quarter".
        var named: Int?
        if start > token, bareYear(start) != nil, start + 1 < limit {
            named = integer(start, limit)
            start += 1
        }
        if start < limit, Self.fiscal.contains(text.hashes[start]) {
            start += 1
            if start < limit, text.kinds[start] == .hyphen { start += 1 }
        }
        guard start < limit, let part = partOfYear(start, limit) else {
            return named.flatMap { yearPeriod($0, token, start, limit) }
        }
        let front = part.isHyphened && named == nil && text.hashes[token] == Self.the ? token + 1 : token
        if let named {
            return TimeDraft(tokens: token..<part.end, type: .date, value: "\(named)-\(part.letter)\(part.number)")
        }
        return ofYear(part, front, sentence)
    }

    private typealias Part = (letter: String, number: Int, end: Int, isHyphened: Bool)

    /// "third quarter", "third-quarter", "second half", "last half".
    private func partOfYear(_ start: Int, _ limit: Int) -> Part? {
        let number: Int
        if let ordinal = words.match(start, limit, .ordinal), ordinal.length == 1 {
            number = ordinal.entry.number
        } else if text.hashes[start] == Self.last {
            number = 2
        } else {
            return nil
        }
        var next = start + 1
        let isHyphened = next < limit && text.kinds[next] == .hyphen
        if isHyphened { next += 1 }
        switch words.match(next, limit, .unit)?.entry.value {
        case "Q" where (1...4).contains(number) && text.hashes[start] != Self.last:
            return ("Q", number, next + 1, isHyphened)
        case "HA" where (1...2).contains(number): return ("H", number, next + 1, isHyphened)
        default: return nil
        }
    }

    /// A part of the year with the year that stands behind it, or with the nearest one. A half alone may be one of a match.
    private func ofYear(_ part: Part, _ front: Int, _ sentence: Range<Int>) -> TimeDraft? {
        let limit = sentence.upperBound
        func draft(_ end: Int, _ value: String, _ anchor: TimeExpression.Anchor? = nil) -> TimeDraft {
            TimeDraft(tokens: front..<end, type: .date, value: value, anchor: anchor)
        }
        var end = part.end
        if end < limit, text.hashes[end] == Self.of || text.kinds[end] == .comma { end += 1 }
        let tail = "-\(part.letter)\(part.number)"
        if let year = writtenYear(end, limit), year.value >= 1900 { return draft(year.end, "\(year.value)\(tail)") }
        if text.hashes[end - 1] == Self.of || end < limit, let relative = words.match(end, limit, .relative),
            words.match(end + relative.length, limit, .unit)?.entry.value == "Y",
            let year = resolver.unit("Y", offset: relative.entry.number)
        {
            return draft(end + relative.length + 1, year + tail, .published)
        }
        if text.hashes[end - 1] == Self.of, end + 1 < limit, text.hashes[end] == Self.the,
            words.match(end + 1, limit, .unit)?.entry.value == "Y", let year = resolver.unit("Y", offset: 0)
        {
            return draft(end + 2, year + tail, .published)
        }
        let isAhead = tense.direction(of: front..<part.end, sentence) == .future
        if part.letter == "H", !text.flags[front].contains(.digit) { return nil }
        return draft(part.end, resolver.quarter(part.number, isAhead: isAhead), relativeAnchor())
    }

    /// "Q3", "Q1 2025", "H1 2022".
    private func shortQuarter(_ token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        guard text.flags[token].contains([.capital, .digit]) else { return nil }
        let part: Part
        if let quarter = Self.quarters.firstIndex(of: text.hashes[token]) {
            part = ("Q", quarter + 1, token + 1, false)
        } else if let half = Self.halfYears.firstIndex(of: text.hashes[token]) {
            part = ("H", half + 1, token + 1, false)
        } else {
            return nil
        }
        return ofYear(part, token, sentence)
    }

    /// "the latest quarter", "the latest period", "the current fiscal year", "the quarter".
    private func latest(_ token: Int, _ limit: Int) -> TimeDraft? {
        guard text.hashes[token] == Self.the, token + 1 < limit else { return nil }
        var next = token + 1
        let isLatest: Bool
        if let found = words.match(next, limit, .latest) {
            next += found.length
            isLatest = true
        } else {
            isLatest = false
            if text.hashes[next] == Self.current { next += 1 }
        }
        let isCurrent = !isLatest && next > token + 1
        if next < limit, Self.fiscal.contains(text.hashes[next]) { next += 1 }
        guard next < limit else { return nil }
        let unit = words.match(next, limit, .unit)?.entry.value
        if isCurrent {
            guard let unit, unit != "HA", unit != "TS", let value = resolver.unit(unit, offset: 0) else { return nil }
            return TimeDraft(tokens: token..<(next + 1), type: .date, value: value, anchor: .published)
        }
        // "the quarter-to-quarter comparison", "the quarter of the city".
        if next + 1 < limit, text.kinds[next + 1] == .hyphen || text.hashes[next + 1] == Self.of { return nil }
        guard unit == "Q" || isLatest && (text.hashes[next] == Self.period || unit == "Y") else { return nil }
        if let ended = quarterEnded(next, limit) {
            return TimeDraft(tokens: token..<(next + 1), type: .date, value: ended)
        }
        if unit == "Y" {
            guard let value = resolver.unit("Y", offset: -1) else { return nil }
            return TimeDraft(tokens: token..<(next + 1), type: .date, value: value, anchor: .published)
        }
        switch focus.period {
        case .quarter(let year, let quarter):
            let value = "\(CalendarDay.padded(year, 4))-Q\(quarter)"
            return TimeDraft(tokens: token..<(next + 1), type: .date, value: value, anchor: .text)
        default:
            guard let value = resolver.latestQuarter else { return nil }
            return TimeDraft(tokens: token..<(next + 1), type: .date, value: value, anchor: .published)
        }
    }

    /// "[the quarter] ended Sept. 30".
    private func quarterEnded(_ unit: Int, _ limit: Int) -> String? {
        guard unit + 2 < limit, Self.ended.contains(text.hashes[unit + 1]), let month = month(unit + 2, limit) else {
            return nil
        }
        var year = reading.published.map { month > $0.month ? $0.year - 1 : $0.year }
        for next in (unit + 3)..<(unit + 6) { if let named = writtenYear(next, limit) { year = named.value } }
        return year.map { "\(CalendarDay.padded($0, 4))-Q\((month + 2) / 3)" }
    }

    /// "the 1988 period", "the 1988 quarter": the same part of another year.
    private func yearPeriod(_ year: Int, _ token: Int, _ next: Int, _ limit: Int) -> TimeDraft? {
        guard next < limit, text.hashes[next] == Self.period || words.match(next, limit, .unit)?.entry.value == "Q"
        else {
            return nil
        }
        guard case .quarter(_, let quarter)? = focus.period else {
            return TimeDraft(tokens: token..<(next + 1), type: .date, value: String(year))
        }
        return TimeDraft(tokens: token..<(next + 1), type: .date, value: "\(year)-Q\(quarter)", anchor: .text)
    }

    private static let yearWord = WordHash.of("year")
    private static let ago = WordSet(["ago", "earlier"].map(WordHash.of))

    /// "a year earlier", "year-ago", "the year-earlier quarter", "the same period last year": what figures are compared with.
    func yearBefore(_ token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        let limit = sentence.upperBound
        var start = token
        if text.hashes[start] == Self.the { start += 1 }
        if start < limit, Self.comparable.contains(text.hashes[start]) { start += 1 }
        if start > token + 1 || start < limit && start > token && text.hashes[start] == Self.period || start > token,
            let corresponding = corresponding(token, start, limit)
        {
            return corresponding
        }
        guard start + 2 < limit, text.hashes[start] == Self.yearWord, text.kinds[start + 1] == .hyphen,
            Self.ago.contains(text.hashes[start + 2])
        else { return comparedYear(token, sentence) }
        var end = start + 3
        let isPeriod =
            end < limit && (text.hashes[end] == Self.period || words.match(end, limit, .unit)?.entry.value == "Q")
        if isPeriod, start > token || end < limit { end += 1 }
        guard let value = yearBeforeValue else { return nil }
        let front = isPeriod || start == token ? token : start
        return TimeDraft(tokens: front..<end, type: .date, value: value.text, anchor: value.anchor)
    }

    /// "the corresponding period last year", "the same quarter of 2023".
    private func corresponding(_ token: Int, _ start: Int, _ limit: Int) -> TimeDraft? {
        guard start > token + 1, start < limit,
            text.hashes[start] == Self.period || words.match(start, limit, .unit)?.entry.value == "Q",
            let relative = words.match(start + 1, limit, .relative),
            words.match(start + 1 + relative.length, limit, .unit)?.entry.value == "Y",
            let year = resolver.unit("Y", offset: relative.entry.number)
        else { return nil }
        var value = year
        if case .quarter(_, let quarter)? = focus.period { value += "-Q\(quarter)" }
        return TimeDraft(
            tokens: token..<(start + 2 + relative.length), type: .date, value: value, anchor: .published)
    }

    /// The quarter or year before the one whose figures are told.
    private var yearBeforeValue: (text: String, anchor: TimeExpression.Anchor)? {
        switch focus.period {
        case .quarter(let year, let quarter): ("\(CalendarDay.padded(year - 1, 4))-Q\(quarter)", .text)
        case .year(let year): (CalendarDay.padded(year - 1, 4), .text)
        case nil: resolver.unit("Y", offset: -1).map { ($0, .published) }
        }
    }

    /// How far back a figure stands that "a year ago" is compared with; the longest of such clauses tell profit, change and
    /// profit a share.
    private static let figureReach = 24

    /// "[up from $10 million] a year ago", of a quarter.
    private func comparedYear(_ token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        guard Self.articles.contains(text.hashes[token]), token + 2 < sentence.upperBound,
            text.hashes[token + 1] == Self.yearWord, Self.ago.contains(text.hashes[token + 2]),
            case .quarter? = focus.period, let value = yearBeforeValue
        else { return nil }
        let window =
            max(sentence.lowerBound, token - Self.figureReach)..<min(sentence.upperBound, token + Self.figureReach)
        guard window.contains(where: { text.kinds[$0] == .currency || text.kinds[$0] == .percent || isPercent($0) })
        else { return nil }
        return TimeDraft(tokens: token..<(token + 3), type: .date, value: value.text, anchor: value.anchor)
    }

    private static let percentWords = WordSet(
        ["percent", "per", "profit", "revenue", "sales", "net", "earnings"].map(WordHash.of))
    private func isPercent(_ token: Int) -> Bool { Self.percentWords.contains(text.hashes[token]) }
}
