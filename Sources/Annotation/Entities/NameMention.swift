import Records

/// One name in the text, as the finder sees it before the document is decided as a whole.
struct NameMention: Sendable, Equatable {
    /// The tokens of the name, without titles, articles and possessive endings.
    var tokens: Range<Int> { didSet { if tokens != oldValue { lead = nil } } }
    /// What it seems to be; nil where only the document can tell.
    var type: Entity.Kind?
    /// What the tagger read here; nil where rules alone found the name.
    var readAs: Entity.Kind?
    /// By how much that leads; nil where rules have set the bounds.
    var lead: TagMargins.Lead?
    /// How much that is worth in the document's vote.
    var weight: Int
    /// Its entry in the gazetteer.
    var entry: Int?
    /// What kind of place its own words say it is.
    var placeKind: String?
}
