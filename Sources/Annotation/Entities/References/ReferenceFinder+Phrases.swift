import Language
import Records

extension ReferenceFinder {
    private static let definite = TitleReader.hashes("the this that")
    private static let indefinite = TitleReader.hashes("a an another one")
    private static let owning = TitleReader.hashes("his her its their my our your")
    private static let ties = TitleReader.hashes("of for at in from")
    /// Verbs whose past does not end in -ed, as far as they often follow "the minister" in the news.
    private static let pasts = ClauseWords.words(.past)
    /// Words between article and noun.
    private static let longestPhrase = 6

    /// Reads the noun phrase that an article or a possessive opens, and returns where it ends.
    mutating func readPhrase(at start: Int, _ sentence: Range<Int>) -> Int? {
        let word = text.hashes[start]
        let isDefinite = Self.definite.contains(word)
        guard isDefinite || Self.indefinite.contains(word) || Self.owning.contains(word) else { return nil }
        if isApposition(start, sentence) || isPredicate(start, sentence) { return nil }
        var token = start + 1
        let bound = min(sentence.upperBound, start + 1 + Self.longestPhrase)
        while token < bound {
            if let mention = cast.mention(at: token) {
                // A nationality may qualify the noun; any other name makes it a name's.
                guard cast.members[cast.memberOfMention[mention]].type == .group else { return nil }
                token = cast.mentions[mention].tokens.upperBound
                continue
            }
            guard text.kinds[token] == .word || text.kinds[token] == .hyphen || text.kinds[token] == .number else {
                return nil
            }
            if isDefinite, AgeReader(text: text).isCompound(token) { return nil }
            if let end = readNoun(at: token, from: start, isDefinite: isDefinite, sentence) { return end }
            if cast.reading.clues[token].contains(.function) || Self.others.contains(text.hashes[token]) { return nil }
            token += 1
        }
        return nil
    }

    /// "The other man", "the next mayor" are somebody else.
    private static let others = TitleReader.hashes(
        "first second third last next other only previous same another each every")
    private static let copulas = TitleReader.hashes(
        "is was are were be been being become becomes became remains remained")

    /// Whether a phrase says what somebody is: "Pym is the first clergyman to …".
    private func isPredicate(_ start: Int, _ sentence: Range<Int>) -> Bool {
        start > sentence.lowerBound && Self.copulas.contains(text.hashes[start - 1])
    }

    /// Whether a phrase stands in apposition to a person's name before it: after a comma, or after an age and its
    /// comma.
    private func isApposition(_ start: Int, _ sentence: Range<Int>) -> Bool {
        var comma = start - 1
        guard comma > sentence.lowerBound, text.kinds[comma] == .comma || text.kinds[comma] == .dash else {
            return false
        }
        if comma - 2 > sentence.lowerBound, text.kinds[comma - 1] == .number, text.kinds[comma - 2] == .comma {
            comma -= 2
        }
        return isPerson(at: comma - 1)
    }

    /// Reads a noun for a person or an organisation that ends its phrase.
    private mutating func readNoun(
        at token: Int, from start: Int, isDefinite: Bool, _ sentence: Range<Int>
    ) -> Int? {
        let limit = sentence.upperBound
        let title = titles.title(at: token, limit: limit)
        let person = PersonNouns.shared.match(in: text, at: token, limit: limit)
        let organization = OrganizationNouns.shared.match(in: text, at: token, limit: limit)
        let kin = Gender.ofKin[text.hashes[token]]
        if isDefinite, Self.countryNouns.contains(text.hashes[token]), endsPhrase(token + 1, limit) {
            readCountry(start..<(token + 1), sentence)
            return token + 1
        }
        let personEnd = max(title?.upperBound ?? 0, person.map { token + $0.length } ?? 0, kin == nil ? 0 : token + 1)
        let end = max(personEnd, organization.map { token + $0.length } ?? 0)
        guard end > token else { return nil }
        // A noun for a person is seldom part of another: whoever it is, somebody without a name is in mind.
        let isWhole = endsPhrase(end, limit)
        guard isWhole || personEnd == end else { return nil }
        // A title before a name, or a phrase that a name in apposition explains, is read with the name.
        if end < limit, cast.mention(at: end) != nil { return nil }
        if end + 1 < limit, text.kinds[end] == .comma, isPerson(at: end + 1) || isTitled(end + 1, limit) { return end }
        let phrase = start..<end
        if personEnd == end {
            readPerson(phrase, head: token..<end, person?.noun, isDefinite: isDefinite && isWhole, sentence)
        } else if isDefinite, let noun = organization?.noun {
            readOrganization(phrase, head: token..<end, noun, sentence)
        }
        return end
    }

    /// Whether a noun that ends here ends its phrase: what follows is no noun that it would qualify.
    func endsPhrase(_ end: Int, _ limit: Int) -> Bool {
        guard end < limit, text.kinds[end] == .word else { return end >= limit || text.kinds[end] != .hyphen }
        if text.flags[end].contains(.capital) { return true }
        if cast.reading.clues[end].contains(.function) || Self.pasts.contains(text.hashes[end]) { return true }
        if CueTable.shared.match(in: text, at: end, limit: limit) != nil { return true }
        let (start, stop) = (text.starts[end], text.ends[end])
        guard stop - start > 3 else { return false }
        switch (text.bytes[stop - 2], text.bytes[stop - 1]) {
        case (0x65, 0x64), (0x6C, 0x79): return true  // -ed, -ly
        case (0x6E, 0x67): return text.bytes[stop - 3] == 0x69  // -ing
        case (_, 0x73): return true  // -s
        default: return false
        }
    }

    func isPerson(at token: Int) -> Bool {
        cast.member(at: token).map { cast.members[$0].type == .person } ?? false
    }

    /// Whether a title and a person's name begin at a token.
    private func isTitled(_ token: Int, _ limit: Int) -> Bool {
        titles.title(at: token, limit: limit).map { isPerson(at: $0.upperBound) } ?? false
    }

    private mutating func readPerson(
        _ phrase: Range<Int>, head: Range<Int>, _ noun: PersonNouns.Noun?, isDefinite: Bool, _ sentence: Range<Int>
    ) {
        let gender = Gender.ofTitle(head, in: text) ?? Gender.ofKin[text.hashes[head.upperBound - 1]] ?? noun?.gender
        let place = grammar.place(at: phrase.lowerBound, floor: sentence.lowerBound)
        let isTied =
            head.upperBound < sentence.upperBound && Self.ties.contains(text.hashes[head.upperBound])
            && text.hashes[head.upperBound] == WordHash.of("of")
        let weight = Self.weights[place] ?? 0
        if isDefinite, !isTied, stretchOfToken[phrase.lowerBound] < 0,
            let member = holder(phrase, head: head, noun, gender, isSubject: place == .subject)
        {
            link(phrase, .nominal, member)
            if genders[member] == nil { genders[member] = gender }
            if ages[member] == nil { ages[member] = AgeReader(text: text).age(around: phrase) }
            people.see(member, genders[member], weight: weight, at: phrase.lowerBound, as: place)
        } else {
            people.see(nil, gender, weight: weight * Self.namelessWeight, at: phrase.lowerBound, as: place)
        }
    }

    /// Somebody without a name is in mind a little less.
    private static let namelessWeight = 0.8

    /// The person that a noun stands for: who alone holds the office it names, or one it covers; else, for a noun that
    /// fits anybody or somebody of whom no office is told, who alone is in mind.
    private func holder(
        _ phrase: Range<Int>, head: Range<Int>, _ noun: PersonNouns.Noun?, _ gender: Gender?, isSubject: Bool
    ) -> Int? {
        let word = text.hashes[head.upperBound - 1]
        var found = holders.holders(ofTitle: text.phraseHash(head), before: phrase.lowerBound)
        if found.isEmpty, head.count == 1 { found = holders.holders(ofHead: word, before: phrase.lowerBound) }
        if found.isEmpty, let noun {
            for cover in noun.covers { found += holders.holders(ofHead: cover, before: phrase.lowerBound) }
        }
        // "The former minister" is who is told to be one, where anybody is.
        let isFormer = (phrase.lowerBound..<head.lowerBound).contains { RoleFinder.former.contains(text.hashes[$0]) }
        if isFormer, found.contains(where: { holders.former.contains($0) }) {
            found = found.filter { holders.former.contains($0) }
        }
        found = found.filter { agrees($0, with: phrase) }
        found = found.filter { gender == nil || genders[$0] == nil || genders[$0] == gender }
        let unique = Set(found)
        if unique.count == 1 { return found[0] }
        if unique.count > 1 {
            return people.best(margin: Self.margin, floor: 0) { candidate in
                candidate.member.flatMap { unique.contains($0) ? candidate.weight : nil }
            }?.member
        }
        guard let noun, isSubject, !isRestricted(head.upperBound) else { return nil }
        let isYoung = Self.young.contains(word)
        return people.best(margin: Self.margin, floor: Self.fallbackWeight) { candidate in
            if isYoung, let member = candidate.member, ages[member].map({ $0 >= Self.grown }) ?? true { return nil }
            guard candidate.gender == nil || gender == nil || candidate.gender == gender else { return nil }
            return candidate.weight
        }.flatMap { candidate in
            candidate.member.flatMap { member in
                if Self.young.contains(word) { return ages[member].map { $0 < Self.grown } == true ? member : nil }
                if cast.members[member].roles.isEmpty || noun.isAny { return member }
                // A noun for many offices ("the economist") may add to what is known, where nobody else is in mind.
                let isAlone = people.candidates.allSatisfy { $0.member == member || $0.weight * 3 < candidate.weight }
                return !noun.covers.isEmpty && isAlone ? member : nil
            }
        }
    }

    /// Whether the nationality or party in a phrase is not another than that told of somebody's office: "the Democratic
    /// candidate" is no "Libertarian presidential candidate Gary Johnson".
    private func agrees(_ member: Int, with phrase: Range<Int>) -> Bool {
        let named = groups(in: phrase)
        guard !named.isEmpty else { return true }
        let told = cast.members[member].roles.flatMap { groups(in: $0.passage) }
        return told.isEmpty || told.contains { named.contains($0) }
    }

    private func groups(in tokens: Range<Int>) -> [Int] {
        cast.mentions(in: tokens).map { cast.memberOfMention[$0] }.filter { cast.members[$0].type == .group }
    }

    private static let grown = 20
    /// Who is called one of these is told to be young.
    private static let young = TitleReader.hashes("girl boy baby toddler teenager youngster youth pupil child newborn")

    /// Whether what follows tells which one is meant: "the pupil who gave up".
    private func isRestricted(_ next: Int) -> Bool {
        next < text.count && (Self.relatives.contains(text.hashes[next]) || Self.ties.contains(text.hashes[next]))
    }

    private static let relatives = TitleReader.hashes("who whose whom that with")

    /// A subject of the sentence before, or somebody named more than once.
    private static let fallbackWeight = 0.3

    /// "the 45-year-old": who is of that age, else who alone is in mind.
    mutating func readAge(at number: Int, _ sentence: Range<Int>) -> Int? {
        let end = number + 5
        guard number > sentence.lowerBound, Self.definite.contains(text.hashes[number - 1]),
            let age = AgeReader(text: text).age(at: number), end <= sentence.upperBound,
            endsPhrase(end, sentence.upperBound),
            cast.mention(at: end) == nil
        else { return nil }
        let place = grammar.place(at: number - 1, floor: sentence.lowerBound)
        let known = people.candidates.compactMap(\.member).filter { ages[$0] == age }
        let member =
            known.count == 1
            ? known[0]
            : people.best(margin: Self.margin, floor: Self.fallbackWeight) { candidate in
                candidate.member.map { ages[$0] == nil } ?? true ? candidate.weight : nil
            }?.member
        guard let member else { return end }
        ages[member] = age
        link((number - 1)..<end, .nominal, member)
        people.see(member, genders[member], weight: Self.weights[place] ?? 0, at: number, as: place)
        return end
    }

    private mutating func readOrganization(
        _ phrase: Range<Int>, head: Range<Int>, _ noun: OrganizationNouns.Noun, _ sentence: Range<Int>
    ) {
        let place = grammar.place(at: phrase.lowerBound, floor: sentence.lowerBound)
        let next = head.upperBound
        if next < sentence.upperBound, text.hashes[next] == WordHash.of("of") { return }
        guard let member = organization(noun) else {
            things.see(nil, nil, weight: Self.weights[place] ?? 0, at: phrase.lowerBound, as: place)
            return
        }
        link(phrase, .nominal, member)
        things.see(member, nil, weight: Self.weights[place] ?? 0, at: phrase.lowerBound, as: place)
    }

    /// The organisation a noun stands for: one whose name holds a word of its kind, else one whose name tells no kind.
    private func organization(_ noun: OrganizationNouns.Noun) -> Int? {
        let kind = Set(noun.words.flatMap { organizationsByWord[$0] ?? [] })
        if kind.count == 1 { return kind.first }
        if kind.count > 1 {
            return things.best(margin: Self.organizationMargin, floor: 0) { candidate in
                candidate.member.flatMap { kind.contains($0) ? candidate.weight : nil }
            }?.member
        }
        guard noun.isOpen else { return nil }
        return things.best(margin: Self.organizationMargin, floor: Self.openWeight) { candidate in
            guard let member = candidate.member, cast.members[member].type == .organization, isFirm(member) else {
                return nil
            }
            return candidate.weight
        }?.member
    }

    private static let countryNouns = TitleReader.hashes("country nation")

    /// "the country": the one country in mind.
    private mutating func readCountry(_ phrase: Range<Int>, _ sentence: Range<Int>) {
        let next = phrase.upperBound
        if next < sentence.upperBound, Self.ties.contains(text.hashes[next]), text.hashes[next] == WordHash.of("of") {
            return
        }
        let found = things.best(margin: Self.margin, floor: Self.openWeight) { candidate in
            guard let entry = candidate.member.flatMap({ cast.members[$0].entry }),
                Gazetteer.shared.entries[entry].placeKind == "country"
            else { return nil }
            return candidate.weight
        }
        guard let member = found?.member else { return }
        let place = grammar.place(at: phrase.lowerBound, floor: sentence.lowerBound)
        link(phrase, .nominal, member)
        things.see(member, nil, weight: Self.weights[place] ?? 0, at: phrase.lowerBound, as: place)
    }

    /// Organisations that a noun fits are few, so a smaller lead tells which is meant.
    private static let organizationMargin = 1.3
    /// A name of no told kind must have been in mind within two sentences or so.
    private static let openWeight = 0.1

    private func isFirm(_ member: Int) -> Bool {
        guard let mention = cast.members[member].mentions.first else { return false }
        return !cast.mentions[mention].tokens.contains { OrganizationNouns.shared.allWords.contains(text.hashes[$0]) }
    }
}
