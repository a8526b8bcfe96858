import Language

/// The words that name events. Data: `event-triggers.txt`.
enum EventTriggers {
    /// What part of speech a trigger is.
    enum Form: String, Sendable {
        case verb = "v"
        case noun = "n"
        /// The words beside it tell.
        case either = "b"
    }

    /// What a trigger says happened.
    struct Entry: Sendable, Equatable {
        var category: String
        /// The PLOVER event type.
        var code: String?
        var form: Form
    }

    private static let table: (lexicon: Lexicon, entries: [Entry]) = {
        let list = Tables.list("event-triggers").entries.filter { $0.count > 3 }
        let entries = list.map { fields in
            Entry(
                category: fields[1], code: fields[2] == "-" ? nil : fields[2], form: Form(rawValue: fields[3]) ?? .noun)
        }
        return (Lexicon(words: list.map { $0[0] }), entries)
    }()

    /// Loads the tables.
    static func warmUp() { _ = table }

    /// The trigger at a token.
    static func match(in text: TokenizedText, at token: Int, limit: Int) -> (length: Int, entry: Entry)? {
        guard let match = table.lexicon.longestMatch(in: text, at: token, limit: limit) else { return nil }
        return (match.length, table.entries[match.value])
    }
}
