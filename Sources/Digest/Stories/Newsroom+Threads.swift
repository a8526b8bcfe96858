import Records

extension Newsroom {
    /// Reports of a story whose likes are looked up in the days before; the first ones hold what the story is about.
    private static let mostReportsFollowed = 8
    /// Earlier articles a story points to; the newest tell where it stood.
    private static let mostEarlier = 12

    /// How a story stands to the days before.
    /// `sums` is where likenesses are added up.
    func thread(of group: [Int], lead: Int, in sums: inout LikenessSums) -> StoryThread {
        var scores = linkedReports(([lead] + group.filter { $0 != lead }).prefix(Self.mostReportsFollowed), &sums)
        followBack(&scores, &sums)
        let linked = scores.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.mostEarlier).map(\.key)
            .sorted()
        guard !linked.isEmpty else { return StoryThread(status: .new, earlier: [], linked: [], changes: []) }
        let changes = changes(in: group, since: linked)
        let isRevised = group.contains { articles[$0].revises?.differences.isEmpty == false }
        let isOld = changes.isEmpty && !isRevised && repeats(group, linked)
        return StoryThread(
            status: isOld ? .unchanged : .developing, earlier: linked.map { EarlierArticle(earlier[$0]) },
            linked: linked, changes: changes)
    }

    /// The reports of the days before that are like a story. What one of its reports alone says in passing ("no connection
    /// with Tuesday's earthquake") links nothing: the likeness that counts is halfway between the best and the mean.
    private func linkedReports(_ group: ArraySlice<Int>, _ sums: inout LikenessSums) -> [Int: Double] {
        var likenesses: [Int: (best: Likeness, sum: Likeness)] = [:]
        for article in group {
            for (report, likeness) in archive.likenesses(to: features[article], in: &sums) {
                var known = likenesses[report] ?? (Likeness(), Likeness())
                known.sum = known.sum + likeness
                if likeness.mean > known.best.mean { known.best = likeness }
                likenesses[report] = known
            }
        }
        let isNaming = group.contains { features[$0].isNaming }
        var scores: [Int: Double] = [:]
        for (report, known) in likenesses {
            let likeness = (known.best + known.sum.weakened(by: 1 / Double(group.count))).weakened(by: 0.5)
            scores[report] = likeness.score(
                over: Likeness.sameThread, hasNames: isNaming && archive.reports[report].isNaming)
        }
        return scores
    }

    /// A thread is a chain: what the linked reports were linked to in their day belongs to it, though today's report may
    /// share little with the first one. One step back for each link, weighed by both likenesses.
    private func followBack(_ scores: inout [Int: Double], _ sums: inout LikenessSums) {
        let found = scores.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.mostReportsFollowed)
        for (report, score) in found {
            for (other, likeness) in archive.likenesses(to: archive.reports[report], in: &sums)
            where earlier[other].day < earlier[report].day && scores[other] == nil {
                let hasNames = archive.reports[report].isNaming && archive.reports[other].isNaming
                guard let further = likeness.score(over: Likeness.sameEvent, hasNames: hasNames) else { continue }
                scores[other] = score * further
            }
        }
    }

    /// Whether every report of today is nearly a copy of one that ran before.
    private func repeats(_ group: [Int], _ linked: [Int]) -> Bool {
        let before = linked.map { earlier[$0].text }
        return group.allSatisfy { article in
            let now = CopyGroups.Text(of: record(article))
            return before.contains { now.isNearly($0) }
        }
    }

    /// Figures of a category that were one thing when last given and are another now, in the latest report with one.
    private func changes(in group: [Int], since linked: [Int]) -> [StoryThread.Change] {
        var before: [String: (value: Double, day: CalendarDay)] = [:]
        for report in linked {
            for (category, value) in earlier[report].figures where before[category] == nil {
                before[category] = (value, earlier[report].day)
            }
        }
        var changes: [String: StoryThread.Change] = [:]
        var stands: Set<String> = []
        for article in group.reversed() {
            for (category, main) in CategoryCounts(of: record(article)).categories {
                guard let then = before[category] else { continue }
                if main.count.value == then.value { stands.insert(category) }
                guard changes[category] == nil, main.count.value != then.value else { continue }
                changes[category] = StoryThread.Change(
                    what: Line(category, limit: 40), before: then.value, beforeDay: then.day, now: main.count.value,
                    told: Told(
                        line: Line(main.count.text, limit: 80),
                        reference: Reference(article: article, range: main.count.range)))
            }
        }
        return changes.filter { !stands.contains($0.key) }.sorted { $0.key < $1.key }.map(\.value)
    }
}
