/// Which reports are of one event: single-pass clustering by average likeness, the method of topic detection (Yang,
/// Pierce and Carbonell 1998), over an inverted index instead of all pairs.
struct StoryGroups: Sendable {
    /// The groups, in order of their first report; the members of each in order.
    private(set) var groups: [[Int]] = []

    /// Groups reports in the order given; the same order gives the same groups.
    init(of reports: [Features]) {
        var index = ReportIndex()
        var groupOf: [Int] = []
        var (ofReports, ofGroups) = (LikenessSums(), LikenessSums())
        var isNamed: [Bool] = []
        for (number, features) in reports.enumerated() {
            var named: [Int] = []
            for (report, likeness) in index.likenesses(to: features, in: &ofReports) {
                let group = groupOf[report]
                ofGroups.add(likeness, to: group)
                if index.reports[report].isNaming, !isNamed[group] {
                    isNamed[group] = true
                    named.append(group)
                }
            }
            var best: (group: Int, score: Double)?
            for (group, sum) in ofGroups.take() {
                let mean = sum.weakened(by: 1 / Double(groups[group].count))
                let hasNames = features.isNaming && isNamed[group]
                guard let score = mean.score(over: Likeness.sameEvent, hasNames: hasNames) else { continue }
                if score > best?.score ?? 0 { best = (group, score) }
            }
            for group in named { isNamed[group] = false }
            if let best {
                groups[best.group].append(number)
            } else {
                groups.append([number])
                isNamed.append(false)
            }
            groupOf.append(best?.group ?? groups.count - 1)
            index.add(features)
        }
    }
}
