import Markup

/// What a page's head calls the page: an article, news, a product, a thread, a list.
struct PageTypes {
    /// Numbers of a page.
    static let width = 3

    /// 3 for news, 2 for another article of JSON-LD, 1 for one that OpenGraph alone calls so, 0 for none.
    let article: Int
    /// What else its JSON-LD or OpenGraph calls it.
    let other: Other?
    /// Whether it says when it was published.
    let isDated: Bool

    /// Kinds of pages that are no articles.
    enum Other: Int {
        case product = 1
        case thread, list, business
    }

    private static let others: [(types: Set<String>, kind: Other)] = [
        (["DiscussionForumPosting", "QAPage", "Question"], .thread),
        (["Product", "ProductGroup", "Offer", "AggregateOffer", "SoftwareApplication"], .product),
        (["CollectionPage", "ItemList", "SearchResultsPage", "Blog"], .list),
        (["Service", "LocalBusiness", "Course", "ProfessionalService", "Event"], .business),
    ]

    /// Reads the head.
    init(_ meta: MetaTags, _ linked: LinkedData) {
        let type = meta.first("og:type")?.lowercased() ?? ""
        let own = Set(linked.article.map(LinkedData.types) ?? [])
        let isThread = !own.isDisjoint(with: Self.others[0].types)
        if linked.isNews {
            article = 3
        } else if linked.article != nil, !isThread {
            article = 2
        } else {
            article = type.hasPrefix("article") ? 1 : 0
        }
        let types = Set(linked.things.flatMap(LinkedData.types))
        if let found = Self.others.first(where: { !$0.types.isDisjoint(with: types) }) {
            other = found.kind
        } else {
            other = type.contains("product") ? .product : nil
        }
        isDated =
            linked.article?["datePublished"] != nil || meta.first("article:published_time", "datePublished") != nil
    }

    /// Appends the numbers to a row.
    func append(to row: inout [Float]) {
        row.append(Float(article))
        row.append(Float(other?.rawValue ?? 0))
        row.append(isDated ? 1 : 0)
    }
}
