import Records

/// Scores the main event's answers by the words they share with the gold's.
struct StoryScore: AnnotationScore {
    private static let questions = ["who", "what", "when", "where", "why", "how"]
    private static let stopWords: Set<String> = [
        "the", "a", "an", "of", "in", "on", "at", "to", "and", "for", "by", "with", "from", "is", "was", "were", "are",
        "be", "been", "that", "this", "it", "its", "as", "his", "her", "their", "had", "has", "have",
    ]

    private struct Tally {
        var gold = 0
        var answered = 0
        var f1 = 0.0
        var recall = 0.0
        var anyHead = 0
        var topHead = 0
        var half = 0

        var figure: Figure {
            .named([
                "n": .whole(gold), "answered": .percent(answered, of: gold), "tokenF1": .percent(f1, of: gold),
                "rouge1_recall": .percent(recall, of: gold), "head_any": .percent(anyHead, of: gold),
                "head_top": .percent(topHead, of: gold), "F1ge50": .percent(half, of: gold),
            ])
        }
    }

    private var tallies = [Tally](repeating: Tally(), count: questions.count)
    private var dated = 0
    private var datesRight = 0

    mutating func add(_ gold: GoldDocument, _ record: ArticleRecord?) {
        let story = record?.annotations.story
        let answers = [story?.who, story?.what, story?.when, story?.`where`, story?.why, story?.how]
        for (index, question) in Self.questions.enumerated() {
            add(gold.answers[question] ?? [], answers[index]?.text, to: index)
        }
        let days = gold.answers["when_parsed"] ?? []
        guard !days.isEmpty else { return }
        dated += 1
        guard let time = story?.when?.time, let times = record?.annotations.times, times.indices.contains(time) else {
            return
        }
        let day = String(times[time].value.unicodeScalars.prefix(10))
        if !day.isEmpty, days.contains(where: { String($0.unicodeScalars.prefix(10)) == day }) { datesRight += 1 }
    }

    private mutating func add(_ gold: [String], _ answer: String?, to index: Int) {
        guard let top = gold.first else { return }
        tallies[index].gold += 1
        guard let answer, !answer.isEmpty else { return }
        tallies[index].answered += 1
        let words = Self.words(Codepoints(answer))
        let scores = gold.map { Self.overlap(words, Self.words(Codepoints($0))) }
        let f1 = scores.map(\.f1).max() ?? 0
        tallies[index].f1 += f1
        tallies[index].recall += scores.map(\.recall).max() ?? 0
        let held = Set(words)
        if gold.contains(where: { held.contains(Self.head($0)) }) { tallies[index].anyHead += 1 }
        if held.contains(Self.head(top)) { tallies[index].topHead += 1 }
        if f1 >= 0.5 { tallies[index].half += 1 }
    }

    private static func words(_ text: Codepoints, in range: Range<Int>? = nil) -> [[Unicode.Scalar]] {
        text.tokens(in: range).map { Codepoints(Array(text.passage($0))).lowercased.scalars }
    }

    /// F1 and recall of an answer's words, each counted as often as it stands there.
    private static func overlap(_ answer: [[Unicode.Scalar]], _ gold: [[Unicode.Scalar]]) -> (
        f1: Double, recall: Double
    ) {
        let shared = Bag(answer).shared(with: Bag(gold))
        guard shared > 0 else { return (0, 0) }
        let precision = Double(shared) / Double(answer.count)
        let recall = Double(shared) / Double(gold.count)
        return (2 * precision * recall / (precision + recall), recall)
    }

    private static func head(_ answer: String) -> [Unicode.Scalar] {
        let text = Codepoints(answer)
        let kept = words(text, in: HeadWord.uncut(text, 0..<text.count))
            .filter { !stopWords.contains(Codepoints($0).string) }
        return kept.last ?? words(text).last ?? []
    }

    var figures: Figure {
        let entries = zip(Self.questions, tallies).map { Figure.Entry(name: $0, figure: $1.figure) }
        let days = Figure.named(["n": .whole(dated), "acc": .percent(datesRight, of: dated)])
        return .group(entries + [Figure.Entry(name: "when_value", figure: days)])
    }
}
