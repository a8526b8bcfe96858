import Records

/// An article as the Outbox files it.
public struct FiledArticle: Sendable {
    /// The day it was received.
    public var day: CalendarDay
    /// The record's path relative to the Outbox, `records/2024/10/03/….json`.
    public var path: String
    /// The original's path relative to the Outbox, where it is kept.
    public var original: String?
    /// The record.
    public var record: ArticleRecord

    /// A record with its place in the Outbox.
    public init(day: CalendarDay, path: String, original: String? = nil, record: ArticleRecord) {
        self.day = day
        self.path = path
        self.original = original
        self.record = record
    }
}
