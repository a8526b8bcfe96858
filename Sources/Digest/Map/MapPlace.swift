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
    /// Whether it is a country as a whole, of which no town or region is marked.
    let isCountry: Bool
}

extension Newsroom {
    /// Places a map of this size holds without becoming a blot.
    private static let mostPlaces = 40
    /// No point of the map stands for a continent, and a country's middle only for the whole of it.
    private static let (country, continent) = ("country", "continent")

    /// A place as it is gathered from the records.
    private struct Found {
        var name: Told
        /// Whether an English report has the name: an edition is English.
        var isEnglish: Bool
        let point: GeoPoint
        let country: String?
        let isCountry: Bool
        var reports = 0
    }

    /// The places of the day that records locate, the most named first. A country is among them where none of its towns and
    /// regions is.
    func map() -> [MapPlace] {
        let found = located()
        let narrow = Set(found.values.filter { !$0.isCountry }.compactMap(\.country))
        let shown = found.filter { !$0.value.isCountry || $0.value.country.map { !narrow.contains($0) } ?? false }
        return shown.sorted { one, other in
            let (name, next) = (one.value.name.line.text, other.value.name.line.text)
            return (other.value.reports, name, one.key) < (one.value.reports, next, other.key)
        }.prefix(Self.mostPlaces).map {
            MapPlace(
                name: $0.value.name, latitude: $0.value.point.latitude, longitude: $0.value.point.longitude,
                reports: $0.value.reports, isCountry: $0.value.isCountry)
        }
    }

    private func located() -> [String: Found] {
        var found: [String: Found] = [:]
        for article in filed.indices where original[article] == article {
            var seen: Set<String> = []
            let record = record(article)
            let isEnglish = record.article.language?.hasPrefix("en") ?? true
            for entity in record.annotations.entities where entity.type == .place {
                guard let point = entity.location, WorldMap.position(of: point) != nil,
                    let mention = entity.mentions.first, entity.placeKind != Self.continent
                else { continue }
                let name = Line(entity.name, limit: 80)
                // Kiev is Kyiv; names of two places far apart are two places: Paris in France, Paris in Texas.
                let key =
                    entity.geonamesId.map { "\($0)" }
                    ?? "\(NameKey(entity).text) \(Int(point.latitude.rounded())) \(Int(point.longitude.rounded()))"
                guard !name.isEmpty, seen.insert(key).inserted else { continue }
                let told = Told(line: name, reference: Reference(article: article, range: mention.range))
                let place = Found(
                    name: told, isEnglish: isEnglish, point: point, country: entity.country,
                    isCountry: entity.placeKind == Self.country)
                found[key, default: place].reports += 1
                if isEnglish, found[key]?.isEnglish == false {
                    found[key]?.name = told
                    found[key]?.isEnglish = true
                }
            }
        }
        return found
    }
}
