import Markup
import Records

/// Decides which passages are the article, and says why each of the others is not.
struct BodyReader {
    /// A passage's fate.
    enum Verdict: Equatable {
        case kept
        case dropped(rule: String)
    }

    /// What was decided.
    struct Decision {
        /// One verdict a passage.
        var verdicts: [Verdict]
        /// The first kept passage, or the number of passages.
        var start: Int
    }

    /// Decides on a page. Linear in its passages.
    static func decision(
        _ head: ArticleHead, _ features: PassageFeatures, _ forest: DecisionForest, headline: String?,
        notes: inout TraceNotes?
    ) -> Decision {
        // Even odds are the forest's own balance.
        let odds = PassageJudge.odds(features, forest)
        var verdicts = odds.map { $0 > 0 ? Verdict.kept : .dropped(rule: "boilerplate") }
        notes?.note(odds: odds)
        notes?.note("model", verdicts)
        PassageSiblings.keep(head.list, features, odds, &verdicts)
        notes?.note("siblings", verdicts)
        // The deck is part of what the reader reads, wherever the page puts it.
        let start = verdicts.firstIndex(of: .kept) ?? verdicts.count
        if let deck = StandfirstReader.passage(head, before: start) { verdicts[deck] = .kept }
        notes?.note("standfirst", verdicts)
        let rules = PassageRules(head, headline: headline, headlineIndex: features.headline, verdicts)
        for index in verdicts.indices where verdicts[index] == .kept || rules.isSetApart(index) {
            if let rule = rules.rule(against: index, features.measure(index)) { verdicts[index] = .dropped(rule: rule) }
        }
        nameCorrections(rules, features, &verdicts)
        dropRepeats(head.list, &verdicts)
        dropEmptyHeadings(head.list, &verdicts)
        notes?.note("rules", verdicts)
        return Decision(verdicts: verdicts, start: start)
    }

    /// Publishers' notes of corrections stand at the article's head or foot; a reader is told of them, whoever dropped them.
    private static func nameCorrections(
        _ rules: PassageRules, _ features: PassageFeatures, _ verdicts: inout [Verdict]
    ) {
        guard let first = verdicts.firstIndex(of: .kept), let last = verdicts.lastIndex(of: .kept) else { return }
        let near = max(0, first - reach)..<min(verdicts.count, last + 1 + reach)
        for index in near where verdicts[index] == .dropped(rule: "boilerplate") {
            let rule = rules.rule(against: index, features.measure(index))
            if rule == "correction" { verdicts[index] = .dropped(rule: "correction") }
        }
    }

    /// Passages before and behind the article among which such notes are looked for.
    private static let reach = 8

    /// The same long passage twice is a pull quote, a teaser or a second layout; the later one goes.
    private static func dropRepeats(_ list: PassageList, _ verdicts: inout [Verdict]) {
        var seen: [Int: [Int]] = [:]
        for (index, passage) in list.passages.enumerated() where verdicts[index] == .kept && passage.text.count >= 40 {
            let bytes = list.bytes(passage)
            var hasher = Hasher()
            bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
            let hash = hasher.finalize()
            if seen[hash]?.contains(where: { list.bytes(list.passages[$0]) == bytes }) == true {
                verdicts[index] = .dropped(rule: "repeated")
            } else {
                seen[hash, default: []].append(index)
            }
        }
    }

    /// Headings at the very end head nothing.
    private static func dropEmptyHeadings(_ list: PassageList, _ verdicts: inout [Verdict]) {
        for index in verdicts.indices.reversed() where verdicts[index] == .kept {
            guard list.passages[index].element.headingLevel != nil else { return }
            verdicts[index] = .dropped(rule: "heading-without-text")
        }
    }
}
