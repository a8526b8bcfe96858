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
