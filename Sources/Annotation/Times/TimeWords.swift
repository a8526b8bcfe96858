import Language

/// The words of time. Data: `time-words.txt`.
struct TimeWords: Sendable {
    /// What a word of time is.
    enum Class: String, Sendable {
        case weekday, month, unit, units, part, season, reference, day, night, relative, vague, couple, set, each, stage
        case clock, feast, ordinal, zone, back, onward, same, next, previous, latest, more, decade, tens, teens
    }

    /// A word's class and value.
    struct Entry: Sendable, Equatable {
        var type: Class
        var value: String
        /// The value as a number, where it is one.
        var number: Int
    }

    /// Words and phrases with their entries, and the hashes with which any of them begins.
    private struct Table {
        var lexicon: Lexicon
        var entries: [[Entry]]
        var fronts: WordSet
    }

    private static let table: Table = {
        var order: [String] = []
        var entries: [String: [Entry]] = [:]
        for fields in Tables.list("time-words").entries where fields.count > 2 {
            guard let type = Class(rawValue: fields[1]) else { continue }
            if entries[fields[0]] == nil { order.append(fields[0]) }
            entries[fields[0], default: []].append(
                Entry(type: type, value: fields[2], number: Int(fields[2]) ?? 0))
        }
        var fronts = Set(order.compactMap { TokenizedText($0).hashes.first })
        for fields in Tables.list("number-words").entries { fronts.insert(WordHash.of(fields[0])) }
        for word in ["a", "an", "the", "tens", "half", "per", "fiscal", "financial"] {
            fronts.insert(WordHash.of(word))
        }
        return Table(lexicon: Lexicon(words: order), entries: order.map { entries[$0] ?? [] }, fronts: WordSet(fronts))
    }()

    /// Loads the tables.
    static func warmUp() { _ = table }

    let text: TokenizedText

    /// The word or phrase at a token, as one of two classes.
    func match(_ token: Int, _ limit: Int, _ type: Class, or other: Class) -> (length: Int, entry: Entry)? {
        guard token < limit, token >= 0, let match = Self.table.lexicon.longestMatch(in: text, at: token, limit: limit)
        else { return nil }
        for entry in Self.table.entries[match.value] where entry.type == type || entry.type == other {
            return (match.length, entry)
        }
        guard match.length > 1, let single = Self.table.lexicon.value(of: text.hashes[token]) else { return nil }
        for entry in Self.table.entries[single] where entry.type == type || entry.type == other { return (1, entry) }
        return nil
    }

    /// The word or phrase at a token, as one of a class.
    func match(_ token: Int, _ limit: Int, _ type: Class) -> (length: Int, entry: Entry)? {
        match(token, limit, type, or: type)
    }

    /// Whether an expression may begin at a token: a number, or a word with which one of the lists begins. Most words
    /// are none, so this comes before all rules.
    func mayBegin(_ token: Int) -> Bool {
        switch text.kinds[token] {
        case .number: true
        case .word: Self.table.fronts.contains(text.hashes[token]) || text.flags[token].contains(.digit)
        default: false
        }
    }
}
