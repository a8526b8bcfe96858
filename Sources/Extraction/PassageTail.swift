/// Scraps behind the article: excerpts of the site's other articles, comments, a notice of the law. One by one each may look
/// like text; that the article has ended before them tells what they are.
enum PassageTail {
    /// Passages that are surely boilerplate, from which on they part what is kept before them from what is kept behind.
    private static let gap = 3
    /// Log-odds below which a passage is surely boilerplate.
    private static let surely: Float = -2
    /// The share of the kept words that the largest part must have to be the article.
    private static let most: Float = 0.6
    /// Log-odds that the surest passage of a part behind it must reach for the part to belong to it. On unseen sites of the
    /// development pages no word of 292 in weaker parts is text on news pages, 8 of 1,637 on articles of other sites; of parts from
    /// here to even 1 it is half.
    private static let least: Float = 0.5

    /// What is kept between two gaps.
    private struct Part {
        var indices: [Int] = []
        var words: Float = 0
        var surest = -Float.infinity
    }

    /// Drops the weak parts behind the largest, where that holds most of the text. Linear.
    static func drop(_ features: PassageFeatures, _ odds: [Float], _ verdicts: inout [BodyReader.Verdict]) {
        let parts = parts(features, odds, verdicts)
        guard parts.count > 1, let main = parts.indices.max(by: { parts[$0].words < parts[$1].words }),
            parts[main].words >= most * parts.reduce(0, { $0 + $1.words })
        else { return }
        for part in parts[(main + 1)...] where part.surest < least {
            for index in part.indices { verdicts[index] = .dropped(rule: "tail") }
        }
    }

    private static func parts(
        _ features: PassageFeatures, _ odds: [Float], _ verdicts: [BodyReader.Verdict]
    ) -> [Part] {
        var parts: [Part] = []
        var dropped = gap
        for index in verdicts.indices {
            guard verdicts[index] == .kept else {
                if odds[index] < surely { dropped += 1 }
                continue
            }
            if dropped >= gap { parts.append(Part()) }
            dropped = 0
            parts[parts.count - 1].indices.append(index)
            parts[parts.count - 1].words += features.measure(index).words
            parts[parts.count - 1].surest = max(parts[parts.count - 1].surest, odds[index])
        }
        return parts
    }
}
