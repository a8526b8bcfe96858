import Annotation
import Records

/// Annotated texts as the trainer reads them.
struct NameTraining {
    /// The sentences, each with its tags.
    private(set) var sentences: [ChainTrainer.Sentence] = []
    /// All features.
    private(set) var index = FeatureIndex()
    /// How many tokens there are.
    private(set) var tokens = 0
    /// How many names begin or end within a token, and are left out.
    private(set) var lost = 0
    /// The features of all tokens, by their numbers in the index.
    private var rows: [Int32] = []
    /// What each of these is made of.
    private var sources: [TaggerSample.Source] = []
    /// The documents, each with its sentences.
    private var documents: [(sample: TaggerSample, sentences: Range<Int>)] = []

    /// A fixed seed, so that the same data gives the same model.
    private static let seed: UInt64 = 7

    /// Adds a text.
    mutating func add(_ document: NamedText, weight: Float) {
        let sample = TaggerSample(document.text)
        let base = rows.count
        let before = sentences.count
        for key in sample.keys { rows.append(index.count(key)) }
        sources += sample.sources
        let names = document.names.compactMap { name -> (tokens: Range<Int>, kind: Int?)? in
            guard let tokens = Self.tokens(of: name.range, in: sample.ranges) else { return nil }
            return (tokens, name.kind)
        }
        lost += document.names.count - names.count
        for sentence in sample.sentences where !sentence.isEmpty {
            let own = names.filter {
                sentence.contains($0.tokens.lowerBound) && $0.tokens.upperBound <= sentence.upperBound
            }
            .map {
                (($0.tokens.lowerBound - sentence.lowerBound)..<($0.tokens.upperBound - sentence.lowerBound), $0.kind)
            }
            let bounds = (sentence.lowerBound...sentence.upperBound).map { base + sample.bounds[$0] }
            var tags = NameTag.tags(count: sentence.count, names: own)
            for token in sentence where document.isOpen(sample.ranges[token]) {
                tags[token - sentence.lowerBound] = NameTag.open
            }
            sentences.append(ChainTrainer.Sentence(bounds: bounds, tags: tags, weight: weight))
            tokens += sentence.count
        }
        documents.append((sample, before..<sentences.count))
    }

    /// The tokens that fill a range of code points; nil where an end falls within a token.
    private static func tokens(of range: TextRange, in ranges: [TextRange]) -> Range<Int>? {
        guard let first = ranges.partitioningIndex({ $0.end > range.start }), ranges[first].start == range.start,
            let last = ranges.partitioningIndex({ $0.end >= range.end }), ranges[last].end == range.end, first <= last
        else { return nil }
        return first..<(last + 1)
    }

    /// The mean of trainers that have read all sentences so many times, each in an order of its own, and the row of each feature
    /// in it, -1 for those left out. What a
    /// first reading gives a document is taken from a model that was learned from the other half of the documents.
    mutating func trained(
        passes: Int, least: Int, runs: Int, settings: ChainTrainer.Settings
    ) -> (weights: MeanWeights, numbers: [Int32]) {
        var first = numbered(least: least)
        let halves = (0..<2).map { half in documents.indices.filter { self.half(of: $0) == half } }
        var second: [(sentence: Int, keys: [[UInt64]])] = []
        for half in 0..<2 {
            let trainer = trained(first, passes: max(1, passes / 2), on: halves[1 - half], settings)
            for document in halves[half] { second += secondKeys(of: document, trainer, first.rows) }
        }
        for (sentence, keys) in second {
            sentences[sentence].second = keys.map { $0.map { index.count($0) } }
        }
        first = numbered(least: least)
        for (sentence, _) in second {
            sentences[sentence].second = sentences[sentence].second.map {
                $0.map { first.numbers[Int($0)] }.filter { $0 >= 0 }
            }
        }
        var mean = MeanWeights(features: first.count)
        for run in 0..<UInt64(max(runs, 1)) {
            mean.add(trained(first, passes: passes, on: Array(documents.indices), settings, seed: Self.seed + run))
        }
        return (mean, first.numbers)
    }

    /// The half a document is of. It comes from the features, so that two annotations of one text are of one half.
    private func half(of document: Int) -> Int {
        Int(truncatingIfNeeded: documents[document].sample.keys.prefix(400).reduce(0, &+) >> 32 & 1)
    }

    /// The features that are seen often enough, numbered anew: the number of each feature, the number of kept ones, and the
    /// kept features of all tokens.
    private func numbered(least: Int) -> (numbers: [Int32], count: Int, rows: [Int32]) {
        var numbers = [Int32](repeating: -1, count: index.features.count)
        var kept: Int32 = 0
        for (feature, count) in index.counts.enumerated() where count >= least {
            numbers[feature] = kept
            kept += 1
        }
        return (numbers, Int(kept), rows.map { numbers[Int($0)] })
    }

    private func trained(
        _ features: (numbers: [Int32], count: Int, rows: [Int32]), passes: Int, on documents: [Int],
        _ settings: ChainTrainer.Settings, seed: UInt64 = Self.seed
    ) -> ChainTrainer {
        let own = documents.flatMap { sentences[self.documents[$0].sentences] }
        var trainer = ChainTrainer(features: features.count, settings: settings, seed: seed)
        for pass in 1...passes {
            let loss = trainer.pass(own, rows: features.rows, sources: sources)
            print("pass \(pass) over \(documents.count) documents: loss a token \(loss)")
        }
        return trainer
    }

    /// What a second reading of a document is told, sentence by sentence.
    private func secondKeys(
        of document: Int, _ trainer: ChainTrainer, _ rows: [Int32]
    ) -> [(sentence: Int, keys: [[UInt64]])] {
        let (sample, own) = documents[document]
        let tags = own.flatMap { trainer.tags(of: sentences[$0], rows: rows) }
        let keys = sample.secondKeys(tags)
        var token = 0
        return own.map { sentence in
            let count = sentences[sentence].tags.count
            defer { token += count }
            return (sentence, Array(keys[token..<(token + count)]))
        }
    }
}

extension NamedText {
    /// Whether a token meets a stretch that is left open.
    fileprivate func isOpen(_ token: TextRange) -> Bool {
        open.contains { $0.start < token.end && token.start < $0.end }
    }
}

extension [TextRange] {
    /// The first index from which on a condition holds, in sorted ranges; nil where it never does. Logarithmic.
    fileprivate func partitioningIndex(_ holds: (TextRange) -> Bool) -> Int? {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low < count ? low : nil
    }
}
