import Language
import Records

/// Decides for a whole article which place each name means: one sense a name, none where nothing decides. First what is
/// certain by itself, then the rest by what the text puts it into, by the countries and places around it, and by how many
/// people live there. Linear in the places named; each is compared with a bounded number of others.
struct PlaceResolver {
    private let places = Gazetteer.shared.places
    private let namings: [PlaceNaming]
    /// What each naming may mean, with what speaks for it by itself.
    private let priors: [[Ranked]]
    private let home: CountryCode
    /// Places that the text puts others into, by number.
    private var outer: Set<Int> = []
    private var context = PlaceContext()

    private init(_ cast: Cast) {
        namings = PlaceSurvey(cast).namings()
        home = cast.reading.home
        let places = places
        priors = namings.map { naming in
            naming.candidates.map { candidate in
                let place = places[candidate.place]
                let score = Self.prior(of: place, isOtherName: candidate.isOtherName)
                return Ranked(number: candidate.place, place: place, score: score)
            }
        }
        for (index, naming) in namings.enumerated() {
            for candidate in naming.containers.joined() where !outer.contains(candidate.place) {
                let place = places[candidate.place]
                if priors[index].contains(where: { $0.place.lies(in: place) }) { outer.insert(candidate.place) }
            }
        }
        for (index, member) in cast.members.enumerated() where member.type == .group {
            guard let entry = member.entry, let code = Gazetteer.shared.entries[entry].country else { continue }
            context.add(CountryCode(code), weight: Double(member.mentions.count), member: index)
        }
    }

    /// The sense of each place of a cast, by the member's index; nil for what is no place.
    static func senses(of cast: Cast) -> [PlaceSense?] {
        var senses = [PlaceSense?](repeating: nil, count: cast.members.count)
        var resolver = PlaceResolver(cast)
        guard !resolver.namings.isEmpty else { return senses }
        resolver.readContext(datelinePlace: cast.datelineMember)
        for (index, naming) in resolver.namings.enumerated() { senses[naming.member] = resolver.sense(of: index) }
        return senses
    }

    /// Finds what is certain by itself, and then, by that, what else is: places, or at least their countries.
    private mutating func readContext(datelinePlace: Int?) {
        var isCertain = [Bool](repeating: false, count: namings.count)
        for round in 0..<2 {
            var found: [(place: Place, isOnlyCountry: Bool, weight: Double, member: Int)] = []
            for (index, naming) in namings.enumerated() where !isCertain[index] && !naming.isInherited {
                let ranked = ranking(of: index)
                guard let best = ranked.first, best.score >= floor(for: best.place, of: naming) else { continue }
                let rivals = ranked.dropFirst().prefix { $0.score > best.score - Weight.certain }
                let isAbroad = rivals.contains { $0.place.country != best.place.country }
                let isLoneTown = ranked.count == 1 && best.score < floor(for: best.place, of: naming) + Weight.certain
                guard !isAbroad, !isLoneTown else { continue }
                isCertain[index] = true
                let weight = Double(naming.mentions) * (naming.member == datelinePlace ? 3 : 1)
                found.append((best.place, !rivals.isEmpty, round == 0 ? weight : weight / 2, naming.member))
            }
            for item in found {
                if item.isOnlyCountry {
                    context.add(item.place.country, weight: item.weight, member: item.member)
                } else {
                    context.add(item.place, weight: item.weight, member: item.member)
                }
            }
        }
    }

    // MARK: Ranking

    private struct Ranked {
        var number: Int
        var place: Place
        var score: Double
    }

    /// What a naming may mean, the likeliest first.
    private func ranking(of index: Int) -> [Ranked] {
        let naming = namings[index]
        var ranked = priors[index]
        // What nothing else can be, and everybody knows, needs no evidence.
        if ranked.count == 1, ranked[0].score > Weight.undoubted { return ranked }
        for candidate in ranked.indices {
            ranked[candidate].score += evidence(for: ranked[candidate].place, of: naming)
            if outer.contains(ranked[candidate].number) { ranked[candidate].score += Weight.outer }
        }
        guard ranked.count > 1 else { return ranked }
        settleNamesakes(in: &ranked, of: naming)
        return ranked.sorted { ($0.score, $1.number) > ($1.score, $0.number) }
    }

    /// "New York" and "Lima" are the cities, and "Luxembourg" and "Panama" the countries, unless the text says otherwise.
    private func settleNamesakes(in ranked: inout [Ranked], of naming: PlaceNaming) {
        for index in ranked.indices {
            let place = ranked[index].place
            let rivals = ranked.lazy.map(\.place).filter { $0.country == place.country }
            switch place.kind {
            case .region where naming.hint != .region && !place.traits.contains(.known):
                let isOfCity = rivals.contains { city in
                    let isItsOwn =
                        city.lies(in: place) || city.traits.contains(.capital) || !place.traits.contains(.firstLevel)
                    return city.kind == .city && isItsOwn && city.logPeople > Weight.largeCity
                }
                if isOfCity { ranked[index].score += Weight.namesake }
            case .city where naming.hint != .city:
                // The small city of Wyoming in Michigan gives way to the state.
                let isSmall = place.traits.isDisjoint(with: [.capital, .known])
                let givesWay = rivals.contains {
                    $0.kind == .country
                        || isSmall && $0.traits.contains(.firstLevel) && !place.lies(in: $0)
                            && $0.logPeople > place.logPeople
                }
                if givesWay { ranked[index].score += Weight.namesake }
            default: break
            }
        }
    }

    /// How likely a place is meant by its name alone.
    private static func prior(of place: Place, isOtherName: Bool) -> Double {
        let isCounted = place.logPeople > 0
        var score = isCounted || !place.traits.contains(.known) ? place.logPeople : Weight.uncounted
        switch place.kind {
        // The smallest island state is named oftener than towns of its size; it may be the largest city of its name.
        case .country: score = max(score, Weight.uncounted) + Weight.country
        case .region where !isCounted: score = max(score, Weight.smallRegion)
        // Of regions the states of the United States alone have numbers; English news names them as it does countries.
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
            let weight = Weight.namedCountry + Weight.wholeCountry * share
            score += place.logPeople < Weight.town && place.kind != .country ? weight / 2 : weight
        }
        if context.hasNeighbour(inRegionOf: place, for: naming.member) { score += Weight.region }
        if place.kind == .city, let distance = context.distance(to: place, for: naming.member) {
            score += distance < 150 ? Weight.near : distance < 500 ? Weight.near / 2 : 0
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
        if share > 0 { return Weight.least }
        let isObscure = place.kind == .region && !isEminent(place)
        return isObscure ? Weight.leastRegionElsewhere : Weight.leastElsewhere
    }

    // MARK: Senses

    private func sense(of index: Int) -> PlaceSense {
        let naming = namings[index]
        // A republic may be a country or a part of one.
        var sense = PlaceSense(kind: naming.ownKind ?? (naming.hint == .country ? nil : naming.hint?.name))
        let ranked = ranking(of: index)
        let container = countryOfContainer(naming)
        guard let best = ranked.first, best.score >= floor(for: best.place, of: naming) else {
            sense.country = container
            return sense
        }
        // What the text puts elsewhere is another place of that name, in no list.
        if container != .none, best.place.country != container, !isEminent(best.place) {
            sense.country = container
            return sense
        }
        let rivals = ranked.prefix { rival in
            let areRegions = best.place.kind == .region && rival.place.kind == .region
            return rival.score > best.score - (areRegions ? Weight.marginOfRegions : Weight.margin)
        }
        let agreesOnCountry = rivals.allSatisfy { $0.place.country == best.place.country }
        let agreesOnKind = rivals.allSatisfy { $0.place.kind == best.place.kind }
        if agreesOnCountry { sense.country = best.place.country }
        guard !naming.isInherited else { return sense }
        if sense.kind == nil || naming.ownKind == nil, agreesOnKind { sense.kind = best.place.kind.name }
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

    /// Whether a place is not taken for another of its name because the text seems to put it elsewhere.
    private func isEminent(_ place: Place) -> Bool {
        switch place.kind {
        case .city:
            !place.traits.isDisjoint(with: [.capital, .known]) || place.logPeople > Weight.eminent
        case .region: place.traits.contains(.known) || place.geonames != 0
        default: true
        }
    }

    /// Whether a place may be of the kind that the text gives.
    private func fits(_ place: Place, _ hint: PlaceKind) -> Bool {
        switch hint {
        case .region: place.kind != .city
        case .city: place.kind != .region
        default: true
        }
    }

    /// The one country in which the text puts a place: that of its people or of what it stands in.
    private func countryOfContainer(_ naming: PlaceNaming) -> CountryCode {
        guard !naming.peoples.isEmpty || !naming.containers.isEmpty else { return .none }
        var countries = Set(naming.peoples)
        for container in naming.containers {
            var ranked: [(country: CountryCode, score: Double)] = []
            for candidate in container {
                let place = places[candidate.place]
                var score = Self.prior(of: place, isOtherName: candidate.isOtherName)
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
