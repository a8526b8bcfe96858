import Language
import Markup
import Records

/// Why a page is no article.
public enum ExtractionError: Error, Equatable {
    case noArticle

    /// The error as the Outbox tells it.
    public var rejection: Rejection {
        Rejection(stage: "extraction", code: "no-article", message: "no article text was found")
    }
}

/// What is known of an input besides its page.
public struct ExtractionHints: Sendable, Equatable {
    /// The file's name.
    public var name: String?
    /// The URL somebody gave.
    public var url: String?
    /// The file's modification time, ISO 8601; the last fallback for `published`.
    public var modified: String?

    /// Hints by name, URL and modification time.
    public init(name: String? = nil, url: String? = nil, modified: String? = nil) {
        self.name = name
        self.url = url
        self.modified = modified
    }
}

/// Finds the article in a page.
public enum Extractor {
    /// The clean article with its metadata. Linear in the page.
    public static func article(in page: Page, hints: ExtractionHints) throws(ExtractionError) -> Article {
        var article = Article()
        article.text = page.text
        article.language = LanguageDetector.language(of: page.text)
        return article
    }
}

extension Extractor {
    /// An article of text that is clean already: the text is taken as it is, to the byte; blocks are its paragraphs.
    public static func article(
        clean text: String, published: String?, headline: String?, standfirst: String?, language: String?
    ) -> Article {
        var article = Article()
        article.text = text
        article.headline = headline
        article.standfirst = standfirst
        article.language = language ?? LanguageDetector.language(of: text)
        if let published { article.published = DatedEvidence(value: published, from: .header) }
        return article
    }
}
