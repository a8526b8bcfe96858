import Language
import Records

/// What stands before a figure and qualifies it: "at least", "about".
enum FigureModifiers {
    private static let table: (lexicon: Lexicon, modifiers: [FigureModifier]) = {
        let list = Tables.list("figure-modifiers").entries.filter { $0.count > 1 }
        return (Lexicon(words: list.map { $0[0] }), list.map { FigureModifier(rawValue: $0[1]) ?? .approx })
    }()
    private static let articles = Set(["the", "a", "an", "another", "staggering", "whopping", "mere"].map(WordHash.of))
    private static let or = WordHash.of("or")
    private static let more = WordHash.of("more")

    /// Loads the tables.
    static func warmUp() { _ = table }

    /// The modifier that ends right before a token, and where it begins.
    static func before(_ token: Int, in text: TokenizedText) -> (modifier: FigureModifier, start: Int)? {
        var end = token
        let sentence = text.sentence(of: token).lowerBound
        if end > sentence, articles.contains(text.hashes[end - 1]) { end -= 1 }
        for length in [4, 3, 2, 1] where end - length >= sentence {
            let start = end - length
            if let match = table.lexicon.longestMatch(in: text, at: start, limit: end), match.length == length {
                return (table.modifiers[match.value], start)
            }
        }
        return nil
    }

    /// "or more" after a figure.
    static func after(_ token: Int, in text: TokenizedText) -> FigureModifier? {
        guard token + 1 < text.count, text.hashes[token] == or, text.hashes[token + 1] == more else { return nil }
        return .min
    }
}
