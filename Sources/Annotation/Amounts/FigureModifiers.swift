import Language
import Records

/// What stands beside a figure and qualifies it: "at least", "about", "or more".
enum FigureModifiers {
    private static let before = table("figure-modifiers")
    private static let after = table("figure-modifiers-after")
    private static let topics = Tables.lexicon("topic-words")
    private static let articles = WordSet(["the", "a", "an"].map(WordHash.of))
    /// Words that may stand between a qualifier and its figure, behind an article or not.
    private static let fillers = WordSet(
        [
            "another", "staggering", "whopping", "mere", "record", "further", "additional", "extra", "other", "total",
            "massive", "huge", "remarkable", "estimated", "initial", "modest", "combined", "cool",
        ].map(WordHash.of))
    /// Prepositions of place and topic as much as qualifiers; before an article they are the former.
    private static let prepositions = WordSet(
        ["about", "over", "under", "around", "above", "below", "some"].map(WordHash.of))
    private static let topical = WordSet(["about", "over"].map(WordHash.of))
    /// The longest qualifier has this many tokens: "in the neighborhood of".
    private static let longest = 4

    private static func table(_ name: String) -> (lexicon: Lexicon, modifiers: [FigureModifier]) {
        let list = Tables.list(name).entries.filter { $0.count > 1 }
        return (Lexicon(words: list.map { $0[0] }), list.map { FigureModifier(rawValue: $0[1]) ?? .approx })
    }

    /// Loads the tables.
    static func warmUp() { _ = (before, after, topics) }

    /// The modifier that ends right before a token, and where it begins.
    static func before(_ token: Int, in text: TokenizedText) -> (modifier: FigureModifier, start: Int)? {
        let sentence = text.sentence(of: token).lowerBound
        if let found = ending(at: token, from: sentence, text) {
            return isTopic(found.start, sentence, text) ? nil : found
        }
        var end = token
        if end > sentence, fillers.contains(text.hashes[end - 1]) { end -= 1 }
        let isFilled = end < token
        if end > sentence, articles.contains(text.hashes[end - 1]) { end -= 1 }
        guard end < token, let found = ending(at: end, from: sentence, text) else { return nil }
        let isPreposition = end - found.start == 1 && prepositions.contains(text.hashes[found.start])
        if isPreposition, !isFilled || end < token - 1 { return nil }
        return isTopic(found.start, sentence, text) ? nil : found
    }

    private static func ending(
        at end: Int, from sentence: Int, _ text: TokenizedText
    ) -> (modifier: FigureModifier, start: Int)? {
        for length in stride(from: longest, through: 1, by: -1) where end - length >= sentence {
            let start = end - length
            if let match = before.lexicon.longestMatch(in: text, at: start, limit: end), match.length == length {
                return (before.modifiers[match.value], start)
            }
        }
        return nil
    }

    /// "a row over 12 seats" tells what the row is about.
    private static func isTopic(_ start: Int, _ sentence: Int, _ text: TokenizedText) -> Bool {
        start > sentence && topical.contains(text.hashes[start]) && topics.contains(text.hashes[start - 1])
    }

    /// How many tokens the qualifier that begins at a token has.
    static func length(at token: Int, in text: TokenizedText, limit: Int) -> Int? {
        before.lexicon.longestMatch(in: text, at: token, limit: limit)?.length
    }

    /// What qualifies a figure from behind ("or more"), and where it ends.
    static func after(
        _ token: Int, in text: TokenizedText, limit: Int
    ) -> (modifier: FigureModifier, end: Int)? {
        after.lexicon.longestMatch(in: text, at: token, limit: limit).map { match in
            (after.modifiers[match.value], token + match.length)
        }
    }
}
