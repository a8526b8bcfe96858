/// A small, fixed-size likeness of a text: one-permutation MinHash over its five-word shingles. Two sketches tell how
/// much of their texts is the same, word for word, without the texts. Making one is linear in the words.
struct ShingleSketch: Sendable {
    /// Bins of the sketch; the standard error of the resemblance is at most 1/√64/2, six points.
    static let binCount = 64
    /// Bins in a band: two texts are compared when one band agrees. Sixteen bands of four find a resemblance of one
    /// half in two pairs of three, of 0.7 in 99 of 100 (1 - (1 - r⁴)¹⁶).
    static let bandWidth = 4
    /// Words in a shingle. Five keep phrases of the trade ("told reporters on Thursday that") from looking like copying.
    private static let shingleWords = 5

    private static let empty = UInt64.max
    private let bins: [UInt64]

    /// The sketch of a text's words. A text of fewer than five words is one shingle.
    init(of words: [UInt64]) {
        var bins = [UInt64](repeating: Self.empty, count: Self.binCount)
        let count = max(1, words.count - Self.shingleWords + 1)
        for start in 0..<count {
            var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
            for word in words[start..<min(start + Self.shingleWords, words.count)] { hash = Self.mixed(hash ^ word) }
            let bin = Int(hash >> 58)
            bins[bin] = min(bins[bin], hash & (UInt64.max >> 6))
        }
        self.bins = bins
    }

    /// The estimated resemblance (Jaccard) of the two texts' shingles, 0 to 1.
    func resemblance(to other: ShingleSketch) -> Double {
        var same = 0
        var filled = 0
        for (a, b) in zip(bins, other.bins) where a != Self.empty || b != Self.empty {
            filled += 1
            if a == b { same += 1 }
        }
        return filled == 0 ? 0 : Double(same) / Double(filled)
    }

    /// One hash a band, bands without any shingle left out.
    var bands: [UInt64] {
        stride(from: 0, to: Self.binCount, by: Self.bandWidth).compactMap { start in
            let band = bins[start..<start + Self.bandWidth]
            guard band.contains(where: { $0 != Self.empty }) else { return nil }
            return band.reduce(UInt64(start)) { Self.mixed($0 ^ $1) }
        }
    }

    /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
    private static func mixed(_ value: UInt64) -> UInt64 {
        var z = value &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
