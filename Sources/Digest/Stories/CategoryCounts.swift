import Records

/// What one record counts, by category: the figure it stands for, and every other it mentions.
struct CategoryCounts: Sendable {
    /// The record's figure for a category.
    struct Main: Sendable {
        /// The figure.
        let count: Count
        /// Every figure of the category in the record.
        let all: Set<Double>
    }

    /// The categories in alphabetical order.
    let categories: [(name: String, main: Main)]

    /// The figures of a record. The one of a category that belongs to the main event counts, else the first of the
    /// summary, else the first of the text: later ones are background ("the quake of 1999 killed 17,000").
    init(of record: ArticleRecord) {
        let annotations = record.annotations
        var mainEventCounts: Set<Int> = []
        for event in annotations.events where event.status == .main { mainEventCounts.formUnion(event.counts) }
        var best: [String: (count: Count, standing: Int, all: Set<Double>)] = [:]
        for (number, count) in annotations.counts.enumerated() {
            guard let category = count.category, count.value.isFinite else { continue }
            let inSummary = annotations.summary.contains { $0.contains(count.range) }
            let standing = mainEventCounts.contains(number) ? 2 : inSummary ? 1 : 0
            let known = best[category]
            let all = (known?.all ?? []).union([count.value])
            if let known, known.standing >= standing {
                best[category] = (known.count, known.standing, all)
            } else {
                best[category] = (count, standing, all)
            }
        }
        categories = best.sorted { $0.key < $1.key }.map { ($0.key, Main(count: $0.value.count, all: $0.value.all)) }
    }

    /// The figure of a category.
    subscript(category: String) -> Main? { categories.first { $0.name == category }?.main }
}

extension CategoryCounts.Main {
    /// Two "about" figures this near are one; journalism rounds to one significant digit, half of which is 5 to 50
    /// per cent, and the cautious end is taken twice.
    private static let roundingShare = 0.1

    /// Whether the two cannot both be right: neither record mentions the other's figure, and no "at least", "up to" or
    /// "about" reconciles them.
    func disagrees(with other: CategoryCounts.Main) -> Bool {
        if all.contains(other.count.value) || other.all.contains(count.value) { return false }
        return !Self.allows(count, other.count.value) && !Self.allows(other.count, count.value)
    }

    private static func allows(_ count: Count, _ value: Double) -> Bool {
        switch count.modifier {
        case .min: value >= count.value
        case .max: value <= count.value
        case .approx: abs(value - count.value) <= abs(count.value) * roundingShare
        case nil: value == count.value
        }
    }
}
