import Language

/// Nouns that can speak: for people, singular and plural, and for organisations; and pronouns. Data: `person-nouns.txt`,
/// `roles.txt`, `organization-nouns.txt`.
enum SpeakingNouns {
    private static let pronouns = WordSet(
        [
            "he", "he'd", "i", "i'd", "i've", "many", "others", "she", "she'd", "some", "they", "they'd", "they've",
            "those", "we", "we'd", "we've", "who",
        ].map(WordHash.of))
    private static let people = forms(
        Tables.list("person-nouns").words + Tables.list("roles").words
            + ["campaign", "camp", "official", "office", "people", "police", "team"])
    private static let organizations = forms(
        Tables.list("organization-nouns").words + ["administration", "government", "parliament", "senate"])

    /// Loads the tables.
    static func warmUp() { _ = (pronouns, people, organizations) }

    /// Whether a word is a noun for people, or a pronoun.
    static func isPerson(_ hash: UInt64) -> Bool { people.contains(hash) || pronouns.contains(hash) }

    /// Whether a word is a noun for an organisation.
    static func isOrganization(_ hash: UInt64) -> Bool { organizations.contains(hash) }

    /// The last words of nouns and their plurals.
    private static func forms(_ nouns: [String]) -> WordSet {
        var hashes: [UInt64] = []
        for noun in nouns {
            let last = noun.split(separator: " ").last.map(String.init) ?? noun
            let stem = last.hasSuffix("y") ? String(last.dropLast()) + "ies" : last + "s"
            hashes += [WordHash.of(last), WordHash.of(stem)]
        }
        return WordSet(hashes)
    }
}
