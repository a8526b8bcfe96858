import Language

/// Reads ages beside names: "Ana Roth, 45, …", "Ana Roth (45)", "…, aged 45", "the 45-year-old".
struct AgeReader {
    private static let aged = TitleReader.hashes("aged age")
    private static let who = WordHash.of("who")
    private static let verbs = TitleReader.hashes("is was turned turns")
    private static let year = WordHash.of("year")
    private static let old = WordHash.of("old")
    private static let articles = TitleReader.hashes("a an the")

    let text: TokenizedText

    /// The age that the number at a token gives.
    func age(at token: Int) -> Int? {
        guard token < text.count, text.kinds[token] == .number, let age = Int(text.string(at: token)),
            (1...120).contains(age)
        else { return nil }
        return age
    }

    /// The age told right after a name, or right before it.
    func age(around name: Range<Int>) -> Int? {
        let sentence = text.sentence(of: name.lowerBound)
        if let age = compound(endingAt: name.lowerBound, floor: sentence.lowerBound) { return age }
        let next = name.upperBound
        guard next + 1 < sentence.upperBound else { return nil }
        if text.kinds[next] == .open, next + 2 < text.count, text.kinds[next + 2] == .close { return age(at: next + 1) }
        guard text.kinds[next] == .comma else { return nil }
        var token = next + 1
        if Self.articles.contains(text.hashes[token]), isCompound(token + 1) { return age(at: token + 1) }
        if text.hashes[token] == Self.who, token + 2 < text.count, Self.verbs.contains(text.hashes[token + 1]) {
            token += 2
            return isBare(token) ? age(at: token) : nil
        }
        if Self.aged.contains(text.hashes[token]) { return age(at: token + 1) }
        return isBare(token) ? age(at: token) : nil
    }

    /// Where the age ends that a comma opens: at the next comma.
    func end(ofAgeAt comma: Int, limit: Int) -> Int? {
        var token = comma + 1
        if token < limit, Self.aged.contains(text.hashes[token]) { token += 1 }
        guard token + 1 < limit, age(at: token) != nil, text.kinds[token + 1] == .comma else { return nil }
        return token + 1
    }

    /// A number that nothing but a mark or "and" follows.
    private func isBare(_ token: Int) -> Bool {
        let next = token + 1
        return next >= text.count || text.kinds[next] == .comma || text.kinds[next] == .terminator
            || text.kinds[next] == .close || text.hashes[next] == WordHash.of("and")
    }

    /// "45-year-old" at a token.
    func isCompound(_ token: Int) -> Bool {
        token + 4 < text.count && text.kinds[token] == .number && text.hashes[token + 2] == Self.year
            && text.hashes[token + 4] == Self.old && text.kinds[token + 1] == .hyphen
            && text.kinds[token + 3] == .hyphen
    }

    private func compound(endingAt name: Int, floor: Int) -> Int? {
        // A noun may stand between: "the 45-year-old teacher Ana Roth".
        for start in stride(from: name - 5, through: max(floor, name - 7), by: -1) where isCompound(start) {
            return age(at: start)
        }
        return nil
    }
}
