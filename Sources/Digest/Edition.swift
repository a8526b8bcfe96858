import Records

/// One day's edition as a value, before it is rendered.
public struct Edition: Sendable {
    /// The day it covers.
    public var day: CalendarDay

    /// Makes the edition of a day. The same input gives the same edition.
    public init(_ input: EditionInput) {
        day = input.day
    }
}

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

/// What the index and the feed say of one edition.
public struct EditionSummary: Sendable, Codable, Hashable {
    /// The day, `YYYY-MM-DD`.
    public var day: String
    /// How many articles it covers.
    public var articles: Int
    /// Its leading headlines, at most three.
    public var headlines: [String]
}

extension Edition {
    /// What the index and the feed say of it.
    public var summary: EditionSummary { EditionSummary(day: day.description, articles: 0, headlines: []) }

    /// The edition in one format, or nil where it has none (a diary without entries).
    public func rendered(as format: EditionFormat) -> [UInt8]? { [] }

    /// `index.html` over all editions, newest first.
    public static func index(of editions: [EditionSummary]) -> [UInt8] { [] }

    /// `feed.xml`, Atom, one entry an edition, newest first.
    public static func feed(of editions: [EditionSummary]) -> [UInt8] { [] }
}

extension EditionSummary {
    /// Reads a summary back from an edition's `digest.json`, or nil where the bytes are none.
    public init?(digestJSON bytes: [UInt8]) { return nil }
}

/// The JSON Schema of `digest.json`.
public enum DigestSchema {
    /// The schema's bytes.
    public static var json: [UInt8] { [] }
}
