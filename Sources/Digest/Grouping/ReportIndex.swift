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
    func likenesses(to features: Features) -> [(report: Int, likeness: Likeness)] {
        var found: [Int: Likeness] = [:]
        for name in features.names {
            guard let posting = namePostings[name.feature], posting.count <= Self.longestPosting else { continue }
            for (report, weight) in posting {
                found[report, default: Likeness()].names += weight * name.weight
                if !name.isOfPlace { found[report, default: Likeness()].actors += weight * name.weight }
            }
        }
        for term in features.terms {
            guard let posting = termPostings[term.feature], posting.count <= Self.longestPosting else { continue }
            for (report, weight) in posting { found[report, default: Likeness()].terms += weight * term.weight }
        }
        return found.sorted { $0.key < $1.key }.filter { Self.isOfOneTime(features, reports[$0.key]) }.map {
            report, likeness in
            (report, likeness.weakened(by: Self.agreement(features, reports[report])))
        }
    }

    private static func isOfOneTime(_ a: Features, _ b: Features) -> Bool {
        guard let day = a.publishedDay, let other = b.publishedDay else { return true }
        return abs(day - other) <= mostDaysBetweenReports
    }

    /// 1, halved for towns that differ and halved again for days that differ.
    private static func agreement(_ a: Features, _ b: Features) -> Double {
        var factor = 1.0
        if !a.localities.isEmpty, !b.localities.isEmpty, Set(a.localities).isDisjoint(with: b.localities) {
            factor /= 2
        }
        if let day = a.eventDay, let other = b.eventDay, abs(day - other) > mostDaysApart { factor /= 2 }
        return factor
    }
}
