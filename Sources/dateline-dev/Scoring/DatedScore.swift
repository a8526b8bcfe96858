import Records

/// Scores the times of dated sentences: an expression is right with its bounds, type, value and modifier all right; one
/// that nobody marked counts against.
struct DatedScore {
    private var marked = 0
    private var told = 0
    private var bounds = 0
    private var values = 0
    private var right = 0
    /// What came out otherwise than marked, a line each.
    private(set) var errors: [String] = []

    /// Counts one sentence.
    mutating func add(_ sentence: DatedSentences.Sentence, _ record: ArticleRecord?) {
        let times = record?.annotations.times ?? []
        marked += sentence.times.count
        told += times.count
        var rest = times
        for expected in sentence.times {
            guard let index = rest.firstIndex(where: { $0.range == expected.range }) else {
                note(sentence, expected, nil)
                continue
            }
            let time = rest.remove(at: index)
            bounds += 1
            let isRight = time.value == expected.value && time.type == expected.type
            if isRight { values += 1 }
            if isRight, time.modifier == expected.modifier { right += 1 } else { note(sentence, expected, time) }
        }
        for time in rest { note(sentence, nil, time) }
    }

    private mutating func note(
        _ sentence: DatedSentences.Sentence, _ expected: DatedSentences.Time?, _ time: TimeExpression?
    ) {
        func facts(_ type: TimeExpression.Kind, _ value: String, _ modifier: String?) -> String {
            "\(type.rawValue) \(value)" + (modifier.map { " \($0)" } ?? "")
        }
        let text = Codepoints(sentence.text)
        let gold = expected.map {
            "[\(text.string($0.range.scalarRange))] \(facts($0.type, $0.value, $0.modifier))"
        }
        let answer = time.map { "[\($0.text)] \(facts($0.type, $0.value, $0.modifier))" }
        errors.append("line \(sentence.line): \(gold ?? "nothing"), not \(answer ?? "nothing") | \(sentence.text)")
    }

    var figures: Figure {
        func figure(_ right: Int) -> Figure { .precisionRecall(right: right, of: told, gold: marked) }
        return .named(["bounds": figure(bounds), "value": figure(values), "everything": figure(right)])
    }
}
