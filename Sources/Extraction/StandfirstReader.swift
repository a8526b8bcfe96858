import Markup

/// Finds the standfirst: the deck that the page shows and its head confirms.
enum StandfirstReader {
    /// The standfirst, or nil. It is what the page shows between headline and body, or as the body's first passage,
    /// if it says what the description says or stands in a container named so; a description that is only the body's
    /// opening is none.
    static func standfirst(_ head: ArticleHead, _ decision: BodyReader.Decision) -> String? {
        if let index = passage(head, in: decision) {
            return head.list.string(head.list.passages[index]).composed
        }
        return nil
    }

    /// Every candidate and its fate: passages named so, the confirmed one first, then the descriptions of the head that no
    /// passage there confirms.
    static func trace(_ head: ArticleHead, _ decision: BodyReader.Decision) -> FieldTrace {
        let start = textStart(of: decision)
        let confirmed = confirmed(head, before: start)
        let placed = placed(head, decision)
        let chosen = passage(head, in: decision)
        let named = named(head, before: start).filter { $0 != confirmed }
        let others = placed.map { named.contains($0) || $0 == confirmed ? [] : [$0] } ?? []
        var candidates = ([confirmed].compactMap { $0 } + named + others)
            .map { index in
                CandidateTrace(
                    value: head.list.string(head.list.passages[index]).composed,
                    from: index == confirmed
                        ? "shown, as the head describes it"
                        : others.contains(index) ? "shown above byline or date" : "shown, named for it",
                    confidence: nil,
                    verdict: index == chosen ? "chosen" : "another comes before it")
            }
        let text = chosen.map { ComparableText.bytes(head.list.bytes(head.list.passages[$0])) }
        for (told, from) in descriptions(head) {
            let bytes = ComparableText.bytes(told.utf8)
            let isSame = text.map { $0 == bytes || isCut(bytes, of: $0) } ?? false
            candidates.append(
                CandidateTrace(
                    value: told.folded.composed, from: from, confidence: nil,
                    verdict: isSame ? "says the same" : "not shown above the text"))
        }
        return FieldTrace(field: "standfirst", candidates: candidates)
    }

    /// The passages that stand in a container named so, between headline and body.
    private static func named(_ head: ArticleHead, before bodyStart: Int) -> some Sequence<Int> {
        let start = max(0, head.headline)
        let end = min(head.list.passages.count, bodyStart + 1)
        let headlines = headlines(head)
        return (start..<max(start, end)).lazy.filter { index in
            let passage = head.list.passages[index]
            guard index != head.headline, isCandidate(head, passage, headlines), isNamed(head, passage) else {
                return false
            }
            return words(head, index) >= fewestWords
        }
    }

    /// What the head says of the article in a sentence or two, and where.
    private static func descriptions(_ head: ArticleHead) -> [(text: String, from: String)] {
        let article = head.linked.article
        let told = [
            (article?["description"]?.text, "json-ld description"),
            (head.meta.first("og:description"), "og:description"),
            (head.meta.first("description"), "description"),
            (article?["alternativeHeadline"]?.text, "json-ld alternativeHeadline"),
        ]
        return told.compactMap { text, from in text.map { (References.decoded($0), from) } }
    }

    /// The deck's passage: the one the description confirms, else the one that is named so. Linear in the passages between
    /// headline and body.
    static func passage(_ head: ArticleHead, before bodyStart: Int) -> Int? {
        confirmed(head, before: bodyStart) ?? named(head, before: bodyStart).first { _ in true }
    }

    /// The deck's passage, unless the page's text was read without it.
    private static func passage(_ head: ArticleHead, in decision: BodyReader.Decision) -> Int? {
        guard let index = passage(head, before: textStart(of: decision)) ?? placed(head, decision) else { return nil }
        let isLeftOut = decision.judgement != nil && decision.verdicts[index] == .dropped(rule: "boilerplate")
        return isLeftOut ? nil : index
    }

    /// The first passage of a page's text: the body that the forest finds may begin with the headline.
    private static func textStart(of decision: BodyReader.Decision) -> Int {
        guard decision.start < decision.verdicts.count else { return decision.start }
        return decision.verdicts[decision.start...].firstIndex(of: .kept) ?? decision.start
    }

    /// The text's first passage, where byline or date stand between it and the second, and nothing of the kind between headline
    /// and it: what a page sets above who wrote it is its deck.
    private static func placed(_ head: ArticleHead, _ decision: BodyReader.Decision) -> Int? {
        let kept = decision.verdicts.indices.lazy.filter { decision.verdicts[$0] == .kept }.prefix(2)
        guard let first = kept.first, let second = kept.dropFirst().first, head.headline >= 0, head.headline < first,
            second - first <= reach, first - head.headline <= reach,
            isCandidate(head, head.list.passages[first], headlines(head)),
            head.list.passages[first].element.headingLevel == nil || second - first > 1,
            words(head, first) >= fewestWords,
            !((head.headline + 1)..<first).contains(where: { isByline(head, $0) })
        else { return nil }
        return ((first + 1)..<second).contains { isByline(head, $0) } ? first : nil
    }

    /// Passages between headline, deck, byline, buttons and text.
    private static let reach = 8
    /// Words of a deck: a kicker or a section's name has fewer.
    private static let fewestWords = 5

    private static func words(_ head: ArticleHead, _ index: Int) -> Int {
        head.list.string(head.list.passages[index]).comparable.split(separator: " ").count
    }

    /// Whether a passage is a line that opens with "By", or a date and nothing else.
    private static func isByline(_ head: ArticleHead, _ index: Int) -> Bool {
        guard head.list.passages[index].text.count <= 120 else { return false }
        let line = head.list.string(head.list.passages[index])
        if let name = BylineNames.withoutOpening(line) { return BylineNames.isWritten(name) }
        return DateLine.isPart(line) && DateReader.date(in: line, dayFirst: true) != nil
    }

    /// Items are of breadcrumbs or of key points.
    private static func isCandidate(_ head: ArticleHead, _ passage: Passage, _ headlines: [[UInt8]]) -> Bool {
        let isApart: Passage.Surroundings = [.hidden, .navigation, .aside, .footer, .caption, .dialog]
        return (20...800).contains(passage.text.count) && passage.surroundings.isDisjoint(with: isApart)
            && passage.element != .li && !isHeadline(head, passage, headlines)
    }

    /// Whether a passage is the headline in one of its forms, with or without a kicker.
    private static func isHeadline(_ head: ArticleHead, _ passage: Passage, _ headlines: [[UInt8]]) -> Bool {
        let text = ComparableText.bytes(head.list.bytes(passage))
        return headlines.contains { form in
            form.count >= text.count && (form.starts(with: text) || form.suffix(text.count).elementsEqual(text))
        }
    }

    /// The headline as the head has it, in comparable form.
    private static func headlines(_ head: ArticleHead) -> [[UInt8]] {
        [head.linked.article?["headline"]?.text, head.meta.first("og:title"), head.meta.title].map {
            ComparableText.bytes(References.decoded($0 ?? "").utf8)
        }
    }

    /// The passage between headline and body, or the body's first, that says what the head's description says.
    private static func confirmed(_ head: ArticleHead, before bodyStart: Int) -> Int? {
        let descriptions = descriptions(head).map { ComparableText.bytes($0.text.utf8) }.filter { $0.count >= 20 }
        guard !descriptions.isEmpty else { return nil }
        // Without a headline on the page the deck stands in the ten passages before the body.
        let start = head.headline >= 0 ? max(0, head.headline - 2) : max(0, bodyStart - 10)
        let end = min(head.list.passages.count, bodyStart + 1, start + 60)
        let headlines = headlines(head)
        return (start..<max(start, end)).first { index in
            let passage = head.list.passages[index]
            guard index != head.headline, isCandidate(head, passage, headlines) else { return false }
            let text = ComparableText.bytes(head.list.bytes(passage))
            return descriptions.contains { $0 == text || isCut($0, of: text) }
        }
    }

    /// Whether a description is a text cut off after some sixty characters, as machines cut it.
    private static func isCut(_ description: [UInt8], of text: [UInt8]) -> Bool {
        description.count >= 60 && text.count <= description.count * 3 && text.starts(with: description)
    }

    private static let names: Set<String> = [
        "standfirst", "subtitle", "subheadline", "subheading", "dek", "deck", "excerpt", "lead", "lede", "chapo",
        "sottotitolo", "teaser", "abstract", "strapline", "subhead", "vorspann", "ingress", "subhed", "chapeau",
        "bajada",
        "entradilla", "copete", "untertitel", "unterzeile", "manchet", "summary", "intro", "occhiello", "sumario",
    ]

    private static func isNamed(_ head: ArticleHead, _ passage: Passage) -> Bool {
        var isNamed = false
        var isSpoken = false
        ContainerNames.forEachWord(head.tree, passage.node) { word in
            let word = String(decoding: word, as: UTF8.self)
            isNamed = isNamed || names.contains(word)
            // "speakable-summary" is what a machine reads aloud: mostly the first paragraph.
            isSpoken = isSpoken || word == "speakable"
        }
        return isNamed && !isSpoken
    }
}
