import Language
import Records

extension NameFinder {
    /// What an organisation may be by trade, and whether that may be told behind its name.
    private static let trades: [UInt64: Bool] = {
        var trades: [UInt64: Bool] = [:]
        for fields in Tables.list("organization-trades").entries { trades[WordHash.of(fields[0])] = fields.count > 1 }
        return trades
    }()
    private static let articles = Set(["the", "a", "an"].map(WordHash.of))
    /// What people do to organisations: "the company Musk [founded]" is not called Musk.
    private static let deeds = WordSet(
        [
            "bought", "built", "controls", "created", "directs", "founded", "headed", "heads", "joined", "leads", "led",
            "left", "owned", "owns", "ran", "runs", "sold", "started",
        ].map(WordHash.of))
    /// From the article to the trade stand at most so many tokens: "the world's largest and oldest beer [maker]".
    private static let longestTrade = 7

    /// Makes organisations of the names that a list knows as such or the text tells to be one somewhere, whatever they were read as.
    /// Linear in the names.
    func withKnownOrganizations(_ names: [NameTagger.Name]) -> [NameTagger.Name] {
        var families: Set<UInt64> = []
        var told: Set<UInt64> = []
        for name in names {
            if name.type == .person, name.tokens.count > 1 { families.insert(text.hashes[name.tokens.upperBound - 1]) }
        }
        for name in names {
            // Of two words the last is a family name only by what this name was read as.
            let isFamily = name.tokens.count == 1 && families.contains(text.hashes[name.tokens.lowerBound])
            guard !isFamily, hasTrade(name.tokens) else { continue }
            told.insert(text.phraseHash(name.tokens))
        }
        return names.map { name in
            guard name.type == .person || name.type == .place else { return name }
            guard told.contains(text.phraseHash(name.tokens)) || isListed(name, besides: families) else { return name }
            return NameTagger.Name(tokens: name.tokens, type: .organization, readAs: name.readAs, lead: name.lead)
        }
    }

    /// Whether a list knows a name as an organisation's, and it is neither somebody's family name nor what something is in.
    private func isListed(_ name: NameTagger.Name, besides families: Set<UInt64>) -> Bool {
        guard let entry = entry(of: name.tokens), gazetteer.entries[entry].isCertain else { return false }
        if name.tokens.count > 1 { return true }
        return !families.contains(text.hashes[name.tokens.lowerBound]) && !standsInside(name.tokens)
    }

    /// Whether the text says right before or behind a name what organisation it is: "the carmaker [Opel]", "[Fokker], the Dutch
    /// aircraft maker". Bounded work.
    func hasTrade(_ tokens: Range<Int>) -> Bool {
        guard !reading.clues[tokens.lowerBound].contains(.given), !isKnownOther(tokens) else { return false }
        let sentence = text.sentence(of: tokens.lowerBound)
        let before = tokens.lowerBound - 1
        if before > sentence.lowerBound, Self.trades[text.hashes[before]] != nil, !text.isCapitalised(before) {
            return tokens.upperBound == text.count || !Self.deeds.contains(text.hashes[tokens.upperBound])
        }
        let comma = tokens.upperBound
        guard comma + 2 < sentence.upperBound, text.kinds[comma] == .comma,
            Self.articles.contains(text.hashes[comma + 1])
        else { return false }
        for token in (comma + 2)..<min(sentence.upperBound, comma + 2 + Self.longestTrade) {
            // "Merkel, a member of the [party]" is none.
            if text.kinds[token] == .comma || reading.clues[token].contains(.function) { return false }
            guard Self.trades[text.hashes[token]] == true, token + 1 < sentence.upperBound else { continue }
            switch text.kinds[token + 1] {
            case .comma, .terminator: return true
            default: return reading.clues[token + 1].contains(.function)
            }
        }
        return false
    }

    /// Whether a list knows a name as that of something else than an organisation.
    private func isKnownOther(_ tokens: Range<Int>) -> Bool {
        entry(of: tokens).map { gazetteer.entries[$0].type != .organization } ?? false
    }
}
