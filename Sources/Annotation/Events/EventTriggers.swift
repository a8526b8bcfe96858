import Language

/// The words that name events. Data: `event-triggers.txt`.
enum EventTriggers {
    /// What a trigger says happened.
    struct Entry: Sendable, Equatable {
        var category: String
        /// The PLOVER event type.
        var code: String?
    }

    private static let table: (lexicon: Lexicon, entries: [Entry]) = {
        let list = Tables.list("event-triggers").entries.filter { $0.count > 1 }
        let entries = list.map { Entry(category: $0[1], code: $0.count > 2 ? $0[2] : nil) }
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
