import Records

/// The spans of one quotation, gold or predicted.
struct QuoteSpans {
    var content: [Range<Int>]
    var cue: [Range<Int>]
    var source: [Range<Int>]
    /// `direct`, `mixed` or `indirect`.
    var kind: String
}

/// Scores quotations: the spans found, by kind and overlap, and who said them.
struct QuoteScore: AnnotationScore {
    /// Matches of one kind of quotation.
    private struct Tally {
        var gold = 0
        var predicted = 0
        /// Matched with any overlap, at least a half, at least four fifths, and wholly; gold then predicted.
        var matches: [(threshold: Double, name: String, gold: Int, predicted: Int)] = [
            (1, "exact", 0, 0), (0.8, "ge80", 0, 0), (0.5, "ge50", 0, 0), (0, "any", 0, 0),
        ]
        var attribution = AttributionScore()

        var figure: Figure {
            .group(
                matches.map {
                    Figure.Entry(
                        name: $0.name,
                        figure: .precisionRecall($0.predicted, of: predicted, $0.gold, of: gold))
                } + [Figure.Entry(name: "attribution_given_ge80", figure: attribution.figure)])
        }
    }

    private static let kinds = ["direct", "mixed", "indirect", "quoted", "all"]
    private var tallies = [Tally](repeating: Tally(), count: kinds.count)
    private var regions = 0
    private var regionsGold = 0
    private var regionsPredicted = 0
    private var regionsRight = 0
    private var regionAttribution = AttributionScore()
    private var noted = QuoteErrors()

    var errors: [String] { noted.lines }

    mutating func add(_ gold: GoldDocument, _ record: ArticleRecord?) {
        let text = Codepoints(gold.text)
        let marked = QuotationMarks.regions(in: text)
        let expected = gold.annotations.map {
            QuoteSpans(content: $0.content, cue: $0.cue, source: $0.source, kind: $0.kind ?? "")
        }
        let predicted = (record?.annotations.quotes ?? []).map { quote in
            let content = quote.content.map(\.scalarRange)
            return QuoteSpans(
                content: content, cue: (quote.cue?.range.scalarRange).map { [$0] } ?? [],
                source: (quote.speaker?.range.scalarRange).map { [$0] } ?? [],
                kind: Self.kind(text, content, marked))
        }
        addSpans(text, expected, predicted, gold.id)
        addRegions(text, marked, expected, predicted, gold.id)
    }

    private mutating func addSpans(
        _ text: Codepoints, _ gold: [QuoteSpans], _ predicted: [QuoteSpans], _ id: String
    ) {
        let pairs = SpanMatching.pairs(
            gold.map { text.tokenStarts(in: $0.content) }, predicted.map { text.tokenStarts(in: $0.content) })
        noteErrors(text, gold, predicted, pairs, id)
        for quote in gold { for tally in Self.tallies(of: quote.kind) { tallies[tally].gold += 1 } }
        for quote in predicted { for tally in Self.tallies(of: quote.kind) { tallies[tally].predicted += 1 } }
        for pair in pairs {
            for tally in Self.tallies(of: gold[pair.gold].kind) {
                for level in tallies[tally].matches.indices where pair.score >= tallies[tally].matches[level].threshold
                {
                    tallies[tally].matches[level].gold += 1
                }
                if pair.score >= 0.8 {
                    tallies[tally].attribution.add(
                        text, gold: gold[pair.gold], predicted: predicted[pair.predicted])
                }
            }
            for tally in Self.tallies(of: predicted[pair.predicted].kind) {
                for level in tallies[tally].matches.indices where pair.score >= tallies[tally].matches[level].threshold
                {
                    tallies[tally].matches[level].predicted += 1
                }
            }
        }
    }

    private mutating func noteErrors(
        _ text: Codepoints, _ gold: [QuoteSpans], _ predicted: [QuoteSpans], _ pairs: [SpanMatching.Pair], _ id: String
    ) {
        for pair in pairs where pair.score < 0.8 {
            let (gold, predicted) = (gold[pair.gold], predicted[pair.predicted])
            noted.note(.bounds, gold: gold, predicted: predicted, at: gold.content.first ?? 0..<0, text, id)
        }
        let found = Set(pairs.map(\.gold))
        for (index, quote) in gold.enumerated() where !found.contains(index) {
            noted.note(.missed, gold: quote, predicted: nil, at: quote.content.first ?? 0..<0, text, id)
        }
        let right = Set(pairs.map(\.predicted))
        for (index, quote) in predicted.enumerated() where !right.contains(index) {
            noted.note(.spurious, gold: nil, predicted: quote, at: quote.content.first ?? 0..<0, text, id)
        }
    }

    /// Each stretch in quotation marks: whether it is taken for speech, and whose.
    private mutating func addRegions(
        _ text: Codepoints, _ marked: [Range<Int>], _ gold: [QuoteSpans], _ predicted: [QuoteSpans], _ id: String
    ) {
        let goldTokens = gold.map { text.tokenStarts(in: $0.content) }
        let predictedTokens = predicted.map { text.tokenStarts(in: $0.content) }
        for region in marked {
            let tokens = text.tokenStarts(in: [region])
            guard !tokens.isEmpty else { continue }
            let goldOwner = Self.owner(of: tokens, among: goldTokens)
            let predictedOwner = Self.owner(of: tokens, among: predictedTokens)
            regions += 1
            if goldOwner != nil { regionsGold += 1 }
            if predictedOwner != nil { regionsPredicted += 1 }
            if let goldOwner, let predictedOwner {
                regionsRight += 1
                let (gold, predicted) = (gold[goldOwner], predicted[predictedOwner])
                let agreed = regionAttribution.add(text, gold: gold, predicted: predicted)
                if !agreed.source { noted.note(.speaker, gold: gold, predicted: predicted, at: region, text, id) }
                if !agreed.cue { noted.note(.cue, gold: gold, predicted: predicted, at: region, text, id) }
            } else if let goldOwner {
                noted.note(.segmentMissed, gold: gold[goldOwner], predicted: nil, at: region, text, id)
            } else if let predictedOwner {
                noted.note(.segmentFalse, gold: nil, predicted: predicted[predictedOwner], at: region, text, id)
            }
        }
    }

    /// The first of the spans that share most with a region, if that is four fifths of it.
    private static func owner(of region: Set<Int>, among spans: [Set<Int>]) -> Int? {
        var best: (index: Int, shared: Int)?
        for (index, span) in spans.enumerated() {
            let shared = span.intersection(region).count
            if shared > best?.shared ?? -1 { best = (index, shared) }
        }
        guard let best, Double(best.shared) >= 0.8 * Double(region.count) else { return nil }
        return best.index
    }

    /// direct where every word stands in quotation marks, indirect where none does.
    private static func kind(_ text: Codepoints, _ content: [Range<Int>], _ marked: [Range<Int>]) -> String {
        var inside = 0
        var outside = 0
        for token in content.flatMap({ text.tokens(in: $0) }) {
            if marked.contains(where: { $0.contains(token.lowerBound) }) { inside += 1 } else { outside += 1 }
        }
        return inside == 0 ? "indirect" : outside == 0 ? "direct" : "mixed"
    }

    private static func tallies(of kind: String) -> [Int] {
        let names = Set([kind, "all"] + (kind == "indirect" ? [] : ["quoted"]))
        return kinds.indices.filter { names.contains(kinds[$0]) }
    }

    var figures: Figure {
        var entries = zip(Self.kinds, tallies).map { Figure.Entry(name: $0, figure: $1.figure) }
        let segments = Figure.named([
            "regions": .whole(regions),
            "det": .precisionRecall(right: regionsRight, of: regionsPredicted, gold: regionsGold),
            "det_and_right_speaker": .precisionRecall(
                right: regionAttribution.headInSpan, of: regionsPredicted, gold: regionsGold),
            "attribution": regionAttribution.figure,
        ])
        entries.append(Figure.Entry(name: "quoted_segments", figure: segments))
        return .group(entries)
    }
}
