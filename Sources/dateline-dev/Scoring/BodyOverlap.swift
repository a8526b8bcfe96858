/// How two texts share their words: precision, recall and F1 of the lower-cased bags.
struct WordOverlap {
    private(set) var precision = 0.0
    private(set) var recall = 0.0
    private(set) var f1 = 0.0

    init(_ gold: Codepoints, _ text: Codepoints) {
        let expected = Bag(gold.lowercased.wordList)
        let found = Bag(text.lowercased.wordList)
        if expected.total == 0 {
            let value = found.total == 0 ? 1.0 : 0
            (precision, recall, f1) = (value, value, value)
        } else if found.total > 0 {
            let shared = expected.shared(with: found)
            precision = Double(shared) / Double(found.total)
            recall = Double(shared) / Double(expected.total)
            if precision + recall > 0 { f1 = 2 * precision * recall / (precision + recall) }
        }
    }
}

/// How two texts share their runs of four words, as shares of all runs that are right, spurious or missed.
struct ShingleCounts {
    private(set) var right = 0.0
    private(set) var spurious = 0.0
    private(set) var missed = 0.0

    init(_ gold: [ArraySlice<Unicode.Scalar>], _ text: [ArraySlice<Unicode.Scalar>]) {
        var numbers: [ArraySlice<Unicode.Scalar>: Int] = [:]
        let expected = Bag(Self.shingles(gold, &numbers))
        let found = Bag(Self.shingles(text, &numbers))
        let shared = expected.shared(with: found)
        let sum = Double(expected.total + found.total - shared)
        guard sum > 0 else { return }
        right = Double(shared) / sum
        spurious = Double(found.total - shared) / sum
        missed = Double(expected.total - shared) / sum
    }

    /// Runs of four words by the words' numbers; a shorter text is one shorter run.
    private static func shingles(
        _ words: [ArraySlice<Unicode.Scalar>], _ numbers: inout [ArraySlice<Unicode.Scalar>: Int]
    ) -> [SIMD4<Int>] {
        let ids = words.map { word -> Int in
            let number = numbers[word] ?? numbers.count
            numbers[word] = number
            return number
        }
        guard ids.count >= 4 else {
            guard !ids.isEmpty else { return [] }
            var short = SIMD4(repeating: -1)
            for (index, id) in ids.enumerated() { short[index] = id }
            return [short]
        }
        return (0...(ids.count - 4)).map { SIMD4(ids[$0], ids[$0 + 1], ids[$0 + 2], ids[$0 + 3]) }
    }

    /// The share of right runs among those found.
    var precision: Double { Self.ratio(right, spurious, missed) }

    /// The share of right runs among those expected.
    var recall: Double { Self.ratio(right, missed, spurious) }

    private static func ratio(_ right: Double, _ wrong: Double, _ other: Double) -> Double {
        if wrong == 0, other == 0 { return 1 }
        return right + wrong > 0 ? right / (right + wrong) : 0
    }
}
