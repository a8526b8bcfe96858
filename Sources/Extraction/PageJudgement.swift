import Foundation
import Markup

/// How far a page is one text: an article, a document, a thread; or a list, a shop's or a front page, of which only scraps
/// would be kept.
struct PageJudgement {
    /// From 0 to 1, the best F1 over words that the passages' odds lead to expect, whichever of them are kept.
    let expected: Double
    /// The log-odds from which on a passage is kept.
    let threshold: Float

    /// What `expected` has to reach on a page whose head neither has an article in its JSON-LD nor says when it was published.
    /// On unseen sites of the development pages this refuses 2 of 910 articles (a list of programs, a list of works) and 40
    /// of 655 pages of other kinds, of whose words the kept ones had a mean F1 of .50; the others have .83.
    private static let least = 0.55
    /// From which on even odds decide. To keep what has at least half of the best F1 as its probability is the best choice for
    /// F1 (Lipton, Elkan and Naryanaswamy, "Optimal thresholding of classifiers to maximize F1 measure", 2014); on pages of
    /// one text the two are nearly the same, and news lose a hair. On unseen sites of the development pages: other kinds
    /// word F1 .735 with even odds, .777 so; articles of WCXB .960 and .962; news 4-gram F1 .971 both.
    private static let clear = 0.9
    /// The lowest probability that is ever enough.
    private static let lowest = 0.2
    /// Steps of probability that are told apart.
    private static let steps = 64

    /// Judges by each passage's log-odds and number of words. Linear in the passages.
    init(_ features: PassageFeatures, _ odds: [Float]) {
        self.init(words: odds.indices.map { Double(features.measure($0).words) }, odds: odds)
    }

    /// Judges passages of so many words each. Linear.
    init(words: [Double], odds: [Float]) {
        var kept = [Double](repeating: 0, count: Self.steps)
        var right = kept
        for (words, odds) in zip(words, odds) {
            let probability = 1 / (1 + exp(-Double(odds)))
            let step = min(Self.steps - 1, Int(probability * Double(Self.steps)))
            kept[step] += words
            right[step] += words * probability
        }
        let text = right.reduce(0, +)
        var best = 0.0
        var sum = (kept: 0.0, right: 0.0)
        for step in kept.indices.reversed() {
            sum.kept += kept[step]
            sum.right += right[step]
            if sum.kept + text > 0 { best = max(best, 2 * sum.right / (sum.kept + text)) }
        }
        expected = best
        let share = max(Self.lowest, best / 2)
        threshold = best < Self.clear ? Float(log(share / (1 - share))) : 0
    }

    /// What the page seems to be where it is no text of its own; nil where it is one, or its head says so. Linear in the head.
    func refusal(_ head: ArticleHead) -> PageKind? {
        guard expected < Self.least else { return nil }
        let types = PageTypes(head.meta, head.linked)
        return types.article >= 2 || types.isDated ? nil : PageKind(head, types)
    }
}
