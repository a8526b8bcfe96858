import Language

/// Family names of languages in which they stand first.
enum FamilyNames {
    private static let first = WordSet(Tables.list("family-first").words.map(WordHash.of))

    /// Loads the table.
    static func warmUp() { _ = first }

    /// Whether a word is such a family name.
    static func standsFirst(_ word: UInt64) -> Bool { first.contains(word) }
}
