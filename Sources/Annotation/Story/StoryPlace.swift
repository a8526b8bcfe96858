import Foundation
import Language
import Records

/// Where the main event happened: the place that the headline, the standfirst and the lead speak of as where something
/// is, the nearer the better.
///
/// Each place has a sum of evidence; the weights are set by judgement on the development articles of the story corpus
/// and are round numbers on purpose.
struct StoryPlace {
    private static let inHeadline = 1.5
    private static let inStandfirst = 0.8
    private static let located = 1.0
    /// "Croydon tram crash: …": the label before a headline's colon says what all is about.
    private static let inLabel = 1.0
    private static let ofMainEvent = 1.0
    private static let early = 1.5
    private static let halfway = 2.0
    private static let often = 0.5
    /// Countries are named for many reasons, towns and buildings mostly because something happened there.
    private static let kinds = ["city": 1.2, "facility": 1.2, "country": -0.3, "continent": -1, "planet": -2]
    private static let otherKind = 0.5
    /// What is called a place and is in no list, without a word that says what it is, may be none.
    private static let unknown = -0.7
    /// "The White House" and "Progressive Field" act and are places, too; they answer where something is in them.
    private static let building = 0.6
    /// A town of the country found is looked for among so many sentences.
    private static let reach = 6
    /// What the headline puts something into, too, is the narrower answer: "China: boy trapped in Hebei".
    private static let narrowing = ["country": 0, "region": 1, "city": 2, "facility": 3]
    /// An event that people go to tells where something is when no place does.
    private static let event = -0.5

    let cast: Cast
    let entities: [Entity]
    let head: HeadText
    let standfirst: Set<UInt64>
    /// Members that the main event names as its place or target.
    let main: Set<Int>
    /// The sentences that tell of another event than the main one.
    let others: Set<Int>

    private var text: TokenizedText { cast.reading.text }

    /// The mention to answer with. Linear in the mentions.
    func mention() -> Int? {
        var best: (member: Int, sum: Double)?
        for member in cast.members.indices {
            guard let sum = evidence(of: member) else { continue }
            if best.map({ sum > $0.sum }) ?? true { best = (member, sum) }
        }
        guard let best else { return nil }
        return located(narrower(than: best.member) ?? best.member)
    }

    /// How much speaks for a member; nil for what is no place.
    private func evidence(of member: Int) -> Double? {
        guard let first = cast.members[member].mentions.first, var sum = start(of: member) else { return nil }
        if let name = head.names.first(where: { $0.member == member }) {
            sum += Self.inHeadline
            if isLocated(name.tokens.lowerBound, in: head.text, from: 0) { sum += Self.located }
            if isInLabel(name.tokens) { sum += Self.inLabel }
        }
        if main.contains(member) { sum += Self.ofMainEvent }
        let last = text.hashes[cast.mentions[first].tokens.upperBound - 1]
        if standfirst.contains(last) { sum += Self.inStandfirst }
        let sentence = Double(text.sentenceOfToken[cast.mentions[first].tokens.lowerBound])
        sum += Self.early * Self.halfway / (Self.halfway + sentence)
        sum += Self.often * log1p(Double(cast.members[member].mentions.count))
        if located(member) != first || isLocated(mention: first) { sum += Self.located }
        return sum
    }

    /// What a member's kind is worth; nil for what is no place.
    private func start(of member: Int) -> Double? {
        switch cast.members[member].type {
        case .place:
            guard let kind = entities[member].placeKind else {
                return entities[member].country == nil ? Self.unknown : Self.otherKind
            }
            return Self.kinds[kind] ?? Self.otherKind
        case .organization:
            guard let tokens = locatedName(of: member) else { return nil }
            let last = text.hashes[tokens.upperBound - 1]
            let isBuilding =
                StoryWords.buildings.contains(last) || NameFinder.placeKinds[last] == PlaceKind.facility.name
            return isBuilding && tokens.count > 1 ? Self.building : nil
        case .event:
            guard let tokens = locatedName(of: member) else { return nil }
            return StoryWords.venues.contains(text.hashes[tokens.upperBound - 1]) ? Self.event : nil
        default: return nil
        }
    }

    /// A member's first name that has a preposition of place before it.
    private func locatedName(of member: Int) -> Range<Int>? {
        let mention = cast.members[member].mentions.first { isLocated(mention: $0) }
        return mention.map { cast.mentions[$0].tokens }
    }

    /// Whether the headline puts something into a place that the text names, too.
    var isToldByHeadline: Bool {
        head.names.contains {
            cast.members[$0.member].type == .place && isLocated($0.tokens.lowerBound, in: head.text, from: 0)
        }
    }

    /// An attack "in Afghanistan" whose lead puts it into one of its towns happened in that town; a town where something
    /// else happened is none.
    private func narrower(than member: Int) -> Int? {
        guard let kind = entities[member].placeKind, kind == "country" || kind == "region",
            let country = entities[member].country
        else { return nil }
        let rank = Self.narrowing[kind] ?? 0
        let inHeadline = head.names.last { name in
            entities[name.member].country == country
                && entities[name.member].placeKind.flatMap { Self.narrowing[$0] } ?? 0 > rank
                && isLocated(name.tokens.lowerBound, in: head.text, from: 0)
        }
        if let inHeadline { return inHeadline.member }
        let last = min(Self.reach, text.sentences.count) - 1
        guard last >= 0 else { return nil }
        for mention in cast.mentions(in: 0..<text.sentences[last].upperBound) {
            let other = cast.memberOfMention[mention]
            guard other != member, cast.members[other].type == .place, entities[other].country == country,
                entities[other].placeKind == "city" || entities[other].placeKind == "facility",
                isLocated(mention: mention),
                !others.contains(Int(text.sentenceOfToken[cast.mentions[mention].tokens.lowerBound]))
            else { continue }
            return other
        }
        return nil
    }

    /// Whether a name stands in the label before the headline's first colon, with a word behind it that it qualifies.
    private func isInLabel(_ tokens: Range<Int>) -> Bool {
        guard let colon = head.text.kinds.firstIndex(of: .colon), colon <= HeadlineClause.longestLabel else {
            return false
        }
        return tokens.upperBound < colon
    }

    /// The first mention with a preposition of place before it, among the early ones first one that says what the place
    /// lies in ("in Croydon, south London"); else the first of all.
    private func located(_ member: Int) -> Int? {
        let mentions = cast.members[member].mentions
        let located = mentions.filter { isLocated(mention: $0) }
        let full = located.first { mention in
            let tokens = cast.mentions[mention].tokens
            return text.sentenceOfToken[tokens.lowerBound] < Self.reach && passage(of: mention) != tokens
        }
        return full ?? located.first ?? mentions.first
    }

    private func isLocated(mention: Int) -> Bool {
        let front = cast.mentions[mention].tokens.lowerBound
        return isLocated(front, in: text, from: text.sentence(of: front).lowerBound)
    }

    /// Whether a preposition of place stands before a token, over an article and a point of the compass.
    private func isLocated(_ token: Int, in text: TokenizedText, from first: Int) -> Bool {
        var before = token - 1
        var left = 4
        while before >= first, left > 0 {
            if StoryWords.places.contains(text.hashes[before]) { return true }
            guard StoryWords.between.contains(text.hashes[before]) || text.kinds[before] == .hyphen else {
                return false
            }
            before -= 1
            left -= 1
        }
        return false
    }

    /// The mention with the places behind a comma that it lies in: "Croydon, south London".
    func passage(of mention: Int) -> Range<Int> {
        let tokens = cast.mentions[mention].tokens
        var next = tokens.upperBound
        guard next < text.count, text.kinds[next] == .comma else { return tokens }
        next += 1
        while next < text.count, StoryWords.between.contains(text.hashes[next]), text.kinds[next] == .word { next += 1 }
        guard let wider = cast.mention(at: next), cast.mentions[wider].tokens.lowerBound == next,
            cast.members[cast.memberOfMention[wider]].type == .place,
            entities[cast.memberOfMention[mention]].country != nil,
            entities[cast.memberOfMention[wider]].country == entities[cast.memberOfMention[mention]].country,
            text.sentenceOfToken[next] == text.sentenceOfToken[tokens.lowerBound]
        else { return tokens }
        return tokens.lowerBound..<cast.mentions[wider].tokens.upperBound
    }
}
