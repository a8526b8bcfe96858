/// Which articles are copies, or nearly, of which: an agency's report in ten papers is one report.
struct CopyGroups: Sendable {
    /// For each text the index of the first text it is a copy of, or its own.
    let original: [Int]

    /// The share of common shingles from which two texts are the same report: "roughly the same" begins at one half in
    /// Broder, Glassman, Manasse and Zweig, "Syntactic clustering of the web" (1997).
    static let threshold = 0.5

    /// Groups texts by their sketches; each text joins the first original it resembles. Linear in the texts as long as
    /// a band is shared by copies only; a band compares with at most `comparisons` originals.
    init(_ sketches: [ShingleSketch]) {
        var original = Array(sketches.indices)
        var originalsOfBand: [UInt64: [Int]] = [:]
        for (index, sketch) in sketches.enumerated() {
            let bands = sketch.bands
            let candidates = Set(bands.flatMap { originalsOfBand[$0] ?? [] }).sorted()
            if let match = candidates.first(where: { sketch.resemblance(to: sketches[$0]) >= Self.threshold }) {
                original[index] = match
                continue
            }
            for band in bands where (originalsOfBand[band]?.count ?? 0) < Self.comparisons {
                originalsOfBand[band, default: []].append(index)
            }
        }
        self.original = original
    }

    /// Originals a band remembers; unrelated texts that share a band are pages of one template, of which more than this
    /// would cost time and tell nothing.
    private static let comparisons = 32
}
