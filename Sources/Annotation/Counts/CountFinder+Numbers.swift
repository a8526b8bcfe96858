import Language
import Records

extension CountFinder {
    private static let labels = Tables.lexicon("number-labels")

    /// Whether a number behind a word names and does not count: "Level 3".
    static func isLabel(_ hash: UInt64) -> Bool { labels.contains(hash) }
    /// Words before "years" that make a date of a span: "the next three years".
    private static let dating = WordSet(
        [
            "next", "last", "past", "previous", "first", "recent", "coming", "following", "final", "another", "every",
            "each", "ago", "latest", "preceding", "prior", "early", "opening", "later", "earlier", "after", "before",
            "apart",
            "hence", "previously",
        ].map(WordHash.of))
    /// Of these, those which make a date of a span only behind it: "two days before".
    private static let following = WordSet(
        ["after", "before", "later", "earlier", "apart", "ago", "hence"].map(WordHash.of))
    /// A capitalised name that opens a sentence behind "in" has at most so many words: "In Port au Prince 12 people".
    private static let longestPlace = 4
    private static let placing = WordSet(
        ["in", "at", "near", "across", "on", "from", "outside", "around"].map(WordHash.of))
    /// "the Group of 20", "Class of 99".
    private static let groups = WordSet(["group", "class", "gang", "committee", "council", "company"].map(WordHash.of))
    private static let old = WordSet(["old", "older", "younger"].map(WordHash.of))

    /// Whether a figure stands by itself and not in a date, a score, a name or a version.
    func isNumber(_ figure: NumberReader.Figure, _ sentence: Range<Int>) -> Bool {
        let front = figure.tokens.lowerBound
        if figure.tokens.contains(where: { taken[$0] }) { return false }
        // "9/11" is a day, and of halves and quarters there are shares.
        if figure.value < 1, figure.value > 0 { return false }
        if isResolution(figure) || isAge(front, sentence) || isAfterthought(front, sentence) { return false }
        guard front > sentence.lowerBound else { return true }
        let before = front - 1
        if !text.flags[front].contains(.spaced) {
            switch text.kinds[before] {
            case .open, .quote, .dash: return true
            default: return isQualifier(before)
            }
        }
        if text.kinds[front] == .number {
            if text.hashes[before] == Self.of, before > sentence.lowerBound, text.isCapitalised(before - 1),
                Self.groups.contains(text.hashes[before - 1])
            {
                return false
            }
            if Self.labels.contains(text.hashes[before]) { return false }
            return !text.isCapitalised(before) || taken[before] || isTitled(front) || isPlaced(before, sentence)
                || text.flags[before].contains(.opensSentence) && !isName(before)
        }
        // "the Big Four", "Formula One": a number word with a capital is a name's.
        guard text.isCapitalised(front), !text.flags[front].contains(.opensSentence), !isTitled(front) else {
            return true
        }
        return text.kinds[before] != .word && text.kinds[before] != .number && text.kinds[before] != .hyphen
    }

    /// "4K broadcasts", "10K races": names of sizes and runs.
    private func isResolution(_ figure: NumberReader.Figure) -> Bool {
        figure.isScaled && figure.scale == 1000 && figure.value <= 10_000 && figure.tokens.count == 2
            && text.firstByte(figure.tokens.lowerBound + 1) == UInt8(ascii: "K")
    }

    /// "below the age of five".
    private func isAge(_ front: Int, _ sentence: Range<Int>) -> Bool {
        front - 2 >= sentence.lowerBound && text.hashes[front - 1] == Self.of && text.hashes[front - 2] == Self.age
    }

    private static let age = WordHash.of("age")

    /// "2025 tax returns", "the 1978 resolution": four plain digits of this age or the last are a year, unless they are
    /// people or qualified. 2000 is a round number as often.
    func isYear(_ figure: NumberReader.Figure) -> Bool {
        figure.isPlainDigits && (1900...2099).contains(figure.value) && figure.value != 2000
            && text.ends[figure.tokens.lowerBound] - text.starts[figure.tokens.lowerBound] == 4
    }

    /// "~500", ">50".
    private func isQualifier(_ token: Int) -> Bool {
        text.kinds[token] == .symbol && FigureModifiers.length(at: token, in: text, limit: token + 1) != nil
    }

    private func isTitled(_ token: Int) -> Bool { reading.isTitleCase[Int(text.sentenceOfToken[token])] }

    /// Whether the opening word of a sentence is one that names, as "Windows" does.
    private func isName(_ token: Int) -> Bool { Self.labels.contains(text.hashes[token]) }

    /// "In Lagos 40 schools were shut."
    private func isPlaced(_ token: Int, _ sentence: Range<Int>) -> Bool {
        var front = token
        while front > sentence.lowerBound, token - front < Self.longestPlace, text.isCapitalised(front),
            !text.flags[front].contains(.opensSentence)
        {
            front -= 1
        }
        return Self.placing.contains(text.hashes[front])
    }

    /// Ordinals, ages, members of compounds and numbers with letters count nothing.
    func isCounting(_ figure: NumberReader.Figure, _ limit: Int, isBack: Bool = false) -> Bool {
        let next = figure.tokens.upperBound
        guard next < limit, !text.flags[next].contains(.spaced) else { return true }
        switch text.kinds[next] {
        case .terminator, .comma, .close, .colon, .quote, .dash: return true
        default: return FigureModifiers.after(next, in: text, limit: limit) != nil
        }
    }

    /// "up to five years", "nine days": a span of time with a number.
    func duration(_ span: Range<Int>, _ sentence: Range<Int>) -> Draft? {
        guard let start = span.first(where: { text.kinds[$0] == .number || numbers.word($0, span.upperBound) != nil }),
            let figure = numbers.figure(at: start, limit: span.upperBound), !figure.isVague
        else { return nil }
        let unit = figure.tokens.upperBound
        guard unit + 1 == span.upperBound, Self.isPlural(unit, in: text) else { return nil }
        for front in max(sentence.lowerBound, start - 2)..<start
        where Self.dating.contains(text.hashes[front]) && !Self.following.contains(text.hashes[front]) {
            return nil
        }
        let next = span.upperBound
        if next < sentence.upperBound,
            Self.dating.contains(text.hashes[next]) || Self.old.contains(text.hashes[next])
                || text.hashes[next] == Self.of
                    && next + 1 < sentence.upperBound && text.hashes[next + 1] == Self.age
        {
            return nil
        }
        let qualifier = FigureModifiers.before(start, in: text)
        return Draft(
            tokens: (qualifier?.start ?? start)..<span.upperBound, value: figure.value, modifier: qualifier?.modifier,
            object: text.string(at: unit))
    }

    /// "A tornado or two exists": one or two of what stands before, and none of what follows.
    private func isAfterthought(_ front: Int, _ sentence: Range<Int>) -> Bool {
        guard front - 2 > sentence.lowerBound, text.hashes[front - 1] == Self.or, text.kinds[front - 2] == .word,
            !Self.isPlural(front - 2, in: text)
        else { return false }
        return (max(sentence.lowerBound, front - 4)..<(front - 2)).contains {
            NumberReader.articles.contains(text.hashes[$0])
        }
    }

    private static let or = WordHash.of("or")
}
