import Records

/// Scores quotations in marked passages: the words of the content, kind, speaker, entity and cue of each. A quotation
/// nobody marked counts against all of them.
struct SaidScore {
    private struct Tally {
        var right = 0
        var asked = 0
    }

    private static let kinds = ["content", "kind", "speaker", "entity", "cue", "all"]
    private var tallies = [Tally](repeating: Tally(), count: kinds.count)
    private var predicted = 0
    /// What came out otherwise than marked, a line each.
    private(set) var errors: [String] = []

    /// Counts one passage.
    mutating func add(_ passage: SaidPassage, _ record: ArticleRecord?) {
        let text = Codepoints(passage.text)
        let quotes = record?.annotations.quotes ?? []
        predicted += quotes.count
        let numbers = passage.sayings.keys.sorted()
        let pairs = SpanMatching.pairs(
            numbers.map { number in
                text.tokenStarts(in: passage.sayings[number]?.content.map(\.scalarRange) ?? [])
            }, quotes.map { text.tokenStarts(in: $0.content.map(\.scalarRange)) })
        for (index, number) in numbers.enumerated() {
            guard let saying = passage.sayings[number] else { continue }
            let pair = pairs.first { $0.gold == index }
            let quote = pair.map { quotes[$0.predicted] }
            judge(saying, quote, isWhole: pair?.score == 1, text, record, "\(passage.id) \(number)")
        }
        for (index, quote) in quotes.enumerated() where !pairs.contains(where: { $0.predicted == index }) {
            errors.append("\(passage.id): none is \(quote.kind.rawValue) \"\(quote.text)\"")
        }
    }

    private mutating func judge(
        _ saying: SaidPassage.Saying, _ quote: Quote?, isWhole: Bool, _ text: Codepoints, _ record: ArticleRecord?,
        _ place: String
    ) {
        let entity = record?.annotations.entities.first { $0.id == quote?.speaker?.entity }?.name
        var told = [("content", isWhole, quote?.text ?? "missed")]
        if let quote {
            told.append(("kind", quote.kind.rawValue == saying.kind, quote.kind.rawValue))
            let isSpeaker =
                text.tokenStarts(in: saying.speaker.map { [$0.scalarRange] } ?? [])
                == text.tokenStarts(in: quote.speaker.map { [$0.range.scalarRange] } ?? [])
            told.append(("speaker", isSpeaker, quote.speaker?.text ?? "none"))
            if let name = saying.entity { told.append(("entity", entity ?? "" == name, entity ?? "none")) }
            if let cue = saying.cue {
                let isCue = quote.cue.map { $0.range.scalarRange.overlaps(cue.scalarRange) } ?? false
                let isForm = saying.lemma.map { $0 == quote.cue?.lemma } ?? true
                told.append(("cue", isCue && isForm, "\(quote.cue?.text ?? "none") (\(quote.cue?.lemma ?? ""))"))
            }
        }
        for (kind, isRight, answer) in told {
            count(kind, isRight)
            if !isRight { errors.append("\(place): \(kind) is \(answer)") }
        }
        count("all", quote != nil && told.allSatisfy { $0.1 })
    }

    private mutating func count(_ kind: String, _ isRight: Bool) {
        guard let index = Self.kinds.firstIndex(of: kind) else { return }
        tallies[index].asked += 1
        if isRight { tallies[index].right += 1 }
    }

    /// The share that is right of what is marked, by part; of the whole quotations precision, recall and F1.
    var figures: Figure {
        let parts = zip(Self.kinds, tallies).dropLast().map {
            Figure.Entry(name: $0, figure: .percent($1.right, of: $1.asked))
        }
        let all = tallies[tallies.count - 1]
        return .group(
            parts + [
                Figure.Entry(name: "all", figure: .precisionRecall(right: all.right, of: predicted, gold: all.asked))
            ])
    }
}
