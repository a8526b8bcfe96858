import Records

/// Why bytes are no page.
public enum MarkupError: Error, Equatable {
    case empty
    case notText(kind: String)
    case tooLarge(bytes: Int, limit: Int)
    case damaged(container: String)

    /// The error as the Outbox tells it.
    public var rejection: Rejection {
        switch self {
        case .empty:
            Rejection(
                stage: "markup", code: "empty", message: "the file has no content; drop it again when it is whole")
        case .notText(let kind):
            Rejection(stage: "markup", code: "not-text", message: "the content is \(kind), not the text of an article")
        case .tooLarge(let bytes, let limit):
            Rejection(
                stage: "markup", code: "too-large",
                message: "the content has \(bytes) bytes or more, the limit is \(limit); split it or cut it down")
        case .damaged(let container):
            Rejection(
                stage: "markup", code: "damaged",
                message: "the \(container) cannot be unpacked; fetch the file again")
        }
    }
}
