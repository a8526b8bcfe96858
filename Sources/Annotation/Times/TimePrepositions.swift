import Language
import Records

/// What the preposition before a date says of it: "since February 2022" is on or after it.
enum TimePrepositions {
    private static let table: (lexicon: Lexicon, modifiers: [String]) = {
        let list: [(String, String)] = Tables.list("time-prepositions").entries.filter { $0.count > 1 }
            .map { ($0[0], $0[1]) }
        return (Lexicon(words: list.map(\.0)), list.map(\.1))
    }()
    private static let through = WordHash.of("through")
    private static let within = WordHash.of("within")

    /// Loads the table.
    static func warmUp() { _ = table }

    /// The modifier that the words before an expression give it. Looks back three tokens at most.
    static func modifier(of draft: TimeDraft, in text: TokenizedText, _ sentence: Range<Int>) -> String? {
        let start = draft.tokens.lowerBound
        guard start > sentence.lowerBound else { return nil }
        if draft.type == .duration { return text.hashes[start - 1] == within ? TimeModifier.equalOrLess : nil }
        guard draft.type != .set, !draft.value.hasSuffix("_REF") else { return nil }
        // "worked through Wednesday night".
        if draft.type == .time, text.hashes[start - 1] == through, !draft.value.contains(":") { return nil }
        // "before Friday's vote" is not before Friday.
        if draft.tokens.upperBound < text.count, text.kinds[draft.tokens.upperBound] == .possessive { return nil }
        for length in [3, 2, 1] where start - length >= sentence.lowerBound {
            if let match = table.lexicon.longestMatch(in: text, at: start - length, limit: start),
                match.length == length
            {
                return table.modifiers[match.value]
            }
        }
        return nil
    }
}
