import Records

/// Scores amounts and counts in marked sentences. `value` asks for a figure at the mark's place with its value and its
/// currency or unit; `all` for everything that is marked, the same stretch and the same words among it. What the engine
/// says beyond the marks counts against it.
struct FigureScore {
    private struct Tally {
        var marked = 0
        var given = 0
        var value = 0
        var all = 0

        static func + (one: Tally, other: Tally) -> Tally {
            Tally(
                marked: one.marked + other.marked, given: one.given + other.given, value: one.value + other.value,
                all: one.all + other.all)
        }

        var figure: Figure {
            .named([
                "value": .precisionRecall(right: value, of: given, gold: marked),
                "all": .precisionRecall(right: all, of: given, gold: marked),
            ])
        }
    }

    private var money = Tally()
    private var percent = Tally()
    private var measure = Tally()
    private var count = Tally()
    /// What came out otherwise than marked, a line each.
    private(set) var errors: [String] = []

    private static func tally(of kind: MarkedFigures.Kind) -> WritableKeyPath<FigureScore, Tally> {
        switch kind {
        case .money: \.money
        case .percent: \.percent
        case .measure: \.measure
        case .count: \.count
        }
    }

    /// Counts one sentence.
    mutating func add(_ sentence: MarkedFigures, _ record: ArticleRecord?) {
        let given = Self.marks(record)
        for kind in MarkedFigures.Kind.allCases {
            add(
                sentence.marks.filter { $0.kind == kind }, given.filter { $0.kind == kind }, of: sentence, given,
                to: Self.tally(of: kind))
        }
    }

    /// What a record says, as marks.
    private static func marks(_ record: ArticleRecord?) -> [MarkedFigures.Mark] {
        guard let annotations = record?.annotations else { return [] }
        let amounts = annotations.amounts.enumerated().compactMap { index, amount -> MarkedFigures.Mark? in
            guard let kind = MarkedFigures.Kind(rawValue: amount.kind.rawValue) else { return nil }
            let name = kind == .money ? amount.currency : kind == .measure ? amount.unit : nil
            return MarkedFigures.Mark(
                range: amount.range, kind: kind, value: amount.value, modifier: amount.modifier, name: name,
                equivalent: amount.equivalentTo.filter { $0 < index }.max())
        }
        let counts = annotations.counts.map {
            MarkedFigures.Mark(
                range: $0.range, kind: .count, value: $0.value, modifier: $0.modifier, name: $0.object,
                category: $0.category)
        }
        return amounts + counts
    }

    private mutating func add(
        _ marked: [MarkedFigures.Mark], _ given: [MarkedFigures.Mark], of sentence: MarkedFigures,
        _ every: [MarkedFigures.Mark], to tally: WritableKeyPath<FigureScore, Tally>
    ) {
        self[keyPath: tally].marked += marked.count
        self[keyPath: tally].given += given.count
        var left = given
        for mark in marked {
            let near = left.indices.filter {
                left[$0].range.start < mark.range.end && left[$0].range.end > mark.range.start
            }
            guard let index = near.first(where: { Self.agree(mark, left[$0]) }) ?? near.first else {
                errors.append("line \(sentence.line): missed \(Self.told(mark, in: sentence))")
                continue
            }
            let found = left.remove(at: index)
            if Self.agree(mark, found) { self[keyPath: tally].value += 1 }
            if isSame(mark, found, sentence, every) {
                self[keyPath: tally].all += 1
            } else {
                errors.append(
                    "line \(sentence.line): \(Self.told(mark, in: sentence)) is \(Self.told(found, in: sentence))")
            }
        }
        for mark in left { errors.append("line \(sentence.line): too much \(Self.told(mark, in: sentence))") }
    }

    /// Equal to a millionth, with the same currency or unit.
    private static func agree(_ one: MarkedFigures.Mark, _ other: MarkedFigures.Mark) -> Bool {
        abs(one.value - other.value) <= 1e-6 * max(1, abs(one.value)) && (one.kind == .count || one.name == other.name)
    }

    private func isSame(
        _ mark: MarkedFigures.Mark, _ found: MarkedFigures.Mark, _ sentence: MarkedFigures,
        _ every: [MarkedFigures.Mark]
    ) -> Bool {
        guard Self.agree(mark, found), mark.range == found.range, mark.modifier == found.modifier,
            mark.category == found.category, mark.name == found.name
        else { return false }
        let expected = mark.equivalent.map { sentence.marks[$0].range }
        return expected == found.equivalent.map { every[$0].range }
    }

    private static func told(_ mark: MarkedFigures.Mark, in sentence: MarkedFigures) -> String {
        let scalars = Array(sentence.text.unicodeScalars)
        let words = String(String.UnicodeScalarView(scalars[mark.range.start..<mark.range.end]))
        let parts = [
            mark.kind.rawValue, mark.modifier?.rawValue, String(mark.value), mark.name,
            mark.category.map { ": \($0)" }, mark.equivalent.map { "= \($0 + 1)" },
        ]
        return "\"\(words)\" (\(parts.compactMap { $0 }.joined(separator: " ")))"
    }

    /// The figures by kind, of all amounts, and of counts.
    var figures: Figure {
        .named([
            "money": money.figure, "percent": percent.figure, "measure": measure.figure,
            "amounts": (money + percent + measure).figure, "counts": count.figure,
        ])
    }
}
