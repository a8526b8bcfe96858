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
    public var earlier: [FiledArticle]
    /// How many stories are told in full; the rest are one-liners.
    public var fullStories: Int
    /// False while the day still runs and more may come in; the masthead says so.
    public var isClosed: Bool

    /// The material of one edition.
    public init(
        day: CalendarDay, articles: [FiledArticle], duplicates: [FiledDuplicate] = [],
        rejections: [FiledRejection] = [], earlier: [FiledArticle] = [], fullStories: Int = 12,
        isClosed: Bool = true
    ) {
        self.day = day
        self.articles = articles
        self.duplicates = duplicates
        self.rejections = rejections
        self.earlier = earlier
        self.fullStories = fullStories
        self.isClosed = isClosed
    }
}
