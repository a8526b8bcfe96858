/// Something that happened, will happen or might.
public struct Event: Codable, Hashable, Sendable {
    /// Its place in the article.
    public enum Status: String, Codable, Sendable, CaseIterable {
        case main, background, future, hypothetical
    }

    /// `visit`, `meeting`, `attack`, `election` …
    public var category: String
    /// The PLOVER event type, where one fits.
    public var code: String?
    /// The word that names it.
    public var trigger: TextRange
    /// The sentence it stands in.
    public var sentence: TextRange
    /// Ids of the entities that act.
    public var actors: [String] = []
    /// Ids of the entities acted upon.
    public var targets: [String] = []
    /// The id of the place's entity.
    public var place: String?
    /// An index into `times`.
    public var time: Int?
    /// Indexes into `counts`.
    public var counts: [Int] = []
    /// Its place in the article.
    public var status: Status
    /// From 0 to 1.
    public var confidence: Double

    /// An event by category and trigger.
    public init(
        category: String, code: String? = nil, trigger: TextRange, sentence: TextRange, status: Status,
        confidence: Double
    ) {
        self.category = category
        self.code = code
        self.trigger = trigger
        self.sentence = sentence
        self.status = status
        self.confidence = confidence
    }
}

/// The main event's answers.
public struct Story: Codable, Hashable, Sendable {
    /// What an answer's range counts in, where it is not the text.
    public enum Part: String, Codable, Sendable {
        /// The record's `headline`.
        case headline
    }

    /// One answer.
    public struct Answer: Codable, Hashable, Sendable {
        /// The part of the article it stands in; nil for the text.
        public var of: Part?
        /// Where it stands.
        public var range: TextRange
        /// The passage.
        public var text: String
        /// The id of its entity.
        public var entity: String?
        /// An index into `times`.
        public var time: Int?

        /// An answer by passage, with its entity or time.
        public init(of part: Part? = nil, range: TextRange, text: String, entity: String? = nil, time: Int? = nil) {
            of = part
            self.range = range
            self.text = text
            self.entity = entity
            self.time = time
        }
    }

    /// Who acts.
    public var who: Answer?
    /// What happens.
    public var what: Answer?
    /// When.
    public var when: Answer?
    /// Where.
    public var `where`: Answer?
    /// For what reason.
    public var why: Answer?
    /// By what means.
    public var how: Answer?

    /// A story without answers.
    public init() {}
}

/// Two or more statements of the same figure that disagree; all are kept.
public struct Conflict: Codable, Hashable, Sendable {
    /// One of the statements.
    public struct Item: Codable, Hashable, Sendable {
        /// Where it stands.
        public var range: TextRange
        /// The passage.
        public var text: String
        /// The figure it gives.
        public var value: Double

        /// A statement of a figure.
        public init(range: TextRange, text: String, value: Double) {
            self.range = range
            self.text = text
            self.value = value
        }
    }

    /// What the figure is of ("killed").
    public var what: String
    /// The statements, in text order.
    public var items: [Item]

    /// A disagreement over one figure.
    public init(what: String, items: [Item]) {
        self.what = what
        self.items = items
    }
}
