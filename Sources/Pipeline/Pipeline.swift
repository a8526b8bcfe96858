import Annotation
import Extraction
import Markup
import Records

/// One input: its bytes and what is known of them.
public struct Document: Sendable, Equatable {
    /// The bytes, as they were dropped.
    public var bytes: [UInt8]
    /// The file's name, without folders.
    public var name: String
    /// The subfolders of the Inbox it lay in.
    public var collection: [String]
    /// The media type somebody declared.
    public var mediaType: String?
    /// The URL somebody gave.
    public var url: String?
    /// The file's modification time, ISO 8601; the last fallback for `published`.
    public var modified: String?

    /// An input with what is known of it.
    public init(
        bytes: [UInt8], name: String, collection: [String] = [], mediaType: String? = nil, url: String? = nil,
        modified: String? = nil
    ) {
        self.bytes = bytes
        self.name = name
        self.collection = collection
        self.mediaType = mediaType
        self.url = url
        self.modified = modified
    }
}

/// A clean text and what is known of it, for annotation alone.
public struct CleanText: Sendable, Equatable {
    /// The text; ranges of the record point into exactly this.
    public var text: String
    /// The day it was published, ISO 8601.
    public var published: String?
    /// Its headline.
    public var headline: String?
    /// Its standfirst.
    public var standfirst: String?
    /// Its language, BCP 47; detected where it is not given.
    public var language: String?

    /// A text with what is known of it.
    public init(
        text: String, published: String? = nil, headline: String? = nil, standfirst: String? = nil,
        language: String? = nil
    ) {
        self.text = text
        self.published = published
        self.headline = headline
        self.standfirst = standfirst
        self.language = language
    }
}

/// From bytes to record: a pure function, without clock, disk or environment.
public enum Pipeline {
    /// The program's name and version, which every record carries.
    public static let generator = Generator(name: "dateline", version: "0.1.0")

    /// The version of the HTML parser in use.
    public static var parserVersion: String { Page.parserVersion }

    /// Loads every table, model and converter, so that a process which then gives up its access to files can work;
    /// those of annotation only where records will be annotated.
    public static func warmUp(isAnnotated: Bool = true) {
        Page.warmUp()
        Extractor.warmUp()
        if isAnnotated { Annotator.warmUp() }
        // Whatever a module loads at first use is used here once: a page and a text. Lists were read into memory above.
        for sample in samples {
            _ = try? record(of: Document(bytes: Array(sample.utf8), name: "sample"), isAnnotated: isAnnotated)
        }
    }

    private static let samples: [String] = {
        let lines = """
            OSLO, Oct 3 (Harbour Post) - The council of Oslo said on Tuesday that at least 12 people had written letters.

            "We have waited long enough," said Jane Roe, who chairs the council. The work will cost $5 million.

            Share this article
            """
        let paragraphs = lines.split(separator: "\n\n").map { "<p>\($0)</p>" }.joined()
        let page = """
            <html lang="en"><head><title>Sample | Post</title><script type="application/ld+json">
            {"@type": "NewsArticle", "author": "Jane Roe", "datePublished": "2024-10-03"}</script></head>
            <body><nav>Home</nav><article><h1>Sample</h1><p class="byline">By Jane Roe, 3 October 2024</p>\(paragraphs)
            </article></body></html>
            """
        return [page, "---\ntitle: Sample\ndate: 2024-10-03\n---\n# Sample\n\n" + lines]
    }()

    /// The record of an input, or why there is none. Linear in the input; the same document gives the same record. One
    /// that is not annotated says so in a notice.
    public static func record(of document: Document, isAnnotated: Bool = true) throws(Rejection) -> ArticleRecord {
        let page: Page
        do {
            page = try Page(
                reading: document.bytes,
                hints: InputHints(name: document.name, mediaType: document.mediaType, url: document.url))
        } catch { throw error.rejection }
        let article: Article
        do {
            article = try Extractor.article(
                in: page,
                hints: ExtractionHints(name: document.name, url: document.url, modified: document.modified))
        } catch { throw error.rejection }
        return record(of: document, page: page, article: article, isAnnotated: isAnnotated)
    }

    /// The record of an article that was found in a document's page: what the page was odd about, the source, the
    /// annotations. Linear in the text.
    package static func record(
        of document: Document, page: Page, article: Article, isAnnotated: Bool = true
    ) -> ArticleRecord {
        var article = article
        article.notices.insert(contentsOf: page.notices, at: 0)
        if !isAnnotated {
            article.notices.append(Notice(code: "not-annotated", message: "annotation was left out on request"))
        }
        let source = Source(
            file: document.name, collection: document.collection, sha256: ContentHash.sha256(document.bytes),
            bytes: document.bytes.count, mediaType: page.mediaType, encoding: page.encoding)
        return ArticleRecord(
            generator: generator, id: identity(of: article.text), source: source, article: article,
            annotations: isAnnotated ? Annotator.annotations(of: article) : Annotations())
    }

    /// The record of a clean text, which is taken as it is.
    public static func record(of clean: CleanText, name: String) -> ArticleRecord {
        let article = Extractor.article(
            clean: clean.text, published: clean.published, headline: clean.headline, standfirst: clean.standfirst,
            language: clean.language)
        let bytes = Array(clean.text.utf8)
        let source = Source(
            file: name, collection: [], sha256: ContentHash.sha256(bytes), bytes: bytes.count,
            mediaType: "text/plain", encoding: "utf-8")
        return ArticleRecord(
            generator: generator, id: identity(of: clean.text), source: source, article: article,
            annotations: Annotator.annotations(of: article))
    }

    /// The identity of a text: 32 hex digits of the SHA-256 over its words, white space folded, so that one article in
    /// two layouts is one article.
    public static func identity(of text: String) -> String {
        let folded = [UInt8](unsafeUninitializedCapacity: text.utf8.count) { folded, count in
            var pendingSpace = false
            for byte in text.utf8 {
                if byte == 0x20 || (0x09...0x0D).contains(byte) {
                    pendingSpace = count > 0
                } else {
                    if pendingSpace {
                        folded[count] = 0x20
                        count += 1
                    }
                    pendingSpace = false
                    folded[count] = byte
                    count += 1
                }
            }
        }
        return String(ContentHash.sha256(folded).prefix(32))
    }
}
