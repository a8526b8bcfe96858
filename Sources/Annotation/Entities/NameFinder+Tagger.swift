import Language
import Records

extension NameFinder {
    /// What the tagger says counts more in the document's vote than any rule.
    private static let taggerWeight = 4

    /// Names people, organisations and places as the tagger reads them, and keeps of the rules' names those of other types
    /// that stand outside of these, peoples, and known places that something is in. What both found keeps the entry and the
    /// kind that the rules know.
    mutating func follow(_ names: [NameTagger.Name]) {
        let ruled = mentions
        mentions = []
        var next = 0
        for name in corrected(names) {
            guard let type = name.type, name.tokens.lowerBound >= mentions.last?.tokens.upperBound ?? 0 else {
                continue
            }
            while next < ruled.count, ruled[next].tokens.upperBound <= name.tokens.lowerBound {
                keepOther(ruled[next])
                next += 1
            }
            var same: NameMention?
            while next < ruled.count, ruled[next].tokens.lowerBound < name.tokens.upperBound {
                let isWithin =
                    (ruled[next].type == .group || ruled[next].type == .event)
                    && Self.holds(ruled[next].tokens, name.tokens)
                if ruled[next].tokens == name.tokens || isWithin { same = ruled[next] }
                next += 1
            }
            if let same, same.type == .event && same.tokens.upperBound == name.tokens.upperBound {
                // "Brexit" is in the list of events and no place, whatever stands before it; nor is the "Brazilian Grand
                // Prix" a firm.
                mentions.append(same)
            } else if let same, same.type == .group, type != .person || same.tokens.count > 1 || isNobody(same.tokens) {
                mentions.append(same)
            } else {
                mentions.append(mention(of: name, type, ruled: same))
            }
        }
        for mention in ruled[next...] { keepOther(mention) }
    }

    /// Whether a people's name is no person's: a plural in small letters follows, or another noun where no list of given and family
    /// names has it: "[Hutu] rebels".
    private func isNobody(_ tokens: Range<Int>) -> Bool {
        let next = tokens.upperBound
        guard next < text.count, text.kinds[next] == .word, !text.flags[next].contains(.capital) else { return false }
        return
            (CountFinder.isPlural(next, in: text)
            || reading.clues[tokens.lowerBound].isDisjoint(with: [.given, .family]))
            && reading.clues[next].isDisjoint(with: [.function, .particle])
            && CueTable.shared.match(in: text, at: next, limit: text.count) == nil
    }

    private static func holds(_ outer: Range<Int>, _ inner: Range<Int>) -> Bool {
        outer.lowerBound <= inner.lowerBound && inner.upperBound <= outer.upperBound
    }

    private mutating func keepOther(_ mention: NameMention) {
        switch mention.type {
        case .person, nil:
            // A name that nobody knows, beside what it is.
            if hasTrade(mention.tokens) {
                mentions.append(NameMention(tokens: mention.tokens, type: .organization, weight: Self.taggerWeight))
            }
        case .organization:
            // "[Red Cross]-run": the tagger seldom met names before a hyphen.
            let isCertain = mention.entry.map { gazetteer.entries[$0].isCertain } ?? false
            let end = mention.tokens.upperBound
            if isCertain, end < text.count, text.kinds[end] == .hyphen { mentions.append(mention) }
        case .place: if mention.entry != nil, standsInside(mention.tokens) { mentions.append(mention) }
        default: mentions.append(mention)
        }
    }

    private func mention(of name: NameTagger.Name, _ type: Entity.Kind, ruled: NameMention?) -> NameMention {
        let tokens = name.tokens
        var mention = NameMention(
            tokens: tokens, type: type, readAs: name.readAs, lead: name.lead, weight: Self.taggerWeight)
        mention.entry = ruled?.entry ?? entry(of: tokens)
        if let entry = mention.entry, gazetteer.entries[entry].type != type { mention.entry = nil }
        if type == .place { mention.placeKind = ruled?.placeKind ?? placeKind(of: tokens) }
        return mention
    }

    /// The gazetteer's entry that has exactly this name.
    func entry(of tokens: Range<Int>) -> Int? {
        let match = gazetteer.match(in: text, at: tokens.lowerBound, limit: tokens.upperBound)
        return match?.length == tokens.count ? match?.entry : nil
    }

    /// What a place is by its own last or first word: "Ramstein Air [Base]", "[Lake] Chad".
    private func placeKind(of tokens: Range<Int>) -> String? {
        guard tokens.count > 1 else { return nil }
        return Self.placeKinds[text.hashes[tokens.upperBound - 1]] ?? Self.placeKinds[text.hashes[tokens.lowerBound]]
    }
}
