import Language

/// Nouns that stand for a person named before: "the diplomat", "the woman". Data: `person-nouns.txt`.
struct PersonNouns: Sendable {
    /// One noun.
    struct Noun: Sendable {
        var gender: Gender?
        /// Whether it may be said of anybody.
        var isAny: Bool
        /// The last words of the titles it covers.
        var covers: [UInt64]
    }

    static let shared = PersonNouns()

    private let nouns: [Noun]
    private let forms: Lexicon

    private init() {
        let entries = Tables.list("person-nouns").entries.filter { $0.count > 2 }
        nouns = entries.map { fields in
            let words = fields[2].split(separator: " ").map(String.init)
            return Noun(
                gender: Gender(rawValue: fields[1]), isAny: words == ["any"],
                covers: words.filter { $0 != "-" && $0 != "any" }.map(WordHash.of))
        }
        forms = Lexicon(words: entries.map { $0[0] })
    }

    /// The noun that begins at a token.
    func match(in text: TokenizedText, at token: Int, limit: Int) -> (length: Int, noun: Noun)? {
        guard let match = forms.longestMatch(in: text, at: token, limit: limit) else { return nil }
        return (match.length, nouns[match.value])
    }
}
