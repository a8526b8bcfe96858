import Records

/// What became of an article that was filed before: another version of it, and what it says otherwise.
struct Revision: Hashable, Sendable {
    /// The version before.
    let before: EarlierArticle
    /// Whether the new version says itself that it corrects.
    let isCorrection: Bool
    /// What the two say differently, in the order of the new version.
    let differences: [Difference]

    /// A sentence that was changed, added or taken out.
    struct Difference: Hashable, Sendable {
        /// What stood there before; nil for a sentence that is new.
        let before: Line?
        /// What stands there now; nil for a sentence that is gone.
        let now: Told?
    }
}

/// The sentences in which two versions of an article differ.
struct VersionComparison {
    /// Differences shown: a correction changes one or two sentences, a rewrite is told by its link.
    private static let most = 3
    /// Sentences compared of each version.
    private static let mostSentences = 200
    /// The share of common words from which two sentences are versions of one. Chosen, not measured.
    private static let sameSentence = 0.4

    private struct Sentence {
        let line: Line
        let range: TextRange
        let words: [UInt64]
    }

    private let old: [Sentence]
    private let new: [Sentence]

    /// Reads both versions. Linear in their texts.
    init(from old: ArticleRecord, to new: ArticleRecord) {
        self.old = Self.sentences(of: old)
        self.new = Self.sentences(of: new)
    }

    /// The differences, pointing into the article with the index `article`. Quadratic in the sentences that differ.
    func differences(in article: Int) -> [Revision.Difference] {
        let known = Set(old.map(\.words))
        let kept = Set(new.map(\.words))
        var gone = old.filter { !kept.contains($0.words) }
        var differences: [Revision.Difference] = []
        for sentence in new where !known.contains(sentence.words) {
            let now = Told(
                line: sentence.line, reference: Reference(article: article, range: sentence.range))
            let match = gone.indices.max { Self.likeness(gone[$0], sentence) < Self.likeness(gone[$1], sentence) }
            if let match, Self.likeness(gone[match], sentence) >= Self.sameSentence {
                differences.append(Revision.Difference(before: gone.remove(at: match).line, now: now))
            } else {
                differences.append(Revision.Difference(before: nil, now: now))
            }
        }
        differences += gone.map { Revision.Difference(before: $0.line, now: nil) }
        // A changed sentence says more than one that is new or gone.
        let changed = differences.filter { $0.before != nil && $0.now != nil }
        return Array((changed + differences.filter { $0.before == nil || $0.now == nil }).prefix(Self.most))
    }

    private static func sentences(of record: ArticleRecord) -> [Sentence] {
        let passages = Passages(of: record.article.text)
        return record.annotations.sentences.prefix(mostSentences).compactMap { range in
            let line = passages.line(range, limit: Newsroom.longestSentence)
            let words = WordHashes(of: line.text).words
            return words.isEmpty ? nil : Sentence(line: line, range: range, words: words)
        }
    }

    private static func likeness(_ a: Sentence, _ b: Sentence) -> Double {
        let (a, b) = (Set(a.words), Set(b.words))
        let common = a.intersection(b).count
        return Double(common) / Double(max(1, a.count + b.count - common))
    }
}
