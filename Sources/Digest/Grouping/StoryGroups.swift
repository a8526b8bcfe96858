/// Which reports are of one event: single-pass clustering by average likeness, the method of topic detection (Yang,
/// Pierce and Carbonell 1998), over an inverted index instead of all pairs.
struct StoryGroups: Sendable {
    /// The groups, in order of their first report; the members of each in order.
    private(set) var groups: [[Int]] = []

    /// Groups reports in the order given; the same order gives the same groups.
    init(of reports: [Features]) {
        var index = ReportIndex()
        var groupOf: [Int] = []
        for (number, features) in reports.enumerated() {
            var sums: [Int: Likeness] = [:]
            var named: [Int: Bool] = [:]
            for (report, likeness) in index.likenesses(to: features) {
                let group = groupOf[report]
                sums[group] = (sums[group] ?? Likeness()) + likeness
                named[group] = named[group] ?? false || index.reports[report].isNaming
            }
            var best: (group: Int, score: Double)?
            for (group, sum) in sums.sorted(by: { $0.key < $1.key }) {
                let mean = sum.weakened(by: 1 / Double(groups[group].count))
                let hasNames = features.isNaming && named[group] == true
                guard let score = mean.score(over: Likeness.sameEvent, hasNames: hasNames) else { continue }
                if score > best?.score ?? 0 { best = (group, score) }
            }
            if let best {
                groups[best.group].append(number)
            } else {
                groups.append([number])
            }
            groupOf.append(best?.group ?? groups.count - 1)
            index.add(features)
        }
    }
}
