import Language
import Records

/// Gathers what speaks for and against the entities of a cast. Linear in their mentions.
struct EntityEvidence {
    private let cast: Cast
    private let text: TokenizedText

    init(_ cast: Cast) {
        self.cast = cast
        text = cast.reading.text
    }

    /// The features of a member.
    func features(of member: Cast.Member) -> [EntityFeature] {
        let mentions = member.mentions.map { cast.mentions[$0] }
        let kind = member.type
        var signs: [EntityFeature.Sign] = []
        let leads = mentions.compactMap { Self.lead($0, as: kind) }
        if !leads.isEmpty { signs.append(.read) }
        if leads.count == mentions.count { signs.append(.undisputed) }
        if leads.count * 2 < mentions.count { signs.append(.disputed) }
        if mentions.count > 1 { signs.append(.twice) }
        if mentions.count > 3 { signs.append(.often) }
        if isCountry(member) { signs.append(.country) }
        signs += listed(member)
        signs += form(mentions)
        if member.age != nil || !member.roles.isEmpty { signs.append(.office) }
        if !member.references.isEmpty { signs.append(.meant) }
        let known = EntityFeature.OfKind(kind)
        var features = signs.map { known.sign($0) }
        guard let best = leads.max() else { return features }
        let mean = leads.reduce(0) { $0 + Int64($1) } / Int64(leads.count)
        for (index, step) in EntityFeature.steps.enumerated() {
            let bound = Int64(step) * Int64(TagModel.unit)
            if mean >= bound { features.append(known.mean(index)) }
            if Int64(best) >= bound { features.append(known.best(index)) }
        }
        return features
    }

    /// By how much the tagger's reading of a mention leads, where it read the mention as it stands; nil where rules made it what
    /// it is.
    private static func lead(_ mention: NameMention, as kind: Entity.Kind) -> TagMargins.Lead? {
        mention.readAs == kind ? mention.lead : nil
    }

    /// Whether a list has a member as a country.
    func isCountry(_ member: Cast.Member) -> Bool {
        member.type == .place && member.entry.map { Gazetteer.shared.entries[$0].placeKind == "country" } ?? false
    }

    private func listed(_ member: Cast.Member) -> [EntityFeature.Sign] {
        guard let entry = member.entry.map({ Gazetteer.shared.entries[$0] }), entry.type == member.type else {
            return []
        }
        return entry.isCertain || entry.isProminent ? [.listed, .certain] : [.listed]
    }

    private func form(_ mentions: [NameMention]) -> [EntityFeature.Sign] {
        var signs: [EntityFeature.Sign] = []
        let longest = mentions.reduce(0) { max($0, $1.tokens.count) }
        if longest > 1 { signs.append(.pair) }
        if longest > 2 { signs.append(.long) }
        let isTitle = { (token: Int) in cast.reading.isTitleCase[Int(text.sentenceOfToken[token])] }
        let heads = mentions.map(\.tokens.lowerBound)
        if heads.allSatisfy(isTitle) {
            signs.append(.titleCase)
        } else if heads.allSatisfy({ isTitle($0) || cast.reading.opensClause($0) }) {
            signs.append(.opening)
        }
        guard longest == 1, let token = heads.first else { return signs }
        if text.flags[token].contains(.allCaps) { signs.append(.acronym) }
        let traits = WordClasses.shared[text.hashes[token]]
        if traits.bits == 0 {
            signs.append(.unknown)
        } else if traits.capital < TrueCapitals.mostlyCapital {
            signs.append(.common)
        }
        return signs
    }
}
