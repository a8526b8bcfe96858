import Markup

/// The `<meta>` and `<link>` elements of a page, and its title.
struct MetaTags {
    /// Contents by `name`, `property` or `itemprop` in small letters, in document order.
    private(set) var contents: [String: [String]] = [:]
    /// Addresses by `rel` in small letters.
    private(set) var links: [String: [String]] = [:]
    /// The page's `<title>`.
    private(set) var title: String?
    /// The language of the `<html>` element.
    private(set) var language: String?

    /// Reads a tree once. Linear in its nodes.
    init(_ tree: ElementTree) {
        for index in tree.nodes.indices {
            switch tree.nodes[index].element {
            case .html: language = tree.value(of: .lang, at: index)
            case .title where title == nil: title = tree.foldedText(at: index)
            case .meta: readMeta(tree, index)
            case .link:
                guard let address = tree.value(of: .href, at: index), !address.isEmpty else { continue }
                for rel in (tree.value(of: .rel, at: index) ?? "").lowercased().split(separator: " ") {
                    links[String(rel), default: []].append(address)
                }
            default: break
            }
        }
    }

    private mutating func readMeta(_ tree: ElementTree, _ index: Int) {
        guard let content = tree.value(of: .content, at: index)?.folded, !content.isEmpty else { return }
        for attribute in [AttributeName.name, .property, .itemprop] {
            guard let name = tree.value(of: attribute, at: index)?.lowercased(), !name.isEmpty else { continue }
            contents[name, default: []].append(content)
        }
    }

    /// Contents of the `<meta>` elements whose names speak of an author, other than `author` itself, by name.
    var authors: [String] {
        contents.filter { name, _ in
            name != "author" && !name.hasSuffix("image") && !name.hasSuffix("url") && !name.hasSuffix("id")
                && name != "twitter:creator" && Self.authorWords.areIn(name) && !Self.ofAuthors.areIn(name)
        }
        .sorted { $0.key < $1.key }.flatMap { $0.value.prefix(8) }
    }

    /// What a `<meta>` says its date to be.
    enum DateKind {
        case published, modified, other
    }

    /// What the name of a `<meta>` says of a date: by its words, since publishers' systems have dozens of names for it;
    /// nil for a name that speaks of no date.
    static func dateKind(_ name: String) -> DateKind? {
        // `og:` and `article:` are read by their full names; expiry and events are other days than the article's.
        let bytes = Array(name.utf8)[...]
        guard dateWords.areIn(bytes), !fullNames.contains(name), !otherDays.areIn(bytes) else { return nil }
        if changes.areIn(bytes) { return .modified }
        if publications.areIn(bytes) || ["date", "sailthru.date", "citation_date"].contains(name) { return .published }
        return .other
    }

    private static let fullNames: Set<String> = [
        "article:modified_time", "og:updated_time", "article:published_time", "og:published_time",
    ]
    private static let otherDays = ByteWords([
        "expir", "unavailable", "birth", "event", "start", "end", "valid", "crawl", "publisher", "creator",
    ])
    private static let changes = ByteWords(["modif", "updat", "revis", "review"])
    private static let publications = ByteWords([
        "publi", "pubdate", "pub-date", "issued", "creat", "dc.date", "dcterms.date", "article.date", "pdate",
    ])
    private static let dateWords = ByteWords([
        "date", "modif", "updat", "revis", "review", "publi", "issued", "creat", "time",
    ])
    /// What libraries' elements tell of authors beside their names.
    private static let ofAuthors = ByteWords(["institution", "affiliation", "email", "orcid"])
    private static let authorWords = ByteWords(["author", "byline", "creator", "writer"])

    /// The `<meta>` elements whose names speak of dates, by name.
    var dates: [(name: String, value: String)] {
        contents.filter { Self.dateKind($0.key) != nil && $0.value.first.map { $0.utf8.count <= 60 } == true }
            .sorted { $0.key < $1.key }.map { ($0.key, $0.value[0]) }
    }

    /// The first content of the first of some names that has one.
    func first(_ names: String...) -> String? {
        for name in names { if let content = contents[name]?.first { return content } }
        return nil
    }
}
