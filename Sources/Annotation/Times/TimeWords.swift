import Language

/// The words of time. Data: `time-words.txt`.
struct TimeWords: Sendable {
    /// What a word of time is.
    enum Class: String, Sendable {
        case weekday, month, unit, units, part, season, reference, day, night, relative, vague, couple, set, each, stage
        case ago, clock, feast, ordinal
    }

    /// A word's class and value.
    struct Entry: Sendable, Equatable {
        var type: Class
        var value: String
        /// The value as a number, where it is one.
        var number: Int
    }

    private static let table: (lexicon: Lexicon, entries: [[Entry]]) = {
        var order: [String] = []
        var entries: [String: [Entry]] = [:]
        for fields in Tables.list("time-words").entries where fields.count > 2 {
            guard let type = Class(rawValue: fields[1]) else { continue }
            if entries[fields[0]] == nil { order.append(fields[0]) }
            entries[fields[0], default: []].append(
                Entry(type: type, value: fields[2], number: Int(fields[2]) ?? 0))
        }
        return (Lexicon(words: order), order.map { entries[$0] ?? [] })
    }()

    /// Loads the tables.
    static func warmUp() { _ = table }

    let text: TokenizedText

    /// The word or phrase at a token, as one of some classes.
    func match(_ token: Int, _ limit: Int, _ types: Class...) -> (length: Int, entry: Entry)? {
        guard token < limit, token >= 0, let match = Self.table.lexicon.longestMatch(in: text, at: token, limit: limit)
        else { return nil }
        for entry in Self.table.entries[match.value] where types.contains(entry.type) { return (match.length, entry) }
        guard match.length > 1, let single = Self.table.lexicon.value(of: text.hashes[token]) else { return nil }
        for entry in Self.table.entries[single] where types.contains(entry.type) { return (1, entry) }
        return nil
    }

    /// Whether any word of time begins at a token.
    func begins(_ token: Int) -> Bool {
        Self.table.lexicon.longestMatch(in: text, at: token, limit: token + 1) != nil
    }
}
