import Records

/// Scores time expressions as TempEval-3 does: found at all, with the same span, value, type.
struct TimeScore: AnnotationScore {
    private struct Tally {
        var gold = 0
        var found = 0
        var strict = 0
        var value = 0
    }

    private var gold = 0
    private var predicted = 0
    private var found = 0
    private var strict = 0
    private var value = 0
    private var type = 0
    private var strictAndValue = 0
    /// What came out otherwise than annotated: kind, gold, answer, the words around it, the document.
    private(set) var errors: [String] = []
    /// By type, in the order in which the gold brings them up.
    private var byType: [(type: String, tally: Tally)] = []

    mutating func add(_ document: GoldDocument, _ record: ArticleRecord?) {
        let text = Codepoints(document.text)
        let times = (record?.annotations.times ?? []).sorted { $0.range < $1.range }
        gold += document.annotations.count
        predicted += times.count
        var taken: Set<Int> = []
        for expected in document.annotations {
            let slot = slot(of: expected.type ?? "")
            byType[slot].tally.gold += 1
            guard let match = Self.match(expected.span, times, except: taken) else {
                note("missed", expected, nil, text, document.id)
                continue
            }
            taken.insert(match)
            let time = times[match]
            let sameSpan = text.stripped(expected.span) == text.stripped(time.range.scalarRange)
            let sameValue = (expected.value ?? "").uppercased() == time.value.uppercased()
            found += 1
            byType[slot].tally.found += 1
            if sameSpan {
                strict += 1
                byType[slot].tally.strict += 1
            }
            if sameValue {
                value += 1
                byType[slot].tally.value += 1
            }
            if sameSpan, sameValue { strictAndValue += 1 }
            if time.type.rawValue.uppercased() == expected.type { type += 1 }
            if !sameValue { note("value", expected, time, text, document.id) }
            if !sameSpan { note("bounds", expected, time, text, document.id) }
        }
        for (index, time) in times.enumerated() where !taken.contains(index) {
            note("spurious", nil, time, text, document.id)
        }
    }

    /// The expression that overlaps a span most, the first of equals.
    private static func match(_ span: Range<Int>, _ times: [TimeExpression], except taken: Set<Int>) -> Int? {
        var best: (index: Int, overlap: Int)?
        for (index, time) in times.enumerated() where !taken.contains(index) {
            guard time.range.start < span.upperBound, time.range.end > span.lowerBound else { continue }
            let overlap = min(span.upperBound, time.range.end) - max(span.lowerBound, time.range.start)
            if overlap > best?.overlap ?? Int.min { best = (index, overlap) }
        }
        return best?.index
    }

    /// Code points shown on either side of an expression.
    private static let context = 60

    private mutating func note(
        _ kind: String, _ gold: GoldAnnotation?, _ time: TimeExpression?, _ text: Codepoints, _ id: String
    ) {
        guard let span = gold?.span ?? time?.range.scalarRange else { return }
        let front = text.string(text.clamped((span.lowerBound - Self.context)..<span.lowerBound))
        let back = text.string(text.clamped(span.upperBound..<(span.upperBound + Self.context)))
        let expected = gold.map { "\(text.string($0.span))/\($0.type ?? "")/\($0.value ?? "")" } ?? "-"
        let answer = time.map { "\($0.text)/\($0.type.rawValue)/\($0.value)" } ?? "-"
        let line = "\(kind)\t\(expected)\t\(answer)\t\(front)[\(text.string(span))]\(back)\t\(id)"
        errors.append(String(line.map { $0.isNewline ? " " : $0 }))
    }

    private mutating func slot(of type: String) -> Int {
        if let slot = byType.firstIndex(where: { $0.type == type }) { return slot }
        byType.append((type, Tally()))
        return byType.count - 1
    }

    var figures: Figure {
        func figure(_ right: Int) -> Figure { .precisionRecall(right: right, of: predicted, gold: gold) }
        let types = byType.map { type, tally in
            Figure.Entry(
                name: type,
                figure: .named([
                    "n": .whole(tally.gold), "found": .percent(tally.found, of: tally.gold),
                    "strict": .percent(tally.strict, of: tally.gold),
                    "value": .percent(tally.value, of: tally.gold),
                ]))
        }
        return .named([
            "relaxed": figure(found), "strict": figure(strict), "value": figure(value), "type": figure(type),
            "strict_and_value": figure(strictAndValue),
            "value_accuracy_given_match": .percent(value, of: found),
            "type_accuracy_given_match": .percent(type, of: found), "by_type": .group(types),
        ])
    }
}
