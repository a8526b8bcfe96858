import Markup
import Records

/// Tells when a page is only a part of its article: behind a paywall, or one of several pages.
enum ArticlePart {
    /// The notices of a page. Linear in its links.
    static func notices(_ head: ArticleHead) -> [Notice] {
        var notices: [Notice] = []
        if isClosed(head) {
            notices.append(
                Notice(
                    code: "paywall", message: "the page says that the article is not free; the text may be a part of it"
                ))
        }
        if isPaged(head) {
            notices.append(
                Notice(code: "article-part", message: "the page is one of several that make up the article"))
        }
        return notices
    }

    private static func isClosed(_ head: ArticleHead) -> Bool {
        switch head.linked.article?["isAccessibleForFree"] {
        case .boolean(let isFree): !isFree
        case .string(let text): text.lowercased().hasSuffix("false")
        default: false
        }
    }

    /// Whether the head links to a page before or after that differs from this one in its number alone.
    private static func isPaged(_ head: ArticleHead) -> Bool {
        guard let own = head.address.map(stem) else { return false }
        let links = (head.meta.links["next"] ?? []) + (head.meta.links["prev"] ?? [])
        return links.prefix(8).contains { link in
            guard let other = WebAddress(link), other != head.address else { return false }
            return stem(other) == own
        }
    }

    private static let parameters: Set<String> = ["page", "p", "pg", "seite", "pagina", "pagenum", "pageno"]

    /// An address without the number of a page: `?page=2`, `/2`, `/page/2`.
    private static func stem(_ address: WebAddress) -> String {
        let path = address.rest.prefix { $0 != "?" }
        let query = address.rest.dropFirst(path.count).dropFirst()
        var steps = path.split(separator: "/")
        if steps.count > 1, let last = steps.last, last.count <= 2, Int(last) != nil { steps.removeLast() }
        if steps.count > 1, let last = steps.last, parameters.contains(last.lowercased()) { steps.removeLast() }
        let pairs = query.split(separator: "&").filter { pair in
            !parameters.contains(pair.prefix { $0 != "=" }.lowercased())
        }
        return address.host + "/" + steps.joined(separator: "/") + "?" + pairs.joined(separator: "&")
    }
}
