import Records

/// Which articles are copies, or nearly, of which: an agency's report in ten papers is one report.
struct CopyGroups: Sendable {
    /// What is compared of an article.
    struct Text: Sendable {
        /// The sketch of its words.
        let sketch: ShingleSketch
        /// The keys of the names in it.
        let names: Set<UInt64>

        /// What is compared of a record. Linear in its text.
        init(of record: ArticleRecord) {
            sketch = ShingleSketch(of: WordHashes(of: record.article.text).words)
            names = Set(record.annotations.entities.map { NameKey($0).hash })
        }

        /// Whether one is nearly the other, word for word and of the same people and places: automatic reports of two
        /// earthquakes differ in nothing but the names.
        func isNearly(_ other: Text) -> Bool {
            guard sketch.resemblance(to: other.sketch) >= threshold else { return false }
            guard !names.isEmpty, !other.names.isEmpty else { return true }
            let common = names.intersection(other.names).count
            return Double(common) >= threshold * Double(min(names.count, other.names.count))
        }
    }

    /// For each text the index of the first text it is a copy of, or its own.
    let original: [Int]

    /// The share of common shingles, and of common names, from which two texts are the same report: "roughly the same"
    /// begins at one half in Broder, Glassman, Manasse and Zweig, "Syntactic clustering of the web" (1997).
    static let threshold = 0.5

    /// Groups texts; each joins the first original it is nearly. Linear in the texts: a band remembers at most
    /// `comparisons` originals.
    init(_ texts: [Text]) {
        var original = Array(texts.indices)
        var originalsOfBand: [UInt64: [Int]] = [:]
        for (index, text) in texts.enumerated() {
            let bands = text.sketch.bands
            let candidates = Set(bands.flatMap { originalsOfBand[$0] ?? [] }).sorted()
            if let match = candidates.first(where: { text.isNearly(texts[$0]) }) {
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
