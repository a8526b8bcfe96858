import Language
import Records

extension AmountFinder {
    /// Words between a sum and the same in another currency, beside what qualifies it.
    private static let equals = Tables.lexicon("equivalence-words")
    /// More tokens than "or the equivalent of more than about" are no such words.
    private static let reachOfEquals = 8

    /// Loads the words.
    static func warmUpEquivalents() { _ = equals }

    /// "€40 billion ($44 billion)", "¥1.2 trillion, or about $8 billion", "2 million pesos – some $110,000 –"; the third of
    /// "CHF 25m (€26m; $28m)" points at the second.
    func isEquivalent(_ last: Int, _ second: Draft) -> Bool {
        let first = drafts[last]
        guard first.kind == .money, second.kind == .money, first.currency != second.currency,
            first.tokens.upperBound < second.tokens.lowerBound,
            first.unit == nil || second.unit == nil || first.unit == second.unit
        else { return false }
        let between = first.tokens.upperBound..<second.tokens.lowerBound
        guard between.count <= Self.reachOfEquals else { return false }
        let opener = between.lowerBound
        switch text.kinds[opener] {
        case .open: return areEqualWords(between.dropFirst())
        case .colon, .symbol: return first.equivalent != nil && areEqualWords(between.dropFirst())
        case .comma, .dash, .word:
            guard areEqualWords(text.kinds[opener] == .word ? between : between.dropFirst()) else { return false }
            if between.count > 1, text.kinds[opener] == .dash { return true }
            let rest = text.kinds[opener] == .word ? between : between.dropFirst()
            let tellsSo = rest.contains { text.hashes[$0] == Self.or || Self.equivalents.contains(text.hashes[$0]) }
            return tellsSo || first.equivalent != nil && text.kinds[opener] == .comma
        default: return false
        }
    }

    private static let equivalents = WordSet(
        ["equivalent", "equal", "equals", "equalling", "equaling"].map(WordHash.of))

    private func areEqualWords(_ tokens: Range<Int>) -> Bool {
        var token = tokens.lowerBound
        while token < tokens.upperBound {
            let length =
                FigureModifiers.length(at: token, in: text, limit: tokens.upperBound)
                ?? Self.equals.longestMatch(in: text, at: token, limit: tokens.upperBound)?.length
            guard let length else { return false }
            token += length
        }
        return true
    }
}
