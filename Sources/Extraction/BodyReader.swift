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
        /// How far the page is one text.
        var judgement: PageJudgement?
    }

    /// Decides on a page. Linear in its passages.
    static func decision(
        _ head: ArticleHead, _ features: PassageFeatures, _ forest: DecisionForest, headline: String?,
        notes: inout TraceNotes?
    ) -> Decision {
        let odds = PassageJudge.odds(features, forest)
        let judgement = PageJudgement(features, odds)
        var verdicts = odds.indices.map { index in
            odds[index] > least(head.list.passages[index], judgement) ? Verdict.kept : .dropped(rule: "boilerplate")
        }
        notes?.note(odds: odds)
        notes?.note("model", verdicts)
        PassageSiblings.keep(head.list, features, odds, &verdicts)
        if judgement.threshold == 0 {
            PassageSiblings.keepHeadings(head.list, odds, &verdicts)
            PassageSiblings.keepItems(head.list, &verdicts)
        }
        notes?.note("siblings", verdicts)
        PassageTail.drop(features, odds, &verdicts)
        notes?.note("tail", verdicts)
        // The deck is part of what the reader reads, wherever the page puts it.
        let start = verdicts.firstIndex(of: .kept) ?? verdicts.count
        if let deck = StandfirstReader.passage(head, before: start),
            head.linked.isNews || odds[deck] > Self.unlikelyDeck
        {
            verdicts[deck] = .kept
        }
        notes?.note("standfirst", verdicts)
        let rules = PassageRules(head, headline: headline, headlineIndex: features.headline, odds, verdicts)
        for index in verdicts.indices where verdicts[index] == .kept || rules.isSetApart(index) {
            if let rule = rules.rule(against: index, features.measure(index)) { verdicts[index] = .dropped(rule: rule) }
        }
        nameCorrections(rules, features, &verdicts)
        CreditedCaptions.drop(from: &verdicts, head.list)
        dropRepeats(head.list, &verdicts)
        LinkedLists.drop(from: &verdicts, head)
        dropEmptyHeadings(head.list, &verdicts)
        notes?.note("rules", verdicts)
        return Decision(verdicts: verdicts, start: start, judgement: judgement)
    }

    /// Log-odds from which on a deck is kept whatever the page is. Below it, on unseen sites of the development pages, 9 of 12
    /// decks of Fundus are text, and 3 of 11 on pages of WCXB that call themselves no news: notes on authors are named so there.
    private static let unlikelyDeck: Float = -1

    /// The log-odds from which on a passage is kept. On a page of one text a line that is nothing but a link, and no heading,
    /// has to be surer: on unseen sites of the development pages 143 of 836 such lines with odds from even to this were text.
    private static func least(_ passage: Passage, _ judgement: PageJudgement) -> Float {
        let isLink = passage.linkBytes * 20 >= passage.text.count * 19 && passage.element.headingLevel == nil
        return isLink && judgement.threshold == 0 ? 0.25 : judgement.threshold
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

    /// The same long passage twice is a pull quote, a teaser or a second layout; the later one goes. Items and rows made by
    /// the same template may say the same: on unseen sites of the development pages 238 of 275 such are text.
    private static func dropRepeats(_ list: PassageList, _ verdicts: inout [Verdict]) {
        var seen: [Int: [Int]] = [:]
        for (index, passage) in list.passages.enumerated() where verdicts[index] == .kept && passage.text.count >= 40 {
            let bytes = list.bytes(passage)
            var hasher = Hasher()
            bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
            let hash = hasher.finalize()
            let earlier = seen[hash]?.filter { list.bytes(list.passages[$0]) == bytes } ?? []
            if earlier.contains(where: { !isOfOneTable(list, $0, index) }) {
                verdicts[index] = .dropped(rule: "repeated")
            } else {
                if earlier.isEmpty { seen[hash, default: []].append(index) }
            }
        }
    }

    /// Whether two passages are items or rows made by one template.
    private static func isOfOneTable(_ list: PassageList, _ one: Int, _ other: Int) -> Bool {
        let first = list.passages[one]
        let second = list.passages[other]
        switch first.element {
        case .li, .tr, .dd, .dt: break
        default: return false
        }
        guard first.element == second.element else { return false }
        var frames = (first.frame, second.frame)
        // The item, its list, and what stands around that.
        for _ in 0..<4 where frames.0 >= 0 && frames.1 >= 0 {
            guard list.frames[frames.0].signature == list.frames[frames.1].signature else { return false }
            frames = (list.frames[frames.0].parent, list.frames[frames.1].parent)
        }
        return true
    }

    /// Headings at the very end head nothing.
    private static func dropEmptyHeadings(_ list: PassageList, _ verdicts: inout [Verdict]) {
        for index in verdicts.indices.reversed() where verdicts[index] == .kept {
            guard list.passages[index].element.headingLevel != nil else { return }
            verdicts[index] = .dropped(rule: "heading-without-text")
        }
    }
}
