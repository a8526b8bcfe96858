import Language
import Records

extension CastDecider {
    /// "…, or IAEA", "…, known as the NHA".
    private static let bridges = TitleReader.hashes("the or known as called")
    /// Between a name and its other form in brackets or commas stand at most so many tokens.
    private static let gap = 4

    /// "European Central Bank (ECB)": brackets say that two names are one; commas do where the letters agree ("the
    /// IAEA, the International Atomic Energy Agency, …").
    mutating func joinAcronyms() {
        for index in mentions.indices.dropFirst() {
            let pair = [mentions[index - 1], mentions[index]]
            guard let shortIndex = pair.firstIndex(where: { isAcronym($0.tokens) }) else { continue }
            let short = pair[shortIndex]
            let long = pair[1 - shortIndex]
            guard long.tokens.count > 1, long.type != .person, long.type != .place || long.entry == nil,
                joins(pair[0].tokens.upperBound, pair[1].tokens.lowerBound)
            else { continue }
            let isBracketed = text.kinds[pair[0].tokens.upperBound] == .open
            let agrees = ShortForms.initials(long.tokens, in: text).contains(text.hashes[short.tokens.lowerBound])
            // "Institute of Medicine (US)": that is where it is.
            guard agrees || isBracketed && shortIndex == 1 && !isCountry(short) else { continue }
            let (shortAt, longAt) = shortIndex == 1 ? (index, index - 1) : (index - 1, index)
            join(keys[shortAt], with: keys[longAt])
            let type = long.type == .place ? .organization : long.type ?? .organization
            retype(longAt, type, adding: 2)
            retype(shortAt, type, adding: 0)
        }
    }

    /// Makes organisations of what was read as people and ends in a word for an organisation: "Donetsk National [University]".
    mutating func retypeHeaded() {
        for index in mentions.indices where mentions[index].type == .person && mentions[index].tokens.count > 1 {
            let tokens = mentions[index].tokens
            let last = tokens.upperBound - 1
            guard reading.clues[last].contains(.organizationHead), text.isCapitalised(last),
                !reading.clues[last].contains(.family),
                !tokens.contains(where: { reading.clues[$0].contains(.given) || text.flags[$0].contains(.initial) })
            else { continue }
            retype(index, .organization, adding: 2)
        }
    }

    /// Whether a name is what an office is of, and part of its title: "Minister of [Justice]".
    func isPortfolio(_ tokens: Range<Int>) -> Bool {
        let head = tokens.lowerBound - 2
        guard head >= 0, let title = TitleReader(text: text).title(at: head, limit: text.count) else { return false }
        return title.lowerBound == head && title.upperBound >= tokens.upperBound
    }

    private func isCountry(_ mention: NameMention) -> Bool {
        mention.entry.map { Gazetteer.shared.entries[$0].placeKind == "country" } ?? false
    }

    private func isAcronym(_ tokens: Range<Int>) -> Bool {
        guard tokens.count == 1 else { return false }
        let token = tokens.lowerBound
        if text.flags[token].contains(.allCaps) { return true }
        let capitals = text.bytes[text.starts[token]..<text.ends[token]].filter { (0x41...0x5A).contains($0) }.count
        return capitals > 1 && text.ends[token] - text.starts[token] <= 6
    }

    /// Whether nothing stands between two names but a bracket or a comma, and an article.
    private func joins(_ start: Int, _ end: Int) -> Bool {
        guard start < end, end - start <= Self.gap else { return false }
        guard text.kinds[start] == .open || text.kinds[start] == .comma || text.kinds[start] == .dash else {
            return false
        }
        return (start + 1..<end).allSatisfy {
            Self.bridges.contains(text.hashes[$0]) || text.kinds[$0] == .quote
        }
    }

    /// Tells the ministries of one name apart by the nationality before them. One that is named without any is the only
    /// state's whose ministry is named, or the latest one's.
    mutating func joinMinistries() {
        var national: [UInt64: [UInt64]] = [:]
        var plain: [Int] = []
        var latest: [UInt64: UInt64] = [:]
        let organizations = OrganizationKeys(text: text)
        for index in mentions.indices {
            guard let base = organizations.ministry(mentions[index].tokens) else { continue }
            if let code = nation(before: index) {
                let key = WordHash.joining(base, WordHash.of(code))
                keys[index] = key
                if national[base]?.contains(key) != true { national[base, default: []].append(key) }
                latest[base] = key
            } else if let known = latest[base] {
                keys[index] = known
            } else {
                plain.append(index)
            }
        }
        for index in plain {
            if let states = national[keys[index]], states.count == 1 { keys[index] = states[0] }
        }
    }

    /// Whether a nationality, or a country's possessive, stands before a mention.
    func isNational(_ index: Int) -> Bool { nation(before: index) != nil }

    private func nation(before index: Int) -> String? { NameMention.nation(before: index, of: mentions, in: text) }
}
