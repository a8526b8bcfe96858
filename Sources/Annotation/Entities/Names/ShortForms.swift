import Language
import Records

/// The short forms of the organisations a document names in full: initials, first words, last words.
struct ShortForms {
    /// Names are cut at so many tokens from their end.
    private static let longestEnding = 6

    private var byFirst: [UInt64: UInt64] = [:]
    /// Those of `byFirst` that end with a word for an organisation: "Labour Party".
    private var headed: Set<UInt64> = []
    private static let firmWords = WordSet(Tables.list("firm-words").words.map(WordHash.of))
    private var byInitials: [UInt64: UInt64] = [:]
    private var byEnding: [UInt64: UInt64] = [:]

    /// Notes an organisation named in full.
    mutating func add(_ tokens: Range<Int>, _ key: UInt64, in reading: Reading) {
        let text = reading.text
        let first = text.hashes[tokens.lowerBound]
        let clue = reading.clues[tokens.lowerBound]
        if byFirst[first] == nil, clue.isDisjoint(with: [.organizationHead, .function]) {
            byFirst[first] = key
            let last = tokens.upperBound - 1
            if reading.clues[last].contains(.organizationHead) || Self.firmWords.contains(text.hashes[last]) {
                headed.insert(first)
            }
        }
        for initials in Self.initials(tokens, in: text) where byInitials[initials] == nil { byInitials[initials] = key }
        for length in 2..<max(2, min(tokens.count, Self.longestEnding)) {
            let start = tokens.upperBound - length
            guard text.kinds[start] == .word else { continue }
            let ending = text.phraseHash(start..<tokens.upperBound)
            if byEnding[ending] == nil { byEnding[ending] = key }
        }
    }

    /// The hashes of a name's initials, with and without its small words.
    static func initials(_ tokens: Range<Int>, in text: TokenizedText) -> [UInt64] {
        var capitals: [UInt8] = []
        var all: [UInt8] = []
        for token in tokens where text.kinds[token] == .word {
            let byte = text.bytes[text.starts[token]]
            if text.flags[token].contains(.capital) { capitals.append(byte) }
            all.append(byte)
        }
        return [capitals, all].filter { $0.count > 1 }.map { WordHash.of($0, 0..<$0.count) }
    }

    /// The longer name that a name of several words ends: "Central Bank" of "European Central Bank".
    func longerName(_ tokens: Range<Int>, _ own: UInt64, in text: TokenizedText) -> UInt64? {
        guard let key = byEnding[text.phraseHash(tokens)], key != own else { return nil }
        return key
    }

    /// The party or firm whose first word a single word is that was read as a person's name: "Alpenglow" of "Alpenglow Robotics".
    func firm(_ token: Int, in text: TokenizedText) -> UInt64? {
        headed.contains(text.hashes[token]) ? byFirst[text.hashes[token]] : nil
    }

    /// The organisation whose initials or first word a single word is. What a list has as the whole name of one is the first word of
    /// a party or a firm only: "Labour" is the Labour Party, "Amazon" not "Amazon Personalize".
    func organization(
        _ token: Int, _ winner: Entity.Kind?, in reading: Reading, isWhole: Bool = false
    ) -> UInt64? {
        let text = reading.text
        if text.flags[token].contains(.allCaps), let key = byInitials[text.hashes[token]] { return key }
        guard winner == nil || winner == .organization, !reading.clues[token].contains(.common) else { return nil }
        return isWhole && !headed.contains(text.hashes[token]) ? nil : byFirst[text.hashes[token]]
    }
}
