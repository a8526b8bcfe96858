import Markup

/// What a page seems to be that is no article.
public enum PageKind: String, Sendable {
    case front = "a front page"
    case product = "a product's page"
    case business = "a page of a service or a business"
    case thread = "a thread"
    case list = "a list of links or teasers"
    case parts = "a page of many small parts"

    /// Of a list's bytes of text one in so many at least stands in links.
    private static let bytesPerLinked = 2

    /// Tells by the page's address, by what its head says, and by the share of its text that stands in links. Linear in the
    /// passages.
    init(_ head: ArticleHead, _ types: PageTypes) {
        let bytes = head.list.passages.reduce(0) { $0 + $1.text.count }
        let links = head.list.passages.reduce(0) { $0 + $1.linkBytes }
        if head.address?.isFront == true {
            self = .front
        } else if let other = types.other {
            self =
                switch other {
                case .product: .product
                case .thread: .thread
                case .list: .list
                case .business: .business
                }
        } else {
            self = links * Self.bytesPerLinked >= bytes ? .list : .parts
        }
    }
}
