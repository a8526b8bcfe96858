/// A person, organisation, place or other named thing of the article, with all its mentions.
public struct Entity: Codable, Hashable, Sendable {
    /// What an entity is. `group`: nationalities, religions, political groups.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case person, organization, place, group, event, product, work, law
    }

    /// `e1`, `e2` … in order of first mention.
    public var id: String
    /// What it is.
    public var type: Kind
    /// The fullest form of its name in the article.
    public var name: String
    /// Other forms of the name in the article.
    public var aliases: [String] = []
    /// Every mention, in text order.
    public var mentions: [Mention] = []
    /// How much the article is about it, from 0 to 1.
    public var salience: Double?
    /// How likely it is of this type, and named with these bounds, from 0 to 1: of those given 0.9 nine in ten are.
    public var confidence: Double?
    /// A person's titles and offices.
    public var roles: [Role] = []
    /// A person's age in years.
    public var age: Int?
    /// ISO 3166-1 alpha-2.
    public var country: String?
    /// `country`, `region`, `city`, `facility`, `water` …
    public var placeKind: String?
    /// Where the place lies.
    public var location: GeoPoint?
    /// The place in GeoNames.
    public var geonamesId: Int?

    /// An entity by id, type and name.
    public init(id: String, type: Kind, name: String) {
        self.id = id
        self.type = type
        self.name = name
    }
}

/// One mention of an entity.
public struct Mention: Codable, Hashable, Sendable {
    /// How the entity is named here.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case name, nominal, pronoun
    }

    /// Where.
    public var range: TextRange
    /// By name, by a common noun ("the ministry"), or by a pronoun.
    public var kind: Kind

    /// A mention at a place.
    public init(range: TextRange, kind: Kind) {
        self.range = range
        self.kind = kind
    }
}

/// A person's title or office.
public struct Role: Codable, Hashable, Sendable {
    /// The title, as the text gives it ("Secretary-General").
    public var title: String
    /// The id of the organisation's entity.
    public var organization: String?
    /// The organisation's name, where it is no entity of its own.
    public var organizationName: String?
    /// The passage that says so.
    public var range: TextRange
    /// True for "former", absent otherwise.
    public var former: Bool?

    /// A role and the passage that gives it.
    public init(
        title: String, organization: String? = nil, organizationName: String? = nil, range: TextRange,
        former: Bool? = nil
    ) {
        self.title = title
        self.organization = organization
        self.organizationName = organizationName
        self.range = range
        self.former = former
    }
}

/// A point on the globe, WGS 84, in degrees.
public struct GeoPoint: Codable, Hashable, Sendable {
    /// Degrees north.
    public var latitude: Double
    /// Degrees east.
    public var longitude: Double

    /// A point by latitude and longitude in degrees.
    public init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }

    private enum CodingKeys: String, CodingKey {
        case latitude = "lat"
        case longitude = "lon"
    }
}
