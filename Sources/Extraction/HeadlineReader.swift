import Markup

/// Chooses the headline: what the page shows and what its head says, each source with its weight; sources that agree
/// add up.
struct HeadlineReader {
    private let head: ArticleHead
    private let siteNames: [String]
    private let siteForms: Set<String>
    /// The page's sections as its head and its address name them, comparable.
    private let sections: Set<String>
    /// Keys of the headings that the page shows, three words and more; a shorter one may be a section's name.
    private var shownKeys: Set<String> = []
    /// Everything that was looked at.
    private(set) var evidence = Evidence(.headline)

    /// Reads one page's headline. Linear in its titles and headings.
    init(_ head: ArticleHead) {
        self.head = head
        siteNames = head.siteNames
        siteForms = SiteSuffix.forms(of: siteNames)
        sections = Set((head.sectionName.values + (head.address?.folders ?? [])).map(\.comparable))
        shownKeys = Set(headings.map { head.list.string($0) }.filter { Self.words(in: $0) >= 3 }.map(Self.key))
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
        if head.headlineSaid >= 0 {
            let passage = head.list.passages[head.headlineSaid]
            add(head.list.string(passage), .headlinePassage, Self.place(of: passage))
        }
        for node in (head.properties["headline"] ?? []).prefix(2) { add(head.tree.foldedText(at: node), .microdata) }
        for (index, passage) in headings.enumerated() {
            let (clue, place) = (index == 0 ? Clue.heading : .otherHeading, Self.place(of: passage))
            add(head.list.string(passage), clue, place)
            // A heading of several blocks, such as a kicker and a headline.
            let whole = head.tree.foldedText(at: passage.node)
            if whole.utf8.count != passage.text.count { add(whole, clue, place) }
        }
    }

    /// The first four headings of the first order that belong to no menu and no margin.
    private var headings: [Passage] {
        let isApart: Passage.Surroundings = [.hidden, .navigation, .footer, .aside, .dialog]
        return Array(
            head.list.passages.lazy.filter { $0.element == .h1 && $0.surroundings.isDisjoint(with: isApart) }.prefix(4))
    }

    /// Whether a heading leads away, as the site's name and teasers do, and whether it stands in the page's header.
    private static func place(of heading: Passage) -> ClueSet {
        var place = ClueSet()
        if heading.linkBytes * 10 >= heading.text.count * 9 { place.formUnion(ClueSet(.linkedHeading)) }
        if heading.surroundings.contains(.header), heading.surroundings.isDisjoint(with: [.article, .main]) {
            place.formUnion(ClueSet(.headerHeading))
        }
        return place
    }

    /// The page's title, last: the parts that other sources know are theirs.
    private mutating func addTitles() { add(head.meta.title, .title) }

    private mutating func add(_ text: String?, _ clue: Clue, _ place: ClueSet = []) {
        guard let text else { return }
        let decoded = Self.withoutMarks(References.decoded(text).folded)
        let whole = SiteSuffix.cut(decoded, forms: siteForms)
        let value = SiteSuffix.withoutSections(whole, sections).composed
        guard (2...400).contains(value.count) else { return }
        let key = Self.key(value)
        guard !key.isEmpty else { return }
        var clues = ClueSet(.any, clue).union(place)
        if value.utf8.count < decoded.utf8.count { clues.formUnion(ClueSet(.cut)) }
        // What stands before or behind a separator belongs to whoever says just that.
        if clue != .heading, !isKnown(key),
            let part = SiteSuffix.parts(of: value).first(where: { isKnown(Self.key($0)) && !isSite($0) })
                ?? behindColon(value)
        {
            evidence.add(part, key: Self.key(part), clues)
            return
        }
        evidence.add(value, key: key, clues)
        // A headline in capitals is style; whoever writes it otherwise is followed.
        if Self.isShouted(value) { return }
        evidence.forEach { candidate in
            guard candidate.key == key, candidate.value != value else { return }
            // Blocks and spans of a heading may have no space between them.
            if Self.isShouted(candidate.value) || Self.words(in: candidate.value) < Self.words(in: value)
                || (Self.isMarked(candidate.value) && !Self.isMarked(value))
            {
                candidate.value = value
            }
        }
    }

    /// Whether marks of Markdown are left in a title, or quotation marks stand around the whole of it.
    private static func isMarked(_ text: String) -> Bool {
        text.utf8.contains(UInt8(ascii: "*")) || (text.first == "\"" && text.last == "\"")
    }

    /// What the page shows of a title behind a colon, before which stands the paper's name: a heading, or the first line of a
    /// passage, on a page that has no heading of the first order.
    private func behindColon(_ title: String) -> String? {
        guard shownKeys.isEmpty else { return nil }
        let parts = SiteSuffix.behindColons(of: title).filter { Self.words(in: $0) >= 3 }
        guard !parts.isEmpty else { return nil }
        let lines = head.list.passages.prefix(Self.looked).lazy.filter { $0.text.count <= 400 }
            .map { Self.key(head.list.string($0).split(separator: "\n").first.map(String.init) ?? "") }
        return parts.first { part in lines.contains(Self.key(part)) }
    }

    /// Passages in which a headline without a heading is looked for.
    private static let looked = 200

    private static func words(in text: String) -> Int { text.comparable.split(separator: " ").count }

    private func isKnown(_ key: String) -> Bool {
        shownKeys.contains(key) || evidence.candidates.contains { $0.key == key }
    }

    private func isSite(_ text: String) -> Bool {
        let key = Self.key(text)
        return siteNames.contains { Self.key($0) == key }
    }

    /// What a value looks like among the others.
    private mutating func describe() {
        describeWords()
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

    /// How long each value is, whether it was cut off, and how much of it the address says.
    private mutating func describeWords() {
        let slug = Set(head.address?.slug ?? [])
        let shares = evidence.candidates.map { Self.share(of: Set($0.value.comparable.split(separator: " ")), slug) }
        let best = shares.max() ?? 0
        let isSplit = shares.contains { $0 < best }
        var index = 0
        evidence.forEach { candidate in
            // The longest headline of the development pages' gold has 200 letters; one in a hundred has 140.
            if candidate.value.count > 140 { candidate.clues.formUnion(ClueSet(.long)) }
            if candidate.value.hasSuffix("…") || candidate.value.hasSuffix("...") {
                candidate.clues.formUnion(ClueSet(.cutOff))
            }
            let share = shares[index]
            index += 1
            guard !slug.isEmpty else { return }
            if share == best, isSplit { candidate.clues.formUnion(ClueSet(.slugBest)) }
            if share >= 0.95 { candidate.clues.formUnion(ClueSet(.slugSame)) }
            if share < best - 0.25 { candidate.clues.formUnion(ClueSet(.slugWorse)) }
            if share < 0.1, best >= 0.5 { candidate.clues.formUnion(ClueSet(.slugNone)) }
        }
    }

    /// How much two sets of words share: the harmonic mean of the two shares, 0 to 1.
    private static func share(of words: Set<Substring>, _ slug: Set<String>) -> Double {
        let shared = words.count { slug.contains(String($0)) }
        return shared == 0 ? 0 : 2 * Double(shared) / Double(words.count + slug.count)
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
