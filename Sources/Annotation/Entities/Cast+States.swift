import Language
import Records

extension Cast {
    private static let of = WordHash.of("of")

    /// The country whose organ an organisation is, as the text says beside its name: "Russia's Defense Ministry", "the Israeli
    /// army", "the Ministry of Justice of Chad"; nil where nothing says it, or two things. Linear in its mentions.
    func state(of member: Member) -> String? {
        guard member.type == .organization else { return nil }
        var country: String?
        for mention in member.mentions where isOrgan(mentions[mention].tokens) {
            guard let code = nation(beside: mention) else { continue }
            if let country, country != code { return nil }
            country = code
        }
        return country
    }

    private func isOrgan(_ tokens: Range<Int>) -> Bool {
        tokens.contains { reading.clues[$0].contains(.stateBody) }
            || OrganizationKeys(text: reading.text).ministry(tokens) != nil
    }

    private func nation(beside mention: Int) -> String? {
        let (tokens, text) = (mentions[mention].tokens, reading.text)
        if let nation = NameMention.nation(before: mention, of: mentions, in: text) { return nation }
        let next = tokens.upperBound
        guard next < text.count, text.hashes[next] == Self.of, mention + 1 < mentions.count else { return nil }
        let start = mentions[mention + 1].tokens.lowerBound
        guard start == next + 1 || start == next + 2 && text.hashes[next + 1] == NameFinder.the else { return nil }
        return mentions[mention + 1].nation
    }
}

extension NameMention {
    /// The country that it names, or whose people.
    fileprivate var nation: String? {
        guard let entry else { return nil }
        let known = Gazetteer.shared.entries[entry]
        return known.type == .group || known.placeKind == "country" ? known.country : nil
    }

    /// The country of the nationality, or of the country's possessive, that stands right before a mention.
    static func nation(before index: Int, of mentions: [NameMention], in text: TokenizedText) -> String? {
        guard index > 0 else { return nil }
        var end = mentions[index - 1].tokens.upperBound
        if end < text.count, text.kinds[end] == .possessive { end += 1 }
        return end == mentions[index].tokens.lowerBound ? mentions[index - 1].nation : nil
    }
}
