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
        for name in bounded(names) where name.type != nil && name.tokens.lowerBound >= end {
            guard !isNoName(name.tokens) else { continue }
            var name = name
            if name.type == .person || name.type == .organization, isPlace(name) { name.type = .place }
            if name.type == .place { name.tokens = withoutDirection(whole(name.tokens, after: end)) }
            if name.type == .person || name.type == .place, hasChief(name.tokens) { name.type = .organization }
            end = name.tokens.upperBound
            kept.append(name)
        }
        return kept
    }

    /// Whether a name is one of the acronyms that name no one: "PDF", "NGO".
    private func isNoName(_ tokens: Range<Int>) -> Bool {
        tokens.count == 1 && reading.clues[tokens.lowerBound].contains(.noName)
            && text.flags[tokens.lowerBound].contains(.allCaps)
    }

    private static let landmarks = Set(["cape", "fort", "lake", "mount", "port"].map(WordHash.of))

    /// Whether a name of two words is a place's by its first: "Port [Amary]", but not "Port [Authority]".
    private func isLandmark(_ tokens: Range<Int>) -> Bool {
        tokens.count == 2 && Self.landmarks.contains(text.hashes[tokens.lowerBound])
            && text.flags[tokens.lowerBound].contains(.capital)
            && reading.clues[tokens.upperBound - 1].isDisjoint(with: [.organizationHead, .given, .common])
    }

    private static let dwelling = Set(
        ["based", "born", "buried", "died", "live", "lived", "lives", "living", "raised", "resides"].map(WordHash.of))
    private static let seats = Set(
        [
            "archbishop", "bishop", "capital", "city", "governor", "mayor", "outskirts", "residents", "streets",
            "suburb", "suburbs", "town", "vicar", "village",
        ]
        .map(WordHash.of))

    /// Whether somebody lives in what has a name that no list knows, or it has what towns have: "born in [Leon]", "the mayor of
    /// [Ostervik]".
    private func isHome(_ tokens: Range<Int>) -> Bool {
        let first = tokens.lowerBound
        guard first > text.sentence(of: first).lowerBound + 1, entry(of: tokens) == nil else { return false }
        let isOwner = tokens.upperBound < text.count && text.kinds[tokens.upperBound] == .possessive
        return text.hashes[first - 1] == Self.of && Self.seats.contains(text.hashes[first - 2])
            || !isOwner && text.hashes[first - 1] == WordHash.of("in") && Self.dwelling.contains(text.hashes[first - 2])
    }

    private static let chiefs = Set(
        ["ceo", "chairman", "chairwoman", "co-founder", "cofounder", "executive", "founder", "subsidiary"]
            .map(WordHash.of))

    /// Whether a name that no list knows is that of a firm, since it has an office that firms have: "chief executive of
    /// [Telefonica]".
    private func hasChief(_ tokens: Range<Int>) -> Bool {
        let first = tokens.lowerBound
        return first > text.sentence(of: first).lowerBound + 1 && text.hashes[first - 1] == Self.of
            && Self.chiefs.contains(text.hashes[first - 2]) && entry(of: tokens) == nil
    }

    /// Whether a name that was read as a person or an organisation is a place's.
    private func isPlace(_ name: NameTagger.Name) -> Bool {
        let tokens = name.tokens
        let last = tokens.upperBound - 1
        if tokens.count > 1, text.isCapitalised(last), let kind = Self.placeKinds[text.hashes[last]],
            kind == "region" || kind == "facility" && name.type == .organization
        {
            return true
        }
        if isHome(tokens) || isLandmark(tokens) { return true }
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
