import Language
import Records

extension TimeFinder {
    private static let year = WordHash.of("year")
    private static let before = WordHash.of("before")
    private static let ahead = WordHash.of("ahead")
    private static let since = WordHash.of("since")
    private static let end = WordHash.of("end")
    private static let ended = WordSet(["ended", "ending", "to", "through"].map(WordHash.of))
    private static let fiscal = WordSet(["fiscal", "financial", "full", "whole", "entire", "current"].map(WordHash.of))
    /// What keeps "the year" from being the one of publication: it tells itself which it is.
    private static let tellers = WordSet(
        ["before", "after", "that", "when", "he", "she", "it", "they", "we", "of", "in", "to"].map(WordHash.of))
    /// What "of the year" may follow; "man of the year" is none of them.
    private static let shares = WordSet(
        [
            "half", "rest", "remainder", "part", "most", "much", "course", "end", "start", "quarter", "months", "weeks",
            "days",
            "third", "time", "month", "week", "day", "all",
        ].map(WordHash.of))

    /// "the weekend", "the week", "the year", "the fiscal year", "year-end": those of publication.
    func period(_ token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        let limit = sentence.upperBound
        if text.hashes[token] == Self.year { return yearEnd(token, limit) }
        guard text.hashes[token] == Self.the, token + 1 < limit else { return nil }
        var next = token + 1
        if Self.fiscal.contains(text.hashes[next]), next + 1 < limit { next += 1 }
        guard let unit = words.match(next, limit, .unit)?.entry.value else { return nil }
        switch unit {
        case "WE":
            let isBefore =
                token > sentence.lowerBound
                && (text.hashes[token - 1] == Self.before
                    || token > sentence.lowerBound + 1 && text.hashes[token - 2] == Self.ahead)
            let isAhead = isBefore || tense.direction(of: token..<(next + 1), sentence) == .future
            let offset = reading.published.map { $0.weekday < 6 && !isAhead ? -1 : 0 } ?? 0
            guard let value = resolver.unit("WE", offset: offset) else { return nil }
            return TimeDraft(tokens: token..<(next + 1), type: .date, value: value, anchor: .published)
        case "Y", "W":
            guard !isSaid(token, next + 1, sentence) else { return nil }
            if next + 1 < limit, Self.ended.contains(text.hashes[next + 1]) {
                guard next + 2 < limit, month(next + 2, limit) != nil || text.kinds[next + 2] == .number else {
                    return nil
                }
                return TimeDraft(
                    tokens: token..<(next + 1), type: .duration, value: TimeDuration.value(1, unit))
            }
            guard let value = resolver.unit(unit, offset: 0) else { return nil }
            return TimeDraft(tokens: token..<(next + 1), type: .date, value: value, anchor: .published)
        default: return nil
        }
    }

    /// Whether a unit with "the" is told by what stands around it, or is a title.
    private func isSaid(_ token: Int, _ next: Int, _ sentence: Range<Int>) -> Bool {
        if next < sentence.upperBound {
            if text.kinds[next] == .hyphen || writtenYear(next, sentence.upperBound) != nil { return true }
            if Self.tellers.contains(text.hashes[next]),
                !(next + 1 < sentence.upperBound && Self.ended.contains(text.hashes[next])
                    && month(next + 1, sentence.upperBound) != nil)
            {
                return true
            }
            if text.kinds[next] == .word, !isFunction(next), !Self.ended.contains(text.hashes[next]),
                !tense.isVerb(next)
            {
                return true
            }
        }
        guard token > sentence.lowerBound, text.hashes[token - 1] == Self.of else { return false }
        return token - 2 < sentence.lowerBound || !Self.shares.contains(text.hashes[token - 2])
    }

    /// "year-end", "year end".
    private func yearEnd(_ token: Int, _ limit: Int) -> TimeDraft? {
        var next = token + 1
        if next < limit, text.kinds[next] == .hyphen { next += 1 }
        guard next < limit, text.hashes[next] == Self.end,
            let year = resolver.unit("Y", offset: token > 0 && text.hashes[token - 1] == Self.since ? -1 : 0)
        else { return nil }
        return TimeDraft(tokens: token..<(next + 1), type: .date, value: "\(year)-12-31", anchor: .published)
    }

    /// "[the end of] the month", "[later in] the day", "[the end of] the decade".
    func wholeUnit(_ token: Int, _ limit: Int) -> TimeDraft? {
        guard text.hashes[token] == Self.the, let unit = words.match(token + 1, limit, .unit)?.entry.value,
            unit != "HA", !unit.hasPrefix("T"), let value = resolver.unit(unit, offset: 0)
        else { return nil }
        return TimeDraft(
            tokens: token..<(token + 2), type: unit == "NI" ? .time : .date, value: value, anchor: .published)
    }
}
