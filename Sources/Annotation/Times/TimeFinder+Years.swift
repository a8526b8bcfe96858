import Language
import Records

extension TimeFinder {
    private static let plural = WordHash.of("s")
    private static let thousand = WordHash.of("thousand")
    private static let fiscal = WordHash.of("fiscal")
    private static let financial = WordHash.of("financial")
    private static let at = WordHash.of("at")
    private static let year = WordHash.of("year")

    /// "1990s", "the '60s", "the nineties", "the 20th century".
    func decade(_ token: Int, _ limit: Int) -> TimeDraft? {
        if let century = century(token, limit) { return century }
        var start = token
        if text.hashes[token] == Self.the, token + 1 < limit { start += 1 }
        if start > token, let word = words.match(start, limit, .decade) {
            return TimeDraft(tokens: token..<(start + 1), type: .date, value: word.entry.value)
        }
        if text.kinds[start] == .quote, start + 1 < limit { start += 1 }
        guard let value = integer(start, limit), start + 1 < limit, value % 10 == 0, isGlued(start + 1),
            text.hashes[start + 1] == Self.plural || text.kinds[start + 1] == .possessive
        else { return nil }
        if (1000...2090).contains(value), text.hashes[start + 1] == Self.plural || start > token {
            return TimeDraft(tokens: token..<(start + 2), type: .date, value: String(value / 10))
        }
        guard (10...90).contains(value), start > token else { return nil }
        return TimeDraft(tokens: token..<(start + 2), type: .date, value: String(190 + value / 10))
    }

    /// "the 20th century", "nineteenth-century".
    func century(_ token: Int, _ limit: Int) -> TimeDraft? {
        var start = token
        if text.hashes[token] == Self.the { start += 1 }
        guard start < limit else { return nil }
        var unit: Int
        let count: Int
        if let value = integer(start, limit), start + 1 < limit, isGlued(start + 1),
            Self.ordinalEnds.contains(text.hashes[start + 1])
        {
            (count, unit) = (value, start + 2)
        } else if let word = words.match(start, limit, .ordinal) {
            (count, unit) = (word.entry.number, start + word.length)
        } else {
            return nil
        }
        if unit < limit, text.kinds[unit] == .hyphen { unit += 1 }
        guard (1...30).contains(count), words.match(unit, limit, .unit)?.entry.value == "CE" else { return nil }
        return TimeDraft(tokens: token..<(unit + 1), type: .date, value: CalendarDay.padded(count - 1, 2))
    }

    /// A year in digits from 1000 to 2100, or in words: "nineteen ninety-six", "two thousand".
    func writtenYear(_ token: Int, _ limit: Int) -> (value: Int, end: Int)? {
        guard token < limit else { return nil }
        if let year = integer(token, limit) {
            return (1000...2100).contains(year) && text.ends[token] - text.starts[token] == 4 ? (year, token + 1) : nil
        }
        return spelledYear(token, limit)
    }

    /// "nineteen ninety-six", "twenty twenty", "nineteen eighty".
    private func spelledYear(_ token: Int, _ limit: Int) -> (value: Int, end: Int)? {
        guard let century = words.match(token, limit, .teens), let tens = words.match(token + 1, limit, .tens) else {
            return nil
        }
        var end = token + 2
        var value = century.entry.number * 100 + tens.entry.number
        let unit = end < limit && text.kinds[end] == .hyphen ? end + 1 : end
        if unit < limit, text.kinds[unit] == .word, let figure = numbers.figure(at: unit, limit: unit + 1),
            figure.value < 10, figure.value >= 1
        {
            value += Int(figure.value)
            end = unit + 1
        }
        return (value, end)
    }

    private static let yearWords = WordSet(
        [
            "in", "since", "by", "until", "till", "from", "to", "of", "during", "before", "after", "through", "for",
            "early",
            "late", "year", "fiscal", "around", "between", "and", "than", "the", "as", "circa", "mid", "due", "its",
            "his",
            "her", "their", "our", "this", "that", "a", "both", "post", "pre",
        ].map(WordHash.of))

    /// A year, where nothing counts with it: "1998", "fiscal 2023", "the year 2000".
    func year(_ token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        let limit = sentence.upperBound
        var front = token
        if text.hashes[front] == Self.the { front += 1 }
        if let named = namedYear(front, limit) {
            return TimeDraft(tokens: token..<named.end, type: .date, value: String(named.value))
        }
        if front > token {
            // "the nineteen ninety-six games" begins at its second word.
            return nil
        }
        guard text.kinds[token] == .number else {
            guard token > sentence.lowerBound, Self.yearWords.contains(text.hashes[token - 1]) || isPlace(token - 1),
                let spelled = spelledYear(token, limit)
            else { return nil }
            return TimeDraft(tokens: token..<spelled.end, type: .date, value: String(spelled.value))
        }
        guard let draft = bareYear(token) else { return oldYear(token, sentence) }
        let next = token + 1
        if next < limit, text.kinds[next] == .percent || isGlued(next) && text.kinds[next] == .word { return nil }
        if next < limit, text.kinds[next] == .hyphen {
            return integer(next + 1, limit) != nil && token > sentence.lowerBound ? draft : nil
        }
        if token > sentence.lowerBound {
            if Self.yearWords.contains(text.hashes[token - 1]) || text.kinds[token - 1] == .possessive {
                let isSure = text.hashes[token - 1] == Self.in_ || text.hashes[token - 1] == Self.the
                return isCountedWith(next, limit) && !isSure ? nil : draft
            }
            if text.kinds[token - 1] == .open || isAdjectival(token - 1) && !isCountedWith(next, limit) { return draft }
            // "555-2012".
            if text.kinds[token - 1] == .hyphen { return nil }
        }
        guard next < limit else { return draft }
        if token > sentence.lowerBound, text.hashes[token - 1] == Self.at { return nil }
        switch text.kinds[next] {
        case .terminator, .comma, .close, .colon, .quote, .possessive:
            return token > sentence.lowerBound && isNumbered(token - 1) ? nil : draft
        case .word:
            return text.flags[next].contains(.capital) && !isNumbered(token - 1)
                || text.flags[token].contains(.opensSentence) ? draft : nil
        default: return nil
        }
    }

    private func isPlace(_ token: Int) -> Bool { text.isCapitalised(token) }

    /// "room 1998", "Flight 2019", "Route 2030": a noun that numbers.
    private func isNumbered(_ token: Int) -> Bool {
        guard token >= 0, text.kinds[token] == .word else { return false }
        return !isFunction(token) && !reading.clues[token].contains(.calendar) && !isAdjectival(token)
    }

    /// "predicting", "successful": a word that by its end numbers nothing.
    private func isAdjectival(_ token: Int) -> Bool {
        let end = text.ends[token]
        guard end - text.starts[token] > 5, !text.flags[token].contains(.capital) else { return false }
        let tail = text.bytes[(end - 3)..<end]
        return Self.adjectiveEnds.contains { tail.elementsEqual($0) }
    }

    private static let adjectiveEnds = ["ing", "ful", "ous", "ive", "ble"].map { Array($0.utf8) }

    /// "fiscal 2023", "fiscal year 2025", "year 2000".
    private func namedYear(_ token: Int, _ limit: Int) -> (value: Int, end: Int)? {
        guard token + 1 < limit else { return nil }
        var next = token
        if text.hashes[next] == Self.fiscal || text.hashes[next] == Self.financial { next += 1 }
        if next < limit, text.hashes[next] == Self.year { next += 1 }
        guard next > token else { return nil }
        if next + 1 < limit, text.hashes[next + 1] == Self.thousand,
            numbers.figure(at: next, limit: next + 1)?.value == 2
        {
            return (2000, next + 2)
        }
        guard let year = writtenYear(next, limit), year.value >= 1800 else { return nil }
        return year
    }

    private static let oldYearWords = WordSet(["in", "since", "until", "from", "before", "after"].map(WordHash.of))

    /// "in 1142": a year before 1900 only where little else can follow.
    private func oldYear(_ token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        guard token > sentence.lowerBound, let year = integer(token, sentence.upperBound), (1000..<1900).contains(year),
            text.ends[token] - text.starts[token] == 4, Self.oldYearWords.contains(text.hashes[token - 1])
        else { return nil }
        let next = token + 1
        if next < sentence.upperBound {
            switch text.kinds[next] {
            case .terminator, .comma, .close, .colon, .dash: break
            case .word where isFunction(next) && !isGlued(next): break
            default: return nil
            }
        }
        return TimeDraft(tokens: token..<(token + 1), type: .date, value: String(year))
    }

    private func isCountedWith(_ next: Int, _ limit: Int) -> Bool {
        next < limit && text.kinds[next] == .word && CountFinder.isPlural(next, in: text)
            && !text.flags[next].contains(.capital)
    }

    /// Four digits from 1900 to 2099.
    func bareYear(_ token: Int) -> TimeDraft? {
        guard let year = integer(token, text.count), (1900...2099).contains(year),
            text.ends[token] - text.starts[token] == 4, token == 0 || text.kinds[token - 1] != .currency
        else { return nil }
        return TimeDraft(tokens: token..<(token + 1), type: .date, value: String(year))
    }
}
