import Language

/// What a word's own form says about names.
struct NameClues: OptionSet, Sendable {
    let rawValue: UInt16

    /// A given name.
    static let given = NameClues(rawValue: 1)
    /// A family name.
    static let family = NameClues(rawValue: 2)
    /// A word the news writes small.
    static let common = NameClues(rawValue: 4)
    /// A word that opens sentences and joins clauses.
    static let function = NameClues(rawValue: 8)
    /// Ends the name of an organisation.
    static let organizationHead = NameClues(rawValue: 16)
    /// A state's organ, outside whose name a nationality stands.
    static let stateBody = NameClues(rawValue: 32)
    /// Ends or opens the name of a place.
    static let placeHead = NameClues(rawValue: 64)
    /// A small word inside a person's name.
    static let particle = NameClues(rawValue: 128)
    /// A day, month or feast.
    static let calendar = NameClues(rawValue: 256)
    /// "Mr." and its like.
    static let honorific = NameClues(rawValue: 512)
    /// Ends the name of an event, a law or a prize.
    static let eventHead = NameClues(rawValue: 1024)
    /// Written with capitals, and no name.
    static let noName = NameClues(rawValue: 2048)

    /// The words and their clues.
    static let table: Lexicon = {
        let lists: [(String, NameClues)] = [
            ("given-names", .given), ("first-names", .given), ("surnames", .family), ("news-people", .family),
            ("common-words", .common), ("function-words", [.function, .common]),
            ("organization-heads", .organizationHead), ("state-bodies", .stateBody), ("place-heads", .placeHead),
            ("name-particles", .particle), ("calendar-words", .calendar), ("honorifics", .honorific),
            ("event-heads", .eventHead), ("no-names", .noName),
        ]
        return Lexicon(lists.map { (list: Tables.list($0), value: Int($1.rawValue)) }) { $0 | $1 }
    }()

    /// The clues of every token of a text.
    static func of(_ text: TokenizedText) -> [NameClues] {
        let table = table
        return (0..<text.count).map { token in
            guard text.kinds[token] == .word else { return [] }
            return NameClues(rawValue: UInt16(truncatingIfNeeded: table.value(of: text.hashes[token]) ?? 0))
        }
    }
}
