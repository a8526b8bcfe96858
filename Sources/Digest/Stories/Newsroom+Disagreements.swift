import Records

extension Newsroom {
    /// Figures for one thing over which a story's reports differ, and those over which a report differs with itself.
    func disagreements(in book: Sourcebook) -> [Disagreement] {
        let counts = book.entries.map { CategoryCounts(of: $0.record) }
        let categories = Set(counts.flatMap { $0.categories.map(\.name) }).sorted()
        let between = categories.compactMap { category in disagreement(over: category, counts, book) }
        return between + book.entries.flatMap { ownConflicts(of: $0.record, article: $0.article) }
    }

    private func disagreement(over category: String, _ counts: [CategoryCounts], _ book: Sourcebook) -> Disagreement? {
        let figures = zip(book.entries, counts).compactMap { entry, counts in
            counts[category].map { (article: entry.article, main: $0) }
        }
        let disputed = figures.filter { figure in figures.contains { figure.main.disagrees(with: $0.main) } }
        guard !disputed.isEmpty else { return nil }
        var claims: [Double: [Told]] = [:]
        for (article, main) in disputed {
            let told = Told(
                line: Line(main.count.text, limit: 80), reference: Reference(article: article, range: main.count.range))
            claims[main.count.value, default: []].append(told)
        }
        return Disagreement(
            what: Line(category, limit: 40),
            claims: claims.sorted { $0.key < $1.key }.map { Disagreement.Claim(value: $0.key, told: $0.value) })
    }

    /// A record's own list of figures that disagree.
    private func ownConflicts(of record: ArticleRecord, article: Int) -> [Disagreement] {
        record.annotations.conflicts.compactMap { conflict in
            let claims = conflict.items.filter { $0.value.isFinite }.map { item in
                let told = Told(
                    line: Line(item.text, limit: 80), reference: Reference(article: article, range: item.range))
                return Disagreement.Claim(value: item.value, told: [told])
            }
            guard Set(claims.map(\.value)).count > 1 else { return nil }
            return Disagreement(what: Line(conflict.what, limit: 40), claims: claims.sorted { $0.value < $1.value })
        }
    }
}
