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
