import Records

/// One page of an extraction set with what the engine made of it.
struct ScoredPage {
    /// What the page should give.
    let gold: GoldPage
    /// What it gave; of a rejected page, nothing.
    let answer: ExtractedPage
    /// Whether there is no record.
    let isRejected: Bool
    /// The language of the text without its region, `none` where none was found.
    let language: String

    /// A page by its gold and its record.
    init(_ gold: GoldPage, _ record: ArticleRecord?) {
        self.gold = gold
        answer = ExtractedPage(record)
        isRejected = record == nil
        language = record?.article.language?.split(separator: "-").first.map { $0.lowercased() } ?? "none"
    }

    /// The F1 of runs of four words, from 0 to 1. Linear in both texts.
    var shingleF1: Double {
        let counts = ShingleCounts(Codepoints(gold.text ?? "").wordList, Codepoints(answer.text).wordList)
        let sum = counts.precision + counts.recall
        return sum > 0 ? 2 * counts.precision * counts.recall / sum : 0
    }

    /// The F1 of single words, from 0 to 1. Linear in both texts.
    var wordF1: Double { WordOverlap(Codepoints(gold.text ?? ""), Codepoints(answer.text)).f1 }
}
