import Language
import Records

extension ReferenceFinder {
    /// Loads the tables.
    static func warmUpCrowds() { _ = pluralNouns }

    /// Words that stand for several people without a plural's form. Data: `crowd-nouns.txt`.
    private static let pluralNouns = WordSet(Tables.list("crowd-nouns").words.map(WordHash.of))
    /// What is told of several.
    private static let pluralVerbs = TitleReader.hashes("are were have do play face need want")
    /// Names of many people that no plural's form gives away.
    private static let pluralNames = TitleReader.hashes("taliban mujahideen")
    /// Who is no subject is less likely what "they" at the front of a clause means.
    private static let unparallel = 0.75
    /// What "they" means must be the subject of the sentence before, or better.
    private static let crowdFloor = 0.4
    /// An organisation of which nothing tells that its members are meant.
    private static let closedWeight = 0.7
    /// From a plural's adjectives to its front stand at most so many words.
    private static let crowdFront = 4

    /// Keeps a name in mind that "they" may mean: a people's ("Palestinians"), that of a club or party that stands with a plural's
    /// verb or looks like a plural ("the Greens"). Others may be meant too, and are in the way.
    mutating func seeCrowd(_ member: Int, _ tokens: Range<Int>, weight: Double, as place: Grammar.Place) {
        let isPlural: Bool
        switch cast.members[member].type {
        case .group: isPlural = isPeople(tokens)
        case .organization: isPlural = isTeam(member, tokens)
        default: isPlural = false
        }
        if isPlural {
            crowds.see(member, nil, weight: weight, at: tokens.lowerBound, as: place)
        } else if cast.members[member].type == .organization {
            crowds.see(nil, nil, weight: weight * Self.closedWeight, at: tokens.lowerBound, as: place)
        }
        if isPaired(tokens) { crowds.see(nil, nil, weight: 1, at: tokens.lowerBound, as: .subject) }
    }

    /// Whether two names are joined by "and" before the second: "Russia and [Ukraine]".
    private func isPaired(_ tokens: Range<Int>) -> Bool {
        let before = tokens.lowerBound - 1
        return before > 0 && text.hashes[before] == NameFinder.and && cast.mention(at: before - 1) != nil
    }

    /// Whether a nationality or a party's name stands for its people, not before a noun.
    private func isPeople(_ tokens: Range<Int>) -> Bool {
        let last = tokens.upperBound - 1
        if Self.pluralNames.contains(text.hashes[last]) { return endsName(tokens) }
        let end = text.ends[last]
        guard end - text.starts[last] > 3, text.bytes[end - 1] | 0x20 == UInt8(ascii: "s"),
            text.bytes[end - 2] | 0x20 != UInt8(ascii: "s")
        else { return false }
        // Of nouns that end so none is told more closely by another: "Hungarians elect" has a verb.
        return tokens.upperBound == text.count || text.kinds[tokens.upperBound] != .hyphen
    }

    private func isTeam(_ member: Int, _ tokens: Range<Int>) -> Bool {
        let last = tokens.upperBound - 1
        guard endsName(tokens) else { return false }
        if Self.pluralNames.contains(text.hashes[last]) || isClub(member) { return true }
        if tokens.upperBound < text.count, Self.pluralVerbs.contains(text.hashes[tokens.upperBound]) { return true }
        let isTold = tokens.lowerBound > 0 && text.hashes[tokens.lowerBound - 1] == NameFinder.the
        return isTold && CountFinder.isPlural(last, in: text)
    }

    private func isClub(_ member: Int) -> Bool {
        cast.members[member].entry.map { Gazetteer.shared.entries[$0].isClub } ?? false
    }

    /// Whether no noun follows that a name would only qualify.
    private func endsName(_ tokens: Range<Int>) -> Bool {
        let next = tokens.upperBound
        guard next < text.count else { return true }
        if text.kinds[next] == .hyphen || text.kinds[next] == .possessive { return false }
        return text.kinds[next] != .word || endsPhrase(next, text.count) && !CountFinder.isPlural(next, in: text)
    }

    /// Keeps people and things without a name in mind that "they" may mean: "[the rebels] fled".
    mutating func noteCrowd(_ token: Int, _ sentence: Range<Int>) {
        guard Self.pluralNouns.contains(text.hashes[token]) || CountFinder.isPlural(token, in: text),
            !CountFinder.isTimeUnit(text.hashes[token]),
            CueTable.shared.match(in: text, at: token, limit: sentence.upperBound) == nil
        else { return }
        var front = token
        while front > sentence.lowerBound, token - front < Self.crowdFront, text.kinds[front - 1] == .word,
            cast.mention(at: front - 1) != nil || !cast.reading.clues[front - 1].contains(.function)
        {
            front -= 1
        }
        if front > sentence.lowerBound, Self.determiners.contains(text.hashes[front - 1]) { front -= 1 }
        let place = grammar.place(at: front, floor: sentence.lowerBound)
        crowds.see(nil, nil, weight: Self.weights[place] ?? 0, at: token, as: place)
    }

    private static let determiners = TitleReader.hashes("the a an his her its their our my your these those some many")

    /// Links "they" and its forms where only one people, or one organisation's members, can be meant.
    mutating func readCrowd(_ token: Int, _ sentence: Range<Int>) {
        guard stretchOfToken[token] < 0 else { return }
        let form = Pronouns.plural(text.hashes[token])
        let clause = clause
        let found = crowds.best(margin: Self.margin, floor: Self.crowdFloor) { candidate in
            let isHere = candidate.token >= sentence.lowerBound
            // "Officials told them": somebody else than the subject of its own clause.
            if form == .object, candidate.place == .subject, candidate.token >= clause { return nil }
            var weight = candidate.weight
            if candidate.place == .subject, isHere { weight *= Self.nearSubject }
            if candidate.place != .subject, form == .subject { weight *= Self.unparallel }
            return weight
        }
        guard let found, let member = found.member else { return }
        link(token..<(token + 1), .pronoun, member)
        let place: Grammar.Place = form == .subject ? .subject : form == .object ? .object : .possessor
        crowds.see(
            member, nil, weight: (Self.weights[place] ?? 0) * Self.pronounWeight, at: token, as: place, isPronoun: true)
    }
}
