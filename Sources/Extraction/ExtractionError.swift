import Records

/// Why a page is no article.
public enum ExtractionError: Error, Equatable {
    case noText
    case noArticle
    case otherPage(PageKind)
    case tooShort(words: Int)
    case errorPage
    case framesOnly

    /// The error as the Outbox tells it.
    public var rejection: Rejection {
        switch self {
        case .noText:
            Rejection(
                stage: "extraction", code: "no-text",
                message: "the page shows no text without its scripts; save it from a browser that has rendered it")
        case .noArticle:
            Rejection(
                stage: "extraction", code: "no-article",
                message: "the page has no article text, only links, forms or boilerplate")
        case .otherPage(let kind):
            Rejection(
                stage: "extraction", code: "no-article",
                message: "the page has no article; it seems to be \(kind.rawValue)")
        case .tooShort(let words):
            Rejection(
                stage: "extraction", code: "too-short", message: "what is left as article text has \(words) word(s)")
        case .framesOnly:
            Rejection(
                stage: "extraction", code: "frames",
                message: "the page is a set of frames; open the frame that holds the article and save that")
        case .errorPage:
            Rejection(
                stage: "extraction", code: "error-page",
                message: "the page is an error message or a bot check; fetch the article again")
        }
    }
}
