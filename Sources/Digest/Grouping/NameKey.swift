import Records

/// What two articles' forms of one name have in common: case, a leading article and a possessive do not matter, and of
/// a person the family name counts.
struct NameKey: Hashable, Sendable {
    /// The folded words of the name.
    let words: [String]

    /// Longest name that is one, in words and bytes; longer "names" are sentences.
    private static let mostWords = 8
    private static let mostBytes = 200

    /// The key of a whole name.
    init(name: String) {
        var words: [String] = []
        for part in name.utf8.prefix(Self.mostBytes).split(whereSeparator: { $0 == 0x20 || $0 == 0x0A || $0 == 0x09 }) {
            guard words.count < Self.mostWords else { break }
            var word = String(decoding: part, as: UTF8.self).lowercased()
            for ending in ["'s", "’s"] where word.hasSuffix(ending) { word.removeLast(2) }
            while let last = word.last, ",.;:".contains(last) { word.removeLast() }
            if !word.isEmpty { words.append(word) }
        }
        if words.count > 1, words[0] == "the" { words.removeFirst() }
        self.words = words
    }

    /// The key under which reports are compared: a person's family name, a country's code, so that "U.S." is the United
    /// States, of a state's organ its country too, everything else's whole name.
    init(_ entity: Entity) {
        if entity.type == .place, entity.placeKind == "country", let code = entity.country {
            words = ["country", code.lowercased()]
            return
        }
        let key = NameKey(name: entity.name)
        if entity.type == .person, let family = key.words.last {
            words = [family]
        } else if entity.type == .organization, let state = entity.country {
            words = key.words + [state.lowercased()]
        } else {
            words = key.words
        }
    }

    /// The words joined by spaces.
    var text: String { words.joined(separator: " ") }

    /// The key as a feature.
    var hash: UInt64 { WordHashes.hash(of: text) }
}
