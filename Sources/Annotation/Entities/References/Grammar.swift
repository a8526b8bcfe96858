import Language

/// What part a name or pronoun plays in its sentence, as far as the words beside it tell.
struct Grammar {
    /// The parts that matter for who is meant later.
    enum Place: Sendable {
        case subject, object, oblique, possessor
    }

    private static let prepositions = ClauseWords.words(.preposition)
    private static let adverbs = ClauseWords.words(.adverb)
    private static let openers = ClauseWords.words(.opener)
    private static let joiners = TitleReader.hashes("and but or then")
    private static let fronts = TitleReader.hashes(
        "the a an former ex acting new then his her its their mr mr. mrs mrs. ms ms. dr dr. sir late")
    /// Titles and nationalities before a name have at most so many tokens.
    private static let frontReach = 8

    let reading: Reading
    private let text: TokenizedText

    init(_ reading: Reading) {
        self.reading = reading
        text = reading.text
    }

    /// The part a name plays.
    func place(of tokens: Range<Int>, _ cast: Cast) -> Place {
        let next = tokens.upperBound
        if next < text.count, text.kinds[next] == .possessive || isBarePossessive(next) { return .possessor }
        let sentence = text.sentence(of: tokens.lowerBound)
        var front = tokens.lowerBound
        while front > sentence.lowerBound, tokens.lowerBound - front < Self.frontReach, isFront(front - 1, cast) {
            front -= 1
        }
        return place(at: front, floor: sentence.lowerBound)
    }

    private func isBarePossessive(_ token: Int) -> Bool {
        text.kinds[token] == .quote && !text.flags[token].contains(.spaced) && text.flags[token].contains(.spaceAfter)
            && token > 0 && text.firstByte(token) != UInt8(ascii: "\"")
            && text.bytes[text.ends[token - 1] - 1] == UInt8(ascii: "s")
    }

    private func isFront(_ token: Int, _ cast: Cast) -> Bool {
        guard text.kinds[token] == .word || text.kinds[token] == .hyphen || text.kinds[token] == .possessive else {
            return false
        }
        if Self.fronts.contains(text.hashes[token]) { return true }
        if let member = cast.member(at: token) {
            return cast.members[member].type != .person || text.kinds[token + 1] == .possessive
        }
        // "Obiang's son" before a name.
        if text.kinds[token] == .possessive { return Gender.ofKin[text.hashes[token + 1]] != nil }
        if Gender.ofKin[text.hashes[token]] != nil { return true }
        return text.kinds[token] == .hyphen || NameFinder.roles.contains(text.hashes[token])
            || text.flags[token].contains(.capital)
                && reading.clues[token].isDisjoint(with: [.function, .calendar])
    }

    /// The part of what begins at a token.
    func place(at front: Int, floor: Int) -> Place {
        guard front > floor else { return .subject }
        let before = front - 1
        guard text.kinds[before] == .word else { return .subject }
        if Self.prepositions.contains(text.hashes[before]) { return .oblique }
        if Self.openers.contains(text.hashes[before]) || Self.adverbs.contains(text.hashes[before])
            || reading.clues[before].contains(.calendar)
        {
            return .subject
        }
        // "…," said Rutte: the verb of a quotation stands first.
        if before > floor, CueTable.shared.match(in: text, at: before, limit: front) != nil,
            text.kinds[before - 1] == .quote || text.kinds[before - 1] == .comma
        {
            return .subject
        }
        return .object
    }

    /// Whether a clause begins at a token.
    func opensClause(_ token: Int, _ cast: Cast) -> Bool {
        switch text.kinds[token] {
        case .colon, .quote, .dash, .terminator: true
        // "and asked him" has no subject of its own; "and Merkel asked", "and the minister asked" have.
        case .word where Self.joiners.contains(text.hashes[token]):
            token + 1 < text.count
                && (cast.mention(at: token + 1) != nil || Self.fronts.contains(text.hashes[token + 1])
                    || Pronouns.isSubject(text.hashes[token + 1]))
        case .word: Self.openers.contains(text.hashes[token])
        default: false
        }
    }

    /// Whether a token is a verb after which a clause may begin without "that" ("said she would").
    func isSpeech(_ token: Int, _ sentence: Range<Int>) -> Bool {
        CueTable.shared.match(in: text, at: token, limit: sentence.upperBound)?.entry.strength == .strong
    }
}
