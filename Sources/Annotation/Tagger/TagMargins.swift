import Records

/// Tells by how much each name of a sentence leads: the sum of the likeliest sequence of tags against that of the likeliest
/// one with another tag at any of the name's tokens (max-marginals, by one pass forward and one backward).
struct TagMargins {
    /// In the model's units, 0 and more; two bytes, in which more than anybody asks for fits.
    typealias Lead = UInt16

    private let forward: [SIMD16<Int32>]
    private let backward: [SIMD16<Int32>]
    private let first: SIMD16<Int32>
    private let last: SIMD16<Int32>
    private var sums: [SIMD16<Int32>] = []

    init(_ model: TagModel) {
        let transitions = model.transitions
        forward = transitions
        backward = (0..<16).map { next in
            var column = SIMD16<Int32>()
            for tag in 0..<16 { column[tag] = transitions[tag][next] }
            return column
        }
        first = transitions[15]
        last = backward[15]
    }

    /// Adds the leads of a sentence's names, in order, as `NameTag.names` tells them; 0 for names of other types, of which nobody asks.
    /// Linear in its tokens.
    mutating func add(_ scores: ArraySlice<SIMD16<Int32>>, _ tags: ArraySlice<UInt8>, to leads: inout [Lead]) {
        let start = tags.startIndex
        let names = NameTag.names(in: Array(tags))
        let first = leads.count
        leads.append(contentsOf: repeatElement(0, count: names.count))
        guard let final = names.last(where: { $0.kind != nil }), let opening = names.first else { return }
        sweep(forwardTo: final.tokens.upperBound, scores)
        var left = names.count - 1
        var behind = last
        for token in stride(from: scores.count - 1, through: opening.tokens.lowerBound, by: -1) {
            while left > 0, names[left].tokens.lowerBound > token { left -= 1 }
            let name = names[left]
            if name.kind != nil, name.tokens.contains(token) {
                let lead = Lead(clamping: lead(of: Int(tags[start + token]), sums[token] &+ behind))
                let isLast = token == name.tokens.upperBound - 1
                leads[first + left] = isLast ? lead : min(lead, leads[first + left])
            }
            let sum = behind &+ scores[start + token]
            behind = Self.best(backward, sum &- SIMD16(repeating: sum[0]))
        }
    }

    /// For each token up to `end` the highest sum of a sequence that ends there in each tag, against the first tag's.
    private mutating func sweep(forwardTo end: Int, _ scores: ArraySlice<SIMD16<Int32>>) {
        sums.removeAll(keepingCapacity: true)
        var sum = first &+ scores[scores.startIndex]
        sums.append(sum)
        for score in scores.dropFirst().prefix(end - 1) {
            sum = Self.best(forward, sum &- SIMD16(repeating: sum[0])) &+ score
            sums.append(sum)
        }
    }

    /// By how much a tag leads all others.
    private func lead(of tag: Int, _ sums: SIMD16<Int32>) -> Int32 {
        var others = sums
        others[tag] = .min
        others[15] = .min
        return sums[tag] &- others.max()
    }

    @inline(__always)
    private static func raise(_ best: inout SIMD16<Int32>, _ steps: [SIMD16<Int32>], _ sums: SIMD16<Int32>, _ tag: Int)
    {
        let sum = steps[tag] &+ SIMD16(repeating: sums[tag])
        best.replace(with: sum, where: sum .> best)
    }

    /// For each tag the highest sum over the tags beside it.
    @inline(__always)
    private static func best(_ steps: [SIMD16<Int32>], _ sums: SIMD16<Int32>) -> SIMD16<Int32> {
        var best = steps[0] &+ SIMD16(repeating: sums[0])
        // One by one, so that each sum is taken out of its register and not of memory.
        raise(&best, steps, sums, 1)
        raise(&best, steps, sums, 2)
        raise(&best, steps, sums, 3)
        raise(&best, steps, sums, 4)
        raise(&best, steps, sums, 5)
        raise(&best, steps, sums, 6)
        raise(&best, steps, sums, 7)
        raise(&best, steps, sums, 8)
        raise(&best, steps, sums, 9)
        raise(&best, steps, sums, 10)
        raise(&best, steps, sums, 11)
        raise(&best, steps, sums, 12)
        raise(&best, steps, sums, 13)
        raise(&best, steps, sums, 14)
        return best
    }
}
