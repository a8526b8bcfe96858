/// The processor time of each stage, round by round.
struct StageTimes {
    /// The stage that the engine is measured against: libxml2 alone.
    static let bare = "bare parse"
    /// The engine's own way from bytes to article.
    static let pageToText = "page to text"

    /// One stage with the seconds of each of its rounds.
    struct Stage {
        var name: String
        var seconds: [Double]
    }

    /// The stages in the order in which they run.
    private(set) var stages: [Stage] = []

    /// Notes the seconds of one round of a stage.
    mutating func note(_ name: String, seconds: Double) {
        if let index = stages.firstIndex(where: { $0.name == name }) {
            stages[index].seconds.append(seconds)
        } else {
            stages.append(Stage(name: name, seconds: [seconds]))
        }
    }

    /// A table of documents and megabytes per CPU second: the slowest round, the middle one, the fastest.
    func table(documents: Int, bytes: Int) -> [String] {
        let head = Self.row("stage", ["documents/s: min", "median", "max", "MB/s: min", "median", "max"])
        return [head]
            + stages.map { stage in
                let sorted = stage.seconds.sorted(by: >)
                let spread = [sorted[0], sorted[sorted.count / 2], sorted[sorted.count - 1]]
                return Self.row(
                    stage.name,
                    spread.map { Self.rate(Double(documents), $0, decimals: 0) }
                        + spread.map { Self.rate(Double(bytes) / 1e6, $0, decimals: 2) })
            }
    }

    /// The engine's speed as a share of the bare parse's, round by round: both ran in turns, so that what else the machine
    /// does falls on both. Nil where either was not timed.
    var ratios: [Double]? {
        guard let bare = stages.first(where: { $0.name == Self.bare }),
            let own = stages.first(where: { $0.name == Self.pageToText }), own.seconds.allSatisfy({ $0 > 0 })
        else { return nil }
        return zip(bare.seconds, own.seconds).map { $0 / $1 }
    }

    /// The ratio's median and spread as a line, where there is one.
    var ratioLine: String? {
        guard let sorted = ratios?.sorted(), let least = sorted.first, let most = sorted.last else { return nil }
        let figures = [sorted[sorted.count / 2], least, most].map { Figure.rounded($0, decimals: 3).printed }
        return
            "\(Self.pageToText) / \(Self.bare): \(figures[0]) (\(figures[1]) to \(figures[2]) of \(sorted.count) rounds)"
    }

    private static func rate(_ amount: Double, _ seconds: Double, decimals: Int) -> String {
        guard seconds > 0, case .number(.some(let rate)) = Figure.rounded(amount / seconds, decimals: decimals) else {
            return "-"
        }
        return decimals == 0 ? String(Int(rate)) : rate.description
    }

    private static func row(_ name: String, _ cells: [String]) -> String {
        let widths = [18, 9, 9, 12, 9, 9]
        return name + String(repeating: " ", count: max(1, 14 - name.count))
            + zip(cells, widths).map { String(repeating: " ", count: max(1, $1 - $0.count)) + $0 }.joined()
    }
}
