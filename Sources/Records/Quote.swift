/// Something somebody said, by whom.
public struct Quote: Codable, Hashable, Sendable {
    /// direct: the whole statement in quotation marks; mixed: part of it is; indirect: reported without marks.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case direct, mixed, indirect
    }

    /// How it is reported.
    public var kind: Kind
    /// What was said; a quotation split by its cue has two ranges.
    public var content: [TextRange]
    /// The content's text, the parts joined by a space.
    public var text: String
    /// Who said it.
    public var speaker: Speaker?
    /// The word that says it was said.
    public var cue: Cue?
    /// From 0 to 1.
    public var confidence: Double

    /// A quotation with its attribution.
    public init(
        kind: Kind, content: [TextRange], text: String, speaker: Speaker? = nil, cue: Cue? = nil, confidence: Double
    ) {
        self.kind = kind
        self.content = content
        self.text = text
        self.speaker = speaker
        self.cue = cue
        self.confidence = confidence
    }
}

/// The source of a quotation.
public struct Speaker: Codable, Hashable, Sendable {
    /// The id of the speaker's entity.
    public var entity: String?
    /// The passage as it stands ("officials who asked not to be named").
    public var text: String
    /// Where it stands.
    public var range: TextRange

    /// A speaker by passage and, where known, entity.
    public init(entity: String? = nil, text: String, range: TextRange) {
        self.entity = entity
        self.text = text
        self.range = range
    }
}

/// The cue of a quotation: "said", "according to" …
public struct Cue: Codable, Hashable, Sendable {
    /// The passage.
    public var text: String
    /// Where it stands.
    public var range: TextRange
    /// Its base form ("say").
    public var lemma: String

    /// A cue by passage and lemma.
    public init(text: String, range: TextRange, lemma: String) {
        self.text = text
        self.range = range
        self.lemma = lemma
    }
}
