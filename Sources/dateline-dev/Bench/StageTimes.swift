/// The processor time of each stage, round by round.
struct StageTimes {
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
