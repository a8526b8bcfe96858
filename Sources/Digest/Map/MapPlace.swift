import Records

/// A place of the day's news on the map.
struct MapPlace: Sendable, Hashable {
    /// The name, and its first mention in the leading article.
    let name: Told
    /// Where it lies.
    let latitude: Double
    let longitude: Double
    /// Reports of the day that name it; near copies count once.
    let reports: Int
}

extension Newsroom {
    /// Places a map of this size holds without becoming a blot.
    private static let mostPlaces = 40
    /// What stands for a point of the map; a country or a continent does not.
    private static let widePlaces: Set<String> = ["country", "continent"]

    /// The places of the day that records locate, the most named first.
    func map() -> [MapPlace] {
        var found: [String: (name: Told, point: GeoPoint, reports: Int)] = [:]
        for article in filed.indices where original[article] == article {
            var seen: Set<String> = []
            for entity in record(article).annotations.entities where entity.type == .place {
                guard let point = entity.location, WorldMap.position(of: point) != nil,
                    let mention = entity.mentions.first,
                    !Self.widePlaces.contains(entity.placeKind ?? "")
                else { continue }
                let name = Line(entity.name, limit: 80)
                // Names of two places far apart are two places: Paris in France, Paris in Texas.
                let key = "\(NameKey(entity).text) \(Int(point.latitude.rounded())) \(Int(point.longitude.rounded()))"
                guard !name.isEmpty, seen.insert(key).inserted else { continue }
                let told = Told(line: name, reference: Reference(article: article, range: mention.range))
                found[key, default: (told, point, 0)].reports += 1
            }
        }
        return found.sorted { ($1.value.reports, $0.key) < ($0.value.reports, $1.key) }.prefix(Self.mostPlaces).map {
            MapPlace(
                name: $0.value.name, latitude: $0.value.point.latitude, longitude: $0.value.point.longitude,
                reports: $0.value.reports)
        }
    }
}
