import Markup
import Records

/// Lines of byline and date that stand among a body's first passages: metadata, not text.
enum OpeningLines {
    /// Kept passages looked at: headline, deck, byline, role, date and place lines come before the sixth.
    private static let looked = 6

    /// Drops such lines from a decision; `bylines` are the article's authors. Linear in the lines looked at.
    static func drop(
        from decision: inout BodyReader.Decision, _ head: ArticleHead, headline: String?, bylines: [Byline]
    ) {
        let headline = (headline ?? "").comparable
        let names = BylineNames(siteNames: head.siteNames)
        let known = Set(bylines.map(\.name.comparable))
        var seen = 0
        for index in decision.verdicts.indices where decision.verdicts[index] == .kept {
            seen += 1
            if seen > looked { break }
            let passage = head.list.passages[index]
            guard passage.text.count <= 160, passage.element != .tr, (passage.element.headingLevel ?? 5) >= 5 else {
                continue
            }
            if let rule = rule(for: head.list.string(passage), names, known, headline: headline) {
                decision.verdicts[index] = .dropped(rule: rule)
            }
        }
        dropSignature(from: &decision, head, names)
    }

    /// Drops the text's last line where it says who wrote it: "Report: Ana Roth, 7 March 2011". Of a text that holds nothing else
    /// nothing goes.
    private static func dropSignature(
        from decision: inout BodyReader.Decision, _ head: ArticleHead, _ names: BylineNames
    ) {
        let kept = decision.verdicts.indices.filter { decision.verdicts[$0] == .kept }
        guard kept.count > 2, let last = kept.last, isSignature(head.list, last, names) else { return }
        decision.verdicts[last] = .dropped(rule: "byline")
    }

    /// Whether a passage is a line that opens with "By" and its kin, and holds nothing but names, roles and dates.
    static func isSignature(_ list: PassageList, _ index: Int, _ names: BylineNames) -> Bool {
        let passage = list.passages[index]
        guard passage.text.count <= 120, passage.element != .tr, passage.element.headingLevel == nil else {
            return false
        }
        let line = list.string(passage)
        return BylineNames.withoutOpening(line) != nil && names.bylines(inLine: line) != nil
    }

    /// `byline` or `date` where every line of a passage is one, the first line's rule; nil for any other passage. Above
    /// them may stand the headline (comparable), or the end of it behind a kicker.
    static func rule(
        for text: String, _ names: BylineNames, _ known: Set<String>, headline: String = ""
    ) -> String? {
        var lines = text.split(separator: "\n")[...]
        if lines.count > 1, let first = lines.first.map({ String($0).comparable }), !first.isEmpty,
            headline.hasSuffix(first)
        {
            lines.removeFirst()
        }
        let rules = lines.map { line -> String? in
            if names.bylines(inLine: String(line), known: known) != nil { return "byline" }
            return DateLine.date(in: String(line), dayFirst: true) == nil ? nil : "date"
        }
        return rules.contains(nil) ? nil : rules.first ?? nil
    }
}
