import Language

/// The words that say that something was said. Data: `cues.txt`, `cue-frames.txt`, `noun-cues.txt`.
struct CueTable: Sendable {
    /// What may follow a cue.
    enum Strength: String, Sendable {
        /// A clause, with or without "that".
        case strong
        /// A clause with "that" or a question word, or a quotation.
        case weak
        /// As weak; the plain form of the verb.
        case base
        /// A quotation only.
        case quote
        /// What one "is": "confident that".
        case state
        /// What one has: "her claim that".
        case noun
        /// The speaker: "according to".
        case source
    }

    /// What else may follow a verb, whatever its form.
    struct Frames: OptionSet, Sendable {
        let rawValue: UInt8
        /// What it is about: "praised her effort".
        static let object = Frames(rawValue: 1)
        /// An infinitive: "promised to pay".
        static let to = Frames(rawValue: 2)
        /// Who is spoken to, before the content: "told reporters that".
        static let addressee = Frames(rawValue: 4)
        /// Who or what is named, by a pronoun or a name: "called him a liar".
        static let naming = Frames(rawValue: 8)
        /// Nothing that follows, but a subject that can speak: "he meant", not "the ban means".
        static let somebody = Frames(rawValue: 16)

        init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Frames by their names in the list.
        init(words: String) {
            self = []
            for word in words.split(separator: " ") {
                switch word {
                case "object": insert(.object)
                case "to": insert(.to)
                case "addressee": insert(.addressee)
                case "naming": insert(.naming)
                case "somebody": insert(.somebody)
                default: break
                }
            }
        }
    }

    /// One form of a cue.
    struct Entry: Sendable, Equatable {
        var lemma: String
        var strength: Strength
        var frames: Frames
        var isParticiple: Bool
        /// Whether it is the verb's plain form, which may as well be a noun.
        var isPlain: Bool
    }

    static let shared = CueTable()
    /// Verbs whose past is their plain form, and cues that are no verbs.
    private static let samePast: Set = ["read", "cast", "put it", "according to", "hit back"]

    private let entries: [Entry]
    private let forms: Lexicon
    private let nouns: [Entry]
    private let nounForms: Lexicon

    private init() {
        var frames: [String: Frames] = [:]
        for fields in Tables.list("cue-frames").entries where fields.count > 1 {
            frames[fields[0]] = Frames(words: fields[1])
        }
        let list = Tables.list("cues").entries.filter { $0.count > 2 }
        entries = list.map { fields in
            let first = fields[0].prefix { $0 != " " }
            return Entry(
                lemma: fields[1], strength: Strength(rawValue: fields[2]) ?? .weak, frames: frames[fields[1]] ?? [],
                isParticiple: first.hasSuffix("ing") && first.count > 4,
                isPlain: fields[0] == fields[1] && !Self.samePast.contains(fields[1]))
        }
        forms = Lexicon(words: list.map { $0[0] })
        let nounList = Tables.list("noun-cues").entries.filter { $0.count > 1 }
        nouns = nounList.map {
            Entry(
                lemma: $0[1], strength: .noun, frames: frames[$0[1]] ?? [], isParticiple: false, isPlain: false)
        }
        nounForms = Lexicon(words: nounList.map { $0[0] })
    }

    /// The cue that begins at a token.
    func match(in text: TokenizedText, at token: Int, limit: Int) -> (length: Int, entry: Entry)? {
        guard let match = forms.longestMatch(in: text, at: token, limit: limit) else { return nil }
        return (match.length, entries[match.value])
    }

    /// The noun of speech at a token.
    func noun(in text: TokenizedText, at token: Int) -> Entry? {
        nounForms.value(of: text.hashes[token]).map { nouns[$0] }
    }
}
