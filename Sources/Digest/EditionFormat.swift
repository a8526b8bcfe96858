/// The files of an edition.
public enum EditionFormat: String, CaseIterable, Sendable {
    case html, markdown = "md", text = "txt", json, calendar = "ics"

    /// The file's name in the edition's folder.
    public var fileName: String {
        switch self {
        case .html: "index.html"
        case .markdown: "digest.md"
        case .text: "digest.txt"
        case .json: "digest.json"
        case .calendar: "diary.ics"
        }
    }
}
