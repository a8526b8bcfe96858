import Language
import Records

/// Tells whether a person is he or she by what stands beside the name: honorifics, family ties, titles, the given name.
struct GenderReader {
    private static let comma = WordHash.of(",")
    private static let possessives = TitleReader.hashes("his her their my your our")

    let cast: Cast
    let titles: TitleReader

    private var text: TokenizedText { cast.reading.text }

    init(_ cast: Cast) {
        self.cast = cast
        titles = TitleReader(text: cast.reading.text)
    }

    /// What the words before and after a name tell: "Mrs. X", "his wife, X", "X's son Y", "X, a spokeswoman".
    func told(around name: Range<Int>) -> Gender? {
        let sentence = text.sentence(of: name.lowerBound)
        if let gender = Self.honorific(before: name.lowerBound, in: text, floor: sentence.lowerBound) { return gender }
        var last = name.lowerBound - 1
        if last > sentence.lowerBound, text.kinds[last] == .comma { last -= 1 }
        if last >= sentence.lowerBound, let tie = Gender.ofKin[text.hashes[last]], !text.flags[last].contains(.capital),
            isOwned(last, floor: sentence.lowerBound)
        {
            return tie
        }
        return nounAfter(name, limit: sentence.upperBound)
    }

    /// The gender of the title right before a name: "Mr.", "Queen".
    static func honorific(before name: Int, in text: TokenizedText, floor: Int) -> Gender? {
        guard let title = TitleReader(text: text).title(endingAt: name, floor: floor) else { return nil }
        return Gender.ofTitle(title, in: text)
    }

    /// Whether the tie is told as somebody's: "his wife", "Obiang's son", "the mother of".
    private func isOwned(_ tie: Int, floor: Int) -> Bool {
        guard tie > floor else { return false }
        for token in stride(from: tie - 1, through: max(floor, tie - 3), by: -1) {
            if Self.possessives.contains(text.hashes[token]) || text.kinds[token] == .possessive { return true }
            if text.kinds[token] != .word { return false }
        }
        return false
    }

    /// "X, a 30-year-old woman", "X, the mother of two".
    private func nounAfter(_ name: Range<Int>, limit: Int) -> Gender? {
        guard name.upperBound < limit, text.kinds[name.upperBound] == .comma else { return nil }
        var token = name.upperBound + 1
        while token < min(limit, name.upperBound + RoleFinder.reach + 2) {
            guard text.kinds[token] == .word || text.kinds[token] == .hyphen || text.kinds[token] == .number else {
                // An age and its comma may come first.
                if text.kinds[token] == .comma, text.kinds[token - 1] == .number { token += 1; continue }
                return nil
            }
            if RoleFinder.stops.contains(text.hashes[token]) { return nil }
            if let gender = Gender.ofTitle(token..<(token + 1), in: text) ?? Gender.ofKin[text.hashes[token]] {
                return gender
            }
            token += 1
        }
        return nil
    }

    /// What titles and then the given name of a person tell.
    func byTitleOrName(_ member: Cast.Member) -> Gender? {
        for role in member.roles {
            if let gender = Gender.ofTitle(role.title, in: text) { return gender }
        }
        var votes = 0
        for mention in member.mentions.prefix(Self.mostMentions) {
            let tokens = cast.mentions[mention].tokens
            guard tokens.count > 1 else { continue }
            // The first name decides; where it tells nothing, as a family name that stands first, the next ones do.
            for token in tokens where text.kinds[token] == .word {
                let isLast = token == tokens.upperBound - 1
                if isLast, !FamilyNames.standsFirst(text.hashes[tokens.lowerBound]) { break }
                if token == tokens.lowerBound, tokens.count > 1, FamilyNames.standsFirst(text.hashes[token]) {
                    continue
                }
                if let gender = given(token, tokens) {
                    votes += gender == .male ? 1 : -1
                    break
                }
            }
            if votes != 0 { break }
        }
        if votes == 0 {
            let isLone = member.mentions.allSatisfy { cast.mentions[$0].tokens.count == 1 }
            return isLone ? lone(member) : nil
        }
        return votes > 0 ? .male : .female
    }

    private static let mostMentions = 8

    /// A given name at a token, double ones by their first half where the whole is unknown.
    private func given(_ token: Int, _ tokens: Range<Int>) -> Gender? {
        if token + 2 < tokens.upperBound, text.kinds[token + 1] == .hyphen,
            let whole = Gender.ofGiven(text.string(tokens: token..<(token + 3)))
        {
            return whole
        }
        return Gender.ofGiven(text.string(at: token))
    }

    /// A person known by one name only, which is a given name as far as the list of names knows.
    private func lone(_ member: Cast.Member) -> Gender? {
        for mention in member.mentions.prefix(Self.mostMentions) {
            let tokens = cast.mentions[mention].tokens
            guard tokens.count == 1, cast.reading.clues[tokens.lowerBound].contains(.given),
                !cast.reading.clues[tokens.lowerBound].contains(.family)
            else { continue }
            return Gender.ofGiven(text.string(at: tokens.lowerBound))
        }
        return nil
    }
}
