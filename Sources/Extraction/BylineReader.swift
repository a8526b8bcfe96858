import Foundation
import Language
import Markup
import Records

/// Chooses the authors: the first source that names people.
struct BylineReader {
    private let head: ArticleHead
    private let names: BylineNames

    /// A reader of one page's authors.
    init(_ head: ArticleHead) {
        self.head = head
        names = BylineNames(siteNames: head.siteNames, persons: Self.persons(head.linked))
    }

    /// The authors in the order of the page.
    var bylines: [Byline] {
        for source in [linkedNames, metaNames, markedNames, shownNames] {
            let found = named(source())
            if !found.isEmpty { return found }
        }
        // A report that its own author field gives to an agency alone is that agency's.
        let told = linkedNames() + metaNames(allowingAgencies: true)
        return told.map { References.decoded($0).folded }.first { BylineNames.wires.contains($0.comparable) }
            .map { [Byline(name: $0)] } ?? []
    }

    private func linkedNames() -> [String] {
        let authors = head.linked.article?["author"]?.elements ?? []
        return authors.map(head.linked.resolved).flatMap { author -> [String] in
            let types = LinkedData.types(of: author)
            let isPerson = types.contains("Person")
            if !isPerson, types.contains(where: { $0.hasSuffix("Organization") }), !isAgency(author) {
                return []
            }
            return author.text.map { [$0] } ?? (author["name"]?.elements.compactMap(\.text) ?? [])
        }
    }

    /// Names that JSON-LD gives to persons; a person may own the site and share its name.
    private static func persons(_ linked: LinkedData) -> Set<String> {
        let authors = (linked.article?["author"]?.elements ?? []).map(linked.resolved)
        let names = authors.filter { LinkedData.types(of: $0).contains("Person") }.compactMap { $0["name"]?.text }
        return Set(names.map { References.decoded($0).comparable }.filter { $0.contains(" ") })
    }

    private func isAgency(_ author: JSONValue) -> Bool {
        author["name"]?.text.map { BylineNames.agencies.contains($0.comparable) } == true
    }

    private func metaNames() -> [String] { metaNames(allowingAgencies: false) }

    private func metaNames(allowingAgencies: Bool) -> [String] {
        for name in [
            "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl",
            "cxenseparse:author", "article.author", "authors", "citation_author", "dc.creator.name",
        ] {
            if let values = head.meta.contents[name], allowingAgencies || !named(values).isEmpty { return values }
        }
        // Twitter cards: label "Written by", data "…".
        if let label = head.meta.first("twitter:label1")?.lowercased(), label.contains("written"),
            let data = head.meta.first("twitter:data1")
        {
            return [data]
        }
        return []
    }

    /// Names marked by microdata or `rel="author"`.
    private func markedNames() -> [String] {
        var names: [String] = []
        for node in head.properties["author"] ?? [] {
            let inner = (head.properties["name"] ?? []).first { $0 > node && $0 < Int(head.tree.nodes[node].end) }
            let holder = inner ?? node
            names.append(head.tree.value(of: .content, at: holder) ?? head.tree.foldedText(at: holder))
        }
        if !named(names).isEmpty { return names }
        names = []
        for index in head.tree.nodes.indices where head.tree.nodes[index].element == .a {
            guard head.tree.bytes(of: .rel, at: index)?.elementsEqual("author".utf8) == true else { continue }
            names.append(head.tree.foldedText(at: index))
            if names.count == 8 { break }
        }
        return names
    }

    /// Lines around the headline that open with "By", or stand in a container called byline or author.
    private func shownNames() -> [String] {
        let start = max(0, head.headline - 6)
        let end = min(head.list.passages.count, max(head.bodyStart, head.headline + 1) + 3)
        guard start < end else { return [] }
        for index in start..<end where head.list.passages[index].text.count <= 120 {
            let text = head.list.string(head.list.passages[index])
            var name = BylineNames.withoutOpening(text) ?? Self.afterDate(text)
            // "Written by" may be a line of its own, and the name the next.
            if Self.labels.contains(text.comparable), index + 1 < head.list.passages.count {
                name = head.list.string(head.list.passages[index + 1])
            }
            if let name, name.utf8.count <= 120, !named([name]).isEmpty { return [name] }
        }
        for passage in head.list.passages[start..<end] where passage.text.count <= 80 && isByline(passage) {
            let text = head.list.string(passage)
            if !named([text]).isEmpty { return [text] }
        }
        return []
    }

    /// Lines that say that the next line is the author.
    private static let labels: Set<String> = ["written by", "by", "author", "posted by", "words by", "reported by"]

    /// The name in "Published August 7, 2023 by Nicole Burke".
    private static func afterDate(_ text: String) -> String? {
        guard let mark = text.lowercased().firstRange(of: " by "),
            DateReader.date(in: text, dayFirst: true) != nil
        else { return nil }
        // Small letters may be of another length; the offset is counted in characters of the small form.
        let offset = text.lowercased().distance(from: text.lowercased().startIndex, to: mark.upperBound)
        return String(text.dropFirst(offset))
    }

    private func isByline(_ passage: Passage) -> Bool {
        var frame = passage.frame
        for _ in 0..<3 where frame >= 0 {
            var found = false
            ContainerNames.forEachWord(head.tree, head.list.frames[frame].node) { word in
                found = found || word.elementsEqual("byline".utf8) || word.elementsEqual("author".utf8)
            }
            if found { return true }
            frame = head.list.frames[frame].parent
        }
        return false
    }
}

extension BylineReader {
    /// The people among some values.
    private func named(_ values: [String]) -> [Byline] {
        var seen: Set<String> = []
        var found: [Byline] = []
        for value in values.prefix(40) {
            for byline in names.people(in: value) where found.count < 20 && seen.insert(byline.name.comparable).inserted
            {
                found.append(byline)
            }
        }
        return found
    }
}
