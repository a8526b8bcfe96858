import Language
import Records

extension TimeFinder {
    private static let soon = WordHash.of("soon")
    private static let asWord = WordHash.of("as")
    private static let soonTails = WordSet(["as", "after", "became", "was", "were"].map(WordHash.of))
    static let past = WordHash.of("past")

    /// "last week", "this morning", "next Friday", "last June", "this summer", "the past three months".
    func relative(_ token: Int, _ limit: Int) -> TimeDraft? {
        var start = token
        if text.hashes[token] == Self.the { start += 1 }
        guard let found = words.match(start, limit, .relative) else { return nil }
        if let quarter = quarterOfYear(start, token, limit) { return quarter }
        var next = start + found.length
        // "this past spring", "this coming Friday".
        var offset = found.entry.number
        if offset == 0, let second = words.match(next, limit, .relative), second.entry.number != 0 {
            next += second.length
            offset = second.entry.number
        }
        guard next < limit else { return nil }
        let anchor = relativeAnchor()
        func draft(_ value: String, _ type: TimeExpression.Kind = .date) -> TimeDraft {
            TimeDraft(tokens: token..<(next + 1), type: type, value: value, anchor: anchor)
        }
        if text.flags[next].contains(.capital) {
            if let weekday = words.match(next, limit, .weekday) {
                // "this Sunday" is the one to come.
                let value =
                    offset == 0
                    ? resolver.weekday(weekday.entry.number, tense: .future)
                    : resolver.weekday(weekday.entry.number, direction: offset)
                return draft(value)
            }
            if let month = words.match(next, limit, .month) {
                return draft(resolver.month(month.entry.number, direction: offset))
            }
            if let named = words.match(next, limit, .feast), let feast = Feast(named.entry.value) {
                return feastDraft(
                    feast, token..<(next + named.length), offset < 0 ? .past : offset > 0 ? .future : nil)
            }
        }
        if let season = words.match(next, limit, .season) {
            return draft(resolver.season(season.entry.value, offset: offset))
        }
        if let part = words.match(next, limit, .part), found.length == 1, offset == 0 || offset == -1 {
            return draft("\(resolver.day(offset) ?? "XXXX-XX-XX")T\(part.entry.value)", .time)
        }
        if let unit = words.match(next, limit, .unit), unit.entry.value != "HA", unit.entry.value != "FN" {
            return relativeUnit(unit.entry.value, offset, start, token..<(next + 1))
        }
        if let units = words.match(next, limit, .units), offset != 0 {
            // "coming weeks", "past years".
            return TimeDraft(
                tokens: token..<(next + units.length), type: .duration,
                value: TimeDuration.value(nil, units.entry.value))
        }
        return span(after: next, from: token, limit)
    }

    private func relativeUnit(_ unit: String, _ offset: Int, _ start: Int, _ tokens: Range<Int>) -> TimeDraft? {
        // "the past decade" is ten years up to now.
        if text.hashes[start] == Self.past, start > tokens.lowerBound, unit != "WE", unit != "NI" {
            return TimeDraft(tokens: tokens, type: .duration, value: TimeDuration.value(1, unit))
        }
        guard !unit.hasPrefix("T") else { return nil }
        guard let value = resolver.unit(unit, offset: offset) else { return unanchored(tokens, offset) }
        return TimeDraft(tokens: tokens, type: unit == "NI" ? .time : .date, value: value, anchor: .published)
    }

    /// "this year's third quarter", "last year's second half".
    private func quarterOfYear(_ start: Int, _ front: Int, _ limit: Int) -> TimeDraft? {
        guard start + 4 < limit, let relative = words.match(start, limit, .relative), relative.length == 1,
            words.match(start + 1, limit, .unit)?.entry.value == "Y", text.kinds[start + 2] == .possessive,
            let year = resolver.unit("Y", offset: relative.entry.number)
        else { return nil }
        guard let ordinal = words.match(start + 3, limit, .ordinal) else {
            guard words.match(start + 3, limit, .unit)?.entry.value == "Q",
                case .quarter(_, let quarter)? = focus.period
            else { return nil }
            return TimeDraft(tokens: front..<(start + 4), type: .date, value: "\(year)-Q\(quarter)", anchor: .text)
        }
        let unit = words.match(start + 4, limit, .unit)?.entry.value
        guard unit == "Q" || unit == "HA" else { return nil }
        return TimeDraft(
            tokens: front..<(start + 5), type: .date,
            value: "\(year)-\(unit == "Q" ? "Q" : "H")\(ordinal.entry.number)", anchor: .published)
    }

    private func unanchored(_ tokens: Range<Int>, _ offset: Int) -> TimeDraft {
        let value = offset < 0 ? "PAST_REF" : offset > 0 ? "FUTURE_REF" : "PRESENT_REF"
        return TimeDraft(tokens: tokens, type: .date, value: value)
    }

    /// "[the past] three months", "[the last] few days".
    private func span(after next: Int, from start: Int, _ limit: Int) -> TimeDraft? {
        guard let inner = counted(next, limit), inner.tokens.lowerBound == next else { return nil }
        var draft = inner
        draft.tokens = start..<inner.tokens.upperBound
        return draft
    }

    /// A weekday by itself: the latest up to publication, or the next where its verb looks ahead.
    func weekday(_ token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        guard text.flags[token].contains(.capital), let found = words.match(token, sentence.upperBound, .weekday) else {
            return nil
        }
        if let dated = weekdayWithDate(token, sentence) { return dated }
        // "the Sun said", "Wed" are no days without their dot.
        if found.length == 1, text.ends[token] - text.starts[token] <= 3 { return nil }
        if let end = endOfDays(token, found.entry.number, sentence) { return end }
        let direction = tense.direction(of: token..<(token + 1), sentence)
        if direction == nil, let told = focus.weekday(found.entry.number) {
            return TimeDraft(tokens: token..<(token + 1), type: .date, value: told.iso, anchor: .published)
        }
        let value = resolver.weekday(found.entry.number, tense: direction)
        return TimeDraft(tokens: token..<(token + 1), type: .date, value: value, anchor: relativeAnchor())
    }

    private static let rangeJoints = WordSet(["through", "to", "until", "till"].map(WordHash.of))
    private static let listJoints = WordSet(["and", "or"].map(WordHash.of))

    /// "Monday through Friday", "both Friday and Saturday": the second day follows the first; unless what was said to have happened
    /// would lie ahead.
    private func endOfDays(_ token: Int, _ weekday: Int, _ sentence: Range<Int>) -> TimeDraft? {
        let index = Int(text.sentenceOfToken[token])
        guard let (last, isList) = dayBefore(token, sentence), words.match(last, last + 1, .weekday) != nil,
            let first = focus.date(in: index), first.sentence == index, first.grain == .day
        else { return nil }
        let day = first.day.adding(days: (weekday - first.day.weekday + 6) % 7 + 1)
        if isList, let published = resolver.published, day > published,
            tense.direction(of: last..<(token + 1), sentence) == .past
        {
            return nil
        }
        return TimeDraft(tokens: token..<(token + 1), type: .date, value: day.iso, anchor: .published)
    }

    /// The token before the word or mark that joins it to a day, and whether it is a list's: "Friday and", "Friday and/or", "Friday,".
    private func dayBefore(_ token: Int, _ sentence: Range<Int>) -> (last: Int, isList: Bool)? {
        let joint = token - 1
        guard joint > sentence.lowerBound else { return nil }
        if Self.rangeJoints.contains(text.hashes[joint]) || text.kinds[joint] == .hyphen || text.kinds[joint] == .dash {
            return (joint - 1, false)
        }
        if text.kinds[joint] == .comma { return (joint - 1, true) }
        guard Self.listJoints.contains(text.hashes[joint]) else { return nil }
        let isEither = joint - 3 >= sentence.lowerBound && text.hashes[joint - 1] == Self.slash
        return (isEither ? joint - 3 : joint - 1, true)
    }

    /// "Thursday, Oct. 3".
    private func weekdayWithDate(_ token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        var next = token + 1
        if next < sentence.upperBound, text.kinds[next] == .comma { next += 1 }
        guard next < sentence.upperBound, let date = calendarDate(next, sentence), date.value.utf8.count == 10,
            text.kinds[next] == .number || month(next, sentence.upperBound) != nil || text.hashes[next] == Self.the
        else { return nil }
        var draft = date
        draft.tokens = token..<date.tokens.upperBound
        return draft
    }

    private static let seasonWords = WordSet(
        ["in", "into", "during", "over", "throughout", "since", "until", "by", "last", "mid", "and"].map(WordHash.of))
    private static let spring = WordHash.of("spring")
    private static let fall = WordHash.of("fall")

    /// "in autumn", "over the summer", "the summer of 2021", "spring 2021".
    func season(_ token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        let limit = sentence.upperBound
        var start = token
        if text.hashes[token] == Self.the { start += 1 }
        guard let season = words.match(start, limit, .season) else { return nil }
        var next = start + 1
        if next < limit, text.hashes[next] == Self.of || text.kinds[next] == .comma { next += 1 }
        if let year = writtenYear(next, limit) {
            return TimeDraft(
                tokens: token..<year.end, type: .date,
                value: "\(CalendarDay.padded(year.value, 4))-\(season.entry.value)")
        }
        guard token > sentence.lowerBound, Self.seasonWords.contains(text.hashes[token - 1]),
            start + 1 >= limit || text.kinds[start + 1] != .word || isFunction(start + 1) || tense.isVerb(start + 1)
        else { return nil }
        return bareSeason(token, sentence)
    }

    /// A season by the tense of its verb.
    func bareSeason(_ token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        var start = token
        if text.hashes[token] == Self.the { start += 1 }
        guard let season = words.match(start, sentence.upperBound, .season) else { return nil }
        let isAhead = tense.direction(of: token..<(start + 1), sentence) == .future
        return TimeDraft(
            tokens: token..<(start + 1), type: .date,
            value: resolver.season(season.entry.value, isAhead: isAhead), anchor: relativeAnchor())
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
        let next = token + reference.length
        if reference.length > 1, text.hashes[next - 1] == Self.past, next < limit,
            text.kinds[next] == .number || text.kinds[next] == .word && !isFunction(next) && !tense.isVerb(next)
        {
            // "the past president", "the past three summers".
            return nil
        }
        if text.hashes[token] == Self.soon,
            next < limit && Self.soonTails.contains(text.hashes[next])
                || token > 0 && text.hashes[token - 1] == Self.asWord
        {
            return nil
        }
        return TimeDraft(tokens: token..<(token + reference.length), type: .date, value: reference.entry.value)
    }
}
