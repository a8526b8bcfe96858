import Markup

/// Chooses the headline: what the page shows and what its head says, each source with its weight; sources that agree
/// add up.
struct HeadlineReader {
    private let head: ArticleHead
    private let siteNames: [String]
    /// Everything that was looked at.
    private(set) var evidence = Evidence(.headline)

    /// Reads one page's headline. Linear in its titles and headings.
    init(_ head: ArticleHead) {
        self.head = head
        siteNames = head.siteNames
        addTold()
        addShown()
        addTitles()
        describe()
        evidence.weighAgainstEachOther(none: nil)
    }

    /// The headline, or nil where the page gives none.
    var headline: String? { evidence.best?.value }

    /// Every candidate and its fate.
    var trace: FieldTrace { evidence.trace(chosen: (evidence.best?.key).map { [$0] } ?? []) }

    /// Headlines that markup for machines gives.
    private mutating func addTold() {
        let article = head.linked.article
        add(article?["headline"]?.text, .linked)
        add(head.meta.first("og:title"), .openGraph)
        add(head.meta.first("twitter:title"), .twitter)
        add(head.meta.first("dc.title", "dcterms.title", "parsely-title", "sailthru.title", "title"), .meta)
        add(article?["name"]?.text, .linkedName)
        add(article?["alternativeHeadline"]?.text, .linkedAlternative)
        add(head.linked.things(of: "WebPage").first?["name"]?.text, .linkedPage)
    }

    /// Headings that stand on the page, the one the passages found first.
    private mutating func addShown() {
        if head.headline >= 0 { add(head.list.string(head.list.passages[head.headline]), .headlinePassage) }
        for node in (head.properties["headline"] ?? []).prefix(2) { add(head.tree.foldedText(at: node), .microdata) }
        var seen = 0
        for passage in head.list.passages where passage.element == .h1 && seen < 4 {
            guard passage.surroundings.isDisjoint(with: [.hidden, .navigation, .footer, .aside, .dialog]) else {
                continue
            }
            add(head.list.string(passage), seen == 0 ? .heading : .otherHeading)
            // A heading of several blocks, such as a kicker and a headline.
            let whole = head.tree.foldedText(at: passage.node)
            if whole.utf8.count != passage.text.count { add(whole, seen == 0 ? .heading : .otherHeading) }
            seen += 1
        }
    }

    /// The page's title, last: the parts that other sources know are theirs.
    private mutating func addTitles() { add(head.meta.title, .title) }

    private mutating func add(_ text: String?, _ clue: Clue) {
        guard let text else { return }
        let decoded = Self.withoutMarks(References.decoded(text).folded)
        let value = SiteSuffix.cut(decoded, names: siteNames).composed
        guard (2...400).contains(value.count) else { return }
        let key = Self.key(value)
        guard !key.isEmpty else { return }
        var clues = ClueSet(.any, clue)
        if value.utf8.count < decoded.utf8.count { clues.formUnion(ClueSet(.cut)) }
        // What stands before or behind a separator belongs to whoever says just that.
        let known = evidence.candidates.map(\.key)
        if !known.contains(key), clue != .heading,
            let part = SiteSuffix.parts(of: value).first(where: { known.contains(Self.key($0)) })
        {
            evidence.add(part, key: Self.key(part), clues)
            return
        }
        evidence.add(value, key: key, clues)
        // A headline in capitals is style; whoever writes it otherwise is followed.
        if Self.isShouted(value) { return }
        evidence.forEach { if $0.key == key, Self.isShouted($0.value) { $0.value = value } }
    }

    /// What a value looks like among the others.
    private mutating func describe() {
        let keys = evidence.candidates.map(\.key)
        let squeezedNames = Set(siteNames.map(Self.key))
        let isNews = head.linked.isNews
        evidence.forEach { candidate in
            let key = candidate.key
            if isNews {
                if candidate.clues.has(.linked) { candidate.clues.formUnion(ClueSet(.news)) }
                if candidate.clues.has(.openGraph) { candidate.clues.formUnion(ClueSet(.newsGraph)) }
                if candidate.clues.has(.heading) { candidate.clues.formUnion(ClueSet(.newsHeading)) }
            }
            if candidate.clues.isSuperset(of: ClueSet(.linked, .openGraph)) {
                candidate.clues.formUnion(ClueSet(.agreed))
            }
            if squeezedNames.contains(key) {
                candidate.clues.formUnion(ClueSet(.site))
                candidate.objection = "the site's name"
            }
            if candidate.value.split(separator: " ").count < 3, key.utf8.count < 16 {
                candidate.clues.formUnion(ClueSet(.short))
            }
            if keys.contains(where: { $0.utf8.count > key.utf8.count && $0.contains(key) }) {
                candidate.clues.formUnion(ClueSet(.part))
            }
        }
    }

    /// Marks of Markdown and of quotation that stand around a whole title by mistake.
    private static func withoutMarks(_ text: String) -> String {
        var text = text[...]
        while text.first == "#" { text = text.dropFirst() }
        while text.count > 2, text.first == "*", text.last == "*" { text = text.dropFirst().dropLast() }
        while text.last == "⋆" { text = text.dropLast() }
        return String(text).folded
    }

    /// What two spellings of one headline share: letters and digits.
    static func key(_ text: String) -> String { text.comparable.filter { $0 != " " } }

    private static func isShouted(_ text: String) -> Bool {
        // A small letter settles it, and nearly every headline has one.
        if text.utf8.contains(where: { $0 >= 0x61 && $0 <= 0x7A }) { return false }
        let letters = text.filter(\.isLetter)
        return letters.count > 8 && letters == letters.uppercased() && letters != letters.lowercased()
    }
}
