import Language

/// The words that name events. Data: `event-triggers.txt`.
enum EventTriggers {
    /// What part of speech a trigger is.
    enum Form: String, Sendable {
        case verb = "v"
        case noun = "n"
        /// The words beside it tell.
        case either = "b"
        /// A verb where its object follows ("storms the building"), else a plural ("storms were near").
        case homograph = "o"
        /// A noun where no other follows: "won the primary", not "the primary target".
        case head = "h"
    }

    /// What a trigger says happened.
    struct Entry: Sendable, Equatable {
        var category: String
        /// The PLOVER event type.
        var code: String?
        var form: Form
        /// What a homograph's plural names.
        var plural: String?

        /// Whether nothing happened: "a free trial".
        var isNone: Bool { category == EventTriggers.none }
    }

    private static let calendar = Tables.lexicon("calendar-words")

    /// The category of words that look like an event and are none.
    private static let none = "-"

    private static let table: (lexicon: Lexicon, entries: [Entry]) = {
        let list = Tables.list("event-triggers").entries.filter { $0.count > 3 }
        let entries = list.map { fields in
            Entry(
                category: fields[1], code: fields[2] == "-" ? nil : fields[2], form: Form(rawValue: fields[3]) ?? .noun,
                plural: fields.count > 4 ? fields[4] : nil)
        }
        return (Lexicon(words: list.map { $0[0] }), entries)
    }()

    /// Loads the tables.
    static func warmUp() { _ = (table, calendar) }

    /// The trigger at a token, none of a category included, since its words are taken.
    static func match(in text: TokenizedText, at token: Int, limit: Int) -> (length: Int, entry: Entry)? {
        guard let match = table.lexicon.longestMatch(in: text, at: token, limit: limit) else { return nil }
        var entry = table.entries[match.value]
        if entry.form == .homograph {
            let isVerb = opensObject(token + match.length, in: text, behind: token, limit: limit)
            entry = isVerb ? verb(entry) : Entry(category: entry.plural ?? none, form: .noun)
        }
        if entry.form == .head {
            entry.form = .noun
            if !endsPhrase(before: token + match.length, in: text, limit: limit) { entry.category = none }
        }
        return (match.length, entry)
    }

    private static func verb(_ entry: Entry) -> Entry {
        Entry(category: entry.category, code: entry.code, form: .verb)
    }

    /// Whether no noun goes on a phrase at a token.
    private static func endsPhrase(before token: Int, in text: TokenizedText, limit: Int) -> Bool {
        guard token < limit, text.kinds[token] == .word else { return true }
        let hash = text.hashes[token]
        return EventWords.determiners.contains(hash) || EventWords.clauses.contains(hash)
            || EventWords.being.contains(hash) || EventWords.having.contains(hash) || EventWords.futures.contains(hash)
            || calendar.contains(hash)
    }

    /// Whether an article, a possessive, a number or, in plain writing, a name stands at a token.
    private static func opensObject(_ token: Int, in text: TokenizedText, behind trigger: Int, limit: Int) -> Bool {
        guard token < limit else { return false }
        if EventWords.objectOpeners.contains(text.hashes[token]) || text.kinds[token] == .number { return true }
        return text.isCapitalised(token) && !text.isCapitalised(trigger)
            && !calendar.contains(text.hashes[token])
    }
}
