import Language

/// Words by what they do in a clause. Data: `clause-words.txt`.
enum ClauseWords {
    /// What a word may do.
    enum Class: String {
        case preposition, adverb, past, fronting, auxiliary, stop, light
        case opener = "clause-opener"
    }

    private static let classes = ClassedWords(list: "clause-words")

    /// Loads the table.
    static func warmUp() { _ = classes }

    /// The words of a class.
    static func words(_ kind: Class) -> WordSet { classes[kind.rawValue] }
}
