import Records

/// Scores sums of money and counts: found, span, amount, currency, modifier, object.
struct MoneyScore: AnnotationScore {
    /// A figure the engine found.
    private struct Found {
        var range: TextRange
        var value: Double?
        var currency: String?
        var modifier: String?
        var object: String?
    }

    private struct Tally {
        var gold = 0
        var predicted = 0
        var found = 0
        var span = 0
        var amount = 0
        var unit = 0
        var amountAndUnit = 0
        var modifier = 0
        var everything = 0
        var objects = 0
        var rightObjects = 0

        var figure: Figure {
            func figure(_ right: Int) -> Figure { .precisionRecall(right: right, of: predicted, gold: gold) }
            return .named([
                "found": figure(found), "span_exact": figure(span), "amount": figure(amount),
                "amount_and_unit": figure(amountAndUnit), "unit_given_found": .percent(unit, of: found),
                "mod_given_found": .percent(modifier, of: found), "everything": figure(everything),
                "object_given_found": .percent(rightObjects, of: objects),
            ])
        }
    }

    private var money = Tally()
    private var quantity = Tally()

    mutating func add(_ gold: GoldDocument, _ record: ArticleRecord?) {
        let amounts = (record?.annotations.amounts ?? []).filter { $0.kind == .money }.map {
            Found(
                range: $0.range, value: Self.written($0.value), currency: $0.currency, modifier: $0.modifier?.rawValue)
        }
        let counts = (record?.annotations.counts ?? []).map {
            Found(
                range: $0.range, value: Self.written($0.value), modifier: $0.modifier?.rawValue, object: $0.object)
        }
        Self.add(gold.annotations.filter { $0.kind == "money" }, amounts, to: &money)
        Self.add(gold.annotations.filter { $0.kind == "quantity" }, counts, to: &quantity)
    }

    /// A value as JSON gives it: what is no number is null.
    private static func written(_ value: Double) -> Double? { value.isFinite ? value : nil }

    private static func add(_ gold: [GoldAnnotation], _ predicted: [Found], to tally: inout Tally) {
        tally.gold += gold.count
        tally.predicted += predicted.count
        var taken: Set<Int> = []
        for expected in gold {
            var best: (index: Int, rank: Int)?
            for (index, found) in predicted.enumerated() where !taken.contains(index) {
                guard found.range.start < expected.span.upperBound, found.range.end > expected.span.lowerBound else {
                    continue
                }
                let rank =
                    (isEqual(found.value, expected.amount) ? 2 : 0) + (found.currency == expected.currency ? 1 : 0)
                if rank > best?.rank ?? -1 { best = (index, rank) }
            }
            guard let best else { continue }
            taken.insert(best.index)
            count(expected, predicted[best.index], in: &tally)
        }
    }

    private static func count(_ expected: GoldAnnotation, _ found: Found, in tally: inout Tally) {
        let amount = isEqual(found.value, expected.amount)
        let unit = found.currency == expected.currency
        let modifier = found.modifier == expected.modifier
        tally.found += 1
        if found.range == TextRange(expected.span.lowerBound, expected.span.upperBound) { tally.span += 1 }
        if amount { tally.amount += 1 }
        if unit { tally.unit += 1 }
        if amount, unit { tally.amountAndUnit += 1 }
        if modifier { tally.modifier += 1 }
        if amount, unit, modifier { tally.everything += 1 }
        if let object = expected.object, !object.isEmpty {
            tally.objects += 1
            if (found.object ?? "").lowercased() == object.lowercased() { tally.rightObjects += 1 }
        }
    }

    /// Equal to a millionth of the gold's amount.
    private static func isEqual(_ value: Double?, _ gold: Double?) -> Bool {
        guard let value, let gold else { return false }
        return abs(value - gold) <= 1e-6 * max(1, abs(gold))
    }

    var figures: Figure { .named(["money": money.figure, "quantity": quantity.figure]) }
}
