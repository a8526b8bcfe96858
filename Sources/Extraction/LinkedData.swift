import Markup

/// What a page's JSON-LD says: its things, flat, references resolved by `@id`.
struct LinkedData {
    /// The thing that describes the article, if there is one.
    private(set) var article: JSONValue?
    /// Every object found, in document order.
    private(set) var things: [JSONValue] = []
    private var byID: [String: JSONValue] = [:]

    /// What the schema.org vocabulary calls an article: these types, and every type that ends in "Article".
    private static let articleTypes: Set<String> = [
        "BlogPosting", "Report", "LiveBlogPosting", "SocialMediaPosting", "DiscussionForumPosting", "Review", "Recipe",
        "HowTo", "QAPage", "MedicalWebPage", "PodcastEpisode",
    ]
    /// Objects looked at; a page has some dozens.
    private static let limit = 4000

    /// Reads the scripts of a page. Linear in their bytes.
    init(_ scripts: [[UInt8]]) {
        var queue = scripts.compactMap(JSONReader.value)
        var next = 0
        while next < queue.count, next < Self.limit {
            let value = queue[next]
            next += 1
            switch value {
            case .array(let elements): queue.append(contentsOf: elements)
            case .object(let members):
                things.append(value)
                if let id = value["@id"]?.text, byID[id] == nil, members.count > 1 { byID[id] = value }
                for member in members where Self.nests(member.key) { queue.append(member.value) }
            default: break
            }
        }
        article =
            things.first { Self.isArticle($0) && ($0["headline"] != nil || $0["articleBody"] != nil) }
            ?? things.first { Self.isArticle($0) && ($0["datePublished"] != nil || $0["author"] != nil) }
    }

    private static func nests(_ key: String) -> Bool {
        ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart", "liveBlogUpdate", "isPartOf"]
            .contains(key)
    }

    private static func isArticle(_ thing: JSONValue) -> Bool {
        types(of: thing).contains { $0.hasSuffix("Article") || articleTypes.contains($0) }
    }

    /// Whether the article calls itself news: `NewsArticle`, `ReportageNewsArticle` …
    var isNews: Bool { article.map { Self.types(of: $0).contains { $0.hasSuffix("NewsArticle") } } ?? false }

    /// A thing's types, without the vocabulary's address.
    static func types(of thing: JSONValue) -> [String] {
        (thing["@type"]?.elements ?? []).compactMap { $0.text }.map { type in
            String(type.split(separator: "/").last ?? "")
        }
    }

    /// Things of a type.
    func things(of type: String) -> [JSONValue] { things.filter { Self.types(of: $0).contains(type) } }

    /// A value with its reference followed: `{"@id": "…"}` becomes the thing of that id.
    func resolved(_ value: JSONValue) -> JSONValue {
        guard case .object(let members) = value, members.count == 1, let id = value["@id"]?.text else { return value }
        return byID[id] ?? value
    }
}
