import Records

extension Newsroom {
    /// The stories of the day, the most important first; the first `fullStories` told in full.
    func stories(fullStories: Int) -> [EditionStory] {
        let originals = filed.indices.filter { original[$0] == $0 }
        var copies: [Int: [Int]] = [:]
        for article in filed.indices where original[article] != article {
            copies[original[article], default: []].append(article)
        }
        let groups = StoryGroups(of: originals.map { features[$0] }).groups.map { $0.map { originals[$0] } }
        let prominence = nameProminence()
        var sums = LikenessSums()
        let ranked = groups.map { group in
            let reports = group.map { EditionStory.Report(article: $0, copies: copies[$0] ?? []) }
            let lead = leadingArticle(of: group, copies: copies)
            let story = EditionStory(
                anchor: "s" + articles[lead].anchor.dropFirst(), lead: lead, reports: reports,
                sources: Set(group.map { articles[$0].sourceKey }).count,
                thread: thread(of: group, lead: lead, in: &sums))
            return (story: story, rank: rank(of: story, group: group, prominence: prominence))
        }.sorted { ($1.rank, $0.story.anchor) < ($0.rank, $1.story.anchor) }
        return ranked.enumerated().map { place, entry in
            var story = entry.story
            if place < fullStories { story.full = fullStory(of: story) }
            return story
        }
    }

    /// For each name the share of the day's reports that hold it.
    private func nameProminence() -> [Int: Double] {
        var reports: [Int: Int] = [:]
        for article in filed.indices where original[article] == article {
            for name in features[article].names { reports[name.feature, default: 0] += 1 }
        }
        let all = Double(max(1, filed.count))
        return reports.mapValues { Double($0) / all }
    }

    /// The report nearest to what all reports of a story say; one that more publications print, or that tells more,
    /// comes before one that is as near; one without a headline comes last. Of equals the earliest.
    private func leadingArticle(of group: [Int], copies: [Int: [Int]]) -> Int {
        guard group.count > 1 else { return group.first ?? 0 }
        var sums: [Int: Double] = [:]
        for article in group {
            for feature in features[article].names + features[article].terms {
                sums[feature.feature, default: 0] += feature.weight
            }
        }
        var best = (article: group[0], score: -1.0)
        for article in group {
            let nearness = (features[article].names + features[article].terms)
                .reduce(0) { $0 + $1.weight * (sums[$1.feature] ?? 0) }
            let printings = Logarithm.natural(Double(1 + (copies[article]?.count ?? 0)))
            let length = min(1, Double(record(article).article.text.utf8.count) / Self.wholeReport)
            let headline: Double = articles[article].headline.kind == .headline ? 2 : 0
            let score = nearness / Double(group.count) + 0.3 * printings + 0.3 * length + headline
            if score > best.score { best = (article, score) }
        }
        return best.article
    }

    /// Bytes from which a report tells a story whole, not in brief: about 250 words.
    private static let wholeReport = 1500.0

    /// Independent sources first, then how central its names are to the day, how new it is, and how much of a report.
    private func rank(of story: EditionStory, group: [Int], prominence: [Int: Double]) -> Double {
        let sources = Logarithm.natural(Double(story.sources) + 1)
        let shares = features[story.lead].names.map { prominence[$0.feature] ?? 0 }.sorted(by: >).prefix(5)
        let centrality = shares.reduce(0, +) / Double(max(1, shares.count))
        let newness: Double =
            switch story.thread.status {
            case .new: 1
            case .developing: story.thread.changes.isEmpty ? 0.8 : 1
            case .unchanged: 0
            }
        // What says no day of its own is not known to be fresh.
        let age = group.compactMap { features[$0].publishedDay }.max().map { day.ordinal - $0 }
        let staleness = age.map { $0 > Self.freshDays ? Self.staleWeight : 0 } ?? Self.staleWeight
        let reports = Logarithm.natural(Double(group.count) + 1)
        return Self.sourceWeight * sources + Self.reportWeight * reports + centrality + Self.newnessWeight * newness
            + reporting(record(story.lead)) - staleness
    }

    /// What tells of an event, of people who died in it, and lets somebody speak, is a report; guides, lists and tests come
    /// after it.
    private func reporting(_ record: ArticleRecord) -> Double {
        guard !GuideHeadline.matches(record.article.headline ?? "") else { return -Self.guideWeight }
        let annotations = record.annotations
        let main = annotations.events.first { $0.status == .main }
        let voice = annotations.quotes.contains { $0.kind != .indirect && $0.speaker?.entity != nil }
        let deaths = annotations.counts.contains { count in
            count.category == Self.killed && annotations.summary.contains { $0.contains(count.range) }
        }
        return (main == nil ? 0 : Self.eventWeight) + (voice ? Self.voiceWeight : 0)
            + (deaths ? Self.deathWeight : 0)
    }

    /// The category of counts that tells how many died.
    private static let killed = "killed"

    /// News older than this has been in an edition, or belongs to an archive; a week is what an edition looks back.
    private static let freshDays = 7
    /// Old news comes after all that is fresh, unless six more sources tell it (2 ln 7 − 2 ln 2 is 2.5). Chosen.
    private static let staleWeight = 2.5

    /// One more independent source (from one to two: 0.4 in the logarithm) outweighs any centrality below 0.8, which is
    /// what the order of the three in the specification asks for; newness decides between near equals.
    private static let sourceWeight = 2.0
    private static let reportWeight = 0.25
    private static let newnessWeight = 0.5
    /// Together they weigh less than one more source, and as much as all of newness. Chosen.
    private static let eventWeight = 0.3
    private static let voiceWeight = 0.2
    private static let deathWeight = 0.3
    /// A guide comes after every report of as many sources, and before one of fewer. Chosen.
    private static let guideWeight = 0.5
}
