import Language
import Records

/// Finds figures that count people or things: "at least 12 people". One pass over the tokens; amounts, times and ages
/// are none.
struct CountFinder {
    /// A count in tokens.
    struct Draft: Sendable {
        var tokens: Range<Int>
        var value: Double
        var modifier: FigureModifier?
        var object: String
        var category: String?
    }

    private static let plurals = Tables.lexicon("plural-nouns")
    static let breaks = Tables.lexicon("phrase-breaks")
    private static let timeUnits = Set(
        [
            "year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours", "minute", "minutes",
            "second", "seconds", "decade", "decades", "percent", "centuries",
        ].map(WordHash.of))
    private static let singles = Set(
        [
            "person", "man", "woman", "child", "boy", "girl", "soldier", "officer", "policeman", "civilian",
            "protester",
            "suspect", "passenger", "student", "worker", "victim", "militant", "journalist", "civilian", "firefighter",
        ]
        .map(WordHash.of))
    static let categories: (lexicon: Lexicon, names: [String]) = {
        let list = Tables.list("count-categories").entries.filter { $0.count > 1 }
        return (Lexicon(words: list.map { $0[0] }), list.map { $0[1] })
    }()
    private static let of = WordHash.of("of")
    private static let were = Set(["were", "was", "are", "have", "had"].map(WordHash.of))
    /// A noun stands within this many words of its figure ("200 Israeli soldiers", "850 well-trained foreign troops").
    private static let reach = 5
    /// Loads the tables.
    static func warmUp() { _ = (plurals, breaks, categories) }

    let reading: Reading
    let numbers: NumberReader
    /// Tokens that amounts and times hold.
    let taken: [Bool]

    var text: TokenizedText { reading.text }

    /// The counts of a text, in order.
    static func drafts(in reading: Reading, without taken: [Range<Int>]) -> [Draft] {
        guard reading.isEnglish else { return [] }
        var marks = [Bool](repeating: false, count: reading.text.count)
        for range in taken { for token in range { marks[token] = true } }
        let finder = CountFinder(reading: reading, numbers: NumberReader(text: reading.text), taken: marks)
        var drafts: [Draft] = []
        for sentence in reading.text.sentences {
            var token = sentence.lowerBound
            while token < sentence.upperBound {
                guard !marks[token], let draft = finder.draft(at: token, sentence) else {
                    token += 1
                    continue
                }
                drafts.append(draft)
                token = max(token + 1, draft.tokens.upperBound)
            }
        }
        return drafts
    }

    /// Whether a word has a plural's form.
    static func isPlural(_ token: Int, in text: TokenizedText) -> Bool {
        guard text.kinds[token] == .word else { return false }
        if plurals.contains(text.hashes[token]) { return true }
        let end = text.ends[token]
        guard end - text.starts[token] > 3, text.bytes[end - 1] | 0x20 == UInt8(ascii: "s") else { return false }
        let before = text.bytes[end - 2] | 0x20
        return before != UInt8(ascii: "s") && before != UInt8(ascii: "u") && before != UInt8(ascii: "i")
    }

    private func draft(at token: Int, _ sentence: Range<Int>) -> Draft? {
        let limit = sentence.upperBound
        guard let figure = numbers.figure(at: token, limit: limit), isCounting(figure, limit) else { return nil }
        var next = figure.tokens.upperBound
        if next < limit, text.hashes[next] == Self.of, figure.isVague || next + 1 < limit { next += 1 }
        guard let object = object(from: next, figure, limit) ?? participants(figure, limit) else { return nil }
        let qualifier = FigureModifiers.before(token, in: text)
        var draft = Draft(
            tokens: (qualifier?.start ?? token)..<max(figure.tokens.upperBound, object.end), value: figure.value,
            modifier: qualifier?.modifier ?? (figure.isVague ? .approx : nil), object: object.name)
        draft.category = category(around: draft.tokens, sentence)
        return draft
    }

    /// Ordinals, ages, scores, parts of dates and versions count nothing.
    private func isCounting(_ figure: NumberReader.Figure, _ limit: Int) -> Bool {
        let next = figure.tokens.upperBound
        let front = figure.tokens.lowerBound
        if figure.tokens.contains(where: { taken[$0] }) { return false }
        if next < limit, !text.flags[next].contains(.spaced) {
            guard text.kinds[next] == .terminator || text.kinds[next] == .comma || text.kinds[next] == .close else {
                return false
            }
        }
        if front > 0, !text.flags[front].contains(.spaced), text.kinds[front - 1] != .open,
            text.kinds[front - 1] != .quote, text.kinds[front - 1] != .dash
        {
            return false
        }
        return front == 0 || !text.isCapitalised(front - 1) || text.flags[front - 1].contains(.opensSentence)
            || text.kinds[front] == .word
    }

    /// The noun that is counted: the last plural of the words after the figure.
    private func object(
        from start: Int, _ figure: NumberReader.Figure, _ limit: Int
    ) -> (name: String, end: Int)? {
        var head: Int?
        var token = start
        let end = min(limit, start + Self.reach)
        while token < end, text.kinds[token] == .word || text.kinds[token] == .hyphen || taken[token] {
            if taken[token] || Self.breaks.contains(text.hashes[token]) || Self.timeUnits.contains(text.hashes[token]) {
                if taken[token], head == nil {
                    token += 1
                    continue
                }
                break
            }
            // "14 more people dead": what happened to them is no part of the object.
            if head != nil, Self.categories.lexicon.contains(text.hashes[token]) { break }
            if Self.isPlural(token, in: text) {
                head = token
            } else if head != nil {
                break
            } else if figure.value == 1, Self.singles.contains(text.hashes[token]) {
                head = token
            }
            token += 1
        }
        guard let head else { return nil }
        var first = start
        while first < head, taken[first] { first += 1 }
        return (text.string(tokens: first..<(head + 1)), head + 1)
    }

    /// "killed 12 and injured 30", "58 injured", "82 were killed": people without the word.
    private func participants(_ figure: NumberReader.Figure, _ limit: Int) -> (name: String, end: Int)? {
        let next = figure.tokens.upperBound
        if next < limit, Self.were.contains(text.hashes[next]), next + 1 < limit,
            Self.categories.lexicon.contains(text.hashes[next + 1])
        {
            return ("people", next)
        }
        if next < limit, Self.categories.lexicon.contains(text.hashes[next]) { return ("people", next + 1) }
        var front = figure.tokens.lowerBound
        if let qualifier = FigureModifiers.before(front, in: text) { front = qualifier.start }
        guard front > 0, Self.categories.lexicon.contains(text.hashes[front - 1]) else { return nil }
        if next < limit, text.kinds[next] == .word, !Self.breaks.contains(text.hashes[next]) { return nil }
        return ("people", next)
    }
}
