import Language
import Records

/// Finds figures that count people, things and spans of time: "at least 12 people", "five years". One pass over the tokens;
/// amounts, dates and ages are none.
struct CountFinder {
    /// A count in tokens.
    struct Draft: Sendable {
        var tokens: Range<Int>
        var value: Double
        var modifier: FigureModifier?
        var object: String
        var category: String?
    }

    /// What is counted, and where it ends.
    struct Object {
        var name: String
        /// Where the noun stands; empty where the text leaves it out.
        var tokens: Range<Int>
        var end: Int
        /// What the words that told the object say happened to it.
        var category: String?
        /// What happened to those counted before, whose part these are; it holds where nothing else is said.
        var inherited: String?
    }

    private static let plurals = Tables.lexicon("plural-nouns")
    static let categories: (lexicon: Lexicon, names: [String]) = {
        let list = Tables.list("count-categories").entries.filter { $0.count > 1 }
        return (Lexicon(words: list.map { $0[0] }), list.map { $0[1] })
    }()
    static let of = WordHash.of("of")

    /// Loads the tables.
    static func warmUp() {
        _ = (plurals, categories)
        warmUpObjects()
        warmUpParticipants()
    }

    let reading: Reading
    let numbers: NumberReader
    /// Tokens that amounts and times hold.
    let taken: [Bool]
    private(set) var drafts: [Draft] = []

    var text: TokenizedText { reading.text }

    /// The counts of a text, in order. `spans` are the times that say how long something takes. Linear in the text.
    static func drafts(in reading: Reading, without taken: [Range<Int>], spans: [Range<Int>]) -> [Draft] {
        guard reading.isEnglish else { return [] }
        var marks = [Bool](repeating: false, count: reading.text.count)
        for range in taken + spans { for token in range { marks[token] = true } }
        var finder = CountFinder(reading: reading, numbers: NumberReader(text: reading.text), taken: marks)
        var span = 0
        for sentence in reading.text.sentences {
            while span < spans.count, spans[span].lowerBound < sentence.lowerBound { span += 1 }
            finder.read(sentence, spans, &span)
        }
        return finder.drafts
    }

    private mutating func read(_ sentence: Range<Int>, _ spans: [Range<Int>], _ span: inout Int) {
        let first = drafts.count
        var token = sentence.lowerBound
        while token < sentence.upperBound {
            if span < spans.count, spans[span].lowerBound == token {
                if let draft = duration(spans[span], sentence) { drafts.append(draft) }
                token = max(token + 1, spans[span].upperBound)
                span += 1
                continue
            }
            guard !taken[token] else {
                token += 1
                continue
            }
            let found = found(at: token, sentence, after: drafts.count > first ? drafts.last : nil)
            drafts += found.drafts
            token = max(token + 1, found.drafts.last?.tokens.upperBound ?? found.end)
        }
    }

    /// Whether a word has a plural's form.
    static func isPlural(_ token: Int, in text: TokenizedText) -> Bool {
        guard text.kinds[token] == .word else { return false }
        if plurals.contains(text.hashes[token]) { return true }
        let end = text.ends[token]
        if endsInPeople(token, in: text) { return true }
        guard end - text.starts[token] > 3, text.bytes[end - 1] | 0x20 == UInt8(ascii: "s") else { return false }
        let before = text.bytes[end - 2] | 0x20
        return before != UInt8(ascii: "s") && before != UInt8(ascii: "u") && before != UInt8(ascii: "i")
    }

    /// "grandchildren", "townspeople", "horsewomen", "alderman"'s plural; "specimen", "omen" and "acumen" are none.
    private static func endsInPeople(_ token: Int, in text: TokenizedText) -> Bool {
        let word = text.bytes[text.starts[token]..<text.ends[token]]
        guard word.count > 6 else { return false }
        if word.hasSuffix("children") || word.hasSuffix("people") || word.hasSuffix("women") { return true }
        guard word.hasSuffix("men"), let before = word.dropLast(3).last else { return false }
        return !["i", "o", "u", "a"].contains(UnicodeScalar(before | 0x20))
    }

    /// The count that begins at a token, or the two of a range, and where the number ends.
    private func found(
        at token: Int, _ sentence: Range<Int>, after previous: Draft?
    ) -> (drafts: [Draft], end: Int) {
        let limit = sentence.upperBound
        if let none = nobody(at: token, sentence) { return ([none], token) }
        guard let figure = numbers.figure(at: token, limit: limit) else { return ([], token) }
        let end = figure.tokens.upperBound
        guard isNumber(figure, sentence) else { return ([], end) }
        if let pair = range(from: figure, sentence) { return (pair, end) }
        guard isCounting(figure, limit), let draft = draft(of: figure, sentence, after: previous) else {
            return ([], end)
        }
        return ([draft], end)
    }

    private func draft(of figure: NumberReader.Figure, _ sentence: Range<Int>, after previous: Draft?) -> Draft? {
        let limit = sentence.upperBound
        let front = figure.tokens.lowerBound
        let qualifier = FigureModifiers.before(front, in: text)
        let start = qualifier?.start ?? front
        var end = figure.tokens.upperBound
        let behind = FigureModifiers.after(end, in: text, limit: limit)
        if let behind { end = behind.end }
        guard
            let object = object(from: end, figure, limit) ?? participants(figure, from: start, end, sentence, previous)
        else { return nil }
        if isYear(figure), qualifier == nil, behind == nil, object.name != Self.peopleName { return nil }
        var draft = Draft(
            tokens: start..<max(figure.tokens.upperBound, object.end), value: figure.value,
            modifier: qualifier?.modifier ?? behind?.modifier ?? (figure.isVague ? .approx : nil), object: object.name)
        draft.category =
            object.category ?? category(around: draft.tokens, object, sentence)
            ?? categoryOfDeathToll(before: draft.tokens.lowerBound, sentence) ?? object.inherited
            ?? (isIncluded(start, sentence) ? previous?.category : nil)
        return draft
    }

    /// "10-15 ships", "five to seven schools", "between 200 and 300 families": both have the object.
    private func range(from front: NumberReader.Figure, _ sentence: Range<Int>) -> [Draft]? {
        let limit = sentence.upperBound
        let joint = front.tokens.upperBound
        guard !front.isVague, joint + 1 < limit, let next = behindJoint(joint, front.tokens.lowerBound, sentence),
            let back = numbers.figure(at: next, limit: limit), !back.isVague, !isTaken(back.tokens),
            back.value > front.value || text.kinds[joint] == .word, isCounting(back, limit, isBack: true),
            let second = draft(of: back, sentence, after: nil), second.tokens.upperBound > back.tokens.upperBound
        else { return nil }
        let qualifier = FigureModifiers.before(front.tokens.lowerBound, in: text)
        var first = second
        first.tokens = (qualifier?.start ?? front.tokens.lowerBound)..<front.tokens.upperBound
        first.value = front.value
        if back.scale >= 1000, !front.isScaled, front.value < back.value / back.scale { first.value *= back.scale }
        first.modifier = qualifier?.modifier
        return [first, second]
    }

    /// "…, including three children".
    private func isIncluded(_ start: Int, _ sentence: Range<Int>) -> Bool {
        start > sentence.lowerBound && text.hashes[start - 1] == Self.including
    }

    private static let including = WordHash.of("including")
    private static let joints = WordSet(["to", "or"].map(WordHash.of))
    private static let and = WordHash.of("and")
    private static let between = WordHash.of("between")

    private func behindJoint(_ joint: Int, _ front: Int, _ sentence: Range<Int>) -> Int? {
        switch text.kinds[joint] {
        case .hyphen, .dash: return numbers.isGlued(joint) && numbers.isGlued(joint + 1) ? joint + 1 : nil
        case .word where Self.joints.contains(text.hashes[joint]): return joint + 1
        case .word where text.hashes[joint] == Self.and && front > sentence.lowerBound:
            return text.hashes[front - 1] == Self.between ? joint + 1 : nil
        default: return nil
        }
    }

    private func isTaken(_ tokens: Range<Int>) -> Bool { tokens.contains { taken[$0] } }
}

extension ArraySlice<UInt8> {
    /// Whether the bytes end in those of a small ASCII word.
    fileprivate func hasSuffix(_ word: StaticString) -> Bool {
        let length = word.utf8CodeUnitCount
        guard count >= length else { return false }
        return word.withUTF8Buffer { suffix(length).elementsEqual($0) }
    }
}
