import Language

/// The words that say that something was said. Data: `cues.txt`.
struct CueTable: Sendable {
    /// What may follow a cue.
    enum Strength: String, Sendable {
        /// A clause, with or without "that".
        case strong
        /// A clause with "that" or a question word, or a quotation.
        case weak
        /// As weak; the form stands after a plural.
        case base
        /// A quotation only.
        case quote
        /// The speaker: "according to".
        case source
    }

    /// One form of a cue.
    struct Entry: Sendable, Equatable {
        var lemma: String
        var strength: Strength
        var isParticiple: Bool
    }

    static let shared = CueTable()

    let entries: [Entry]
    private let forms: Lexicon

    private init() {
        let list = Tables.list("cues").entries.filter { $0.count > 2 }
        entries = list.map { fields in
            Entry(
                lemma: fields[1], strength: Strength(rawValue: fields[2]) ?? .weak,
                isParticiple: fields[0].hasSuffix("ing"))
        }
        forms = Lexicon(words: list.map { $0[0] })
    }

    /// The cue that begins at a token.
    func match(in text: TokenizedText, at token: Int, limit: Int) -> (length: Int, entry: Entry)? {
        guard let match = forms.longestMatch(in: text, at: token, limit: limit) else { return nil }
        return (match.length, entries[match.value])
    }
}
