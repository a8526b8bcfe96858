import Language
import Records

extension NameFinder {
    private static let inside = WordSet(
        ["in", "near", "outside", "across", "throughout", "around", "inside"].map(WordHash.of))
    private static let directions = WordSet(
        [
            "northern", "southern", "eastern", "western", "central", "northeastern", "northwestern", "southeastern",
            "southwestern",
        ]
        .map(WordHash.of))
    /// The longest front that a place's name may lack: "[Strait of] Hormuz", "[Democratic Republic of the] Congo".
    private static let longestFront = 4

    /// The tagger's people, organisations and places, put right where the gazetteer knows better: a place's name is taken
    /// whole, "in Munich" is a place whatever else bears its name, and so are countries and provinces. Linear in the names.
    func corrected(_ names: [NameTagger.Name]) -> [NameTagger.Name] {
        var kept: [NameTagger.Name] = []
        var end = 0
        for name in names where name.type != nil && name.tokens.lowerBound >= end {
            var name = name
            if name.type == .person || name.type == .organization, isPlace(name.tokens) { name.type = .place }
            if name.type == .place { name.tokens = withoutDirection(whole(name.tokens, after: end)) }
            end = name.tokens.upperBound
            kept.append(name)
        }
        return kept
    }

    /// Whether a name that was read as a person or an organisation is a place's.
    private func isPlace(_ tokens: Range<Int>) -> Bool {
        let last = tokens.upperBound - 1
        if tokens.count > 1, Self.placeKinds[text.hashes[last]] == "region", text.isCapitalised(last) { return true }
        guard let entry = entry(of: tokens), gazetteer.entries[entry].type == .place else { return false }
        let kind = gazetteer.entries[entry].placeKind ?? ""
        if tokens.count > 1, Self.natural.contains(kind) { return true }
        if kind == "country", reading.clues[tokens.lowerBound].isDisjoint(with: [.given, .family]) { return true }
        return standsInside(tokens)
    }

    /// Kinds of places whose names of several words nobody else bears.
    private static let natural: Set<String> = ["continent", "country", "island", "mountain", "region", "water"]

    /// Whether something is in what has a name, or near it: "in Munich", but not "in Munich's".
    func standsInside(_ tokens: Range<Int>) -> Bool {
        guard tokens.lowerBound > text.sentence(of: tokens.lowerBound).lowerBound else { return false }
        let isOwner = tokens.upperBound < text.count && text.kinds[tokens.upperBound] == .possessive
        return !isOwner && Self.inside.contains(text.hashes[tokens.lowerBound - 1])
    }

    /// The gazetteer's longest name of a place that holds a name, where it begins no earlier than `end`.
    private func whole(_ tokens: Range<Int>, after end: Int) -> Range<Int> {
        let sentence = text.sentence(of: tokens.lowerBound)
        let front = max(end, sentence.lowerBound, tokens.lowerBound - Self.longestFront)
        for start in front...tokens.lowerBound where text.kinds[start] == .word && text.flags[start].contains(.capital)
        {
            guard let match = gazetteer.match(in: text, at: start, limit: sentence.upperBound),
                start + match.length >= tokens.upperBound, gazetteer.entries[match.entry].type == .place
            else { continue }
            return start..<(start + match.length)
        }
        return tokens
    }

    /// "Northern Gaza" at the front of a sentence is Gaza, where no such name is known.
    private func withoutDirection(_ tokens: Range<Int>) -> Range<Int> {
        guard tokens.count > 1, reading.opensClause(tokens.lowerBound),
            Self.directions.contains(text.hashes[tokens.lowerBound]),
            entry(of: tokens) == nil, entry(of: tokens.dropFirst()) != nil
        else { return tokens }
        return tokens.dropFirst()
    }
}
