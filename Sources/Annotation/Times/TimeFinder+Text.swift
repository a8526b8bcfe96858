import Language
import Records

extension TimeFinder {
    private static let week = WordHash.of("week")
    private static let time = WordHash.of("time")
    private static let before = WordSet(["before", "earlier"].map(WordHash.of))
    private static let after = WordSet(["after", "later"].map(WordHash.of))

    /// "the week of March 6", "the week to Nov. 24".
    func weekOf(_ token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        guard text.hashes[token] == Self.the, token + 3 < sentence.upperBound, text.hashes[token + 1] == Self.week,
            text.hashes[token + 2] == Self.of, let date = calendarDate(token + 3, sentence), date.type == .date,
            let day = CalendarDay(iso: date.value)
        else { return nil }
        return TimeDraft(
            tokens: token..<date.tokens.upperBound, type: .date, value: day.isoWeekText, anchor: date.anchor)
    }

    /// "that day", "the following year", "the next morning", "the previous month", "the day before": told from a date of
    /// the text.
    func textual(_ token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        let limit = sentence.upperBound
        if let dayBefore = dayBefore(token, sentence) { return dayBefore }
        guard
            let found = words.match(token, limit, .same) ?? words.match(token, limit, .next)
                ?? words.match(token, limit, .previous), token + found.length < limit
        else { return nil }
        let next = token + found.length
        let isNext = found.entry.type == .next
        let tokens = token..<(next + 1)
        let date = focus.date(in: Int(text.sentenceOfToken[token]))
        if let part = words.match(next, limit, .part), let date, date.grain == .day {
            let value = "\(date.day.adding(days: found.entry.number).iso)T\(part.entry.value)"
            return TimeDraft(tokens: tokens, type: .time, value: value, anchor: .text)
        }
        guard let unit = words.match(next, limit, .unit)?.entry.value, !unit.hasPrefix("T"), unit != "HA",
            text.kinds[next] == .word, next + 1 >= limit || text.kinds[next + 1] != .hyphen
        else { return nil }
        // "the next year" may be the one after publication.
        if isNext, unit != "D", text.hashes[token + 1] == WordHash.of("next"), date == nil { return nil }
        guard let date, Self.isFine(date.grain, for: unit),
            let value = TimeResolver.unit(unit, offset: found.entry.number, from: date.day)
        else { return unit == "NI" ? nil : unresolved(tokens, found.entry.type, unit) }
        return TimeDraft(tokens: tokens, type: unit == "NI" ? .time : .date, value: value, anchor: .text)
    }

    /// Whether a date is fine enough to tell which unit it lies in: a year tells no day.
    private static func isFine(_ grain: TimeFocus.Grain, for unit: String) -> Bool {
        switch unit {
        case "D", "NI": grain == .day
        case "W", "WE", "FN": grain == .day || grain == .week
        case "M": grain == .day || grain == .week || grain == .month
        case "Q": grain != .year
        default: true
        }
    }

    /// "the next day" with no date before it: past or ahead, and no more.
    private func unresolved(_ tokens: Range<Int>, _ type: TimeWords.Class, _ unit: String) -> TimeDraft? {
        guard unit == "D" || unit == "Y" || unit == "M" || unit == "Q", type == .next || type == .same,
            unit != "D" || type == .next
        else { return nil }
        return TimeDraft(tokens: tokens, type: .date, value: unit == "D" ? "XXXX-XX-XX" : "PAST_REF")
    }

    /// "the day before", "the year before": where nothing follows that it is before.
    private func dayBefore(_ token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        let limit = sentence.upperBound
        guard text.hashes[token] == Self.the, token + 2 < limit,
            let unit = words.match(token + 1, limit, .unit)?.entry.value,
            unit == "D" || unit == "Y" || unit == "W" || unit == "M"
        else { return nil }
        let isBefore = Self.before.contains(text.hashes[token + 2])
        guard isBefore || Self.after.contains(text.hashes[token + 2]),
            token + 3 >= limit
                || text.kinds[token + 3] != .word && text.kinds[token + 3] != .number
                    && text.kinds[token + 3] != .quote,
            let date = focus.date(in: Int(text.sentenceOfToken[token])), Self.isFine(date.grain, for: unit),
            let value = TimeResolver.unit(unit, offset: isBefore ? -1 : 1, from: date.day)
        else { return nil }
        return TimeDraft(tokens: token..<(token + 3), type: .date, value: value, anchor: .text)
    }

    /// A length of time with "ago", "earlier", "later" or "from now" behind it.
    func shifted(_ inner: TimeDraft, _ count: Double?, _ unit: String, _ limit: Int) -> TimeDraft? {
        let end = inner.tokens.upperBound
        if let back = words.match(end, limit, .back) {
            let isAgo = back.entry.value == "ago"
            return told(inner, count.map { -$0 }, unit, end + back.length, fromText: !isAgo)
        }
        guard let onward = words.match(end, limit, .onward) else {
            // "in two weeks' time".
            guard end + 1 < limit, text.kinds[end] == .quote || text.kinds[end] == .possessive,
                text.hashes[end + 1] == Self.time, count != nil
            else { return nil }
            return told(inner, count, unit, end + 2, fromText: false)
        }
        let isLater = onward.entry.value == "later"
        if isLater, count == nil { return nil }
        return told(inner, count, unit, end + onward.length, fromText: isLater)
    }

    private func told(
        _ inner: TimeDraft, _ count: Double?, _ unit: String, _ end: Int, fromText: Bool
    ) -> TimeDraft? {
        var draft = inner
        draft.tokens = inner.tokens.lowerBound..<end
        draft.type = .date
        let isBack = inner.tokens.upperBound < end && (count ?? -1) < 0
        let vague = isBack ? "PAST_REF" : "FUTURE_REF"
        draft.modifier = Self.modifier(inner.modifier, isBack: isBack)
        let date = fromText ? focus.date(in: Int(text.sentenceOfToken[inner.tokens.lowerBound])) : nil
        if fromText, !isBack, date == nil { return nil }
        guard let count, abs(count) < 10_000, !unit.hasPrefix("T"), unit != "WE", unit != "NI" else {
            // "hours later" is on no day that could be told.
            if fromText, !isBack { return nil }
            draft.value = vague
            return draft
        }
        let offset = Int(count)
        if let date, Self.isFine(date.grain, for: unit) {
            guard let value = TimeResolver.unit(unit, offset: offset, from: date.day) else { return nil }
            draft.value = value
            draft.anchor = .text
            return draft
        }
        if fromText, !isBack { return nil }
        draft.value = (isBack ? resolver.ago(-offset, unit) : resolver.unit(unit, offset: offset)) ?? vague
        draft.anchor = draft.value == vague ? nil : relativeAnchor()
        return draft
    }

    /// More than ten years ago is before that year.
    private static func modifier(_ modifier: String?, isBack: Bool) -> String? {
        switch modifier {
        case TimeModifier.moreThan: isBack ? TimeModifier.before : TimeModifier.after
        case TimeModifier.lessThan: isBack ? TimeModifier.after : TimeModifier.before
        case TimeModifier.equalOrMore: isBack ? TimeModifier.onOrBefore : TimeModifier.onOrAfter
        case TimeModifier.equalOrLess: isBack ? TimeModifier.onOrAfter : TimeModifier.onOrBefore
        default: modifier
        }
    }
}
