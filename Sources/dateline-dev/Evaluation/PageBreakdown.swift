/// The figures of an extraction set by kind of page and by language.
struct PageBreakdown {
    /// The figures that are shown, of the scorer's.
    private static let columns = [
        "sh_f1", "sh_acc", "wf_f1", "title_em", "auth_f1", "auth_spur", "date_em", "date_spur",
    ]
    /// Groups of fewer pages say nothing and are put together as `others`.
    private static let fewest = 3

    private let pages: [ScoredPage]

    /// A breakdown of scored pages.
    init(_ pages: [ScoredPage]) { self.pages = pages }

    /// Two tables, by kind and by language; a table of one row is left out.
    var lines: [String] { table("type") { $0.gold.type ?? "none" } + table("language", by: \.language) }

    private func table(_ name: String, by key: (ScoredPage) -> String) -> [String] {
        var groups: [String: [ScoredPage]] = [:]
        for page in pages { groups[key(page), default: []].append(page) }
        let small = groups.filter { $0.value.count < Self.fewest }
        if small.count > 1 {
            for name in small.keys { groups[name] = nil }
            groups["others"] = small.sorted { $0.key < $1.key }.flatMap(\.value)
        }
        guard groups.count > 1 else { return [] }
        let sorted = groups.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        return ["", Self.row(name, ["n"] + Self.columns)]
            + sorted.map { group in
                var score = ExtractionScore()
                for page in group.value { score.add(page.gold, page.answer) }
                let figures = score.figures
                let cells = Self.columns.map { name -> String in
                    guard case .number(.some(let value))? = figures[name] else { return figures[name]?.printed ?? "-" }
                    return Figure.rounded(value, decimals: 3).printed
                }
                return Self.row(group.key, [String(group.value.count)] + cells.map { $0 == "None" ? "-" : $0 })
            }
    }

    private static func row(_ name: String, _ cells: [String]) -> String {
        EscapedText.terminal(name).padding(toLength: max(14, name.count), withPad: " ", startingAt: 0)
            + cells.map { String(repeating: " ", count: max(1, 10 - $0.count)) + $0 }.joined()
    }
}
