import Language
import Records

/// Finds money, percentages and measures. One pass over the tokens; each look reaches a bounded number of tokens.
struct AmountFinder {
    /// An amount in tokens.
    struct Draft: Sendable {
        var tokens: Range<Int>
        var kind: Amount.Kind
        var value: Double
        var currency: String?
        var unit: String?
        var modifier: FigureModifier?
        var equivalent: Int?
        /// What "million" and the like multiply the number by, to lend it to the front of a range.
        var scale = 1.0
    }

    static let to = WordHash.of("to")
    static let of = WordHash.of("of")
    static let or = WordHash.of("or")
    static let and = WordHash.of("and")
    private static let poundSign = WordHash.of("£")
    private static let between = WordHash.of("between")

    /// Loads the tables.
    static func warmUp() { _ = (CurrencyTable.shared, units, percents, pointWords, weightWords, prices) }

    let text: TokenizedText
    let numbers: NumberReader
    /// The currency of each family that the countries named in the text tell.
    let families: [String: String]
    let isEnglish: Bool
    /// Whether a country whose money is the pound, or a sign of it, stands in the text.
    let tellsOfPounds: Bool
    /// Which sentences are set in title case, or in capitals: a word there is no code.
    let isTitleCase: [Bool]
    private(set) var drafts: [Draft] = []

    /// The amounts of a text, in order. Linear in the text.
    static func drafts(in reading: Reading) -> [Draft] {
        var finder = AmountFinder(reading)
        for sentence in reading.text.sentences { finder.read(sentence) }
        return finder.drafts
    }

    private init(_ reading: Reading) {
        text = reading.text
        numbers = NumberReader(text: reading.text, isEnglish: reading.isEnglish)
        families = CurrencyTable.shared.families(in: reading.text)
        isEnglish = reading.isEnglish
        let text = reading.text
        tellsOfPounds = families["pound"] != nil || text.hashes.indices.contains { text.hashes[$0] == Self.poundSign }
        isTitleCase = reading.isTitleCase
    }

    private mutating func read(_ sentence: Range<Int>) {
        var token = sentence.lowerBound
        while token < sentence.upperBound {
            let found = found(at: token, sentence)
            for draft in found { add(draft, sentence) }
            token = max(token + 1, found.last?.tokens.upperBound ?? 0)
        }
    }

    /// The amount that begins at a token, or the two of a range.
    private func found(at token: Int, _ sentence: Range<Int>) -> [Draft] {
        let limit = sentence.upperBound
        switch text.kinds[token] {
        case .number, .word, .currency, .symbol: break
        default: return []
        }
        if let money = signedMoney(at: token, limit: limit) { return withSecond(money, limit) }
        if let money = gluedMoney(at: token, limit: limit) ?? singleUnit(at: token, limit: limit) { return [money] }
        if let quake = magnitude(at: token, limit: limit) { return [quake] }
        guard text.kinds[token] != .currency else { return [] }
        if let share = share(at: token, sentence) ?? partOfUnit(at: token, sentence) { return [share] }
        guard let figure = numbers.figure(at: token, limit: limit) else { return [] }
        if let amount = amount(of: figure, sentence) { return [amount] }
        return range(from: figure, sentence)
    }

    /// What a number's own unit makes of it.
    func amount(of figure: NumberReader.Figure, _ sentence: Range<Int>) -> Draft? {
        namedMoney(figure, sentence) ?? percentage(figure, sentence.upperBound) ?? measure(figure, sentence)
    }

    /// "3 to 5 million euros", "between 10 and 12 miles", "2-3 percent": the front has the unit of the back.
    private func range(from front: NumberReader.Figure, _ sentence: Range<Int>) -> [Draft] {
        let limit = sentence.upperBound
        let joint = front.tokens.upperBound
        guard !front.isVague, let next = behindJoint(joint, front.tokens.lowerBound, sentence.lowerBound, limit),
            let back = numbers.figure(at: next, limit: limit), !back.isVague,
            let second = amount(of: back, sentence)
        else { return [] }
        var first = second
        first.tokens = front.tokens
        let factor = back.value == 0 ? 1 : second.value / back.value
        first.value = rounded(front.value * factor)
        if !front.isScaled, back.scale > 1, front.value < back.value / back.scale { first.value *= back.scale }
        // "one or 20 miles" is a range, "6 to 5 per cent" two figures of their own.
        return first.value <= second.value || text.hashes[joint] == Self.to ? [first, second] : []
    }

    /// The token behind what joins two figures of a range.
    func behindJoint(_ joint: Int, _ front: Int, _ start: Int, _ limit: Int) -> Int? {
        guard joint + 1 < limit else { return nil }
        switch text.kinds[joint] {
        case .hyphen, .dash: return numbers.isGlued(joint) == numbers.isGlued(joint + 1) ? joint + 1 : nil
        case .word:
            if text.hashes[joint] == Self.to || text.hashes[joint] == Self.or { return joint + 1 }
            guard text.hashes[joint] == Self.and, front > start else { return nil }
            return isBetween(front - 1) || front - 1 > start && isBetween(front - 2) ? joint + 1 : nil
        default: return nil
        }
    }

    private func isBetween(_ token: Int) -> Bool { text.hashes[token] == Self.between }

    /// "$5-10 million": the second of a range without a sign of its own.
    private func withSecond(_ first: Draft, _ limit: Int) -> [Draft] {
        let joint = first.tokens.upperBound
        guard let next = behindJoint(joint, first.tokens.lowerBound, 0, limit), text.kinds[next] == .number,
            let back = numbers.figure(at: next, limit: limit), !back.isVague
        else { return [first] }
        let isGlued = text.kinds[joint] == .hyphen || text.kinds[joint] == .dash && numbers.isGlued(joint)
        guard isGlued || back.isScaled && first.scale == 1, back.value > first.value,
            back.tokens.upperBound >= limit || text.kinds[back.tokens.upperBound] != .hyphen || isGlued
        else { return [first] }
        var pair = [first, first]
        pair[1].tokens = back.tokens
        pair[1].value = back.value
        pair[1].scale = back.scale
        return pair
    }

    private mutating func add(_ draft: Draft, _ sentence: Range<Int>) {
        var draft = draft
        if let modifier = FigureModifiers.before(draft.tokens.lowerBound, in: text) {
            draft.modifier = modifier.modifier
        } else if let after = FigureModifiers.after(draft.tokens.upperBound, in: text, limit: sentence.upperBound) {
            draft.modifier = after.modifier
        }
        if let last = drafts.indices.last {
            lendScale(to: last, from: draft)
            if isEquivalent(last, draft) { draft.equivalent = last }
        }
        drafts.append(draft)
    }

    /// "$40 to $50 million": the first has the second's scale.
    private mutating func lendScale(to last: Int, from draft: Draft) {
        let between = drafts[last].tokens.upperBound..<draft.tokens.lowerBound
        guard between.count <= 1, drafts[last].kind == .money, draft.kind == .money, drafts[last].scale == 1,
            draft.scale > 1, drafts[last].currency == draft.currency, drafts[last].value < draft.value / draft.scale
        else { return }
        if let joint = between.first {
            guard
                text.hashes[joint] == Self.to || text.kinds[joint] == .hyphen || text.kinds[joint] == .dash
                    || text.hashes[joint] == Self.and && isBetween(max(0, drafts[last].tokens.lowerBound - 1))
            else { return }
        } else {
            return
        }
        drafts[last].value *= draft.scale
    }

    /// Sums of small parts have no more digits than their writing: 8.5 pence are 0.085.
    func rounded(_ value: Double) -> Double { abs(value) < 1e9 ? (value * 1e9).rounded() / 1e9 : value }
}
