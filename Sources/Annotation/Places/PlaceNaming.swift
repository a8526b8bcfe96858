/// One place that an article names, with what it may be and what the article says of it.
struct PlaceNaming: Sendable {
    /// The member of the cast.
    var member: Int
    /// How often it is named.
    var mentions: Int
    /// What it may be.
    var candidates: [PlaceFile.Candidate] = []
    /// Places the text puts it into: "Kharkiv, Ukraine"; each as what its name may mean.
    var containers: [[PlaceFile.Candidate]] = []
    /// Countries whose people the text puts before it: "the Ukrainian city of Kharkiv".
    var peoples: [CountryCode] = []
    /// The kind that the words beside it give: "Kherson region".
    var hint: PlaceKind?
    /// Whether the candidates are only a place named within the name, whose country it shares: "Kyiv Airport".
    var isInherited = false
    /// The kind that the name's own words give.
    var ownKind: String?
}
