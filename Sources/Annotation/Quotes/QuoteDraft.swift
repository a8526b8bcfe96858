import Records

/// A quotation in tokens, before it is written out.
struct QuoteDraft: Sendable, Equatable {
    var contents: [Range<Int>]
    var speaker: Range<Int>?
    /// What a speaker that is "who" stands for.
    var antecedent: Range<Int>?
    var cue: Range<Int>?
    var lemma: String?
    /// Ranks the patterns by how plainly they show a quotation, from 0 to 1; `QuoteConfidence` says how often each is right.
    var rank: Double
}
