import Markup
import Records

/// Everything a page says about its article outside the text, gathered once.
struct ArticleHead {
    /// The tree the page was parsed to.
    let tree: ElementTree
    /// Its `<meta>` and `<link>` elements.
    let meta: MetaTags
    /// Its JSON-LD.
    let linked: LinkedData
    /// Its passages.
    let list: PassageList
    /// The passage that holds the headline, -1 for none.
    var headline = -1
    /// The passage that says what the head calls the article, -1 for none; a breadcrumb's, where that repeats it first.
    var headlineSaid = -1
    /// The first passage of the body, or the number of passages.
    var bodyStart = 0
    /// The passage after the body's first few, among which byline and date may stand.
    var bodyOpening = 0
    /// The passage after the body's last, or the number of passages.
    var bodyEnd = 0
    /// The page's address, if anything gives one.
    let address: WebAddress?
    /// All addresses, the best first, each with its origin.
    let addresses: [LinkedURL]
    /// Names the site goes by; that in the page's title is known when the headline is.
    var siteNames: [String]
    /// Nodes with an `itemprop`, by its value.
    let properties: [String: [Int]]

    /// Gathers a page's head.
    init(_ tree: ElementTree, _ list: PassageList, savedFrom: String?, hints: ExtractionHints) {
        self.tree = tree
        self.list = list
        meta = MetaTags(tree)
        linked = LinkedData(tree.linkedData)
        addresses = Self.addresses(meta, linked, savedFrom: savedFrom, hints: hints)
        address = addresses.first.flatMap { WebAddress($0.url) }
        siteNames = Self.siteNames(meta, linked, address)
        properties = Self.properties(tree)
    }

    /// Whether the page's head calls it an article, or says when it was published as articles do.
    var isArticle: Bool {
        linked.article != nil || meta.first("article:published_time") != nil
            || meta.first("og:type")?.lowercased().hasPrefix("article") == true
    }

    /// What stands around the headline; nothing where there is none.
    var headlineSurroundings: Passage.Surroundings {
        headline >= 0 ? list.passages[headline].surroundings : []
    }

    /// The parts of the page around the text.
    var margins: PageMargins {
        PageMargins(list, headline: headline, start: bodyStart, opening: bodyOpening, end: bodyEnd)
    }

    /// Whether some passages hold a text, letter for letter. Linear in their bytes.
    func shows(_ text: String, in range: Range<Int>) -> Bool {
        guard let first = range.first, let last = range.last, let initial = text.utf8.first else { return false }
        let needle = Array(text.utf8)
        let bytes = list.text[list.passages[first].text.lowerBound..<list.passages[last].text.upperBound]
        var rest = bytes[...]
        while let index = rest.firstIndex(of: initial), rest.endIndex - index >= needle.count {
            if rest[index..<(index + needle.count)].elementsEqual(needle) { return true }
            rest = rest[(index + 1)...]
        }
        return false
    }

    private static func properties(_ tree: ElementTree) -> [String: [Int]] {
        let wanted: Set<String> = [
            "headline", "author", "datePublished", "dateModified", "alternativeHeadline", "name",
        ]
        var found: [String: [Int]] = [:]
        for index in tree.nodes.indices where tree.nodes[index].element != .text {
            guard let value = tree.bytes(of: .itemprop, at: index), value.count < 40 else { continue }
            let name = String(decoding: value, as: UTF8.self)
            if wanted.contains(name) { found[name, default: []].append(index) }
        }
        return found
    }

    /// Canonical first; a canonical link to the front page is a mistake of the site's.
    private static func addresses(
        _ meta: MetaTags, _ linked: LinkedData, savedFrom: String?, hints: ExtractionHints
    ) -> [LinkedURL] {
        var candidates: [(text: String?, from: String)] = [
            (meta.links["canonical"]?.first, "canonical"), (meta.first("og:url"), "opengraph"),
            (linked.article?["url"]?.text, "json-ld"), (linked.article?["mainEntityOfPage"]?["@id"]?.text, "json-ld"),
            (linked.article?["mainEntityOfPage"]?.text, "json-ld"), (hints.url, "request"),
            (savedFrom, "saved-from"), (meta.links["amphtml"]?.first, "amphtml"),
        ]
        let given = (hints.url ?? savedFrom).flatMap(WebAddress.init)
        if given?.isFront == false { candidates.removeAll { $0.text.flatMap(WebAddress.init)?.isFront == true } }
        var seen: Set<String> = []
        return candidates.compactMap { candidate in
            guard let text = candidate.text.flatMap(WebAddress.init)?.text, seen.insert(text).inserted else {
                return nil
            }
            return LinkedURL(url: text, from: candidate.from)
        }
    }

    private static func siteNames(_ meta: MetaTags, _ linked: LinkedData, _ address: WebAddress?) -> [String] {
        var names = [
            meta.first("og:site_name"), meta.first("application-name"), meta.first("apple-mobile-web-app-title"),
        ]
        .compactMap { $0 }
        if let publisher = linked.article?["publisher"].map(linked.resolved)?["name"]?.text { names.append(publisher) }
        for type in ["NewsMediaOrganization", "Organization", "WebSite"] {
            names += linked.things(of: type).compactMap { $0["name"]?.text }
        }
        if let handle = meta.first("twitter:site") { names.append(String(handle.drop { $0 == "@" })) }
        return names.filter { $0.utf8.count <= 80 } + (address?.siteNames ?? [])
    }

    /// The publication, beside whose name its title may give a headline.
    func site(headline: String?) -> Site? {
        let name = siteName(headline: headline).value
        let domain = address?.domain
        return name == nil && domain == nil ? nil : Site(name: name, domain: domain)
    }

    /// The publication's name by what gives it; a publisher's firm comes last.
    func siteName(headline: String?) -> RankedField {
        var field = RankedField("site")
        let publisher = linked.article?["publisher"].map(linked.resolved)?["name"]?.text
        field.add(meta.first("og:site_name"), from: "og:site_name")
        field.add(publisher, from: "json-ld publisher", Self.isFirm)
        field.add(meta.first("application-name"), from: "application-name")
        if field.value == nil { field.add(SiteTitle(self).name(beside: headline), from: "title") }
        if field.value == nil { field.add(SiteTitle(self).owner, from: "copyright") }
        if field.value == nil { field.add(publisher, from: "json-ld publisher, a firm") }
        return field
    }

    /// What the names of firms end in, with and without full stops; comparable.
    private static let firms: Set<String> = [
        "ag", "bv", "co kg", "gmbh", "inc", "kg", "llc", "ltd", "s a", "s l", "s p a", "s r l", "sa", "sas", "spa",
        "srl",
    ]

    private static func isFirm(_ name: String) -> String? {
        let words = name.comparable.split(separator: " ")
        let isFirm = words.count > 1 && (1...3).contains { firms.contains(words.suffix($0).joined(separator: " ")) }
        return isFirm ? "a firm's name" : nil
    }

    /// The section.
    var section: String? { sectionName.value }

    /// The section by what gives it.
    var sectionName: RankedField {
        var field = RankedField("section")
        field.add(linked.article?["articleSection"]?.elements.first?.text, from: "json-ld articleSection", Self.isLong)
        for name in ["article:section", "section", "parsely-section", "category"] {
            field.add(meta.first(name), from: name, Self.isLong)
        }
        return field
    }

    /// Sections longer than this are sentences.
    private static let longestSection = 80

    private static func isLong(_ text: String) -> String? { text.count > longestSection ? "too long" : nil }

    /// The page's own keywords, at most 50.
    var keywords: [String] {
        var words: [String] = []
        for element in linked.article?["keywords"]?.elements ?? [] {
            words += (element.text ?? element["name"]?.text ?? "").split { $0 == "," || $0 == ";" }.map(String.init)
        }
        if words.isEmpty { words = meta.contents["article:tag"] ?? [] }
        if words.isEmpty {
            words = (meta.first("news_keywords", "keywords") ?? "").split { $0 == "," || $0 == ";" }.map(String.init)
        }
        var seen: Set<String> = []
        return words.map { References.decoded($0).folded.composed }
            .filter { !$0.isEmpty && $0.count <= 80 && seen.insert($0.lowercased()).inserted }
            .prefix(50).map { $0 }
    }
}
