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

    /// The first content of the first of some names that has one.
    func first(_ names: String...) -> String? {
        for name in names { if let content = contents[name]?.first { return content } }
        return nil
    }
}
