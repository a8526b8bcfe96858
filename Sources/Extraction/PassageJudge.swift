import Markup

/// Decides for all passages of a page together: a forest judges each by itself and its neighbours, a second one judges
/// again, knowing what the first said of the whole page.
struct PassageJudge {
    private static let first = DecisionForest(named: "forest-first")
    private static let second = DecisionForest(named: "forest-second")
    /// Numbers the second round has more.
    private static let extra = 14

    /// The chance, from 0 to 1, that each passage is article text. Linear in the page.
    static func chances(_ list: PassageList, _ features: PassageFeatures) -> [Float] {
        let count = list.passages.count
        let rows = features.rows()
        let width = PassageFeatures.width
        let early = (0..<count).map { logistic(first.score(rows[($0 * width)..<(($0 + 1) * width)])) }
        let views = RoundView(list, features, early)
        var row: [Float] = []
        return (0..<count).map { index in
            row.removeAll(keepingCapacity: true)
            row.append(contentsOf: rows[(index * width)..<((index + 1) * width)])
            views.append(index, to: &row)
            return logistic(second.score(row[...]))
        }
    }

    /// Opens the forests. Idempotent.
    static func warmUp() { _ = (first, second) }

    /// A log-odds as a chance, without the C library's `exp`, whose last bit differs between machines: the algebraic
    /// sigmoid has the same sign, order and limits.
    static func logistic(_ odds: Float) -> Float { 0.5 + 0.5 * odds / (1 + odds.magnitude) }
}

/// What the first round said of a page, as seen from one passage.
private struct RoundView {
    private let list: PassageList
    private let chances: [Float]
    private let sums: [Float]
    private let mass: [Float]
    private var byTemplate: [UInt64: (held: Float, all: Float)] = [:]
    private var byContainer: [Int: (held: Float, all: Float)] = [:]
    private let templates: [UInt64]

    init(_ list: PassageList, _ features: PassageFeatures, _ chances: [Float]) {
        self.list = list
        self.chances = chances
        var sums: [Float] = [0]
        var mass: [Float] = [0]
        templates = list.passages.indices.map { features.group($0) }
        for (index, chance) in chances.enumerated() {
            let characters = min(600, features.measure(index).characters)
            sums.append((sums.last ?? 0) + chance)
            mass.append((mass.last ?? 0) + chance * characters)
            let container = list.frames[list.passages[index].frame].parent
            byTemplate[templates[index], default: (0, 0)].held += chance * characters
            byTemplate[templates[index], default: (0, 0)].all += characters
            byContainer[container, default: (0, 0)].held += chance * characters
            byContainer[container, default: (0, 0)].all += characters
        }
        self.sums = sums
        self.mass = mass
    }

    /// Appends the fourteen numbers of the second round.
    func append(_ index: Int, to row: inout [Float]) {
        let count = chances.count
        for offset in [0, -1, 1, -2, 2] {
            row.append(chances.indices.contains(index + offset) ? chances[index + offset] : -1)
        }
        for reach in [5, 15] {
            row.append(mean(max(0, index - reach)..<index))
            row.append(mean((index + 1)..<max(index + 1, min(count, index + reach + 1))))
        }
        let template = byTemplate[templates[index]] ?? (0, 0)
        let container = byContainer[list.frames[list.passages[index].frame].parent] ?? (0, 0)
        let total = max(1, mass[count])
        row.append(template.held / max(1, template.all))
        row.append(container.held / max(1, container.all))
        row.append(mass[index] / total)
        row.append(mass[index + 1] / total)
        row.append(total)
    }

    private func mean(_ range: Range<Int>) -> Float {
        range.isEmpty ? -1 : (sums[range.upperBound] - sums[range.lowerBound]) / Float(range.count)
    }
}
