import Language
import Records

extension TimeFinder {
    private static let a = WordSet(["a", "an"].map(WordHash.of))
    private static let long = WordHash.of("long")
    private static let age = WordHash.of("age")
    private static let so = WordHash.of("so")
    private static let more = WordHash.of("more")
    private static let or = WordHash.of("or")
    private static let over = WordHash.of("over")
    private static let beforeOver = WordSet(
        ["for", "after", "just", "well", "last", "lasts", "lasted", "took", "takes", "take", "in"].map(WordHash.of))
    private static let exceeding = WordSet(["more", "over", "excess", "above", "upwards", "greater"].map(WordHash.of))
    private static let below = WordSet(["less", "fewer", "under", "below"].map(WordHash.of))
    private static let negations = WordSet(["no", "not"].map(WordHash.of))
    /// What a bare plural may follow: "for years", "within weeks".
    private static let beforePlurals = WordSet(
        ["for", "in", "within", "after", "took", "lasted", "spent", "takes", "follows", "last"].map(WordHash.of))
    private static let afterPlurals = WordSet(["of", "later", "before", "after", "earlier"].map(WordHash.of))
    private static let units: Set<String> = ["Y", "M", "W", "D", "DE", "CE", "TH", "TM"]

    /// "three months", "a year", "several days", "two-week", "half an hour"; with "ago" or "later" a date.
    func duration(_ token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        let limit = sentence.upperBound
        if text.hashes[token] == Self.the { return definite(token, limit) }
        guard let length = length(token, limit) else { return plural(token, sentence) ?? lengthy(token, limit) }
        if isAge(length.end, limit) { return nil }
        if let rate = rate(token, length, sentence) { return rate }
        // "five days a week" is how often, not how long.
        if length.end + 1 < limit, Self.a.contains(text.hashes[length.end]), length.count != nil,
            words.match(length.end + 1, limit, .unit) != nil
        {
            return nil
        }
        var draft = TimeDraft(
            tokens: token..<length.end, type: .duration, value: TimeDuration.value(length.count, length.unit))
        addModifier(to: &draft, sentence)
        addOrSo(to: &draft, limit)
        return shifted(draft, length.count, length.unit, limit) ?? draft
    }

    /// A length of time by itself.
    func counted(_ token: Int, _ limit: Int) -> TimeDraft? {
        guard let length = length(token, limit), !isAge(length.end, limit) else { return nil }
        return TimeDraft(
            tokens: token..<length.end, type: .duration, value: TimeDuration.value(length.count, length.unit))
    }

    private typealias Length = (count: Double?, unit: String, end: Int)

    private func length(_ token: Int, _ limit: Int) -> Length? {
        guard let number = count(token, limit) else { return nil }
        var (count, next) = number
        if let half = andHalf(next, limit) { (count, next) = (count.map { $0 + 0.5 }, half) }
        let isHyphened = next < limit && text.kinds[next] == .hyphen
        if isHyphened { next += 1 }
        // "two more weeks", "three consecutive days".
        for _ in 0..<2 { if let more = words.match(next, limit, .more) { next += more.length } }
        guard let unit = words.match(next, limit, .unit, or: .units), unit.entry.value != "HA" else { return nil }
        var end = next + unit.length
        if let half = andHalf(end, limit) { (count, end) = (count.map { $0 + 0.5 }, half) }
        // "a year-earlier loss" is told of another year.
        if end + 1 < limit, text.kinds[end] == .hyphen, words.match(end + 1, limit, .back) != nil { return nil }
        let isOne = Self.articles.contains(text.hashes[token]) && next == token + 1
        switch unit.entry.value {
        // "a quarter" is a coin or a fourth, "three quarters of" a share.
        case "Q":
            if isOne || end < limit && text.hashes[end] == Self.of && count == 3
                || isHyphened && unit.entry.type == .units
            {
                return nil
            }
        // "a second goal".
        case "TS": if isOne, end < limit, text.kinds[end] == .word, !isFunction(end) { return nil }
        default: break
        }
        return (count, unit.entry.value, end)
    }

    /// "and a half", "-and-a-half": the token after it.
    private func andHalf(_ token: Int, _ limit: Int) -> Int? {
        var next = token
        for isWord in [{ $0 == Self.and }, { Self.a.contains($0) }, { $0 == Self.half }] as [(UInt64) -> Bool] {
            if next < limit, text.kinds[next] == .hyphen { next += 1 }
            guard next < limit, isWord(text.hashes[next]) else { return nil }
            next += 1
        }
        return next
    }

    /// How many, and the token after it; nil stands for an unknown number.
    private func count(_ token: Int, _ limit: Int) -> (Double?, Int)? {
        guard token < limit else { return nil }
        if text.hashes[token] == Self.half {
            // "half an hour", "half-hour".
            guard token + 1 < limit else { return nil }
            if text.kinds[token + 1] == .hyphen { return (0.5, token + 1) }
            return Self.a.contains(text.hashes[token + 1]) ? (0.5, token + 2) : nil
        }
        if let vague = words.match(token, limit, .vague) { return (nil, token + vague.length) }
        if let couple = words.match(token, limit, .couple) { return (2, token + couple.length) }
        if let figure = numbers.figure(at: token, limit: limit) {
            // "the 1988 quarter" counts no quarters.
            if figure.isPlainDigits, bareYear(token) != nil { return nil }
            var next = figure.tokens.upperBound
            if figure.isVague {
                if next < limit, text.hashes[next] == Self.of { next += 1 }
                return (nil, next)
            }
            return (figure.value, upperEnd(figure, limit) ?? next)
        }
        return Self.articles.contains(text.hashes[token]) ? (1, token + 1) : nil
    }

    /// "two to three weeks", "5-10 years", "three or four days": the token after the higher number.
    private func upperEnd(_ low: NumberReader.Figure, _ limit: Int) -> Int? {
        let joint = low.tokens.upperBound
        guard joint + 1 < limit,
            text.hashes[joint] == Self.to || text.hashes[joint] == Self.or || text.kinds[joint] == .hyphen
                || text.kinds[joint] == .dash,
            let high = numbers.figure(at: joint + 1, limit: limit), high.value > low.value, !high.isVague
        else { return nil }
        return high.tokens.upperBound
    }

    /// "three-year-old", "81 years old", "34 years of age".
    private func isAge(_ end: Int, _ limit: Int) -> Bool {
        guard end < limit else { return false }
        if text.hashes[end] == Self.old { return true }
        guard end + 1 < limit else { return false }
        return text.kinds[end] == .hyphen && text.hashes[end + 1] == Self.old
            || text.hashes[end] == Self.of && text.hashes[end + 1] == Self.age
    }

    /// "[five days] a week", "[$2 million] a year": how often, where an amount stands before it.
    private func rate(_ token: Int, _ length: Length, _ sentence: Range<Int>) -> TimeDraft? {
        guard Self.a.contains(text.hashes[token]), length.end == token + 2, token > sentence.lowerBound,
            words.match(length.end, sentence.upperBound, .back) == nil
        else { return nil }
        let before = token - 1
        let isFigure =
            text.kinds[before] == .number || text.kinds[before] == .percent
            || numbers.figure(at: before, limit: token) != nil
        let isCounted =
            CountFinder.isPlural(before, in: text) || text.hashes[before] == WordHash.of("million")
            || text.hashes[before] == WordHash.of("billion")
        guard isFigure || isCounted && hasFigure(before, sentence) else { return nil }
        return TimeDraft(tokens: token..<length.end, type: .set, value: TimeDuration.value(1, length.unit))
    }

    private func hasFigure(_ token: Int, _ sentence: Range<Int>) -> Bool {
        (max(sentence.lowerBound, token - 5)..<token).contains {
            text.kinds[$0] == .number || text.kinds[$0] == .currency || numbers.figure(at: $0, limit: token) != nil
        }
    }

    /// "for years", "within weeks", "days of rain".
    private func plural(_ token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        let limit = sentence.upperBound
        guard let unit = words.match(token, limit, .units), unit.length == 1, Self.units.contains(unit.entry.value),
            text.flags[token].contains(.opensSentence) || !text.flags[token].contains(.capital)
        else { return nil }
        let next = token + 1
        if next < limit, text.kinds[next] == .hyphen { return lengthy(token, limit) }
        let isFollowed = next < limit && Self.afterPlurals.contains(text.hashes[next])
        let before = token - 1
        let isLed: Bool
        if before < sentence.lowerBound {
            isLed = isFollowed
        } else if text.hashes[before] == Self.the {
            isLed = next < limit && text.hashes[next] != Self.of && Self.afterPlurals.contains(text.hashes[next])
        } else {
            isLed = Self.beforePlurals.contains(text.hashes[before]) && (next >= limit || !isNoun(next))
        }
        guard isLed else { return nil }
        return TimeDraft(
            tokens: token..<next, type: .duration, value: TimeDuration.value(nil, unit.entry.value))
    }

    private func isNoun(_ token: Int) -> Bool {
        text.kinds[token] == .word && !isFunction(token) && !text.flags[token].contains(.capital)
            && !Self.afterPlurals.contains(text.hashes[token]) && CountFinder.isPlural(token, in: text)
    }

    /// "day-long", "decades-long".
    private func lengthy(_ token: Int, _ limit: Int) -> TimeDraft? {
        guard token + 2 < limit, text.kinds[token + 1] == .hyphen, text.hashes[token + 2] == Self.long,
            let unit = words.match(token, limit, .unit, or: .units)
        else { return nil }
        return TimeDraft(
            tokens: token..<(token + 3), type: .duration,
            value: TimeDuration.value(unit.entry.type == .unit ? 1 : nil, unit.entry.value))
    }

    /// "the six months", "the first nine months", "the two-day".
    private func definite(_ token: Int, _ limit: Int) -> TimeDraft? {
        var next = token + 1
        if let ordinal = words.match(next, limit, .ordinal) { next += ordinal.length }
        guard next < limit, text.hashes[next] != Self.the, !Self.a.contains(text.hashes[next]),
            numbers.figure(at: next, limit: limit) != nil
                || next > token + 1 && words.match(next, limit, .vague) != nil,
            let inner = counted(next, limit), text.kinds[inner.tokens.upperBound - 2] != .hyphen
        else { return nil }
        return TimeDraft(tokens: token..<inner.tokens.upperBound, type: .duration, value: inner.value)
    }

    /// "a week or so", "two years or more".
    private func addOrSo(to draft: inout TimeDraft, _ limit: Int) {
        let end = draft.tokens.upperBound
        guard end + 1 < limit, text.hashes[end] == Self.or else { return }
        if text.hashes[end + 1] == Self.so {
            draft.modifier = TimeModifier.approximately
        } else if text.hashes[end + 1] == Self.more {
            draft.modifier = TimeModifier.equalOrMore
        } else {
            return
        }
        draft.tokens = draft.tokens.lowerBound..<(end + 2)
    }

    /// "nearly two years", "at least a week": the words before belong to the expression.
    private func addModifier(to draft: inout TimeDraft, _ sentence: Range<Int>) {
        let start = draft.tokens.lowerBound
        guard start > sentence.lowerBound, let found = FigureModifiers.before(start, in: text) else { return }
        let front = found.start
        guard front >= sentence.lowerBound else { return }
        if text.hashes[front] == Self.over {
            // "over three years" says as often how long as how much.
            guard front > sentence.lowerBound, Self.beforeOver.contains(text.hashes[front - 1]) else { return }
        }
        let said = text.hashes[front..<start]
        let isNegated = said.contains { Self.negations.contains($0) }
        draft.tokens = front..<draft.tokens.upperBound
        switch found.modifier {
        case .min:
            let isMore = said.contains { Self.exceeding.contains($0) }
            draft.modifier = isMore && !isNegated ? TimeModifier.moreThan : TimeModifier.equalOrMore
        case .max:
            let isLess = said.contains { Self.below.contains($0) }
            draft.modifier = isLess && !isNegated ? TimeModifier.lessThan : TimeModifier.equalOrLess
        case .approx: draft.modifier = TimeModifier.approximately
        }
    }
}
