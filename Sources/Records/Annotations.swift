/// What annotation gives over an article's text. Its fields are those of the record; every range points into the
/// article's `text`, in code points.
public struct Annotations: Hashable, Sendable {
    /// The text's sentences, in order, without overlap.
    public var sentences: [TextRange] = []
    /// The two or three sentences that tell the story, in text order.
    public var summary: [TextRange] = []
    /// Named things, in order of first mention.
    public var entities: [Entity] = []
    /// Quotations, in text order.
    public var quotes: [Quote] = []
    /// Time expressions, in text order.
    public var times: [TimeExpression] = []
    /// Amounts, in text order.
    public var amounts: [Amount] = []
    /// Counts, in text order.
    public var counts: [Count] = []
    /// Events, in text order.
    public var events: [Event] = []
    /// The main event's answers.
    public var story: Story?
    /// Figures that disagree.
    public var conflicts: [Conflict] = []
    /// The id of the entity of the dateline's place.
    public var datelinePlace: String?

    /// No annotations.
    public init() {}
}
