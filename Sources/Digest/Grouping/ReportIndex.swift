/// Reports by their features, so that those like a given one are found without looking at the others.
struct ReportIndex: Sendable {
    private var namePostings: [Int: [(report: Int, weight: Double)]] = [:]
    private var termPostings: [Int: [(report: Int, weight: Double)]] = [:]
    /// The features of the reports, in order of adding.
    private(set) var reports: [Features] = []

    /// Reports a feature may lead to. A feature of more reports than this weighs next to nothing (its idf is small) and
    /// would make the search quadratic.
    private static let longestPosting = 1000
    /// Main events further apart than this are not one; reports of one event date it a day or two apart (time zones,
    /// "overnight").
    private static let mostDaysApart = 3
    /// Reports published further apart than this tell different news, however alike: an archive dropped at once holds
    /// the same affair in many years. Ten days leave room for the week that threads look back on. Chosen, not measured.
    private static let mostDaysBetweenReports = 10

    /// Adds a report. Linear in its features.
    mutating func add(_ features: Features) {
        for name in features.names { namePostings[name.feature, default: []].append((reports.count, name.weight)) }
        for term in features.terms { termPostings[term.feature, default: []].append((reports.count, term.weight)) }
        reports.append(features)
    }

    /// The reports that share a feature with `features`, in order of adding, each with its likeness. Reports that name
    /// different towns, or date their events differently, are less alike. Linear in the postings of the features.
    /// `sums` is where they are added up; it is empty before and after.
    func likenesses(to features: Features, in sums: inout LikenessSums) -> [(report: Int, likeness: Likeness)] {
        for name in features.names {
            guard let posting = namePostings[name.feature], posting.count <= Self.longestPosting else { continue }
            for (report, weight) in posting {
                sums.addName(weight * name.weight, isOfPlace: name.isOfPlace, to: report)
            }
        }
        for term in features.terms {
            guard let posting = termPostings[term.feature], posting.count <= Self.longestPosting else { continue }
            for (report, weight) in posting { sums.addTerm(weight * term.weight, to: report) }
        }
        return sums.take().compactMap { report, likeness in
            guard Self.isOfOneTime(features, reports[report]) else { return nil }
            return (report, likeness.weakened(by: Self.agreement(features, reports[report])))
        }
    }

    private static func isOfOneTime(_ a: Features, _ b: Features) -> Bool {
        guard let day = a.publishedDay, let other = b.publishedDay else { return true }
        return abs(day - other) <= mostDaysBetweenReports
    }

    /// 1, halved for towns that differ, halved again for days that differ, and for two one of which tells no event and one of
    /// which has no day: two guides to one subject are no story.
    private static func agreement(_ a: Features, _ b: Features) -> Double {
        var factor = 1.0
        if !a.localities.isEmpty, !b.localities.isEmpty, !a.localities.contains(where: b.localities.contains) {
            factor /= 2
        }
        if let day = a.eventDay, let other = b.eventDay, abs(day - other) > mostDaysApart { factor /= 2 }
        let isDated = a.publishedDay != nil && b.publishedDay != nil
        if !isDated, !a.tellsEvent || !b.tellsEvent { factor /= 2 }
        return factor
    }
}
