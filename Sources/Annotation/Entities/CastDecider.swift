import Language
import Records

/// Decides for a whole document which names belong together, and what each of them is.
struct CastDecider {
    private struct Votes {
        var person = 0
        var organization = 0
        var place = 0
        var other: [Entity.Kind: Int] = [:]

        mutating func add(_ type: Entity.Kind, _ weight: Int) {
            switch type {
            case .person: person += weight
            case .organization: organization += weight
            case .place: place += weight
            default: other[type, default: 0] += weight
            }
        }

        /// The type with the most weight; of equals the first in the contract's order.
        var winner: Entity.Kind? {
            var best: (type: Entity.Kind, weight: Int)?
            for type in Entity.Kind.allCases {
                let weight: Int
                switch type {
                case .person: weight = person
                case .organization: weight = organization
                case .place: weight = place
                default: weight = other[type] ?? 0
                }
                if weight > (best?.weight ?? 0) { best = (type, weight) }
            }
            return best?.type
        }
    }

    let reading: Reading
    private(set) var mentions: [NameMention]
    private(set) var memberOfMention: [Int] = []
    private(set) var members: [Cast.Member] = []

    var keys: [UInt64] = []
    private var votes: [UInt64: Votes] = [:]
    /// People named in full.
    var people = PersonNames()
    /// Organisations by their short forms.
    var shortForms = ShortForms()
    /// Two keys of one thing.
    var aliases: [UInt64: UInt64] = [:]

    var text: TokenizedText { reading.text }

    init(_ reading: Reading, _ mentions: [NameMention]) {
        self.reading = reading
        self.mentions = mentions
    }

    /// The names that are left of those found, the member of each, and the members. What the decision needed is given back.
    static func decided(
        _ reading: Reading, _ found: [NameMention]
    ) -> (mentions: [NameMention], memberOfMention: [Int], members: [Cast.Member]) {
        var decider = CastDecider(reading, found)
        decider.decide()
        return (decider.mentions, decider.memberOfMention, decider.members)
    }

    private mutating func decide() {
        dropTitles()
        trimTitles()
        retypeTitled()
        retypeHeaded()
        keys = mentions.map { key($0) }
        joinMinistries()
        joinAcronyms()
        joinSpellings()
        for (index, mention) in mentions.enumerated() {
            guard let type = mention.type else { continue }
            votes[canonical(keys[index]), default: Votes()].add(type, mention.weight)
        }
        registerFullNames()
        recoverFamilyNames()
        takeInParticles()
        registerLoneNames()
        for index in mentions.indices { settle(index) }
        (votes, aliases, people, shortForms) = ([:], [:], PersonNames(), ShortForms())
        gather()
    }

    /// The hash of a name, by which mentions of one name meet; countries meet by their code.
    private func key(_ mention: NameMention) -> UInt64 {
        if let index = mention.entry {
            let entry = Gazetteer.shared.entries[index]
            if entry.type == .place, entry.placeKind == "country", let code = entry.country, !code.isEmpty {
                return WordHash.joining(WordHash.of("country"), WordHash.of(code))
            }
            if let longForm = entry.longForm { return TokenizedText(longForm).phraseHash }
        }
        if mention.tokens.count == 1, let state = StateAbbreviations.state(at: mention.tokens.lowerBound, in: text) {
            return state.phrase
        }
        let organizations = OrganizationKeys(text: text)
        if let ministry = organizations.ministry(mention.tokens) { return ministry }
        return text.phraseHash(organizations.withoutEnding(mention.tokens))
    }

    func canonical(_ key: UInt64) -> UInt64 { aliases[key] ?? key }

    /// Makes two keys one.
    mutating func join(_ key: UInt64, with other: UInt64) {
        let other = canonical(other)
        if key != other { aliases[key] = other }
    }

    /// Gives a mention other tokens.
    mutating func cut(_ mention: Int, to tokens: Range<Int>) { mentions[mention].tokens = tokens }

    /// Gives a mention a type, and its vote more weight.
    mutating func retype(_ mention: Int, _ type: Entity.Kind, adding weight: Int) {
        mentions[mention].type = type
        mentions[mention].weight += weight
    }

    private mutating func registerFullNames() {
        for (index, mention) in mentions.enumerated() where mention.tokens.count > 1 {
            let key = canonical(keys[index])
            switch votes[key]?.winner {
            case .person: register(person: index, key)
            case .organization: shortForms.add(mention.tokens, key, in: reading)
            default: break
            }
        }
    }

    /// Gives a mention its final key and type.
    private mutating func settle(_ index: Int) {
        let mention = mentions[index]
        let own = canonical(keys[index])
        let winner = votes[own]?.winner
        keys[index] = own
        mentions[index].type = winner
        guard mention.tokens.count == 1 || isFamilyForm(mention.tokens) else {
            if winner == .person {
                people.renew(own, at: index, PersonNames.words(of: mention.tokens, in: reading))
            } else if winner == .organization, let whole = shortForms.longerName(mention.tokens, own, in: text),
                !isNational(index)
            {
                keys[index] = canonical(whole)
            }
            return
        }
        let isWeakPlace = mention.entry != nil && winner == .place && !standsAsPlace(mention)
        let isFaint = isFaint(mention, winner)
        if winner == nil || winner == .person || isWeakPlace || isFaint,
            let person = person(of: mention.tokens, takesGiven: !isWeakPlace && !isFaint)
        {
            keys[index] = canonical(person)
            mentions[index].type = .person
            people.renew(lone: person, at: index)
            return
        }
        guard mention.tokens.count == 1 else { return }
        if winner == .person, mention.entry == nil,
            reading.clues[mention.tokens.lowerBound].isDisjoint(with: [.given, .family]),
            let firm = shortForms.firm(mention.tokens.lowerBound, in: text)
        {
            keys[index] = canonical(firm)
            mentions[index].type = .organization
            return
        }
        let isOpen = winner == nil || winner == .organization && mention.longForm == nil || mention.weight == 0
        let isCertain = mention.entry.map { Gazetteer.shared.entries[$0].isCertain } ?? false
        if isOpen,
            let organization = shortForms.organization(
                mention.tokens.lowerBound, winner, in: reading, isWhole: isCertain)
        {
            keys[index] = canonical(organization)
            mentions[index].type = .organization
        }
    }

    /// Whether a name that was read as an organisation's or a place's may all the same be the family name of somebody
    /// named in full: no list knows it as one.
    private func isFaint(_ mention: NameMention, _ winner: Entity.Kind?) -> Bool {
        mention.entry == nil && (winner == .place || winner == .organization)
    }

    private static let placeWords = WordSet(
        ["in", "at", "near", "from", "to", "of", "across", "outside"].map(WordHash.of))

    private func standsAsPlace(_ mention: NameMention) -> Bool {
        guard let index = mention.entry, Gazetteer.shared.entries[index].placeKind != "country" else { return true }
        let before = mention.tokens.lowerBound - 1
        return before >= 0 && Self.placeWords.contains(text.hashes[before])
    }

    /// Leaves out the names that are part of a title, or a title: "[Prime] Minister", "[Foreign Secretary]".
    private mutating func dropTitles() {
        guard reading.isEnglish else { return }
        let families = Set(
            mentions.filter { $0.type == .person && $0.tokens.count > 1 && !isTitle($0.tokens, besides: []) }
                .map { text.hashes[$0.tokens.upperBound - 1] })
        mentions = mentions.filter { mention in
            switch mention.type {
            case .person: !isPartOfTitle(mention.tokens) && !isTitle(mention.tokens, besides: families)
            case .organization where isPortfolio(mention.tokens), .place where isPortfolio(mention.tokens): false
            case .organization:
                mention.tokens.count > 1
                    ? !isTitle(mention.tokens, besides: families)
                    : !isPartOfTitle(mention.tokens, writtenLarge: true)
            default: true
            }
        }
    }

    /// Puts in mentions that were found late, in text order.
    mutating func insert(_ found: [(mention: NameMention, key: UInt64)]) {
        guard !found.isEmpty else { return }
        let all = zip(mentions, keys).map { (mention: $0, key: $1) } + found
        let ordered = all.sorted { $0.mention.tokens.lowerBound < $1.mention.tokens.lowerBound }
        mentions = ordered.map(\.mention)
        keys = ordered.map(\.key)
    }

    /// Makes members of the mentions that are names, in order of first mention.
    private mutating func gather() {
        var memberOfKey: [UInt64: Int] = [:]
        memberOfMention.reserveCapacity(mentions.count)
        // In place: a text of many megabytes has hundreds of thousands of them.
        var kept = 0
        for index in mentions.indices {
            let mention = mentions[index]
            guard let type = mention.type ?? lastResort(mention) else { continue }
            let member: Int
            if let known = memberOfKey[keys[index]] {
                member = known
            } else {
                member = members.count
                memberOfKey[keys[index]] = member
                members.append(Cast.Member(type: type))
            }
            if members[member].entry == nil { members[member].entry = mention.entry }
            if members[member].placeKind == nil { members[member].placeKind = mention.placeKind }
            members[member].mentions.append(kept)
            memberOfMention.append(member)
            mentions[kept] = mention
            mentions[kept].type = members[member].type
            kept += 1
        }
        mentions.removeLast(mentions.count - kept)
    }

    /// What a single new word with a capital is when nothing in the document tells.
    private func lastResort(_ mention: NameMention) -> Entity.Kind? {
        let token = mention.tokens.lowerBound
        if mention.tokens.count == 1, text.flags[token].contains(.allCaps) { return .organization }
        return mention.tokens.count == 1 && !reading.clues[token].contains(.common) ? .person : nil
    }
}

extension NameMention {
    /// The long form that the gazetteer gives for an acronym.
    var longForm: String? { entry.flatMap { Gazetteer.shared.entries[$0].longForm } }
}
