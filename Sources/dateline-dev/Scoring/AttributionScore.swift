/// How well the sources and cues of matched quotations agree.
struct AttributionScore {
    private static let personalPronouns: Set<String> = [
        "he", "she", "they", "it", "we", "i", "you", "who", "him", "her", "them", "us", "me",
    ]
    private static let suffixes: Set<String> = [
        "s", "jr", "sr", "ii", "iii", "himself", "herself", "themselves",
    ]

    private var sources = 0
    /// Sources whose head word the predicted span holds.
    private(set) var headInSpan = 0
    private var headInSpanOrString = 0
    private var overlapping = 0
    private var exact = 0
    private var without = 0
    private var pronouns = 0
    private var pronounHeads = 0
    private var nominals = 0
    private var nominalHeads = 0
    private var cues = 0
    private var cueOverlaps = 0
    private var cuesExact = 0

    /// Counts one matched pair, and tells whether the speaker's head and the cue agree; what the gold does not say does.
    @discardableResult
    mutating func add(_ text: Codepoints, gold: QuoteSpans, predicted: QuoteSpans) -> (source: Bool, cue: Bool) {
        let isSourceRight =
            gold.source.isEmpty || addSource(text, gold: gold.source, predicted: predicted.source)
        let goldCue = text.tokenStarts(in: gold.cue)
        let predictedCue = text.tokenStarts(in: predicted.cue)
        guard !goldCue.isEmpty else { return (isSourceRight, true) }
        cues += 1
        let isCueMet = !goldCue.isDisjoint(with: predictedCue)
        if isCueMet { cueOverlaps += 1 }
        if goldCue == predictedCue { cuesExact += 1 }
        return (isSourceRight, isCueMet)
    }

    private mutating func addSource(_ text: Codepoints, gold: [Range<Int>], predicted: [Range<Int>]) -> Bool {
        sources += 1
        let goldTokens = text.tokenStarts(in: gold)
        let predictedTokens = text.tokenStarts(in: predicted)
        let goldHead = Self.head(text, gold)
        let predictedHead = Self.head(text, predicted)
        let inSpan = goldHead.map { head in predicted.contains { $0.contains(head.offset) } } ?? false
        if inSpan { headInSpan += 1 }
        if inSpan || (goldHead != nil && goldHead?.word == predictedHead?.word) { headInSpanOrString += 1 }
        if predicted.isEmpty { without += 1 }
        let sizes = goldTokens.count + predictedTokens.count
        let shared = goldTokens.intersection(predictedTokens).count
        if sizes > 0, Double(2 * shared) / Double(sizes) >= 0.5 { overlapping += 1 }
        if goldTokens == predictedTokens { exact += 1 }
        let words = Codepoints(gold.map { text.string($0) }.joined(separator: " ")).trimmed.lowercased.string
        if Self.personalPronouns.contains(words) {
            pronouns += 1
            if inSpan { pronounHeads += 1 }
        } else {
            nominals += 1
            if inSpan { nominalHeads += 1 }
        }
        return inSpan
    }

    /// The head of a source: where it starts and its lower-cased word, without a possessive.
    private static func head(_ text: Codepoints, _ spans: [Range<Int>]) -> (offset: Int, word: [Unicode.Scalar])? {
        guard let span = spans.first else { return nil }
        var tokens = text.tokens(in: HeadWord.uncut(text, span))
        if tokens.isEmpty { tokens = text.tokens(in: span) }
        while tokens.count > 1, let last = tokens.last, isSuffix(text, last) { tokens.removeLast() }
        guard let last = tokens.last else { return nil }
        var word = Array(text.passage(last))
        if word.count >= 2, word[word.count - 1] == "s", word[word.count - 2].isApostrophe { word.removeLast(2) }
        return (last.lowerBound, Codepoints(word).lowercased.scalars)
    }

    private static func isSuffix(_ text: Codepoints, _ token: Range<Int>) -> Bool {
        suffixes.contains(text.string(token).lowercased())
            || text.passage(token).allSatisfy { $0.properties.generalCategory == .decimalNumber }
    }

    /// The figures by name.
    var figure: Figure {
        .named([
            "n": .whole(sources), "head_in_span": .percent(headInSpan, of: sources),
            "head_span_or_string": .percent(headInSpanOrString, of: sources),
            "overlapF1ge50": .percent(overlapping, of: sources), "exact": .percent(exact, of: sources),
            "no_source": .percent(without, of: sources), "pronoun_n": .whole(pronouns),
            "pronoun_head_in_span": .percent(pronounHeads, of: pronouns), "nominal_n": .whole(nominals),
            "nominal_head_in_span": .percent(nominalHeads, of: nominals), "cue_n": .whole(cues),
            "cue_overlap": .percent(cueOverlaps, of: cues), "cue_exact": .percent(cuesExact, of: cues),
        ])
    }
}
