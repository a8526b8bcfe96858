/// Where a date came from. The order is that of the record's contract, not of reliability.
public enum DateSource: String, Codable, Sendable, CaseIterable {
    case jsonLD = "json-ld"
    case microdata
    case openGraph = "opengraph"
    case meta
    case timeElement = "time-element"
    case url
    case header
    case dateline
    case body
    case fileName = "file-name"
    case fileTime = "file-time"
}

/// A date with the evidence for it.
public struct DatedEvidence: Codable, Hashable, Sendable {
    /// ISO 8601: a day, or a day with time, with a zone when the source gives one.
    public var value: String
    /// The source it was read from.
    public var from: DateSource
    /// From 0 to 1; calibrated, so that nine in ten of the values given 0.9 are right.
    public var confidence: Double?

    /// A date and its evidence.
    public init(value: String, from: DateSource, confidence: Double? = nil) {
        self.value = value
        self.from = from
        self.confidence = confidence
    }
}

/// Something odd about the input: never an error, always said.
public struct Notice: Codable, Hashable, Sendable {
    /// A stable, hyphenated code, such as `encoding-guessed`.
    public var code: String
    /// One sentence for a person.
    public var message: String
    /// The passage it is about, where there is one.
    public var range: TextRange?

    /// A notice with its code, its sentence and, where there is one, the passage.
    public init(code: String, message: String, range: TextRange? = nil) {
        self.code = code
        self.message = message
        self.range = range
    }
}

/// A passage that was taken out as boilerplate, so that a reader can check the decision.
public struct RemovedPassage: Codable, Hashable, Sendable {
    /// The passage as it stood in the input, white space folded.
    public var text: String
    /// The rule that took it out.
    public var rule: String
    /// Where it stood: an element path (`body/div[2]/p[1]`) or a line (`line 14`).
    public var location: String

    /// A removed passage, the rule's name, and where it stood.
    public init(text: String, rule: String, location: String) {
        self.text = text
        self.rule = rule
        self.location = location
    }

    private enum CodingKeys: String, CodingKey {
        case text, rule
        case location = "where"
    }
}
