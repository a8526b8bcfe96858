import Language
import Records

extension CountFinder {
    private static let breaks = Tables.lexicon("phrase-breaks")
    private static let moreBreaks = Tables.lexicon("count-breaks")
    private static let persons = Lexicon(words: Tables.list("person-nouns").words)
    private static let timeUnits = WordSet(
        [
            "year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "minute", "minutes",
            "second", "seconds", "decade", "decades", "centuries", "century", "weekend", "weekends", "night", "nights",
            "quarters", "seasons", "times", "fortnight",
        ].map(WordHash.of))
    /// A noun stands within this many words of its figure ("200 Israeli soldiers", "850 well-trained foreign troops").
    private static let reach = 7
    private static let determiners = WordSet(
        ["the", "these", "those", "its", "his", "her", "their", "our", "my", "all"].map(WordHash.of))
    /// "seven of its last nine games".
    private static let ordering = WordSet(
        ["last", "first", "next", "past", "top", "other", "remaining", "original", "final", "previous"].map(WordHash.of)
    )
    private static let people = WordSet(
        ["dead", "injured", "wounded", "missing", "hurt", "killed", "homeless"].map(WordHash.of))
    static let peopleName = "people"

    /// Loads the tables.
    static func warmUpObjects() { _ = (breaks, moreBreaks, persons) }

    /// Whether a word is a unit of time, or "times".
    static func isTimeUnit(_ hash: UInt64) -> Bool { timeUnits.contains(hash) }

    /// Whether a word ends a noun phrase read from its front.
    func isBreak(_ token: Int) -> Bool {
        Self.breaks.contains(text.hashes[token]) || Self.moreBreaks.contains(text.hashes[token])
    }

    /// The noun that is counted: "12 people", "hundreds of angry fans", "seven of the 40 lawmakers".
    func object(from start: Int, _ figure: NumberReader.Figure, _ limit: Int) -> Object? {
        var next = start
        guard next < limit else { return nil }
        if text.hashes[next] == Self.of {
            if let some = part(of: next, figure, limit) { return some }
            guard figure.isVague || figure.isScaled else { return nil }
            next += 1
        }
        return noun(from: next, figure, limit)
    }

    /// "seven of the 40 lawmakers", "two of her books", "eight of the dead".
    private func part(of preposition: Int, _ figure: NumberReader.Figure, _ limit: Int) -> Object? {
        var next = preposition + 1
        guard next < limit else { return nil }
        var isDefinite = false
        while next < limit, next - preposition < 3, Self.determiners.contains(text.hashes[next]) {
            next += 1
            isDefinite = true
        }
        if isDefinite, next < limit, Self.ordering.contains(text.hashes[next]) { next += 1 }
        let isOne = figure.value == 1
        if let whole = numbers.figure(at: next, limit: limit), !whole.isVague, whole.value > figure.value,
            !isTaken(at: next)
        {
            guard !isOne, let noun = noun(from: whole.tokens.upperBound, whole, limit) else { return nil }
            return Object(name: noun.name, tokens: noun.tokens, end: preposition)
        }
        guard isDefinite, next < limit, !isOne, !taken[next] else { return nil }
        if Self.people.contains(text.hashes[next]), next + 1 >= limit || !Self.isPlural(next + 1, in: text) {
            return Object(name: Self.peopleName, tokens: next..<(next + 1), end: preposition)
        }
        return noun(from: next, figure, limit).map { Object(name: $0.name, tokens: $0.tokens, end: preposition) }
    }

    private func isTaken(at token: Int) -> Bool { taken[token] }

    /// The last plural of the words from a token on.
    private func noun(from start: Int, _ figure: NumberReader.Figure, _ limit: Int) -> Object? {
        var head: Int?
        var token = start
        var words = 0
        while token < limit, words < Self.reach {
            if taken[token] {
                guard head == nil, token == start || taken[token - 1] else { break }
                token += 1
                continue
            }
            guard text.kinds[token] == .word || text.kinds[token] == .hyphen || text.kinds[token] == .possessive else {
                break
            }
            if text.kinds[token] == .word {
                words += 1
                if Self.timeUnits.contains(text.hashes[token]) || isBreak(token) { break }
                if head != nil, !Self.isPlural(token, in: text) || isHappening(token) { break }
                if isHead(token, figure, limit) { head = token }
            } else if head != nil, text.kinds[token] == .possessive || !numbers.isGlued(token) {
                // "two nations' leaders" has its head further on.
                head = nil
            }
            token += 1
        }
        guard let head, !isNextLine(start) else { return nil }
        var first = start
        while first < head, taken[first] { first += 1 }
        if figure.value == 0, head > first { return nil }
        if Self.people.contains(text.hashes[head]), (first..<head).allSatisfy(isAdverb) {
            return Object(name: Self.peopleName, tokens: head..<(head + 1), end: first)
        }
        return Object(name: text.string(tokens: first..<(head + 1)), tokens: first..<(head + 1), end: head + 1)
    }

    /// "one surprise vet bill": another noun seems to follow, no verb and no small word.
    private func isNounNext(_ token: Int, _ limit: Int) -> Bool {
        guard token < limit, text.kinds[token] == .word, !isBreak(token) else { return false }
        let end = text.ends[token]
        let last = text.bytes[end - 1] | 0x20
        let isVerb =
            last == UInt8(ascii: "d") || last == UInt8(ascii: "g") || last == UInt8(ascii: "s")
            || name(at: token, limit: limit) != nil
        return !isVerb
    }

    /// Whether a token opens a line with a capital: the figure before it belongs to the line above.
    private func isNextLine(_ token: Int) -> Bool {
        guard token > 0, text.isCapitalised(token) else { return false }
        return text.bytes[text.ends[token - 1]..<text.starts[token]].contains(0x0A)
    }

    /// "critically".
    private func isAdverb(_ token: Int) -> Bool {
        let end = text.ends[token]
        return end - text.starts[token] > 3 && text.bytes[end - 2] == UInt8(ascii: "l")
            && text.bytes[end - 1] == UInt8(ascii: "y")
    }

    /// "14 more people dead": what happened to them is no part of the object.
    private func isHappening(_ token: Int) -> Bool {
        Self.categories.lexicon.contains(text.hashes[token]) && Self.people.contains(text.hashes[token])
    }

    private func isHead(_ token: Int, _ figure: NumberReader.Figure, _ limit: Int) -> Bool {
        if token + 1 < limit, text.kinds[token + 1] == .hyphen, numbers.isGlued(token + 1) { return false }
        if figure.value == 1, !figure.isVague {
            return text.flags[token].contains(.lower) && Self.persons.contains(text.hashes[token])
                && !isNounNext(token + 1, limit)
        }
        return Self.isPlural(token, in: text)
    }
}
