/// Scores editions against stories sorted by hand. Pairs of a day's reports that stand in one story, pairs told to be
/// copies, and links to reports of earlier days are each scored by precision and recall; of the status of a story the
/// share that is right; of figures that changed and of corrections again precision and recall.
struct StoriesScore {
    private struct Tally {
        var right = 0
        var predicted = 0
        var gold = 0

        mutating func add<Item: Hashable>(_ predictedItems: Set<Item>, _ goldItems: Set<Item>) {
            right += predictedItems.intersection(goldItems).count
            predicted += predictedItems.count
            gold += goldItems.count
        }

        var figure: Figure { .precisionRecall(right: right, of: predicted, gold: gold) }
    }

    /// Two reports, the one that stands first in the file before the other.
    private struct Pair: Hashable {
        let a: Int
        let b: Int

        init(_ one: Int, _ other: Int) { (a, b) = (min(one, other), max(one, other)) }
    }

    private let gold: MarkedStories
    private var pairs = Tally()
    private var copies = Tally()
    private var links = Tally()
    private var changes = Tally()
    private var corrections = Tally()
    private var statusRight = 0
    private var statusAsked = 0
    /// What came out otherwise than marked, a line each.
    private(set) var errors: [String] = []

    init(_ gold: MarkedStories) { self.gold = gold }

    /// Counts one day's edition. `numbers` gives, for each record's path, the number of its report in the file.
    mutating func add(_ digest: PrintedDigest, day: String, numbers: [String: Int]) {
        let reports = digest.articles.map { numbers[$0.record] ?? -1 }
        let today = gold.reports.indices.filter { gold.reports[$0].day == day }
        addPairs(digest, reports, today)
        addCopies(digest, reports, today)
        var predictedLinks: Set<Pair> = []
        for story in digest.stories {
            let earlier = story.thread.earlier.compactMap { numbers[$0.record] }
            for article in story.articles { predictedLinks.formUnion(earlier.map { Pair(reports[article], $0) }) }
        }
        let earlierDays = gold.reports.indices.filter { gold.reports[$0].day < day }
        let goldLinks = Set(
            today.flatMap { report in
                earlierDays.filter { isOneStory($0, report) }.map { Pair($0, report) }
            })
        links.add(predictedLinks, goldLinks)
        note(predictedLinks, goldLinks, "link")
        addStandings(digest, reports, day)
    }

    private mutating func addPairs(_ digest: PrintedDigest, _ reports: [Int], _ today: [Int]) {
        let predicted = Set(digest.stories.flatMap { Self.pairs($0.articles.map { reports[$0] }) })
        let expected = Set(Self.pairs(today).filter { isOneStory($0.a, $0.b) })
        pairs.add(predicted, expected)
        note(predicted, expected, "pair")
    }

    /// Copies are a matter within a story: a report is one of any report told by the same words.
    private mutating func addCopies(_ digest: PrintedDigest, _ reports: [Int], _ today: [Int]) {
        let predicted = Set(digest.stories.flatMap { $0.reports.flatMap(\.copies) }.map { reports[$0] })
        let expected = Set(today.filter { gold.reports[$0].standing != nil })
        // Which of two that are nearly the same counts as the copy is the edition's choice.
        copies.add(stories(of: predicted), stories(of: expected))
        let revised = Set(digest.articles.indices.filter { digest.articles[$0].revises != nil }.map { reports[$0] })
        corrections.add(revised, Set(today.filter { gold.reports[$0].standing == .correction }))
    }

    private func stories(of numbers: Set<Int>) -> Set<String> {
        Set(numbers.map { gold.reports[$0].story + " \(gold.reports[$0].day)" })
    }

    private mutating func addStandings(_ digest: PrintedDigest, _ reports: [Int], _ day: String) {
        var expected: Set<String> = []
        var predicted: Set<String> = []
        for expectation in gold.expectations where expectation.day == day {
            statusAsked += 1
            let stories = digest.stories.filter { story in
                story.articles.contains { gold.reports[reports[$0]].story == expectation.story }
            }
            let statuses = Set(stories.map(\.thread.status))
            if statuses == [expectation.status] {
                statusRight += 1
            } else {
                errors.append("\(day) \(expectation.story): \(statuses.sorted()), not \(expectation.status)")
            }
            if let change = expectation.change {
                expected.insert("\(expectation.story) \(change.category) \(change.before) \(change.after)")
            }
            predicted.formUnion(
                stories.flatMap { $0.thread.changes.map { "\(expectation.story) \($0.what) \($0.before) \($0.now)" } })
        }
        changes.add(predicted, expected)
        for change in predicted.symmetricDifference(expected).sorted() {
            errors.append("\(day) change \(predicted.contains(change) ? "in vain" : "missed"): \(change)")
        }
    }

    private mutating func note(_ predicted: Set<Pair>, _ expected: Set<Pair>, _ what: String) {
        let wrong = predicted.symmetricDifference(expected).sorted { ($0.a, $0.b) < ($1.a, $1.b) }
        for pair in wrong {
            let kind = predicted.contains(pair) ? "in vain" : "missed"
            errors.append("\(what) \(kind): \(name(pair.a)) / \(name(pair.b))")
        }
    }

    private func name(_ report: Int) -> String { "\(gold.reports[report].story) \(gold.reports[report].headline)" }

    private func isOneStory(_ one: Int, _ other: Int) -> Bool {
        gold.reports[one].story == gold.reports[other].story
    }

    private static func pairs(_ reports: [Int]) -> [Pair] {
        reports.indices.flatMap { one in reports[..<one].map { Pair($0, reports[one]) } }
    }

    /// The figures of all days counted.
    var figures: Figure {
        .named([
            "pairs": pairs.figure, "copies": copies.figure, "links": links.figure, "changes": changes.figure,
            "corrections": corrections.figure,
            "status": .named(["right": .percent(statusRight, of: statusAsked), "n": .whole(statusAsked)]),
        ])
    }
}
