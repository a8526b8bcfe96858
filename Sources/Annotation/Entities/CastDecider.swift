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

    private var keys: [UInt64] = []
    private var votes: [UInt64: Votes] = [:]
    /// Full persons by family name and by given name.
    private var personByFamily: [UInt64: UInt64] = [:]
    private var personByGiven: [UInt64: UInt64] = [:]
    /// Organisations by first word, and by the initials of their words.
    private var organizationByFirst: [UInt64: UInt64] = [:]
    private var organizationByInitials: [UInt64: UInt64] = [:]
    /// Two keys of one thing.
    private var aliases: [UInt64: UInt64] = [:]

    private var text: TokenizedText { reading.text }

    init(_ reading: Reading, _ mentions: [NameMention]) {
        self.reading = reading
        self.mentions = mentions
    }

    mutating func decide() {
        keys = mentions.map { key($0) }
        joinBrackets()
        for (index, mention) in mentions.enumerated() {
            guard let type = mention.type else { continue }
            votes[canonical(keys[index]), default: Votes()].add(type, mention.weight)
        }
        registerFullNames()
        for index in mentions.indices { settle(index) }
        gather()
    }

    /// The hash of a name, by which mentions of one name meet; countries meet by their code.
    private func key(_ mention: NameMention) -> UInt64 {
        if let index = mention.entry {
            let entry = Gazetteer.shared.entries[index]
            if entry.type == .place, entry.placeKind == "country", let code = entry.country, !code.isEmpty {
                return WordHash.joining(WordHash.of("country"), WordHash.of(code))
            }
            if let longForm = entry.longForm { return Self.key(TokenizedText(longForm)) }
        }
        return key(tokens: mention.tokens)
    }

    private static func key(_ text: TokenizedText) -> UInt64 {
        text.hashes.dropFirst().reduce(text.hashes.first ?? 0) { WordHash.joining($0, $1) }
    }

    private func key(tokens: Range<Int>) -> UInt64 {
        var key = text.hashes[tokens.lowerBound]
        for token in tokens.dropFirst() { key = WordHash.joining(key, text.hashes[token]) }
        return key
    }

    private func canonical(_ key: UInt64) -> UInt64 { aliases[key] ?? key }

    /// "European Central Bank (ECB)": the brackets say that two names are one.
    private mutating func joinBrackets() {
        for index in mentions.indices.dropFirst() {
            let short = mentions[index]
            let long = mentions[index - 1]
            guard short.tokens.count == 1, text.flags[short.tokens.lowerBound].contains(.allCaps),
                long.tokens.upperBound + 1 == short.tokens.lowerBound, long.tokens.count > 1,
                text.kinds[long.tokens.upperBound] == .open, long.type != .place || long.entry == nil,
                long.type != .person, short.tokens.upperBound < text.count,
                text.kinds[short.tokens.upperBound] == .close
            else { continue }
            aliases[keys[index]] = canonical(keys[index - 1])
            if long.type == nil || long.type == .place { mentions[index - 1].type = .organization }
            mentions[index - 1].weight += 2
            mentions[index].type = mentions[index - 1].type
        }
    }

    private mutating func registerFullNames() {
        for (index, mention) in mentions.enumerated() where mention.tokens.count > 1 {
            let key = canonical(keys[index])
            let first = text.hashes[mention.tokens.lowerBound]
            switch votes[key]?.winner {
            case .person:
                let last = text.hashes[mention.tokens.upperBound - 1]
                if personByFamily[last] == nil { personByFamily[last] = key }
                if personByGiven[first] == nil { personByGiven[first] = key }
                registerParticled(mention.tokens, key)
            case .organization:
                if organizationByFirst[first] == nil { organizationByFirst[first] = key }
                for initials in initials(mention.tokens) where organizationByInitials[initials] == nil {
                    organizationByInitials[initials] = key
                }
            default: break
            }
        }
    }

    /// "von der Leyen" and "al-Sadr" are family names of several tokens.
    private mutating func registerParticled(_ tokens: Range<Int>, _ person: UInt64) {
        for token in tokens.dropFirst() where reading.clues[token].contains(.particle) {
            let family = key(tokens: token..<tokens.upperBound)
            if personByFamily[family] == nil { personByFamily[family] = person }
            break
        }
    }

    /// The hashes of a name's initials, with and without its small words.
    private func initials(_ tokens: Range<Int>) -> [UInt64] {
        var capitals: [UInt8] = []
        var all: [UInt8] = []
        for token in tokens where text.kinds[token] == .word {
            let byte = text.bytes[text.starts[token]]
            if text.flags[token].contains(.capital) { capitals.append(byte) }
            all.append(byte)
        }
        return [capitals, all].filter { $0.count > 1 }.map { WordHash.of($0, 0..<$0.count) }
    }

    /// Gives a mention its final key and type.
    private mutating func settle(_ index: Int) {
        let mention = mentions[index]
        let own = canonical(keys[index])
        let winner = votes[own]?.winner
        keys[index] = own
        mentions[index].type = winner
        guard mention.tokens.count == 1 || reading.clues[mention.tokens.lowerBound].contains(.particle) else {
            if winner == .person { renewFamily(mention.tokens, own) }
            return
        }
        let name = key(tokens: mention.tokens)
        let isWeakPlace = mention.entry != nil && winner == .place && !standsAsPlace(mention)
        if winner == nil || winner == .person || isWeakPlace || winner == .place && mention.weight <= 1 {
            if let person = personByFamily[name] ?? (isWeakPlace ? nil : personByGiven[name]) {
                keys[index] = person
                mentions[index].type = .person
                return
            }
        }
        guard winner == nil || winner == .organization && mention.entry == nil || mention.weight == 0 else { return }
        let token = mention.tokens.lowerBound
        let isCapitals = text.flags[token].contains(.allCaps)
        if isCapitals, let organization = organizationByInitials[text.hashes[token]] {
            keys[index] = organization
            mentions[index].type = .organization
        } else if winner == nil, let organization = organizationByFirst[name] {
            keys[index] = organization
            mentions[index].type = .organization
        }
    }

    /// Of two people with one family name, the one named in full last is meant.
    private mutating func renewFamily(_ tokens: Range<Int>, _ person: UInt64) {
        personByFamily[text.hashes[tokens.upperBound - 1]] = person
    }

    private static let placeWords = Set(["in", "at", "near", "from", "to", "of", "across", "outside"].map(WordHash.of))

    private func standsAsPlace(_ mention: NameMention) -> Bool {
        guard let index = mention.entry, Gazetteer.shared.entries[index].placeKind != "country" else { return true }
        let before = mention.tokens.lowerBound - 1
        return before >= 0 && Self.placeWords.contains(text.hashes[before])
    }

    /// Makes members of the mentions that are names, in order of first mention.
    private mutating func gather() {
        var memberOfKey: [UInt64: Int] = [:]
        var kept: [NameMention] = []
        for (index, mention) in mentions.enumerated() {
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
            members[member].mentions.append(kept.count)
            memberOfMention.append(member)
            var final = mention
            final.type = members[member].type
            kept.append(final)
        }
        mentions = kept
    }

    /// What a single new word with a capital is when nothing in the document tells.
    private func lastResort(_ mention: NameMention) -> Entity.Kind? {
        let token = mention.tokens.lowerBound
        if mention.tokens.count == 1, text.flags[token].contains(.allCaps) { return .organization }
        return mention.tokens.count == 1 && !reading.clues[token].contains(.common) ? .person : nil
    }
}
