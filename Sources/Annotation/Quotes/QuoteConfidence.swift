import Records

/// How probable a quotation is right, by its kind and by how plainly its pattern shows it. Right means that half of its words are
/// those that people marked, and the speaker theirs. The shares are those of 840 articles of PolNeAR (12,595 quotations),
/// rounded to a twentieth; on 84 others the mean distance of what is said from what is right is .05. The ranks are those that
/// the patterns give their drafts.
enum QuoteConfidence {
    /// Rows of a rank, up to which it holds, and the share for direct, indirect and mixed quotations.
    private static let rows: [(rank: Double, direct: Double, indirect: Double, mixed: Double)] = [
        (0.37, 0.5, 0.45, 0.5), (0.45, 0.2, 0.2, 0.2), (0.55, 0.5, 0.45, 0.7), (0.65, 0.55, 0.65, 0.75),
        (0.72, 0.55, 0.6, 0.8), (0.77, 0.7, 0.7, 0.85), (0.82, 0.7, 0.8, 0.9), (0.87, 0.85, 0.8, 0.75),
        (1, 0.95, 0.8, 0.8),
    ]

    /// The confidence of a quotation of a kind whose pattern has a rank from 0 to 1.
    static func value(of kind: Quote.Kind, rank: Double) -> Double {
        let row = rows.first { rank <= $0.rank } ?? (rank, 0.95, 0.8, 0.8)
        switch kind {
        case .direct: return row.direct
        case .indirect: return row.indirect
        case .mixed: return row.mixed
        }
    }
}
