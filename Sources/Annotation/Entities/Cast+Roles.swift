import Language
import Records

extension Cast {
    private static let former = Set(
        ["former", "ex", "onetime", "ex-president", "retired", "outgoing"].map(WordHash.of))
    private static let articles = Set(["the", "a", "an", "his", "her", "its", "their"].map(WordHash.of))
    private static let ties = Set(["of", "for", "at", "to", "in", "with"].map(WordHash.of))
    /// An apposition's title stands within this many tokens of the comma ("the newly appointed Secretary-General").
    private static let reach = 7

    /// Gives people the titles that stand before their names and in the appositions after them, and their ages.
    mutating func findRoles() {
        for index in mentions.indices where members[memberOfMention[index]].type == .person {
            let member = memberOfMention[index]
            if let note = roleBefore(index) { add(note, to: member) }
            if let note = roleAfter(index) { add(note, to: member) }
            if members[member].age == nil { members[member].age = age(after: index) }
        }
    }

    private mutating func add(_ note: RoleNote, to member: Int) {
        let title = reading.text.string(tokens: note.title).lowercased()
        for (index, known) in members[member].roles.enumerated()
        where reading.text.string(tokens: known.title).lowercased() == title {
            if known.organization == nil { members[member].roles[index].organization = note.organization }
            return
        }
        // A dozen offices is more than any article gives; the bound keeps the search short.
        if members[member].roles.count < 12 { members[member].roles.append(note) }
    }

    /// "European Central Bank President Christine Lagarde", "former president Bill Clinton".
    private func roleBefore(_ index: Int) -> RoleNote? {
        let text = reading.text
        guard let title = mentions[index].title, !title.isEmpty,
            !reading.clues[title.upperBound - 1].contains(.honorific)
        else { return nil }
        let sentence = text.sentence(of: title.lowerBound)
        var front = title.lowerBound
        var organization: Int?
        if front > sentence.lowerBound, let before = mention(at: front - 1) {
            let owner = memberOfMention[before]
            if members[owner].type == .organization { organization = owner }
            front = mentions[before].tokens.lowerBound
        }
        let isFormer = front > sentence.lowerBound && Self.former.contains(text.hashes[front - 1])
        return RoleNote(
            title: title, organization: organization, isFormer: isFormer,
            passage: front..<mentions[index].tokens.upperBound)
    }

    /// "Mark Rutte, the newly appointed Secretary-General of NATO".
    private func roleAfter(_ index: Int) -> RoleNote? {
        let text = reading.text
        let tokens = mentions[index].tokens
        let limit = min(text.sentence(of: tokens.lowerBound).upperBound, tokens.upperBound + Self.reach)
        var token = tokens.upperBound
        guard token + 1 < limit, text.kinds[token] == .comma else { return nil }
        token += 1
        var isFormer = false
        while token < limit {
            guard text.kinds[token] == .word || text.kinds[token] == .hyphen || text.kinds[token] == .possessive else {
                return nil
            }
            if Self.former.contains(text.hashes[token]) { isFormer = true }
            let isEnd = text.hashes[token] == WordHash.of("who") || text.hashes[token] == WordHash.of("and")
            if isEnd { return nil }
            if let role = NameFinder.roles.longestMatch(in: text, at: token, limit: text.count),
                mention(at: token) == nil || members[memberOfMention[mention(at: token) ?? 0]].type != .person
            {
                let title = token..<(token + role.length)
                let (organization, end) = organization(around: title, from: tokens.upperBound + 1)
                return RoleNote(
                    title: title, organization: organization, isFormer: isFormer, passage: tokens.lowerBound..<end)
            }
            token += 1
        }
        return nil
    }

    /// The organisation that a title in an apposition belongs to, before it or tied to it by "of".
    private func organization(around title: Range<Int>, from start: Int) -> (member: Int?, end: Int) {
        let text = reading.text
        var next = title.upperBound
        if next < text.count, Self.ties.contains(text.hashes[next]) {
            next += 1
            if next < text.count, Self.articles.contains(text.hashes[next]) { next += 1 }
            if let found = mention(at: next), members[memberOfMention[found]].type == .organization {
                return (memberOfMention[found], mentions[found].tokens.upperBound)
            }
        }
        for token in start..<max(start, title.lowerBound) {
            if let found = member(at: token), members[found].type == .organization { return (found, title.upperBound) }
        }
        return (nil, title.upperBound)
    }

    /// "…, 45, …".
    private func age(after index: Int) -> Int? {
        let text = reading.text
        let next = mentions[index].tokens.upperBound
        guard next + 2 < text.count, text.kinds[next] == .comma, text.kinds[next + 1] == .number,
            text.kinds[next + 2] == .comma || text.kinds[next + 2] == .terminator,
            let age = Int(text.string(at: next + 1)), (1...120).contains(age)
        else { return nil }
        return age
    }
}
