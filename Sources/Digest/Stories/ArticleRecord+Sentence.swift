import Records

extension ArticleRecord {
    /// The sentence a passage stands in; without one its block, else the passage itself. Logarithmic in the sentences.
    func sentence(around range: TextRange) -> TextRange {
        Self.enclosing(range, among: annotations.sentences)
            ?? article.blocks.first { $0.range.contains(range) }?.range ?? range
    }

    /// Binary search among ranges in text order.
    private static func enclosing(_ range: TextRange, among sentences: [TextRange]) -> TextRange? {
        var low = 0
        var high = sentences.count
        while low < high {
            let middle = (low + high) / 2
            if sentences[middle].end <= range.start { low = middle + 1 } else { high = middle }
        }
        guard low < sentences.count, sentences[low].start <= range.start, range.start < sentences[low].end else {
            return nil
        }
        return sentences[low]
    }
}
