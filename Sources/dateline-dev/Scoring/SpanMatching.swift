/// Pairs gold with predicted spans by the words they share.
enum SpanMatching {
    /// One pair of a matching.
    struct Pair {
        var gold: Int
        var predicted: Int
        /// Shared words over the words of the longer one.
        var score: Double
    }

    /// Greedy, one to one, the best score first; of equal ones that with more shared words, then text order.
    static func pairs(_ gold: [Set<Int>], _ predicted: [Set<Int>]) -> [Pair] {
        var candidates: [(pair: Pair, shared: Int)] = []
        for (i, g) in gold.enumerated() {
            for (j, p) in predicted.enumerated() {
                let shared = g.intersection(p).count
                guard shared > 0 else { continue }
                let score = Double(shared) / Double(max(g.count, p.count))
                candidates.append((Pair(gold: i, predicted: j, score: score), shared))
            }
        }
        candidates.sort { a, b in
            (-a.pair.score, -a.shared, a.pair.gold, a.pair.predicted)
                < (-b.pair.score, -b.shared, b.pair.gold, b.pair.predicted)
        }
        var takenGold: Set<Int> = []
        var takenPredicted: Set<Int> = []
        return candidates.compactMap { candidate in
            let pair = candidate.pair
            guard !takenGold.contains(pair.gold), !takenPredicted.contains(pair.predicted) else { return nil }
            takenGold.insert(pair.gold)
            takenPredicted.insert(pair.predicted)
            return pair
        }
    }
}

extension Codepoints {
    /// Where the tokens of some spans start: what two spans share is counted in these.
    func tokenStarts(in spans: [Range<Int>]) -> Set<Int> {
        Set(spans.flatMap { tokens(in: $0).map(\.lowerBound) })
    }
}
