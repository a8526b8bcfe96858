import Language
import Records

extension RoleFinder {
    /// Offices before a name: "European Central Bank President Christine Lagarde", "Siemens' chief executive, Roland
    /// Busch, …", "the former mayor of Guayaquil, Jaime Nebot, …", "As president, Obama …".
    func before(_ mention: Int) -> [RoleNote] {
        let tokens = cast.mentions[mention].tokens
        let floor = text.sentence(of: tokens.lowerBound).lowerBound
        guard tokens.lowerBound > floor else { return [] }
        let prefixed = prefixed(tokens, floor: floor) ?? []
        let name = min(tokens.lowerBound, prefixed.first?.passage.lowerBound ?? .max)..<tokens.upperBound
        return prefixed + apposed(to: name, isBare: prefixed.isEmpty, floor: floor)
    }

    /// What stands before the name in apposition, or right before it with its "of".
    private func apposed(to tokens: Range<Int>, isBare: Bool, floor: Int) -> [RoleNote] {
        guard tokens.lowerBound > floor else { return [] }
        guard let front = opposed(tokens, floor: floor) else {
            return isBare ? tied(tokens, endingAt: tokens.lowerBound, floor: floor) : []
        }
        let tied = tied(tokens, endingAt: front, floor: floor)
        if !tied.isEmpty { return tied }
        guard let title = titles.title(endingAt: front, floor: lastName(before: front, floor: floor)) else { return [] }
        let found = coordinated(title, floor: floor)
        let first = found[0].lowerBound
        let owner = owner(before: first, floor: floor)
        let isAs = first > floor && text.hashes[first - 1] == Self.as
        let past = former(before: first, floor: floor)
        let hasArticle = Self.articles.contains(text.hashes[max(floor, past.start - 1)])
        guard owner.start < first || isAs || hasArticle else { return [] }
        return found.map {
            RoleNote(
                title: $0, owner: owner.owner, isFormer: past.isFormer,
                passage: min(owner.start, past.start)..<tokens.upperBound)
        }
    }

    /// A title, and one before it that "and" joins to it.
    private func coordinated(_ title: Range<Int>, floor: Int) -> [Range<Int>] {
        let and = title.lowerBound - 1
        guard and > floor, text.hashes[and] == Self.and,
            let first = titles.title(endingAt: and, floor: lastName(before: and, floor: floor))
        else { return [title] }
        return [first, title]
    }

    /// A title right before the name, honorifics apart, and one joined to it by "and".
    private func prefixed(_ tokens: Range<Int>, floor: Int) -> [RoleNote]? {
        var end = tokens.lowerBound
        var floor = lastName(before: end, floor: floor)
        while let title = titles.title(endingAt: end, floor: floor), titles.isHonorific(title, cast.reading.clues) {
            end = title.lowerBound
        }
        guard let title = titles.title(endingAt: end, floor: floor), text.flags[end].contains(.spaced) else {
            return nil
        }
        floor = text.sentence(of: tokens.lowerBound).lowerBound
        let found = coordinated(title, floor: floor)
        let front = found[0].lowerBound
        let owner = owner(before: front, floor: floor)
        let behind = owner.owner == nil ? ownerBehind(tokens) : nil
        let past = former(before: min(front, owner.start), floor: floor)
        let near = former(before: front, floor: floor)
        return found.map {
            RoleNote(
                title: $0, owner: owner.owner ?? behind, isFormer: past.isFormer || near.isFormer,
                passage: min(owner.start, past.start, near.start)..<tokens.upperBound)
        }
    }

    /// "Vice President Sara Duterte of the Philippines".
    private func ownerBehind(_ tokens: Range<Int>) -> RoleNote.Owner? {
        guard tokens.upperBound < text.count, text.hashes[tokens.upperBound] == Self.of else { return nil }
        guard
            case .member(let member)? = owner(
                after: tokens.upperBound, limit: text.sentence(of: tokens.lowerBound).upperBound)?.owner
        else { return nil }
        return .member(member)
    }

    private static let of = WordHash.of("of")

    /// The token after the last name before `end`.
    private func lastName(before end: Int, floor: Int) -> Int {
        for token in stride(from: end - 1, through: max(floor, end - TitleReader.longest), by: -1)
        where cast.mention(at: token) != nil {
            return token + 1
        }
        return floor
    }

    /// Where the words end to which a name stands in apposition: before a comma that another closes after the name.
    private func opposed(_ tokens: Range<Int>, floor: Int) -> Int? {
        let comma = tokens.lowerBound - 1
        guard comma > floor, text.kinds[comma] == .comma || text.kinds[comma] == .dash else { return nil }
        let next = tokens.upperBound
        let opens = (floor...floor + 1).contains { text.hashes[$0] == Self.as }
        guard opens || next >= text.count || [.comma, .terminator, .dash, .colon].contains(text.kinds[next]) else {
            return nil
        }
        return comma
    }

    /// "the head of Siemens", "the former mayor of Guayaquil", ending at `end`.
    private func tied(_ tokens: Range<Int>, endingAt end: Int, floor: Int) -> [RoleNote] {
        guard end > floor else { return [] }
        var tie = end - 1
        var owner: RoleNote.Owner?
        if let mention = cast.mention(at: tie) {
            guard !isPerson(at: tie) else { return [] }
            owner = self.owner(mention)
            tie = cast.mentions[mention].tokens.lowerBound - 1
            // "of Iran's Foreign Ministry", "of the Iranian Foreign Ministry"
            if tie > floor, text.kinds[tie] == .possessive { tie -= 1 }
            if tie > floor, let nation = cast.mention(at: tie), !isPerson(at: tie) {
                tie = cast.mentions[nation].tokens.lowerBound - 1
            }
        } else {
            guard end < tokens.lowerBound else { return [] }
            while tie > floor, end - tie < Self.reach, !Self.ties.contains(text.hashes[tie]) { tie -= 1 }
            guard tie > floor, let found = self.owner(after: tie, limit: end), found.end == end else { return [] }
            owner = found.owner
        }
        if tie > floor, Self.articles.contains(text.hashes[tie]) { tie -= 1 }
        guard tie > floor, Self.ties.contains(text.hashes[tie]),
            let title = titles.title(endingAt: tie, floor: lastName(before: tie, floor: floor))
        else { return [] }
        let past = former(before: title.lowerBound, floor: floor)
        return [
            RoleNote(
                title: title, owner: owner, isFormer: past.isFormer, passage: past.start..<tokens.upperBound)
        ]
    }
}
