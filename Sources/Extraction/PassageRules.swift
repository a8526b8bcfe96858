import Foundation
import Language
import Markup

/// What is never article text, whatever the forest says.
struct PassageRules {
    private let head: ArticleHead
    private let headline: [UInt8]
    private let headlineIndex: Int
    private let isHiddenKept: Bool
    private let odds: [Float]
    /// The first kept passage that reads as prose.
    private let firstProse: Int

    /// Words of the longest line that a rule is asked about: a correction of three sentences.
    private static let longestLine: Float = 100
    /// Words of the longest caption that is known by the credit at its end; the longest of the development pages has 40.
    private static let longestCaption: Float = 60
    /// Bytes from which a passage is a sentence rather than a label.
    private static let shortestProse = 60
    /// Log-odds from which hidden text is the article's: panels that open at a click. On unseen sites of the development
    /// pages 7,700 words of 8,000 such were text, of those with lower odds a third.
    private static let surely: Float = 1

    /// Opens the word lists. Idempotent.
    static func warmUp() { _ = BoilerplateLines.standard }

    /// Rules for one page, whose passages were judged as `verdicts` say.
    init(
        _ head: ArticleHead, headline: String?, headlineIndex: Int, _ odds: [Float], _ verdicts: [BodyReader.Verdict]
    ) {
        self.odds = odds
        firstProse =
            verdicts.indices.first { index in
                let passage = head.list.passages[index]
                return verdicts[index] == .kept && passage.element.headingLevel == nil
                    && passage.text.count >= Self.shortestProse
            } ?? verdicts.count
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

    /// Whether a line is in capitals. A paragraph that is nothing but a link and set so leads to another article or to a shop:
    /// on unseen sites of the development pages 109 of 110 such are no text.
    private static func isShouted(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count >= shortestShout, !line.contains(where: { (0x61...0x7A).contains($0) }) else { return false }
        let letters = String(decoding: line, as: UTF8.self).filter(\.isLetter)
        return letters.count >= shortestShout * 3 / 4 && letters == letters.uppercased()
            && letters != letters.lowercased()
    }

    /// Bytes of such a line: fewer may be a name.
    private static let shortestShout = 20

    /// Whether a passage is a heading amid the text: a section may have the article's name. On unseen sites of the
    /// development pages 27 of 33 such are text.
    private func isSection(_ index: Int) -> Bool {
        (head.list.passages[index].element.headingLevel ?? 1) > 1 && index > firstProse
    }

    /// The rule a passage falls under, or nil.
    func rule(against index: Int, _ measure: PassageMeasure) -> String? {
        let passage = head.list.passages[index]
        if passage.surroundings.contains(.hidden), !isHiddenKept, odds[index] < Self.surely { return "hidden" }
        if passage.surroundings.contains(.caption) { return "caption" }
        if index == headlineIndex, passage.element == .h1 || (passage.element == .h2 && index < firstProse) {
            return "headline"
        }
        guard measure.words <= Self.longestLine else { return nil }
        let line = head.list.bytes(passage)
        if passage.linkBytes * 20 >= passage.text.count * 19, passage.element.headingLevel == nil,
            passage.element != .li,
            Self.isShouted(line)
        {
            return "related"
        }
        if measure.words <= Self.longestCaption, CreditLine.endsInCredit(line) { return "caption" }
        let text = ComparableText.bytes(line)
        if text.isEmpty { return "no-words" }
        if text == headline, !headline.isEmpty, !isSection(index) { return "headline" }
        return BoilerplateLines.standard.rule(for: line, comparable: text) ?? CreditLine.rule(for: line)
            ?? (CounterLine.isCounter(line) ? "counter" : nil)
    }
}
