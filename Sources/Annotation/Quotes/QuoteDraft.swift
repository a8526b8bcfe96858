import Records

/// A quotation in tokens, before it is written out.
struct QuoteDraft: Sendable, Equatable {
    var contents: [Range<Int>]
    var speaker: Range<Int>?
    /// The member of the cast who speaks.
    var member: Int?
    var cue: Range<Int>?
    var lemma: String?
    /// Ranks the patterns by how plainly they show a quotation; set by judgement, not yet calibrated.
    var confidence: Double
}
