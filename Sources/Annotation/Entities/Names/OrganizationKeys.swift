import Language

/// Brings the forms of an organisation's name to one key: without "Inc.", a ministry whichever way round it is named,
/// and one state's apart from another's.
struct OrganizationKeys {
    private static let companyEndings = Set(Tables.list("company-endings").words.map { TokenizedText($0).phraseHash })
    private static let stateBodies = TitleReader.hashes("ministry department")
    private static let connectors = TitleReader.hashes("of for the and 's")
    private static let defence = WordHash.of("defence")
    private static let defense = WordHash.of("defense")
    private static let labour = WordHash.of("labour")
    private static let labor = WordHash.of("labor")

    /// Loads the tables.
    static func warmUp() { _ = companyEndings }

    let text: TokenizedText

    /// The tokens of a name without a company's legal form; all of them where nothing else is left.
    func withoutEnding(_ tokens: Range<Int>) -> Range<Int> {
        guard tokens.count > 1 else { return tokens }
        var end = tokens.upperBound - 1
        guard Self.companyEndings.contains(text.hashes[end]) else { return tokens }
        while end - 1 > tokens.lowerBound, text.kinds[end - 1] == .comma || text.hashes[end - 1] == WordHash.of("&") {
            end -= 1
        }
        return tokens.lowerBound..<end
    }

    /// One key for "Ministry of Defence" and "Defence Ministry"; nil for what is no ministry of something.
    func ministry(_ tokens: Range<Int>) -> UInt64? {
        guard tokens.count > 1, tokens.contains(where: { Self.stateBodies.contains(text.hashes[$0]) }) else {
            return nil
        }
        var key: UInt64 = 0
        for token in tokens where text.kinds[token] == .word && !Self.connectors.contains(text.hashes[token]) {
            var word = text.hashes[token]
            if word == Self.defence { word = Self.defense }
            if word == Self.labour { word = Self.labor }
            // "Foreign Ministry" is the "Ministry of Foreign Affairs".
            if word == WordHash.of("affairs") { continue }
            key = key &+ word
        }
        return WordHash.joining(WordHash.of("ministry"), key)
    }
}
