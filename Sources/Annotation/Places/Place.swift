import Records

/// One place that a name may mean.
struct Place: Sendable, Equatable {
    /// What the list knows of a place beside its kind.
    struct Traits: OptionSet, Sendable {
        /// The bits of the list.
        let rawValue: UInt8

        /// The capital of its country.
        static let capital = Traits(rawValue: 1)
        /// With coordinates that may be told; others have those of their people's middle, for comparing only.
        static let located = Traits(rawValue: 2)
        /// A state, province or oblast to which cities are counted.
        static let firstLevel = Traits(rawValue: 4)
        /// In the list by hand: what the news means by the name more often than others do.
        static let known = Traits(rawValue: 8)
    }

    /// What it is.
    var kind: PlaceKind
    /// The country it is in, or is.
    var country: CountryCode
    /// The first-level region it lies in, by number; 0 for none.
    var region: UInt16
    /// What else the list knows.
    var traits: Traits
    /// Natural logarithm of one plus its people; 0 where they are not known.
    var logPeople: Double
    /// Degrees north; 0, as is the longitude, where nothing is known.
    var latitude: Double
    /// Degrees east.
    var longitude: Double
    /// Its number in GeoNames; 0 for none.
    var geonames: UInt32

    /// Where it is, to three decimals (a hundred metres), as far as it may be told.
    var location: GeoPoint? {
        guard traits.contains(.located) else { return nil }
        func rounded(_ degrees: Double) -> Double { (degrees * 1000).rounded() / 1000 }
        return GeoPoint(latitude: rounded(latitude), longitude: rounded(longitude))
    }

    /// Whether it lies in another place, as far as the list knows: in a country, or in a first-level region.
    func lies(in outer: Place) -> Bool {
        guard country == outer.country, country != .none, self != outer else { return false }
        switch outer.kind {
        case .country: return kind != .country
        case .region, .island:
            return outer.traits.contains(.firstLevel) && outer.region == region && !traits.contains(.firstLevel)
        default: return false
        }
    }
}
