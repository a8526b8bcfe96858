import Records

extension Newsroom {
    /// The key numbers of a story: what happened to how many people first, then money, then shares; those of the
    /// summary before others. No figure stands twice, and of a category only one: others are a disagreement.
    func figures(in book: Sourcebook, most: Int) -> [Figure] {
        var candidates: [(figure: Figure, weight: Double, key: String)] = []
        for (place, (article, record, passages)) in book.entries.enumerated() {
            let summary = record.annotations.summary
            func add(_ range: TextRange, _ text: String, category: String?, weight: Double, key: String) {
                let line = Line(text, limit: 80)
                guard !line.isEmpty, weight > 0 else { return }
                let inSummary: Double = summary.contains { $0.contains(range) } ? 2 : 0
                let sentence = record.sentence(around: range)
                let figure = Figure(
                    told: Told(line: line, reference: Reference(article: article, range: range)),
                    category: Self.spelledOut(category, in: line),
                    sentence: Told(
                        line: passages.line(sentence, limit: Self.longestSentence),
                        reference: Reference(article: article, range: sentence)))
                candidates.append((figure, weight + inSummary + (place == 0 ? 1 : 0), key))
            }
            let ofRecord = CategoryCounts(of: record)
            for count in record.annotations.counts {
                let main = count.category.flatMap { ofRecord[$0]?.count }
                guard Self.isTelling(count) else { continue }
                let weight: Double = count.category == nil ? 0.5 : main == count ? 4 : 3
                add(
                    count.range, count.text, category: count.category, weight: weight,
                    key: count.category.map { "of \($0)" } ?? "count \(count.object) \(count.value)")
            }
            for amount in record.annotations.amounts
            where amount.kind != .measure || summary.contains(where: { $0.contains(amount.range) }) {
                let weight: Double = amount.kind == .money ? 1.5 : amount.kind == .percent ? 1 : 0.5
                let unit = amount.currency ?? amount.unit ?? amount.kind.rawValue
                let range = passages.figure(
                    amount.range, in: record.sentence(around: amount.range), language: record.article.language)
                add(range, passages[range], category: nil, weight: weight, key: "amount \(unit) \(amount.value)")
            }
        }
        var seen: Set<String> = []
        let ranked = candidates.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
        return Array(ranked.map(\.element).filter { seen.insert($0.key).inserted }.prefix(most).map(\.figure))
    }

    /// What happened to people tells something whatever the figure.
    private static let grave: Set<String> = ["killed", "injured", "missing", "displaced", "arrested", "rescued"]
    /// Smaller counts of anything else ("two jobs", "one of the decisions") are words, not figures.
    private static let smallestTelling = 10.0

    private static func isTelling(_ count: Count) -> Bool {
        count.category.map(grave.contains) == true || abs(count.value) >= smallestTelling
    }

    /// The category as a word beside the passage, unless the passage has the word, or another form of it, already
    /// ("340 employees" needs no "employed").
    private static func spelledOut(_ category: String?, in passage: Line) -> Line? {
        guard let category else { return nil }
        let line = Line(category, limit: 40)
        let stem = line.text.lowercased().prefix(6)
        return line.isEmpty || passage.text.lowercased().contains(stem) ? nil : line
    }
}
