import Language
import Records

extension TimeFinder {
    private static let lookback = 12
    private static let vagueCounts = Set(["a few", "few", "several", "some", "many"])

    /// "last week", "this morning", "next Friday", "last June", "this summer", "the past three months".
    func relative(_ token: Int, _ limit: Int) -> TimeDraft? {
        var start = token
        if text.hashes[token] == Self.the { start += 1 }
        guard let found = words.match(start, limit, .relative) else { return nil }
        if let quarter = quarterOfYear(start, token, limit) { return quarter }
        let next = start + found.length
        let offset = found.entry.number
        let range = { (end: Int) in token..<end }
        guard next < limit else { return nil }
        if let weekday = words.match(next, limit, .weekday), text.flags[next].contains(.capital) {
            let value = resolver.weekday(weekday.entry.number, direction: offset)
            return TimeDraft(tokens: range(next + 1), type: .date, value: value, anchor: relativeAnchor())
        }
        if let month = words.match(next, limit, .month), text.flags[next].contains(.capital) {
            let value = resolver.month(month.entry.number, direction: offset)
            return TimeDraft(tokens: range(next + 1), type: .date, value: value, anchor: relativeAnchor())
        }
        if let season = words.match(next, limit, .season) {
            let value = resolver.season(season.entry.value, offset: offset)
            return TimeDraft(tokens: range(next + 1), type: .date, value: value, anchor: relativeAnchor())
        }
        if let part = words.match(next, limit, .part), found.length == 1, offset == 0 || offset == -1 {
            let day = resolver.day(offset) ?? "XXXX-XX-XX"
            return TimeDraft(
                tokens: range(next + 1), type: .time, value: "\(day)T\(part.entry.value)", anchor: relativeAnchor())
        }
        if let unit = words.match(next, limit, .unit) {
            guard let value = resolver.unit(unit.entry.value, offset: offset) else {
                return unanchored(range(next + 1), offset)
            }
            let isTime = unit.entry.value == "NI"
            return TimeDraft(tokens: range(next + 1), type: isTime ? .time : .date, value: value, anchor: .published)
        }
        return span(after: next, from: token, limit)
    }

    /// "this year's third quarter".
    private func quarterOfYear(_ start: Int, _ front: Int, _ limit: Int) -> TimeDraft? {
        guard start + 4 < limit, let relative = words.match(start, limit, .relative), relative.length == 1,
            words.match(start + 1, limit, .unit)?.entry.value == "Y", text.kinds[start + 2] == .possessive,
            let ordinal = words.match(start + 3, limit, .ordinal),
            words.match(start + 4, limit, .unit)?.entry.value == "Q",
            let year = resolver.unit("Y", offset: relative.entry.number)
        else { return nil }
        return TimeDraft(
            tokens: front..<(start + 5), type: .date, value: "\(year)-Q\(ordinal.entry.number)", anchor: .published)
    }

    private func unanchored(_ tokens: Range<Int>, _ offset: Int) -> TimeDraft {
        let value = offset < 0 ? "PAST_REF" : offset > 0 ? "FUTURE_REF" : "PRESENT_REF"
        return TimeDraft(tokens: tokens, type: .date, value: value)
    }

    /// "[the past] three months", "[the last] few days".
    private func span(after next: Int, from start: Int, _ limit: Int) -> TimeDraft? {
        guard let inner = duration(next, limit), inner.tokens.lowerBound == next else { return nil }
        var draft = inner
        draft.tokens = start..<inner.tokens.upperBound
        return draft
    }

    /// A weekday by itself: the latest, or the next after "will".
    func weekday(_ token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        guard text.flags[token].contains(.capital), let found = words.match(token, sentence.upperBound, .weekday) else {
            return nil
        }
        if let dated = weekdayWithDate(token, sentence.upperBound) { return dated }
        let front = max(sentence.lowerBound, token - Self.lookback)
        let isAhead = (front..<token).contains { text.hashes[$0] == Self.will }
        let value = resolver.weekday(found.entry.number, direction: isAhead ? 1 : 0)
        return TimeDraft(tokens: token..<(token + 1), type: .date, value: value, anchor: relativeAnchor())
    }

    /// "Thursday, Oct. 3".
    private func weekdayWithDate(_ token: Int, _ limit: Int) -> TimeDraft? {
        var next = token + 1
        if next < limit, text.kinds[next] == .comma { next += 1 }
        guard next < limit, let date = calendarDate(next, limit), date.value.utf8.count == 10 else { return nil }
        var draft = date
        draft.tokens = token..<date.tokens.upperBound
        return draft
    }

    /// "today", "tonight", "now", "recently".
    func deictic(_ token: Int, _ limit: Int) -> TimeDraft? {
        if let day = words.match(token, limit, .day) {
            let value = resolver.day(day.entry.number) ?? "XXXX-XX-XX"
            return TimeDraft(
                tokens: token..<(token + day.length), type: .date, value: value, anchor: relativeAnchor())
        }
        if let night = words.match(token, limit, .night) {
            let day = resolver.day(night.entry.value.hasPrefix("-") ? -1 : 0) ?? "XXXX-XX-XX"
            return TimeDraft(
                tokens: token..<(token + night.length), type: .time, value: day + "TNI", anchor: relativeAnchor())
        }
        guard let reference = words.match(token, limit, .reference) else { return nil }
        if reference.length == 1, words.match(token + 1, limit, .units) != nil { return nil }
        return TimeDraft(tokens: token..<(token + reference.length), type: .date, value: reference.entry.value)
    }

    /// "three months", "a year", "several days", "two-week", and with "ago" a date.
    func duration(_ token: Int, _ limit: Int) -> TimeDraft? {
        var count: Double?
        var next = token
        if words.match(token, limit, .reference)?.entry.value == "PAST_REF", token + 1 < limit,
            let unit = words.match(token + 1, limit, .units)
        {
            // "recent weeks".
            let value = TimeResolver.duration(nil, unit.entry.value)
            return TimeDraft(tokens: token..<(token + 2), type: .duration, value: value)
        }
        if text.hashes[token] == Self.the { return definite(token, limit) }
        if let vague = words.match(token, limit, .vague) {
            next = token + vague.length
        } else if let couple = words.match(token, limit, .couple) {
            count = 2
            next = token + couple.length
        } else if let figure = numbers.figure(at: token, limit: limit) {
            // "the 1988 quarter" counts no quarters.
            if figure.isPlainDigits, bareYear(token) != nil { return nil }
            count = figure.isVague ? nil : figure.value
            next = figure.tokens.upperBound
            if figure.isVague, next < limit, text.hashes[next] == Self.of { next += 1 }
        } else if Self.articles.contains(text.hashes[token]) {
            count = 1
            next = token + 1
        } else {
            return nil
        }
        if next < limit, text.kinds[next] == .hyphen { next += 1 }
        guard next < limit, let unit = words.match(next, limit, .unit, .units), unit.entry.value != "Q" || count != 1
        else {
            return nil
        }
        return finished(token, count, unit.entry.value, end: next + 1, limit)
    }

    /// "the six months", "the first nine months".
    private func definite(_ token: Int, _ limit: Int) -> TimeDraft? {
        var next = token + 1
        if words.match(next, limit, .ordinal) != nil { next += 1 }
        guard next < limit, text.hashes[next] != Self.the, text.kinds[next] == .number || text.kinds[next] == .word,
            numbers.figure(at: next, limit: limit) != nil,
            let inner = duration(next, limit), inner.type == .duration, inner.tokens.lowerBound == next,
            text.kinds[inner.tokens.upperBound - 2] != .hyphen
        else { return nil }
        return TimeDraft(tokens: token..<inner.tokens.upperBound, type: .duration, value: inner.value)
    }

    private static let over = WordHash.of("over")
    private static let ago = WordHash.of("ago")
    private static let earlier = WordHash.of("earlier")

    private func finished(_ start: Int, _ count: Double?, _ unit: String, end: Int, _ limit: Int) -> TimeDraft? {
        // "three-year-old" is an age.
        if end + 1 < limit, text.kinds[end] == .hyphen || text.hashes[end] == Self.old {
            if text.hashes[end] == Self.old || text.hashes[end + 1] == Self.old { return nil }
        }
        if end < limit, text.hashes[end] == Self.ago || text.hashes[end] == Self.earlier {
            let value = count.flatMap { $0 < 10_000 ? resolver.ago(Int($0), unit) : nil } ?? "PAST_REF"
            let front = FigureModifiers.before(start, in: text)?.start ?? start
            return TimeDraft(tokens: front..<(end + 1), type: .date, value: value, anchor: relativeAnchor())
        }
        var draft = TimeDraft(tokens: start..<end, type: .duration, value: TimeResolver.duration(count, unit))
        if let modifier = FigureModifiers.before(start, in: text) {
            draft.modifier =
                modifier.modifier == .min ? "MORE_THAN" : modifier.modifier == .max ? "LESS_THAN" : "APPROX"
            // "over three years" says as often how long as how much.
            if text.hashes[modifier.start] != Self.over { draft.tokens = modifier.start..<end }
        }
        return draft
    }

    /// "every day", "each year", "daily".
    func set(_ token: Int, _ limit: Int) -> TimeDraft? {
        if let set = words.match(token, limit, .set) {
            return TimeDraft(tokens: token..<(token + set.length), type: .set, value: set.entry.value)
        }
        guard words.match(token, limit, .each) != nil else { return nil }
        if let unit = words.match(token + 1, limit, .unit) {
            return TimeDraft(
                tokens: token..<(token + 2), type: .set, value: TimeResolver.duration(1, unit.entry.value))
        }
        if let weekday = words.match(token + 1, limit, .weekday) {
            return TimeDraft(tokens: token..<(token + 2), type: .set, value: "XXXX-WXX-\(weekday.entry.number)")
        }
        if let month = words.match(token + 1, limit, .month) {
            let value = "XXXX-\(CalendarDay.padded(month.entry.number, 2))"
            return TimeDraft(tokens: token..<(token + 2), type: .set, value: value)
        }
        return nil
    }

    /// "the weekend", "the week": the one of publication.
    func period(_ token: Int, _ limit: Int) -> TimeDraft? {
        guard text.hashes[token] == Self.the, let unit = words.match(token + 1, limit, .unit), unit.entry.value == "WE",
            let value = resolver.unit("WE", offset: reading.published.map { $0.weekday < 6 ? -1 : 0 } ?? 0)
        else { return nil }
        return TimeDraft(tokens: token..<(token + 2), type: .date, value: value, anchor: .published)
    }
}
