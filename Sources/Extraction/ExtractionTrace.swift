import Foundation
import Records

/// How an article came out of its page: what became of every block, and of every candidate for a field. Made on the same way as
/// the article itself, by noting what is decided there.
public struct ExtractionTrace: Sendable {
    /// The article, or why there is none.
    public var outcome: Result<Article, ExtractionError>
    /// The page's blocks in its order.
    public var blocks: [BlockTrace]
    /// The fields of the metadata.
    public var fields: [FieldTrace]

    /// The article, nil where there is none.
    public var article: Article? { try? outcome.get() }
}

/// One block of a page or paragraph of a text, and what became of it.
public struct BlockTrace: Sendable, Equatable {
    /// One decision on the block; the last one stands.
    public struct Step: Sendable, Equatable {
        /// Who decided: `model`, `siblings`, `standfirst`, `rules` …
        public var stage: String
        /// The rule under which it was dropped; nil where it was kept.
        public var rule: String?

        /// A stage's decision.
        public init(stage: String, rule: String?) {
            self.stage = stage
            self.rule = rule
        }
    }

    /// The block's text, white space folded.
    public var text: String
    /// What it is: an element's name (`p`), or a block's kind in a text (`paragraph`).
    public var kind: String
    /// Where it stands: `main > article > div.body > p`, or `line 14`.
    public var place: String
    /// What the model gave: the log-odds that it is article text; nil where no model was asked.
    public var odds: Double?
    /// The share of its bytes that stand in links, from 0 to 1.
    public var linkShare: Double
    /// What stands around it: `aside`, `navigation`, `hidden` …
    public var surroundings: [String]
    /// The decisions on it in their order, those alone that changed something; the first is always there.
    public var steps: [Step]

    /// A block with what became of it.
    public init(
        text: String, kind: String, place: String, odds: Double?, linkShare: Double, surroundings: [String],
        steps: [Step]
    ) {
        self.text = text
        self.kind = kind
        self.place = place
        self.odds = odds
        self.linkShare = linkShare
        self.surroundings = surroundings
        self.steps = steps
    }

    /// Whether it is part of the article.
    public var isKept: Bool { steps.last.map { $0.rule == nil } ?? false }

    /// The rule under which it was dropped, nil where it was kept.
    public var rule: String? { steps.last?.rule }

    /// The model's probability that it is article text, from 0 to 1: the logistic function of the log-odds.
    public var probability: Double? { odds.map { 1 / (1 + exp(-$0)) } }
}
