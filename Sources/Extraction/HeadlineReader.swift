import Markup

/// Chooses the headline: what the page shows, confirmed by what its head says.
struct HeadlineReader {
    private let head: ArticleHead

    /// A reader of one page's headline.
    init(_ head: ArticleHead) { self.head = head }

    /// The headline, or nil where the page gives none.
    var headline: String? {
        let told = told
        let shown = shown
        for text in shown {
            let comparable = text.comparable
            // The same words told by the head are the headline as the newsroom typed it.
            if let same = told.first(where: { $0.comparable == comparable }) { return isShouted(same) ? text : same }
        }
        let titleWords = Set((told + [head.meta.title ?? ""]).flatMap { words($0) })
        for text in shown where agreement(text, titleWords) >= 0.6 { return text }
        if let first = told.first { return first }
        if let title = head.meta.title.map(clean), !isSite(title) { return title }
        return shown.first
    }

    /// Headlines that markup for machines gives, without the site's name.
    private var told: [String] {
        let sources = [
            head.linked.article?["headline"]?.text, head.meta.first("og:title"), head.meta.first("twitter:title"),
            head.meta.first("dc.title", "dcterms.title", "parsely-title", "sailthru.title", "title"),
            head.meta.title,
        ]
        return sources.compactMap { $0 }.map(clean).filter { $0.count >= 4 && !isSite($0) }
    }

    /// Headings that stand on the page, the one the passages found first.
    private var shown: [String] {
        var texts: [String] = []
        if head.headline >= 0 { texts.append(head.list.string(head.list.passages[head.headline])) }
        for node in head.properties["headline"] ?? [] { texts.append(head.tree.foldedText(at: node)) }
        for passage in head.list.passages where passage.element == .h1 {
            guard passage.surroundings.isDisjoint(with: [.hidden, .navigation, .footer, .aside, .dialog]) else {
                continue
            }
            texts.append(head.list.string(passage))
        }
        return texts.map(clean).filter { (4...400).contains($0.count) && !isSite($0) }
    }

    private func clean(_ text: String) -> String {
        SiteSuffix.cut(References.decoded(text).folded, names: head.siteNames).composed
    }

    private func isSite(_ text: String) -> Bool {
        let bare = text.comparable.filter { $0 != " " }
        return bare.isEmpty || head.siteNames.contains { $0.comparable.filter { $0 != " " } == bare }
    }

    private func words(_ text: String) -> [Substring] { text.comparable.split(separator: " ") }

    private func agreement(_ text: String, _ others: Set<Substring>) -> Double {
        let own = words(text)
        guard !own.isEmpty else { return 0 }
        return Double(own.filter(others.contains).count) / Double(own.count)
    }

    /// A headline in capitals is style.
    private func isShouted(_ text: String) -> Bool {
        let letters = text.filter(\.isLetter)
        return letters.count > 8 && letters == letters.uppercased() && letters != letters.lowercased()
    }
}
