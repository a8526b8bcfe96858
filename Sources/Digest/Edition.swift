import Records

/// One day's edition as a value, before it is rendered.
public struct Edition: Sendable {
    /// The day it covers.
    public let day: CalendarDay
    /// Whether the day is over and nothing more comes in.
    public let isClosed: Bool
    /// What came in.
    let intake: Intake
    /// The articles of the day; everything else points into them.
    let articles: [EditionArticle]
    /// The stories, the most important first; those told in full come before the one-liners.
    let stories: [EditionStory]
    /// Dates ahead, soonest first.
    let diary: [DiaryEntry]
    /// The best quotes that no story tells already.
    let quotes: [Quotation]
    /// Who and what is in the news.
    let prominence: ProminenceTables
    /// The places of the day that can be set on a map, the most named first.
    let map: [MapPlace]
    /// What went wrong or was odd.
    let notes: DeskNotes

    /// Makes the edition of a day. The same input, in any order, gives the same edition. Nearly linear in the texts of
    /// the articles.
    public init(_ input: EditionInput) {
        let newsroom = Newsroom(input)
        day = input.day
        isClosed = input.isClosed
        intake = Intake(input, newsroom: newsroom)
        articles = newsroom.articles
        stories = newsroom.stories(fullStories: input.fullStories)
        diary = newsroom.diary()
        quotes = newsroom.quotesOfTheDay(besides: stories, most: 3)
        prominence = newsroom.prominence()
        map = newsroom.map()
        notes = DeskNotes(input, newsroom: newsroom)
    }

    /// The anchor of a record's article in its edition.
    public static func anchor(ofRecord id: String) -> String { Newsroom.anchor(for: id) }

    /// Loads templates, schema and word lists, so that nothing has to be opened afterwards.
    public static func warmUp() {
        Lexicon.warmUp()
        RevisionFinder.warmUp()
        GuideHeadline.warmUp()
        _ = WorldMap.coastlines
        _ = (Templates.library, Templates.style, Templates.styleHash)
        _ = DigestSchema.json
    }

    /// The edition in one format, or nil where it has none (a diary without entries). Linear in the edition.
    public func rendered(as format: EditionFormat) -> [UInt8]? {
        switch format {
        case .html: EditionPage(self).html
        case .markdown: MarkdownEdition(self).bytes
        case .text: TextEdition(self).bytes
        case .json: json(.pretty) + [0x0A]
        case .calendar: diary.isEmpty ? nil : DiaryCalendar(self).bytes
        }
    }
}
