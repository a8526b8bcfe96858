import Language
import Records

/// Decides for a whole article which place each name means: one sense a name, none where nothing decides. First what is
/// certain by itself, then the rest by what the text puts it into, by the countries and places around it, and by how many
/// people live there. Linear in the places named; each is compared with a bounded number of others.
struct PlaceResolver {
    /// What a place gets for what speaks for it, on the scale of the logarithm of its people: 1.1 is three times as many.
    /// The weights were set by judgement on texts of our own, so that what the text says outright outweighs any city, and
    /// the countries around it outweigh all but the largest.
    enum Weight {
        static let container = 15.0
        static let people = 12.0
        static let hint = 6.0
        static let namedCountry = 2.0
        static let wholeCountry = 4.0
        static let region = 2.5
        static let home = 1.5
        static let capital = 2.0
        static let country = 3.0
        static let state = 2.5
        static let known = 3.0
        static let otherName = -3.0
        static let regionOfCity = -4.0
        /// People of a city (60,000) that is meant rather than the region of its name.
        static let largeCity = 11.0
        /// People of places whose people nobody counts, such as seas: about a million.
        static let uncounted = 14.0
        /// And of a district or county: about twenty thousand.
        static let smallRegion = 10.0
        /// A place of so many people (150,000) may be meant in a text that names other countries, and of so many
        /// (20,000) in one that names none; below that the name is likelier to be of a place in no list.
        static let leastElsewhere = 11.9
        static let least = 9.9
        /// How far the best must be ahead of the next: 3.3 times the people.
        static let margin = 1.2
        /// How far it must be to speak for others.
        static let certain = 2.5
    }

    private let places = Gazetteer.shared.places
    private let namings: [PlaceNaming]
    private let home: CountryCode
    private var context = PlaceContext()
    /// The candidate decided on for each naming, by its index.
    private var decided: [Int: Int] = [:]

    private init(_ cast: Cast) {
        namings = PlaceSurvey(cast).namings()
        home = cast.reading.home
        for (index, member) in cast.members.enumerated() where member.type == .group {
            guard let entry = member.entry, let code = Gazetteer.shared.entries[entry].country else { continue }
            context.add(CountryCode(code), weight: Double(member.mentions.count), member: index)
        }
    }

    /// The sense of each place of a cast, by the member's index.
    static func senses(of cast: Cast) -> [Int: PlaceSense] {
        var resolver = PlaceResolver(cast)
        return resolver.resolve(datelinePlace: cast.datelineMember)
    }

    private mutating func resolve(datelinePlace: Int?) -> [Int: PlaceSense] {
        // Countries and what is certain among them come first, then cities by these, then the rest by both.
        for round in 0..<2 {
            var next = context
            for (index, naming) in namings.enumerated() where decided[index] == nil {
                let ranked = ranking(of: naming)
                guard let best = ranked.first, !naming.isInherited else { continue }
                let lead = best.score - (ranked.dropFirst().first?.score ?? floor(for: best.place, of: naming))
                guard lead >= Weight.certain, best.score >= floor(for: best.place, of: naming) else { continue }
                decided[index] = best.number
                let weight = Double(naming.mentions) * (naming.member == datelinePlace ? 3 : 1)
                next.add(best.place, weight: round == 0 ? weight : weight / 2, member: naming.member)
            }
            context = next
        }
        var senses: [Int: PlaceSense] = [:]
        for naming in namings { senses[naming.member] = sense(of: naming) }
        return senses
    }

    // MARK: Ranking

    private struct Ranked {
        var number: Int
        var place: Place
        var score: Double
    }

    private func ranking(of naming: PlaceNaming) -> [Ranked] {
        var ranked = naming.candidates.map { candidate in
            let place = places[candidate.place]
            return Ranked(
                number: candidate.place, place: place,
                score: prior(of: place, isOtherName: candidate.isOtherName) + evidence(for: place, of: naming))
        }
        // "New York" and "Lima" are the cities unless the text says otherwise; large cities that regions are named after.
        guard ranked.count > 1 else { return ranked }
        for index in ranked.indices where naming.hint != .region && ranked[index].place.kind == .region {
            let country = ranked[index].place.country
            let isOfCity = ranked.contains {
                $0.place.kind == .city && $0.place.country == country && $0.place.logPeople > Weight.largeCity
            }
            if isOfCity { ranked[index].score += Weight.regionOfCity }
        }
        return ranked.sorted { ($0.score, $1.number) > ($1.score, $0.number) }
    }

    /// How likely a place is meant by its name alone.
    private func prior(of place: Place, isOtherName: Bool) -> Double {
        var score = place.logPeople
        switch place.kind {
        case .country: score += Weight.country
        case .region where place.logPeople == 0:
            score = place.traits.contains(.known) ? Weight.uncounted : Weight.smallRegion
        // The states of the United States, alone of all regions, have numbers; English news names them as countries.
        case .region where place.geonames != 0: score += Weight.state
        case .city, .region: break
        default: score = max(score, Weight.uncounted)
        }
        if place.traits.contains(.capital) { score += Weight.capital }
        if place.traits.contains(.known) { score += Weight.known }
        return isOtherName ? score + Weight.otherName : score
    }

    /// What the article says for a place.
    private func evidence(for place: Place, of naming: PlaceNaming) -> Double {
        var score = 0.0
        if isContained(place, in: naming) { score += Weight.container }
        if naming.peoples.contains(place.country) { score += Weight.people }
        if let hint = naming.hint {
            let fits = hint == place.kind || hint == .region && place.kind == .island
            score += fits ? Weight.hint : 0
        }
        if let share = context.share(of: place.country, for: naming.member), share > 0 {
            score += Weight.namedCountry + Weight.wholeCountry * share
        }
        if context.hasNeighbour(inRegionOf: place, for: naming.member) { score += Weight.region }
        if let distance = context.distance(to: place, for: naming.member), place.kind == .city {
            score += distance < 150 ? 1.5 : distance < 500 ? 0.7 : 0
        }
        if home != .none, home == place.country { score += Weight.home }
        return score
    }

    private func isContained(_ place: Place, in naming: PlaceNaming) -> Bool {
        naming.containers.contains { container in container.contains { place.lies(in: places[$0.place]) } }
    }

    /// What the score of a place must reach to be believed at all.
    private func floor(for place: Place, of naming: PlaceNaming) -> Double {
        guard let share = context.share(of: place.country, for: naming.member) else { return Weight.least }
        return share > 0 ? Weight.least : Weight.leastElsewhere
    }

    // MARK: Senses

    private func sense(of naming: PlaceNaming) -> PlaceSense {
        var sense = PlaceSense(kind: naming.ownKind ?? naming.hint?.name)
        let ranked = ranking(of: naming)
        let container = countryOfContainer(naming)
        guard let best = ranked.first, best.score >= floor(for: best.place, of: naming) else {
            sense.country = container
            return sense
        }
        // What the text puts elsewhere is another place of that name, in no list.
        if container != .none, best.place.country != container, best.place.kind == .city {
            sense.country = container
            return sense
        }
        let rivals = ranked.prefix { $0.score > best.score - Weight.margin }
        let countries = Set(rivals.map(\.place.country))
        let kinds = Set(rivals.map(\.place.kind))
        if countries.count == 1 { sense.country = best.place.country }
        guard !naming.isInherited else { return sense }
        if sense.kind == nil || naming.ownKind == nil, kinds.count == 1 { sense.kind = best.place.kind.name }
        guard rivals.count == 1 else { return sense }
        if let hint = naming.hint, !fits(best.place, hint) {
            // "Kherson region": the region has the country of the city, not its coordinates.
            sense.kind = naming.ownKind ?? hint.name
            return sense
        }
        sense.kind = best.place.kind.name
        sense.location = best.place.location
        sense.geonamesId = best.place.geonames == 0 ? nil : Int(best.place.geonames)
        return sense
    }

    private func fits(_ place: Place, _ hint: PlaceKind) -> Bool {
        switch hint {
        case .region: place.kind != .city
        case .city: place.kind != .region
        default: true
        }
    }

    /// The one country in which the text puts a place: that of its people or of what it stands in.
    private func countryOfContainer(_ naming: PlaceNaming) -> CountryCode {
        var countries = Set(naming.peoples)
        for container in naming.containers {
            var ranked: [(country: CountryCode, score: Double)] = []
            for candidate in container {
                let place = places[candidate.place]
                var score = prior(of: place, isOtherName: candidate.isOtherName)
                if let share = context.share(of: place.country, for: naming.member), share > 0 {
                    score += Weight.namedCountry + Weight.wholeCountry * share
                }
                ranked.append((place.country, score))
            }
            guard let best = ranked.max(by: { $0.score < $1.score }) else { continue }
            let isSure = ranked.allSatisfy { $0.country == best.country || $0.score <= best.score - Weight.margin }
            if isSure, best.country != .none { countries.insert(best.country) }
        }
        return countries.count == 1 ? countries.first ?? .none : .none
    }
}
