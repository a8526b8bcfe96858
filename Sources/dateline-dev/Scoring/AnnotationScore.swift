import Records

/// A scorer of one annotation task: documents go in one by one, figures come out at the end.
protocol AnnotationScore {
    /// Counts one document; a rejected one counts as empty.
    mutating func add(_ gold: GoldDocument, _ record: ArticleRecord?)

    /// The figures, named as the reference scorer names them.
    var figures: Figure { get }

    /// What was wrong, an error a line, where the score tells it.
    var errors: [String] { get }

    /// How often what was found is right by the confidence stated for it, where the score tells it.
    var confidence: ConfidenceTable? { get }
}

extension AnnotationScore {
    var errors: [String] { [] }
    var confidence: ConfidenceTable? { nil }
}

extension TextRange {
    /// The range as Swift's own; one that is turned round is empty.
    var scalarRange: Range<Int> { start..<max(start, end) }
}
