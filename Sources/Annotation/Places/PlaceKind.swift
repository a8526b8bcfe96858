/// What kind of place a place is; its name is that of the record.
enum PlaceKind: UInt8, Sendable, CaseIterable {
    /// In the order of the compiled list; cities are all places where people live, facilities all that people built.
    case country, continent, region, city, island, water, mountain, facility, planet

    /// The record's word.
    var name: String {
        switch self {
        case .country: "country"
        case .continent: "continent"
        case .region: "region"
        case .city: "city"
        case .island: "island"
        case .water: "water"
        case .mountain: "mountain"
        case .facility: "facility"
        case .planet: "planet"
        }
    }

    /// A kind by the record's word.
    init?(name: String) {
        guard let kind = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = kind
    }
}
