import Language
import Records

/// Finds the offices of people in the tokens around their names. Every look has a bounded reach.
struct RoleFinder {
    static let former = TitleReader.hashes(
        "former ex onetime once formerly retired outgoing ousted deposed disgraced erstwhile")
    static let articles = TitleReader.hashes("the a an")
    static let possessives = TitleReader.hashes("his her its their our")
    private static let placeTies = TitleReader.hashes("of for to")
    private static let ofThings = TitleReader.hashes("its their our")
    static let ties = TitleReader.hashes("of for at to in with from")
    static let and = WordHash.of("and")
    static let `as` = WordHash.of("as")
    static let the = WordHash.of("the")
    static let then = WordHash.of("then")
    static let ampersand = WordHash.of("&")
    /// An apposition's title stands within this many tokens of the comma ("the newly appointed Secretary-General").
    static let reach = 8
    /// Offices told in one apposition.
    static let mostInOne = 4
    /// Words that end an apposition before its title.
    static let stops = ClauseWords.words(.stop)

    let cast: Cast
    let text: TokenizedText
    let titles: TitleReader
    let countries: [String: Int]

    init(_ cast: Cast) {
        self.cast = cast
        text = cast.reading.text
        titles = TitleReader(text: cast.reading.text)
        var countries: [String: Int] = [:]
        for (index, member) in cast.members.enumerated() where member.type == .place {
            guard let entry = member.entry.map({ Gazetteer.shared.entries[$0] }), entry.placeKind == "country",
                let code = entry.country, countries[code] == nil
            else { continue }
            countries[code] = index
        }
        self.countries = countries
    }

    /// Everything the text around one mention of a person says of offices.
    func notes(around mention: Int) -> [RoleNote] {
        (before(mention) + after(mention) + predicated(mention)).filter { !isKin($0) }
    }

    /// "his mother, X": a family tie is no office, though "Mother" may be one.
    private func isKin(_ note: RoleNote) -> Bool {
        note.title.count == 1 && note.wording == nil && Gender.ofKin[text.hashes[note.title.lowerBound]] != nil
            && !text.flags[note.title.lowerBound].contains(.capital)
    }

    /// The member a mention is of, as the owner of an office: an organisation or place; of a nationality the country.
    func owner(_ mention: Int) -> RoleNote.Owner? {
        let index = cast.memberOfMention[mention]
        let member = cast.members[index]
        switch member.type {
        case .person: return nil
        case .group:
            guard let code = member.entry.flatMap({ Gazetteer.shared.entries[$0].country }),
                let country = countries[code]
            else { return nil }
            return .member(country)
        default: return .member(index)
        }
    }

    func isPerson(at token: Int) -> Bool {
        cast.member(at: token).map { cast.members[$0].type == .person } ?? false
    }

    /// What a title after `tie` words belongs to: "of NATO", "for the local fishermen's union"; and where that ends.
    func owner(after end: Int, limit: Int) -> (owner: RoleNote.Owner?, end: Int)? {
        guard end + 1 < limit, Self.ties.contains(text.hashes[end]) else { return nil }
        if let found = owner(tiedAt: end, limit: limit) { return found }
        // In "professor of history at the University of Nairobi" the first "of" tells a field.
        for token in end + 2..<max(end + 2, min(limit - 1, end + Self.reach)) {
            guard text.kinds[token] == .word, cast.mention(at: token) == nil else { return nil }
            if Self.ties.contains(text.hashes[token]) { return owner(tiedAt: token, limit: limit) }
            if cast.reading.clues[token].contains(.function), text.hashes[token] != Self.and { return nil }
        }
        return nil
    }

    /// What one of the `ties` at a token ties to.
    private func owner(tiedAt end: Int, limit: Int) -> (owner: RoleNote.Owner?, end: Int)? {
        let takesPlaces = Self.placeTies.contains(text.hashes[end])
        var token = end + 1
        if token < limit, Self.articles.contains(text.hashes[token]) || Self.possessives.contains(text.hashes[token]) {
            token += 1
        }
        let start = token
        while token < limit, token - start < Self.reach {
            if let mention = cast.mention(at: token) {
                let end = cast.mentions[mention].tokens.upperBound
                // In "of the British Rowing Union" the nationality only leads to the name.
                if cast.members[cast.memberOfMention[mention]].type == .group, end < limit,
                    cast.mention(at: end) != nil
                {
                    token = end
                    continue
                }
                // Of a place, not in it: "a councillor in Kisumu" may be anybody's.
                let isPlace = cast.members[cast.memberOfMention[mention]].type == .place
                if isPlace, !takesPlaces { return nil }
                if let owner = owner(mention) { return (owner, end) }
                // "Leader of the Democrats": a party or church may be what the office is of, a people is not.
                let group = cast.memberOfMention[mention]
                let isParty =
                    cast.members[group].type == .group
                    && cast.members[group].entry.flatMap { Gazetteer.shared.entries[$0].country } == nil
                return isParty ? (.member(group), end) : nil
            }
            guard text.kinds[token] == .word || text.kinds[token] == .hyphen || text.kinds[token] == .possessive else {
                return nil
            }
            if let noun = OrganizationNouns.shared.match(in: text, at: token, limit: limit) {
                let end = token + noun.length
                let isCompound =
                    end < limit && text.kinds[end] == .word
                    && OrganizationNouns.shared.match(in: text, at: end, limit: limit) != nil
                if !isCompound { return (.words(words(from: start - 1, start, end)), end) }
            }
            if cast.reading.clues[token].contains(.function) || Self.stops.contains(text.hashes[token]) { return nil }
            token += 1
        }
        return nil
    }

    /// The words of an owner with the article before them, which tells that they mean something named before.
    private func words(from before: Int, _ start: Int, _ end: Int) -> Range<Int> {
        Self.articles.contains(text.hashes[before]) || Self.possessives.contains(text.hashes[before])
            ? before..<end : start..<end
    }

    /// What a title before `front` belongs to: "Siemens' |", "European Central Bank |", "the company's |".
    func owner(before front: Int, floor: Int) -> (owner: RoleNote.Owner?, start: Int) {
        guard front > floor else { return (nil, front) }
        var last = front - 1
        let isMarked = text.kinds[last] == .possessive || text.kinds[last] == .quote && isGlued(last)
        if isMarked { last -= 1 }
        guard last >= floor else { return (nil, front) }
        if let mention = cast.mention(at: last), cast.mentions[mention].tokens.upperBound == last + 1 {
            // "Maduro's attorney general" is of nobody, though the name stands where an article would.
            if isPerson(at: last) { return (nil, isMarked ? cast.mentions[mention].tokens.lowerBound : front) }
            return (owner(mention), cast.mentions[mention].tokens.lowerBound)
        }
        if isMarked {
            for start in stride(from: last - 1, through: max(floor, last - 4), by: -1)
            where Self.articles.contains(text.hashes[start]) || Self.possessives.contains(text.hashes[start]) {
                let isNoun = (start + 1...last).contains {
                    OrganizationNouns.shared.match(in: text, at: $0, limit: last + 1)?.length == last + 1 - $0
                }
                return (isNoun ? .words(start..<(last + 1)) : nil, start)
            }
            return (nil, front)
        }
        if Self.possessives.contains(text.hashes[last]) {
            return (Self.ofThings.contains(text.hashes[last]) ? .words(last..<(last + 1)) : nil, last)
        }
        return (nil, front)
    }

    /// An apostrophe right after its word, with a blank after it: "Siemens' ".
    private func isGlued(_ token: Int) -> Bool {
        token > 0 && !text.flags[token].contains(.spaced) && text.flags[token].contains(.spaceAfter)
            && text.kinds[token - 1] == .word
    }

    /// Whether words before a title say that it is past, and where they begin: "former", "ex-", "then-".
    func former(before front: Int, floor: Int) -> (isFormer: Bool, start: Int) {
        var token = front - 1
        var start = front
        var isFormer = false
        while token >= floor, front - token <= 4, cast.mention(at: token) == nil {
            if text.kinds[token] == .hyphen {
                token -= 1
                continue
            }
            guard text.kinds[token] == .word else { break }
            let isThen = text.hashes[token] == Self.then && text.kinds[token + 1] == .hyphen
            if Self.former.contains(text.hashes[token]) || isThen {
                isFormer = true
                start = token
            } else if cast.reading.clues[token].contains(.function) {
                break
            }
            token -= 1
        }
        return (isFormer, start)
    }
}
