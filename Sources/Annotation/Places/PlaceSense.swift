import Records

/// What a place's name means in an article, as far as the article decides it.
struct PlaceSense: Sendable, Equatable {
    var kind: String?
    var country: CountryCode = .none
    var location: GeoPoint?
    var geonamesId: Int?
}
