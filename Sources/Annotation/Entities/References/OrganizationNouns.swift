import Language

/// Nouns that stand for an organisation named before: "the agency", "the bank". Data: `organization-nouns.txt`.
struct OrganizationNouns: Sendable {
    /// One noun.
    struct Noun: Sendable {
        /// Words of a name that make it one.
        var words: Set<UInt64>
        /// Whether a name without any such word may be one too.
        var isOpen: Bool
    }

    static let shared = OrganizationNouns()

    let nouns: [Noun]
    /// Words that make a name some organisation of state or public body, no firm.
    let allWords: WordSet
    private let forms: Lexicon

    private init() {
        let entries = Tables.list("organization-nouns").entries.filter { $0.count > 1 }
        nouns = entries.map { fields in
            let words = fields[1].split(separator: " ").map(String.init)
            return Noun(words: Set(words.filter { $0 != "*" }.map(WordHash.of)), isOpen: words.contains("*"))
        }
        forms = Lexicon(words: entries.map { $0[0] })
        allWords = WordSet(nouns.filter { !$0.isOpen }.flatMap(\.words))
    }

    /// The noun that begins at a token.
    func match(in text: TokenizedText, at token: Int, limit: Int) -> (length: Int, noun: Noun)? {
        guard let match = forms.longestMatch(in: text, at: token, limit: limit) else { return nil }
        return (match.length, nouns[match.value])
    }
}
