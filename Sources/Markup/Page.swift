import Records

/// What is known of an input besides its bytes.
public struct InputHints: Sendable, Equatable {
    /// The file's name, without folders.
    public var name: String?
    /// The media type somebody declared, `text/html; charset=…`; the content has the last word.
    public var mediaType: String?
    /// The URL somebody gave.
    public var url: String?

    /// Hints by name, media type and URL.
    public init(name: String? = nil, mediaType: String? = nil, url: String? = nil) {
        self.name = name
        self.mediaType = mediaType
        self.url = url
    }
}

/// Why bytes are no page.
public enum MarkupError: Error, Equatable {
    case empty
    case notText(kind: String)

    /// The error as the Outbox tells it.
    public var rejection: Rejection {
        switch self {
        case .empty:
            Rejection(stage: "markup", code: "empty", message: "the file has no content; drop it again when it is whole")
        case .notText(let kind):
            Rejection(stage: "markup", code: "not-text", message: "the content is \(kind), not text or HTML")
        }
    }
}

/// An input as text.
public struct Page: Sendable {
    /// `text/html`, `text/plain`, `text/markdown` or `multipart/related`.
    public var mediaType: String
    /// The WHATWG name of the character set it was read in.
    public var encoding: String
    /// The text.
    public var text: String
    /// What was odd.
    public var notices: [Notice] = []

    /// Reads bytes.
    public init(reading bytes: [UInt8], hints: InputHints) throws(MarkupError) {
        guard !bytes.isEmpty else { throw .empty }
        guard !bytes.contains(0) else { throw .notText(kind: "binary data") }
        mediaType = "text/plain"
        encoding = "utf-8"
        text = String(decoding: bytes, as: UTF8.self)
    }
}
