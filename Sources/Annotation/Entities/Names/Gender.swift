import Language

/// Whether a person is spoken of as he or as she.
enum Gender: String, Sendable {
    case male = "m"
    case female = "f"

    /// Given names, by their spelling with accents and without.
    private static let ofGivenName: (spelled: HashedTable<Gender>, folded: HashedTable<Gender>) = {
        var spelled: [(key: UInt64, value: Gender)] = []
        // Without its accents a name is found too, unless that is another name: "Tünde" is not Tunde.
        var folded: [UInt64: Gender] = [:]
        Tables.list("given-genders").forEachPair { name, letter in
            guard let gender = Gender(rawValue: String(decoding: letter, as: UTF8.self)) else { return }
            spelled.append((WordHash.of(name), gender))
            guard !isPlain(name) else { return }
            let hash = NameSpelling.folded(String(decoding: name, as: UTF8.self))
            if folded[hash] == nil { folded[hash] = gender }
        }
        return (HashedTable(spelled, none: .male), hashed(folded))
    }()

    private static func ofGivenName(_ hash: UInt64) -> Gender? { ofGivenName.spelled[hash] ?? ofGivenName.folded[hash] }

    /// Whether a name has ASCII letters alone, and so no accents.
    private static func isPlain(_ name: ArraySlice<UInt8>) -> Bool { name.allSatisfy { ($0 | 0x20) &- 0x61 < 26 } }

    /// Titles, offices and honorifics that only men or only women bear.
    private static let ofTitle = table("roles")
    /// Family ties.
    static let ofKin = table("kinship")
    private static let ofPersonNoun = table("person-nouns")

    private static func hashed(_ genders: [UInt64: Gender]) -> HashedTable<Gender> {
        HashedTable(genders.map { (key: $0.key, value: $0.value) }, none: .male)
    }

    private static func table(_ name: String) -> HashedTable<Gender> {
        var genders: [UInt64: Gender] = [:]
        for fields in Tables.list(name).entries where fields.count > 1 {
            guard let gender = Gender(rawValue: fields[1]) else { continue }
            genders[TokenizedText(fields[0]).phraseHash] = gender
        }
        return hashed(genders)
    }

    /// Loads the tables.
    static func warmUp() {
        NameSpelling.warmUp()
        _ = (ofGivenName, ofTitle, ofKin, ofPersonNoun)
    }

    /// What a given name tells.
    static func ofGiven(_ name: String) -> Gender? {
        ofGivenName(WordHash.of(name)) ?? ofGivenName(NameSpelling.folded(name))
    }

    /// What a title or noun tells, by the hash of its phrase or of its last word.
    static func ofTitle(_ tokens: Range<Int>, in text: TokenizedText) -> Gender? {
        guard !tokens.isEmpty else { return nil }
        let last = text.hashes[tokens.upperBound - 1]
        let whole = text.phraseHash(tokens)
        return ofTitle[whole] ?? ofTitle[last] ?? ofPersonNoun[whole] ?? ofPersonNoun[last]
    }
}

extension TokenizedText {
    /// The hash of a phrase, as a `Lexicon` joins it.
    func phraseHash(_ tokens: Range<Int>) -> UInt64 {
        guard let first = tokens.first else { return 0 }
        return tokens.dropFirst().reduce(hashes[first]) { WordHash.joining($0, hashes[$1]) }
    }

    /// The hash of the whole text as a phrase.
    var phraseHash: UInt64 { phraseHash(0..<count) }
}
