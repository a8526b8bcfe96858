import Language

/// Reads the title of an office in the text: its words in the list, with what may stand before and after them.
struct TitleReader: Sendable {
    private static let modifiers = Tables.lexicon("title-modifiers")
    private static let portfolios = Tables.lexicon("portfolios")
    /// What people do who hold no office: "teacher". Read after a name only.
    private static let occupations = Lexicon(
        words: Tables.list("person-nouns").entries.filter { $0.count > 2 && $0[2] != "any" }.map { $0[0] })
    private static let honorifics = Tables.lexicon("honorifics")
    /// Offices that name what they are of: "minister of defence".
    private static let portfolioHeads = hashes("minister secretary undersecretary commissioner")
    /// Second heads: "the opposition | leader", "the governor's | spokesman".
    private static let secondHeads = hashes(
        "leader chief spokesman spokeswoman spokesperson candidate nominee secretary adviser advisor coach aide executive"
    )
    private static let endings = hashes("elect designate")
    private static let of = WordHash.of("of")
    private static let `for` = WordHash.of("for")
    private static let and = WordHash.of("and")
    /// A title has at most so many tokens: the longest of the list have five, and may carry modifiers.
    static let longest = 9

    /// Loads the tables.
    static func warmUp() { _ = (modifiers, portfolios, occupations, honorifics) }

    /// Hashes of words parted by blanks.
    static func hashes(_ words: String) -> WordSet {
        WordSet(words.split(separator: " ").map { WordHash.of(String($0)) })
    }

    let text: TokenizedText

    /// The title that begins at a token, modifiers included. Bounded by `longest`.
    func title(at start: Int, limit: Int, takesOccupations: Bool = false) -> Range<Int>? {
        let limit = min(limit, start + Self.longest)
        var token = start
        while token < limit, text.kinds[token] == .word || text.kinds[token] == .hyphen {
            if let length = headLength(at: token, limit: limit, takesOccupations) {
                // In "chief cabinet secretary" the chief is no head.
                if length == 1, modifierLength(at: token, limit: limit) != nil, token + 1 < limit,
                    let longer = headAfter(token + 1, limit, takesOccupations)
                {
                    return start..<suffixed(longer.lowerBound, longer.upperBound, limit)
                }
                return start..<suffixed(token, token + length, limit)
            }
            guard text.kinds[token] == .word else { return nil }
            guard let length = modifierLength(at: token, limit: limit) else { return nil }
            token += length
        }
        return nil
    }

    /// The longest title that ends right before a token.
    func title(endingAt end: Int, floor: Int) -> Range<Int>? {
        for start in max(floor, end - Self.longest)..<max(floor, end) {
            if let title = title(at: start, limit: end), title.upperBound == end { return title }
        }
        return nil
    }

    private func headLength(at token: Int, limit: Int, _ takesOccupations: Bool) -> Int? {
        let role = NameFinder.roles.longestMatch(in: text, at: token, limit: limit)?.length
        guard takesOccupations else { return role }
        let occupation =
            Self.occupations.longestMatch(in: text, at: token, limit: limit)?.length
            ?? (isScholar(token) ? 1 : nil)
        return role.map { max($0, occupation ?? 0) } ?? occupation
    }

    /// The head that modifiers lead to, or that begins right at a token.
    private func headAfter(_ start: Int, _ limit: Int, _ takesOccupations: Bool) -> Range<Int>? {
        var token = start
        while token < limit, text.kinds[token] == .word {
            if let length = headLength(at: token, limit: limit, takesOccupations) {
                return Self.honorifics.contains(text.hashes[token]) ? nil : token..<(token + length)
            }
            guard let length = modifierLength(at: token, limit: limit) else { return nil }
            token += length
        }
        return nil
    }

    /// Words in small letters that name somebody by a field: "glaciologist", "cartographer", "obstetrician".
    private func isScholar(_ token: Int) -> Bool {
        guard !text.flags[token].contains(.capital) else { return false }
        let word = text.bytes[text.starts[token]..<text.ends[token]]
        return Self.scholars.contains { word.count > $0.count + 2 && word.suffix($0.count).elementsEqual($0) }
    }

    private static let scholars = ["ologist", "ographer", "ician"].map { Array($0.utf8) }

    private func modifierLength(at token: Int, limit: Int) -> Int? {
        let modifier = Self.modifiers.longestMatch(in: text, at: token, limit: limit)?.length
        let portfolio = Self.portfolios.longestMatch(in: text, at: token, limit: limit)?.length
        return modifier.map { max($0, portfolio ?? 0) } ?? portfolio
    }

    /// Where the title ends that has its head at a range: "-elect", "of defence and security".
    private func suffixed(_ start: Int, _ end: Int, _ limit: Int) -> Int {
        var end = end
        if end < limit, Self.secondHeads.contains(text.hashes[end]), text.kinds[end] == .word,
            text.flags[end].contains(.capital) == text.flags[end - 1].contains(.capital)
        {
            end += 1
        }
        if end + 1 < limit, text.kinds[end] == .hyphen, Self.endings.contains(text.hashes[end + 1]) { end += 2 }
        if end < limit, Self.endings.contains(text.hashes[end]) { end += 1 }
        guard end + 1 < limit, text.hashes[end] == Self.of || text.hashes[end] == Self.for,
            Self.portfolioHeads.contains(text.hashes[end - 1]),
            let first = Self.portfolios.longestMatch(in: text, at: end + 1, limit: limit)
        else { return end }
        end += 1 + first.length
        if end + 1 < limit, text.hashes[end] == Self.and,
            let next = Self.portfolios.longestMatch(in: text, at: end + 1, limit: limit)
        {
            end += 1 + next.length
        }
        return end
    }

    /// Whether a title is only a form of address: "Mr.", "Sir".
    func isHonorific(_ title: Range<Int>, _ clues: [NameClues]) -> Bool {
        title.allSatisfy { clues[$0].contains(.honorific) }
    }
}
