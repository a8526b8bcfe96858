/// How a figure is qualified: "at least", "up to", "about".
public enum FigureModifier: String, Codable, Sendable, CaseIterable {
    case min, max, approx
}

/// A date, time, duration or set, in TIMEX3 terms.
public struct TimeExpression: Codable, Hashable, Sendable {
    /// TIMEX3's four types.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case date, time, duration, set
    }

    /// What a relative expression was resolved against.
    public enum Anchor: String, Codable, Sendable, CaseIterable {
        case published, text
    }

    /// Where it stands.
    public var range: TextRange
    /// The passage.
    public var text: String
    /// Its type.
    public var type: Kind
    /// The TIMEX3 value; underspecified (`XXXX-WXX-4`) where nothing anchors it.
    public var value: String
    /// TIMEX3's modifier: `START`, `MID`, `END`, `APPROX`, `BEFORE`, `AFTER` …
    public var modifier: String?
    /// What it was resolved against, for relative expressions.
    public var relativeTo: Anchor?

    /// A time expression with its value.
    public init(
        range: TextRange, text: String, type: Kind, value: String, modifier: String? = nil, relativeTo: Anchor? = nil
    ) {
        self.range = range
        self.text = text
        self.type = type
        self.value = value
        self.modifier = modifier
        self.relativeTo = relativeTo
    }
}

/// An amount of money, a percentage, or a measure with its unit.
public struct Amount: Codable, Hashable, Sendable {
    /// What is measured.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case money, percent, measure
    }

    /// Where it stands.
    public var range: TextRange
    /// The passage.
    public var text: String
    /// What is measured.
    public var kind: Kind
    /// The value in main units: "85 pence" is 0.85, "$1.4bn" is 1400000000.
    public var value: Double
    /// ISO 4217, for money.
    public var currency: String?
    /// The unit of a measure, in the singular ("mile").
    public var unit: String?
    /// How the figure is qualified.
    public var modifier: FigureModifier?
    /// Indexes into `amounts` of the same sum in another currency.
    public var equivalentTo: [Int] = []

    /// An amount with its value in main units.
    public init(
        range: TextRange, text: String, kind: Kind, value: Double, currency: String? = nil, unit: String? = nil,
        modifier: FigureModifier? = nil, equivalentTo: [Int] = []
    ) {
        self.range = range
        self.text = text
        self.kind = kind
        self.value = value
        self.currency = currency
        self.unit = unit
        self.modifier = modifier
        self.equivalentTo = equivalentTo
    }
}

/// A number of people or things: "at least 12 people".
public struct Count: Codable, Hashable, Sendable {
    /// Where it stands: the figure with its modifier and object.
    public var range: TextRange
    /// The passage.
    public var text: String
    /// How many.
    public var value: Double
    /// How the figure is qualified.
    public var modifier: FigureModifier?
    /// What is counted ("people").
    public var object: String
    /// What happened to them: `killed`, `injured`, `missing`, `displaced`, `arrested`, `affected` …
    public var category: String?

    /// A count of an object.
    public init(
        range: TextRange, text: String, value: Double, modifier: FigureModifier? = nil, object: String,
        category: String? = nil
    ) {
        self.range = range
        self.text = text
        self.value = value
        self.modifier = modifier
        self.object = object
        self.category = category
    }
}
