import Foundation

/// What the places of an article that are certain say about the others: countries, regions and neighbourhoods. What a
/// place itself added is not counted for it.
struct PlaceContext: Sendable {
    private struct Landmark {
        var member: Int
        var place: Place
    }

    /// Landmarks that nearness is measured to; beyond the first dozens more of them tell nothing new.
    private static let mostLandmarks = 40
    private static let earthRadiusKilometres = 6371.0

    private var weightOfCountry: [CountryCode: Double] = [:]
    private var weight = 0.0
    private var ownWeight: [Int: (country: CountryCode, weight: Double)] = [:]
    private var regions: [UInt16: Set<Int>] = [:]
    private var landmarks: [Landmark] = []

    /// Whether any country is in play.
    var isEmpty: Bool { weight == 0 }

    /// Counts a country, for a member of the cast if it is one that says so.
    mutating func add(_ country: CountryCode, weight: Double, member: Int? = nil) {
        guard country != .none, weight > 0 else { return }
        weightOfCountry[country, default: 0] += weight
        self.weight += weight
        if let member { ownWeight[member] = (country, weight) }
    }

    /// Counts a place that is certain.
    mutating func add(_ place: Place, weight: Double, member: Int) {
        add(place.country, weight: weight, member: member)
        if place.region != 0 { regions[place.region, default: []].insert(member) }
        if place.kind == .city, landmarks.count < Self.mostLandmarks {
            landmarks.append(Landmark(member: member, place: place))
        }
    }

    /// How much of what the rest of the article names is in a country, from 0 to 1; nil where it names none.
    func share(of country: CountryCode, for member: Int) -> Double? {
        let own = ownWeight[member]
        let rest = weight - (own?.weight ?? 0)
        guard rest > 0.001 else { return nil }
        let here = (weightOfCountry[country] ?? 0) - (own?.country == country ? own?.weight ?? 0 : 0)
        return max(0, here / rest)
    }

    /// Whether another place in the same first-level region, or the region itself, is named.
    func hasNeighbour(inRegionOf place: Place, for member: Int) -> Bool {
        guard place.region != 0, let members = regions[place.region] else { return false }
        return members.contains { $0 != member }
    }

    /// Kilometres to the nearest city that is certain.
    func distance(to place: Place, for member: Int) -> Double? {
        guard place.latitude != 0 || place.longitude != 0 else { return nil }
        return landmarks.lazy.filter { $0.member != member }.map { Self.kilometres($0.place, place) }.min()
    }

    /// The great-circle distance by the haversine formula.
    private static func kilometres(_ from: Place, _ to: Place) -> Double {
        let degree = Double.pi / 180
        let up = sin((to.latitude - from.latitude) * degree / 2)
        let along = sin((to.longitude - from.longitude) * degree / 2)
        let chord = up * up + cos(from.latitude * degree) * cos(to.latitude * degree) * along * along
        return 2 * earthRadiusKilometres * asin(min(1, chord.squareRoot()))
    }
}
