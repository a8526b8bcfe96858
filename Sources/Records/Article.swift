/// What extraction gives: the clean article with its metadata, before annotation. Its fields are those of the record.
public struct Article: Hashable, Sendable {
    /// The canonical URL, normalised.
    public var url: String?
    /// Other URLs of the same article, each with where it came from.
    public var urls: [LinkedURL] = []
    /// The publication it appeared in.
    public var site: Site?
    /// The headline, without the site's name.
    public var headline: String?
    /// The deck or summary line under the headline.
    public var standfirst: String?
    /// The authors, in the order of the page.
    public var bylines: [Byline] = []
    /// The section of the publication.
    public var section: String?
    /// The page's own keywords.
    public var keywords: [String] = []
    /// Images, the lead first.
    public var images: [ArticleImage] = []
    /// The text's language, BCP 47.
    public var language: String?
    /// When the article was published.
    public var published: DatedEvidence?
    /// When it was last changed.
    public var modified: DatedEvidence?
    /// The dateline that opens the text ("KYIV, Oct 3 (Reuters) —").
    public var dateline: Dateline?
    /// The clean text: paragraphs joined by one blank line, NFC, no boilerplate.
    public var text: String = ""
    /// The text's blocks, in order, without overlap.
    public var blocks: [Block] = []
    /// What was taken out as boilerplate.
    public var removed: [RemovedPassage] = []
    /// What was odd about the input.
    public var notices: [Notice] = []

    /// An empty article.
    public init() {}
}

/// One more URL of an article.
public struct LinkedURL: Codable, Hashable, Sendable {
    /// The URL, normalised.
    public var url: String
    /// Where it came from: `canonical`, `opengraph`, `json-ld`, `saved-from`, `request` …
    public var from: String

    /// A URL and its origin.
    public init(url: String, from: String) {
        self.url = url
        self.from = from
    }
}

/// The publication an article appeared in.
public struct Site: Codable, Hashable, Sendable {
    /// The name it gives itself.
    public var name: String?
    /// The host without `www.`.
    public var domain: String?

    /// A site by name, domain or both.
    public init(name: String? = nil, domain: String? = nil) {
        self.name = name
        self.domain = domain
    }
}

/// One author.
public struct Byline: Codable, Hashable, Sendable {
    /// The person's name, without "By" or titles.
    public var name: String
    /// What the page says of the author ("Political correspondent").
    public var role: String?

    /// An author and, where the page gives one, the author's role.
    public init(name: String, role: String? = nil) {
        self.name = name
        self.role = role
    }
}

/// An image of the article.
public struct ArticleImage: Codable, Hashable, Sendable {
    /// Its address, as the page gives it.
    public var url: String
    /// Its caption.
    public var caption: String?
    /// The photographer or agency.
    public var credit: String?

    /// An image with its caption and credit.
    public init(url: String, caption: String? = nil, credit: String? = nil) {
        self.url = url
        self.caption = caption
        self.credit = credit
    }
}

/// The place, agency and date that open a report.
public struct Dateline: Codable, Hashable, Sendable {
    /// The whole dateline within the text.
    public var range: TextRange
    /// The passage itself.
    public var text: String
    /// The id of the place's entity.
    public var place: String?
    /// The agency it names.
    public var agency: String?
    /// The date it names, ISO 8601.
    public var date: String?

    /// A dateline by its passage and what it names.
    public init(range: TextRange, text: String, place: String? = nil, agency: String? = nil, date: String? = nil) {
        self.range = range
        self.text = text
        self.place = place
        self.agency = agency
        self.date = date
    }
}

/// One block of the article's text.
public struct Block: Codable, Hashable, Sendable {
    /// What a block is.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case heading, paragraph, quote, caption, table, preformatted
        case listItem = "list-item"
    }

    /// What it is.
    public var kind: Kind
    /// Where it stands in the text.
    public var range: TextRange

    /// A block of a kind at a place.
    public init(kind: Kind, range: TextRange) {
        self.kind = kind
        self.range = range
    }
}
