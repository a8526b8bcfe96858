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
        let bounded = bounded(names)
        let located = locatedGivenNames(bounded)
        for name in withKnownOrganizations(bounded) where name.type != nil && name.tokens.lowerBound >= end {
            guard !isNoName(name.tokens) else { continue }
            var name = name
            if name.type == .organization, let rest = withoutPeople(name.tokens) {
                guard !rest.isEmpty else { continue }
                name = NameTagger.Name(tokens: rest, type: .place)
            }
            if name.type != .place, isHeadline(name.tokens) { continue }
            if name.type == .person, isCompany(name.tokens) { name.type = .organization }
            // Before any rule that takes a name for a place: those have their reasons in the text.
            if name.type == .place, isGivenName(name.tokens), !located.contains(text.hashes[name.tokens.lowerBound]) {
                name.type = .person
            }
            if name.type == .organization { name.tokens = wholeOrganization(name.tokens) }
            if name.type == .person || name.type == .organization, isPlace(name) { name.type = .place }
            if name.type == .place { name.tokens = withoutDirection(whole(name.tokens, after: end)) }
            if name.type == .person || name.type == .place, hasChief(name.tokens) { name.type = .organization }
            end = name.tokens.upperBound
            kept.append(name)
        }
        return kept
    }

    private static let whereabouts = WordSet(
        ["in", "near", "outside", "around", "from", "to", "at", "of", "towards", "toward", "via"].map(WordHash.of))

    /// Given names that the text uses as places: "in [Mary]", "[Lorena], Spain". Linear in the names.
    private func locatedGivenNames(_ names: [NameTagger.Name]) -> Set<UInt64> {
        var located: Set<UInt64> = []
        for (index, name) in names.enumerated() where name.type == .place && isGivenName(name.tokens) {
            let (before, behind) = (name.tokens.lowerBound - 1, name.tokens.upperBound)
            let isBehind = before >= 0 && Self.whereabouts.contains(text.hashes[before])
            let isPut =
                index + 1 < names.count && names[index + 1].type == .place
                && names[index + 1].tokens.lowerBound == behind + 1 && text.kinds[behind] == .comma
            if isBehind || isPut { located.insert(text.hashes[name.tokens.lowerBound]) }
        }
        return located
    }

    /// Whether a name is a single given name that no well-known place bears.
    private func isGivenName(_ tokens: Range<Int>) -> Bool {
        guard tokens.count == 1, reading.clues[tokens.lowerBound].contains(.given) else { return false }
        return !(entry(of: tokens).map { gazetteer.entries[$0].isProminent } ?? false)
    }

    /// Whether a name is one of the acronyms that name no one: "PDF", "NGO", "KPIs".
    private func isNoName(_ tokens: Range<Int>) -> Bool {
        guard tokens.count == 1 else { return false }
        let token = tokens.lowerBound
        if reading.clues[token].contains(.noName), text.flags[token].contains(.allCaps) { return true }
        let word = text.bytes[text.starts[token]..<text.ends[token]]
        let capitals = word.filter { (0x41...0x5A).contains($0) }.count
        return capitals > 1 && Self.things.contains(text.hashes[token])
    }

    /// Acronyms of things and kinds of things, in one and in many. Data: `thing-words.txt`.
    private static let things = WordSet(
        Tables.list("thing-words").words.flatMap { [WordHash.of($0), WordHash.of($0 + "s")] })

    /// Loads the tables.
    static func warmUpKnown() { _ = (things, trades) }

    private static let people = WordHash.of("people")

    /// What is left of "people of [Iraq]", which is no organisation; nothing of "Iraqi people". nil for other names.
    private func withoutPeople(_ tokens: Range<Int>) -> Range<Int>? {
        let (first, last) = (tokens.lowerBound, tokens.upperBound - 1)
        guard tokens.count > 1 else { return nil }
        if text.hashes[first] == Self.people, text.hashes[first + 1] == Self.of, !text.flags[first].contains(.capital) {
            return tokens.dropFirst(2)
        }
        return text.hashes[last] == Self.people && !text.flags[last].contains(.capital) ? last..<last : nil
    }

    /// Whether a name in title case is made of words that the language writes small, and neither a list nor a word for an
    /// organisation is in it: "Heat Stress", "Catering Work" above a paragraph.
    private func isHeadline(_ tokens: Range<Int>) -> Bool {
        let number = Int(text.sentenceOfToken[tokens.lowerBound])
        let end = text.sentences[number].upperBound
        return reading.isTitleCase[number] && text.kinds[end - 1] != .terminator && entry(of: tokens) == nil
            && tokens.allSatisfy { token in
                isWord(token)
                    && reading.clues[token].isDisjoint(with: [.organizationHead, .placeHead, .family, .given])
                    && !text.flags[token].contains(.allCaps)
            }
    }

    /// Whether what was read as a person ends as firms do, and nothing in it is a person's: "Alpenglow [Robotics]".
    private func isCompany(_ tokens: Range<Int>) -> Bool {
        tokens.count > 1 && Self.trades.contains(text.hashes[tokens.upperBound - 1])
            && text.isCapitalised(tokens.upperBound - 1)
            && reading.clues[tokens.lowerBound].isDisjoint(with: [.given, .honorific])
            && !tokens.contains { text.flags[$0].contains(.initial) }
    }

    private static let trades = WordSet(Tables.list("firm-words").words.map(WordHash.of))

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

    /// Whether a list knows a name as a place's in the state that is named behind a comma: "[Marion], Ohio"; in the country if
    /// something is in the place: "in [Moya], Spain".
    private func liesInNext(_ tokens: Range<Int>) -> Bool {
        let comma = tokens.upperBound
        let sentence = text.sentence(of: tokens.lowerBound)
        let places = gazetteer.places
        guard comma + 1 < sentence.upperBound, text.kinds[comma] == .comma,
            let match = gazetteer.match(in: text, at: comma + 1, limit: sentence.upperBound),
            let inner = places.name(of: tokens, in: text),
            let outer = places.name(of: (comma + 1)..<(comma + 1 + match.length), in: text)
        else { return false }
        let isPut =
            tokens.lowerBound > sentence.lowerBound
            && Self.whereabouts.contains(text.hashes[tokens.lowerBound - 1])
        return places.candidates(of: outer).contains { container in
            let container = places[container.place]
            guard container.traits.contains(.firstLevel) || isPut && container.kind == .country else { return false }
            return places.candidates(of: inner).contains { places[$0.place].lies(in: container) }
        }
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
            kind == "region" && !isHeaded(tokens.dropLast()) || kind == "facility" && name.type == .organization
        {
            return true
        }
        if isHome(tokens) || isLandmark(tokens) || liesInNext(tokens) { return true }
        guard let entry = entry(of: tokens), gazetteer.entries[entry].type == .place else { return false }
        let kind = gazetteer.entries[entry].placeKind ?? ""
        if tokens.count > 1, Self.natural.contains(kind) { return true }
        if kind == "country", reading.clues[tokens.lowerBound].isDisjoint(with: [.given, .family]) { return true }
        return standsInside(tokens)
    }

    /// Whether a word for an organisation is followed by "of": "[Department of] State".
    private func isHeaded(_ tokens: Range<Int>) -> Bool {
        tokens.contains { text.hashes[$0] == Self.of && reading.clues[$0 - 1].contains(.organizationHead) }
    }

    /// Kinds of places whose names of several words nobody else bears.
    private static let natural: Set<String> = ["continent", "country", "island", "mountain", "region", "water"]

    /// Whether something is in what has a name, or near it: "in Munich", "in the Amazon", but not "in Munich's".
    func standsInside(_ tokens: Range<Int>) -> Bool {
        let start = text.sentence(of: tokens.lowerBound).lowerBound
        var before = tokens.lowerBound - 1
        if before > start, text.hashes[before] == Self.the { before -= 1 }
        guard before >= start else { return false }
        let isOwner = tokens.upperBound < text.count && text.kinds[tokens.upperBound] == .possessive
        return !isOwner && Self.inside.contains(text.hashes[before])
    }

    /// The gazetteer's name of an organisation that a name is the front of: "[United] Nations-led".
    private func wholeOrganization(_ tokens: Range<Int>) -> Range<Int> {
        let limit = text.sentence(of: tokens.lowerBound).upperBound
        guard let match = gazetteer.match(in: text, at: tokens.lowerBound, limit: limit),
            match.length > tokens.count, gazetteer.entries[match.entry].isCertain,
            text.isCapitalised(tokens.lowerBound + match.length - 1)
        else { return tokens }
        return tokens.lowerBound..<(tokens.lowerBound + match.length)
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
