import Records

extension ArticleRecord {
    /// The sentence a passage stands in; without one its block, else the passage itself. Logarithmic in the sentences
    /// and blocks.
    func sentence(around range: TextRange) -> TextRange {
        Self.enclosing(range, among: annotations.sentences, \.self)
            ?? Self.enclosing(range, among: article.blocks, \.range) ?? range
    }

    /// Binary search among passages in text order.
    private static func enclosing<Passage>(
        _ range: TextRange, among passages: [Passage], _ rangeOf: KeyPath<Passage, TextRange>
    ) -> TextRange? {
        var low = 0
        var high = passages.count
        while low < high {
            let middle = (low + high) / 2
            if passages[middle][keyPath: rangeOf].end <= range.start { low = middle + 1 } else { high = middle }
        }
        guard low < passages.count else { return nil }
        let found = passages[low][keyPath: rangeOf]
        return found.start <= range.start && range.start < found.end ? found : nil
    }
}
