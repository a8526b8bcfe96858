import Language

/// Words by what they do in a clause. Data: `clause-words.txt`.
enum ClauseWords {
    /// What a word may do.
    enum Class: String {
        case preposition, adverb, past, fronting, auxiliary, stop, light
        case opener = "clause-opener"
    }

    private static let byClass: [String: WordSet] = {
        var words: [String: Set<UInt64>] = [:]
        for fields in Tables.list("clause-words").entries where fields.count > 1 {
            for name in fields[1].split(separator: " ") {
                words[String(name), default: []].insert(WordHash.of(fields[0]))
            }
        }
        return words.mapValues { WordSet($0) }
    }()

    /// Loads the table.
    static func warmUp() { _ = byClass }

    /// The words of a class.
    static func words(_ kind: Class) -> WordSet { byClass[kind.rawValue] ?? WordSet([]) }
}
