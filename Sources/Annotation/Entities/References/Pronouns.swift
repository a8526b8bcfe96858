import Language

/// The pronouns that are linked.
enum Pronouns {
    private static let men = TitleReader.hashes("he him his himself")
    private static let women = TitleReader.hashes("she her hers herself")
    private static let him = WordHash.of("him")
    private static let her = WordHash.of("her")
    private static let subjects = TitleReader.hashes("he she")
    private static let things = TitleReader.hashes("it its itself")
    private static let it = WordHash.of("it")
    private static let crowds = TitleReader.hashes("they them their theirs themselves")
    private static let they = WordHash.of("they")
    private static let them = WordHash.of("them")

    /// What a pronoun does in its clause.
    enum Form { case subject, object, other }

    /// Whether a word is "they" or one of its forms.
    static func isCrowd(_ word: UInt64) -> Bool { crowds.contains(word) }

    /// What a form of "they" does.
    static func plural(_ word: UInt64) -> Form { word == they ? .subject : word == them ? .object : .other }

    /// The gender of a pronoun of the third person.
    static func gender(_ word: UInt64) -> Gender? {
        men.contains(word) ? .male : women.contains(word) ? .female : nil
    }

    /// Whether a word is "it" or "its".
    static func isThing(_ word: UInt64) -> Bool { things.contains(word) }

    /// Whether a word is "it".
    static func isIt(_ word: UInt64) -> Bool { word == it }

    /// Whether a pronoun is the object of its clause: "him", and "her" unless it owns what follows.
    static func isObject(_ token: Int, in reading: Reading) -> Bool {
        let word = reading.text.hashes[token]
        if word == him { return true }
        guard word == her else { return false }
        let next = token + 1
        guard next < reading.text.count, reading.text.kinds[next] == .word || reading.text.kinds[next] == .number else {
            return true
        }
        return reading.clues[next].contains(.function)
    }

    /// Whether a pronoun is the subject of its clause.
    static func isSubject(_ word: UInt64) -> Bool { subjects.contains(word) }
}
