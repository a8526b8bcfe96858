import Foundation

/// What the places of an article that are certain say about the others: countries, regions and neighbourhoods. What a
/// place itself added is not counted for it.
struct PlaceContext: Sendable {
    private struct Landmark {
        var member: Int
        var place: Place
    }

    /// Countries, regions and landmarks that are counted; beyond the first dozens more of them tell nothing new.
    private static let mostLandmarks = 40
    private static let kilometresOfDegree = 111.2

    private struct Share {
        var country: CountryCode
        var member: Int
        var weight: Double
    }

    private var shares: [Share] = []
    private var regions: [(region: UInt16, member: Int)] = []
    private var landmarks: [Landmark] = []

    /// Counts a country for the member of the cast that says so, once a member.
    mutating func add(_ country: CountryCode, weight: Double, member: Int) {
        guard country != .none, weight > 0, shares.count < Self.mostLandmarks else { return }
        shares.append(Share(country: country, member: member, weight: weight))
    }

    /// Counts a place that is certain.
    mutating func add(_ place: Place, weight: Double, member: Int) {
        add(place.country, weight: weight, member: member)
        guard landmarks.count < Self.mostLandmarks else { return }
        if place.region != 0 { regions.append((place.region, member)) }
        if place.kind == .city { landmarks.append(Landmark(member: member, place: place)) }
    }

    /// How much of what the rest of the article names is in a country, from 0 to 1; nil where it names none.
    func share(of country: CountryCode, for member: Int) -> Double? {
        var (here, all) = (0.0, 0.0)
        for share in shares where share.member != member {
            all += share.weight
            if share.country == country { here += share.weight }
        }
        return all > 0 ? here / all : nil
    }

    /// Whether another place in the same first-level region, or the region itself, is named.
    func hasNeighbour(inRegionOf place: Place, for member: Int) -> Bool {
        place.region != 0 && regions.contains { $0.region == place.region && $0.member != member }
    }

    /// Kilometres to the nearest city that is certain, good to some per cent within a thousand: a degree of longitude is
    /// taken as long as at the place itself.
    func distance(to place: Place, for member: Int) -> Double? {
        guard place.latitude != 0 || place.longitude != 0 else { return nil }
        let shrinking = cos(place.latitude * Double.pi / 180)
        var nearest: Double?
        for landmark in landmarks where landmark.member != member {
            let up = landmark.place.latitude - place.latitude
            let along = (landmark.place.longitude - place.longitude) * shrinking
            nearest = min(nearest ?? .infinity, up * up + along * along)
        }
        return nearest.map { $0.squareRoot() * Self.kilometresOfDegree }
    }
}
