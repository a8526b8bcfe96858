import Language

/// The words of a list by their classes, as hashes. The list has a word and its classes a line: `event-words.txt`.
struct ClassedWords: Sendable {
    private let byClass: [String: WordSet]

    /// Reads a list of `Resources/`.
    init(list name: String) {
        var words: [String: Set<UInt64>] = [:]
        for fields in Tables.list(name).entries where fields.count > 1 {
            for name in fields[1].split(separator: " ") {
                words[String(name), default: []].insert(WordHash.of(fields[0]))
            }
        }
        byClass = words.mapValues { WordSet($0) }
    }

    /// The words of a class; none where the list has no such class.
    subscript(name: String) -> WordSet { byClass[name] ?? WordSet([]) }
}
