import Language
import Records

extension NameFinder {
    /// What the tagger says counts more in the document's vote than any rule.
    private static let taggerWeight = 4

    /// Names people, organisations and places as the tagger reads them, and keeps of the rules' names those of other types
    /// that stand outside of these. What both found keeps the entry, the kind and the title that the rules know.
    mutating func follow(_ names: [NameTagger.Name]) {
        let ruled = mentions
        mentions = []
        var next = 0
        for name in names {
            guard let type = name.type else { continue }
            while next < ruled.count, ruled[next].tokens.upperBound <= name.tokens.lowerBound {
                keepOther(ruled[next])
                next += 1
            }
            var same: NameMention?
            while next < ruled.count, ruled[next].tokens.lowerBound < name.tokens.upperBound {
                if ruled[next].tokens == name.tokens { same = ruled[next] }
                next += 1
            }
            mentions.append(mention(of: name.tokens, type, ruled: same))
        }
        for mention in ruled[next...] { keepOther(mention) }
    }

    private mutating func keepOther(_ mention: NameMention) {
        switch mention.type {
        case .person, .organization, .place, nil: return
        default: mentions.append(mention)
        }
    }

    private func mention(of tokens: Range<Int>, _ type: Entity.Kind, ruled: NameMention?) -> NameMention {
        var mention = NameMention(tokens: tokens, type: type, weight: Self.taggerWeight)
        mention.entry = ruled?.entry ?? entry(of: tokens)
        if let entry = mention.entry, gazetteer.entries[entry].type != type { mention.entry = nil }
        if type == .place { mention.placeKind = ruled?.placeKind ?? placeKind(of: tokens) }
        if type == .person { mention.title = ruled?.title ?? title(before: tokens.lowerBound) }
        return mention
    }

    /// The gazetteer's entry that has exactly this name.
    private func entry(of tokens: Range<Int>) -> Int? {
        let match = gazetteer.match(in: text, at: tokens.lowerBound, limit: tokens.upperBound)
        return match?.length == tokens.count ? match?.entry : nil
    }

    /// What a place is by its own last or first word: "Ramstein Air [Base]", "[Lake] Chad".
    private func placeKind(of tokens: Range<Int>) -> String? {
        guard tokens.count > 1 else { return nil }
        return Self.placeKinds[text.hashes[tokens.upperBound - 1]] ?? Self.placeKinds[text.hashes[tokens.lowerBound]]
    }

    /// The longest title that ends right before a name.
    private func title(before start: Int) -> Range<Int>? {
        let sentence = text.sentence(of: start)
        for length in [4, 3, 2, 1] where start - length >= sentence.lowerBound {
            if let role = Self.roles.longestMatch(in: text, at: start - length, limit: start), role.length == length {
                return (start - length)..<start
            }
        }
        return nil
    }
}
