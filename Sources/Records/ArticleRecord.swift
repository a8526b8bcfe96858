/// The record of one article: the contract of the Outbox, version 1. The same input bytes and the same version of
/// dateline give the same record, byte for byte.
public struct ArticleRecord: Hashable, Sendable {
    /// The name of this contract.
    public static let schemaName = "dateline/article/1"

    /// Which program wrote it.
    public var generator: Generator
    /// 32 hex digits: the front half of the SHA-256 over the normalised text, so that one article in two files has one
    /// id.
    public var id: String
    /// The input it was made from.
    public var source: Source
    /// The clean article.
    public var article: Article
    /// What was found in it.
    public var annotations: Annotations

    /// A record from its parts.
    public init(
        generator: Generator, id: String, source: Source, article: Article, annotations: Annotations
    ) {
        self.generator = generator
        self.id = id
        self.source = source
        self.article = article
        self.annotations = annotations
    }
}

/// The program that wrote a record.
public struct Generator: Codable, Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its version.
    public var version: String

    /// A program by name and version.
    public init(name: String, version: String) {
        self.name = name
        self.version = version
    }
}

/// The input file of a record.
public struct Source: Codable, Hashable, Sendable {
    /// Its name in the Inbox, without folders.
    public var file: String
    /// The subfolders of the Inbox it lay in.
    public var collection: [String]
    /// SHA-256 of its bytes, 64 hex digits.
    public var sha256: String
    /// Its size in bytes.
    public var bytes: Int
    /// What it turned out to be: `text/html`, `text/plain`, `multipart/related`, `text/markdown`.
    public var mediaType: String
    /// The character set it was read in, by its WHATWG name.
    public var encoding: String

    /// An input by name, collection, hash, size, type and encoding.
    public init(
        file: String, collection: [String], sha256: String, bytes: Int, mediaType: String, encoding: String
    ) {
        self.file = file
        self.collection = collection
        self.sha256 = sha256
        self.bytes = bytes
        self.mediaType = mediaType
        self.encoding = encoding
    }
}

/// Why an input became no record.
public struct Rejection: Codable, Hashable, Sendable, Error {
    /// The stage that refused it: `intake`, `markup`, `extraction`, `worker`, `stream` …
    public var stage: String
    /// A stable, hyphenated code, such as `not-text`.
    public var code: String
    /// What was wrong, where, and what to do next; one line, without article text.
    public var message: String

    /// A rejection by stage and code.
    public init(stage: String, code: String, message: String) {
        self.stage = stage
        self.code = code
        self.message = message
    }
}
