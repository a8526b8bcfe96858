import Records

/// Everything an edition is made from; the same input gives the same edition, byte for byte.
public struct EditionInput: Sendable {
    /// The day of the edition.
    public var day: CalendarDay
    /// The articles received on that day, in any order.
    public var articles: [FiledArticle]
    /// The duplicates received on that day, in any order.
    public var duplicates: [FiledDuplicate]
    /// The inputs rejected on that day, in any order.
    public var rejections: [FiledRejection]
    /// The articles of the seven days before, in any order.
    public var earlier: [EarlierReport]
    /// Gives the record of one of them again, to compare a revised article with; nil where it is gone.
    public var earlierRecord: @Sendable (EarlierReport) -> ArticleRecord?
    /// How many stories are told in full; the rest are one-liners.
    public var fullStories: Int
    /// False while the day still runs and more may come in; the masthead says so.
    public var isClosed: Bool

    /// The material of one edition.
    public init(
        day: CalendarDay, articles: [FiledArticle], duplicates: [FiledDuplicate] = [],
        rejections: [FiledRejection] = [], earlier: [EarlierReport],
        earlierRecord: @escaping @Sendable (EarlierReport) -> ArticleRecord?, fullStories: Int = 12,
        isClosed: Bool = true
    ) {
        self.day = day
        self.articles = articles
        self.duplicates = duplicates
        self.rejections = rejections
        self.earlier = earlier
        self.earlierRecord = earlierRecord
        self.fullStories = fullStories
        self.isClosed = isClosed
    }

    /// The material of one edition, with the records of the days before at hand.
    public init(
        day: CalendarDay, articles: [FiledArticle], duplicates: [FiledDuplicate] = [],
        rejections: [FiledRejection] = [], earlier: [FiledArticle] = [], fullStories: Int = 12,
        isClosed: Bool = true
    ) {
        let records = Dictionary(earlier.map { ($0.path, $0.record) }, uniquingKeysWith: { first, _ in first })
        self.init(
            day: day, articles: articles, duplicates: duplicates, rejections: rejections,
            earlier: earlier.map { EarlierReport($0) }, earlierRecord: { records[$0.path] }, fullStories: fullStories,
            isClosed: isClosed)
    }
}
