import Foundation
import Pipeline

/// One corpus measured against its floors.
struct FloorCheck {
    /// A figure beside its floor.
    struct Row: Equatable {
        var figure: String
        var floor: Double
        /// What was reached, nil where the figure is gone.
        var reached: Double?

        /// Whether less is better: shares of what must not be there.
        static func isCeiling(_ figure: String) -> Bool { figure.hasSuffix("_spur") || figure.hasPrefix("without") }

        /// Whether the figure keeps to its floor.
        var holds: Bool {
            guard let reached else { return false }
            return Self.isCeiling(figure) ? reached <= floor : reached >= floor
        }
    }

    /// The figures with floors, in the table's order.
    let rows: [Row]

    /// Compares figures with the floors of a corpus.
    init(_ figures: Figure, _ table: FloorTable, corpus: String, isSample: Bool) {
        rows = table.floors.filter { $0.corpus == corpus }.compactMap { floor in
            (isSample ? floor.sample : floor.whole).map {
                Row(figure: floor.figure, floor: $0, reached: figures.value(at: floor.figure))
            }
        }
    }

    /// Whether all hold; of no floors, none does.
    var holds: Bool { !rows.isEmpty && rows.allSatisfy(\.holds) }

    /// What slid, one line a figure.
    var failures: [String] { rows.filter { !$0.holds }.map(Self.line) }

    /// All figures with their floors.
    var lines: [String] { [""] + rows.map { ($0.holds ? "holds  " : "SLID   ") + Self.line($0) } }

    private static func line(_ row: Row) -> String {
        let bound = Row.isCeiling(row.figure) ? "at most" : "at least"
        return "\(row.figure): \(row.reached.map { $0.description } ?? "none"), \(bound) \(row.floor)"
    }
}

extension FloorCheck {
    /// The figures that have floors, by task: those that the targets and the record's readers go by.
    static func figures(of task: EvaluateCommand.Task) -> [String] {
        switch task {
        case .extraction:
            [
                "sh_f1", "sh_acc", "wf_f1", "withW", "withoutW", "title_em", "title_lm", "auth_f1", "auth_spur",
                "date_em", "date_spur",
            ]
        case .entities: ["all.F1", "PER.F1", "ORG.F1", "LOC.F1"]
        case .quotes:
            [
                "quoted_segments.det.F1", "quoted_segments.det_and_right_speaker.F1", "direct.ge80.R", "mixed.ge80.F1",
                "indirect.ge80.F1", "quoted.attribution_given_ge80.head_in_span",
                "quoted.attribution_given_ge80.cue_overlap",
            ]
        case .said: ["all.F1"]
        case .timex: ["relaxed.F1", "strict.F1", "value.F1"]
        case .money: ["money.amount_and_unit.F1", "money.everything.F1", "quantity.amount.F1"]
        case .who: ["roles.F1", "coreference.F1", "places.F1", "types.F1", "all.F1"]
        case .figures: ["amounts.all.F1", "counts.all.F1"]
        case .dated: ["bounds.F1", "value.F1", "everything.F1"]
        case .stories: ["pairs.F1", "copies.F1", "links.F1", "changes.F1", "corrections.F1", "status.right"]
        case .w5h1: ["who.tokenF1", "what.tokenF1", "when.tokenF1", "where.tokenF1", "when_value.acc"]
        }
    }

    /// How far below the figure reached its floor is set: half a point over all documents; two over a sample of some fifty,
    /// where one page may be worth that much though the whole gains.
    static func margin(of task: EvaluateCommand.Task, isSample: Bool) -> Double {
        (task == .extraction ? 0.005 : 0.5) * (isSample ? 4 : 1)
    }

    /// The table with a corpus's floors raised to what was reached; a floor that is higher already stays. Lowering one is
    /// done by hand, on purpose.
    static func raised(
        _ table: FloorTable, by figures: Figure, corpus: FloorTable.Corpus, digest: String, isSample: Bool
    ) -> FloorTable {
        var table = table
        let isSameCorpus = corpus.digest == digest
        table.set(digest: digest, of: corpus.name)
        for figure in Self.figures(of: corpus.task) {
            guard let reached = figures.value(at: figure) else { continue }
            let isCeiling = Row.isCeiling(figure)
            let margin = margin(of: corpus.task, isSample: isSample) * (isCeiling ? -1 : 1)
            let decimals = corpus.task == .extraction ? 3 : 1
            guard case .number(.some(let new)) = Figure.rounded(max(0, reached - margin), decimals: decimals) else {
                continue
            }
            let floor = table.floors.first { $0.corpus == corpus.name && $0.figure == figure }
            let old = isSameCorpus ? (isSample ? floor?.sample : floor?.whole) : nil
            let best = old.map { isCeiling ? min($0, new) : max($0, new) } ?? new
            table.set(best, of: figure, in: corpus.name, isSample: isSample)
        }
        return table
    }

    /// The digest of a corpus's gold.
    static func digest(of gold: URL) throws(GoldFile.Fault) -> String {
        String(ContentHash.sha256(try GoldFile.bytes(of: gold)).prefix(16))
    }
}

extension Figure {
    /// The number at a path of names parted by dots; nil where there is none.
    func value(at path: String) -> Double? {
        var figure: Figure? = self
        for name in path.split(separator: ".") { figure = figure?[String(name)] }
        return switch figure {
        case .whole(let value): Double(value)
        case .number(let value): value
        default: nil
        }
    }
}
