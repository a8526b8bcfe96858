import Language

/// Whether a person is spoken of as he or as she.
enum Gender: String, Sendable {
    case male = "m"
    case female = "f"

    /// Given names in small letters, with accents and without.
    private static let ofGivenName = SortedList(Tables.list("given-genders"))

    private static func ofGivenName(_ folded: [UInt8]) -> Gender? {
        ofGivenName[folded].flatMap { Gender(rawValue: String(decoding: $0, as: UTF8.self)) }
    }

    /// Titles, offices and honorifics that only men or only women bear.
    private static let ofTitle = table("roles")
    /// Family ties.
    static let ofKin = table("kinship")
    private static let ofPersonNoun = table("person-nouns")

    private static func table(_ name: String) -> HashedTable<Gender> {
        var genders: [UInt64: Gender] = [:]
        for fields in Tables.list(name).entries where fields.count > 1 {
            guard let gender = Gender(rawValue: fields[1]) else { continue }
            genders[TokenizedText(fields[0]).phraseHash] = gender
        }
        return HashedTable(genders.map { (key: $0.key, value: $0.value) }, none: .male)
    }

    /// Loads the tables.
    static func warmUp() {
        NameSpelling.warmUp()
        _ = (ofGivenName, ofTitle, ofKin, ofPersonNoun)
    }

    /// What a given name tells.
    static func ofGiven(_ name: String) -> Gender? {
        ofGivenName(WordHash.folded(name.utf8)) ?? ofGivenName(NameSpelling.plain(name))
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
