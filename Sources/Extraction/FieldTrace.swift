/// How one field of an article's metadata came by its value: every candidate that was looked at.
public struct FieldTrace: Sendable {
    /// The record's name of the field: `headline`, `bylines`, `published`, `modified`, `standfirst`, `site`, `section`.
    public var field: String
    /// All candidates, the chosen ones first.
    public var candidates: [CandidateTrace]

    /// A field and its candidates.
    public init(field: String, candidates: [CandidateTrace]) {
        self.field = field
        self.candidates = candidates
    }
}

/// One value that a page offers for a field, and what became of it.
public struct CandidateTrace: Sendable {
    /// The value as it would stand in the record.
    public var value: String
    /// Where the page gives it: `json-ld`, `og:title`, `h1`, `byline line` …
    public var from: String
    /// From 0 to 1: how sure the engine is of this value for this field; nil where sources are taken in a fixed order and
    /// nothing is weighed.
    public var confidence: Double?
    /// `chosen`, or why not.
    public var verdict: String
    /// The grounds for it, all of them, named as in the table of weights; none where it was not weighed.
    public var clues: [String] = []
    /// Whether a rule forbids it, however sure the engine is.
    public var isForbidden = false

    /// A candidate with its source, its confidence and its fate.
    public init(value: String, from: String, confidence: Double?, verdict: String) {
        self.value = value
        self.from = from
        self.confidence = confidence
        self.verdict = verdict
    }
}
