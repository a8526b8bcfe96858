import Foundation
import Language
import Markup

/// What is never article text, whatever the forest says.
struct PassageRules {
    private let head: ArticleHead
    private let headline: [UInt8]
    private let headlineIndex: Int
    private let isHiddenKept: Bool

    /// Words of the longest line that a rule is asked about: a correction of three sentences.
    private static let longestLine: Float = 100

    /// Opens the word lists. Idempotent.
    static func warmUp() { _ = BoilerplateLines.standard }

    /// Rules for one page, whose passages were judged as `verdicts` say.
    init(_ head: ArticleHead, headline: String?, headlineIndex: Int, _ verdicts: [BodyReader.Verdict]) {
        self.head = head
        self.headline = ComparableText.bytes((headline ?? "").utf8)
        self.headlineIndex = headlineIndex
        var hidden = 0
        var shown = 0
        for (passage, verdict) in zip(head.list.passages, verdicts) where verdict == .kept {
            if passage.surroundings.contains(.hidden) {
                hidden += passage.text.count
            } else {
                shown += passage.text.count
            }
        }
        // A page whose text waits for a script to show it: most of what reads as the article is hidden.
        isHiddenKept = hidden > shown
    }

    /// Whether a passage has a rule of its own that is known without reading it.
    func isSetApart(_ index: Int) -> Bool {
        !head.list.passages[index].surroundings.isDisjoint(with: [.hidden, .caption]) || index == headlineIndex
    }

    /// The rule a passage falls under, or nil.
    func rule(against index: Int, _ measure: PassageMeasure) -> String? {
        let passage = head.list.passages[index]
        if passage.surroundings.contains(.hidden), !isHiddenKept { return "hidden" }
        if passage.surroundings.contains(.caption) { return "caption" }
        if index == headlineIndex, passage.element == .h1 { return "headline" }
        guard measure.words <= Self.longestLine else { return nil }
        let line = head.list.bytes(passage)
        let text = ComparableText.bytes(line)
        if text.isEmpty { return "no-words" }
        if text == headline, !headline.isEmpty { return "headline" }
        return BoilerplateLines.standard.rule(for: line, comparable: text) ?? CreditLine.rule(for: line)
            ?? (CounterLine.isCounter(line) ? "counter" : nil)
    }
}
