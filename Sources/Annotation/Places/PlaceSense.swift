import Records

/// What a place's name means in an article, as far as the article decides it.
struct PlaceSense: Sendable, Equatable {
    /// The record's word for its kind.
    var kind: String?
    /// Its country; none where it has none, or where nothing decides.
    var country: CountryCode = .none
    /// Where it is.
    var location: GeoPoint?
    /// Its number in GeoNames.
    var geonamesId: Int?
}
