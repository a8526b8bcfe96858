import Records

/// Figures for the same thing that disagree inside one article: the dead of one sentence against those of another.
///
/// Only totals of what happened to people are compared, by what happened. A figure that another bounds ("at least 40", then
/// 42) does not disagree with it, two figures of one sentence are told apart by it, and one far smaller is a part.
struct ConflictFinder {
    /// Categories whose figures are totals of one event.
    private static let compared: Set<String> = ["killed", "injured", "missing", "displaced", "evacuated", "arrested"]
    /// A figure smaller than this share of the largest is a part of it ("two of the dead").
    private static let part = 0.5

    let counts: [Count]
    /// The sentences, in order; what is told in one of them is told together.
    let sentences: [TextRange]

    /// The conflicts, in text order. Linear in the counts but for sorting them by kind.
    func conflicts() -> [Conflict] {
        var byKind: [String: [Int]] = [:]
        var kinds: [String] = []
        for (index, count) in counts.enumerated() {
            guard let category = count.category, Self.compared.contains(category), count.value > 0, isTotal(count)
            else {
                continue
            }
            if byKind[category] == nil { kinds.append(category) }
            byKind[category, default: []].append(index)
        }
        return kinds.compactMap { conflict($0, among: byKind[$0] ?? []) }
    }

    /// "12 people", "40": a figure of people in general; "six teenagers" is a part.
    private func isTotal(_ count: Count) -> Bool {
        ["people", "persons", "civilians", "passengers", "victims"].contains(count.object.lowercased())
    }

    private func conflict(_ category: String, among indexes: [Int]) -> Conflict? {
        let largest = indexes.map { counts[$0].value }.max() ?? 0
        var items: [Int] = []
        for index in indexes where counts[index].value >= largest * Self.part {
            let isNew = !items.contains { agree(counts[$0], counts[index]) }
            let isTold = !items.contains { sentence(of: $0) == sentence(of: index) }
            if isNew && isTold { items.append(index) }
        }
        guard items.count > 1 else { return nil }
        return Conflict(
            what: category,
            items: items.map { Conflict.Item(range: counts[$0].range, text: counts[$0].text, value: counts[$0].value) })
    }

    /// Whether two figures can both be true: equal, or one inside the other's bounds.
    private func agree(_ one: Count, _ other: Count) -> Bool {
        if one.value == other.value { return true }
        func holds(_ bound: Count, _ value: Double) -> Bool {
            switch bound.modifier {
            case .min: value >= bound.value
            case .max: value <= bound.value
            case .approx: abs(value - bound.value) <= 0.1 * bound.value
            case nil: false
            }
        }
        return holds(one, other.value) || holds(other, one.value)
    }

    private func sentence(of index: Int) -> Int? {
        var low = 0
        var high = sentences.count
        while low < high {
            let middle = (low + high) / 2
            if sentences[middle].end <= counts[index].range.start { low = middle + 1 } else { high = middle }
        }
        return low < sentences.count ? low : nil
    }
}
