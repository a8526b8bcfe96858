import Foundation

/// One figure of a scorer, or a group of them by name, in the order in which they are printed.
indirect enum Figure: Equatable {
    case whole(Int)
    /// A number rounded for print; nil where there was nothing to divide by.
    case number(Double?)
    case group([Entry])

    /// A named figure of a group.
    struct Entry: Equatable {
        var name: String
        var figure: Figure
    }

    /// A group by names and figures.
    static func named(_ figures: KeyValuePairs<String, Figure>) -> Figure {
        .group(figures.map { Entry(name: $0.key, figure: $0.value) })
    }

    /// The figure at a path of names, for tests.
    subscript(path: String...) -> Figure? {
        path.reduce(Optional(self)) { figure, name in
            guard case .group(let entries)? = figure else { return nil }
            return entries.first { $0.name == name }?.figure
        }
    }
}

extension Figure {
    /// A value rounded to some decimals, half to even on the exact binary value, as `%.Nf` and Python's `round` do.
    static func rounded(_ value: Double?, decimals: Int) -> Figure {
        .number(value.flatMap { Double(String(format: "%.\(decimals)f", $0)) })
    }

    /// A share in per cent with one decimal.
    static func percent(_ part: Double, of whole: Int) -> Figure {
        whole == 0 ? .number(nil) : rounded(100 * part / Double(whole), decimals: 1)
    }

    /// A share in per cent with one decimal.
    static func percent(_ part: Int, of whole: Int) -> Figure { percent(Double(part), of: whole) }

    /// Precision, recall and F1 in per cent, with the sizes they stand on.
    static func precisionRecall(
        _ rightPredicted: Int, of predicted: Int, _ rightGold: Int, of gold: Int
    ) -> Figure {
        let precision = predicted == 0 ? 0 : Double(rightPredicted) / Double(predicted)
        let recall = gold == 0 ? 0 : Double(rightGold) / Double(gold)
        let sum = precision + recall
        return .named([
            "P": rounded(100 * precision, decimals: 1), "R": rounded(100 * recall, decimals: 1),
            "F1": rounded(sum == 0 ? 0 : 200 * precision * recall / sum, decimals: 1), "n_gold": .whole(gold),
            "n_pred": .whole(predicted),
        ])
    }

    /// Precision, recall and F1 where one count of right ones serves both.
    static func precisionRecall(right: Int, of predicted: Int, gold: Int) -> Figure {
        precisionRecall(right, of: predicted, right, of: gold)
    }
}

extension Figure {
    /// The figure as the reference scorers print it: `None` for none, whole numbers bare, one line a group.
    var printed: String {
        switch self {
        case .whole(let value): String(value)
        case .number(nil): "None"
        case .number(.some(let value)): value.description
        case .group(let entries): entries.map { "\($0.name)=\($0.figure.printed)" }.joined(separator: " ")
        }
    }

    /// The lines of a group: members that hold groups are indented under their name.
    func lines(indent: Int = 0) -> [String] {
        guard case .group(let entries) = self else { return [printed] }
        let margin = String(repeating: " ", count: indent)
        return entries.flatMap { entry -> [String] in
            guard case .group(let members) = entry.figure,
                members.contains(where: { if case .group = $0.figure { true } else { false } })
            else { return ["\(margin)\(entry.name): \(entry.figure.printed)"] }
            return ["\(margin)\(entry.name)"] + entry.figure.lines(indent: indent + 2)
        }
    }

    /// The lines of a flat table: names padded to a width.
    func table(width: Int) -> [String] {
        guard case .group(let entries) = self else { return [printed] }
        return entries.map {
            $0.name.padding(toLength: max(width, $0.name.count), withPad: " ", startingAt: 0) + " " + $0.figure.printed
        }
    }
}
