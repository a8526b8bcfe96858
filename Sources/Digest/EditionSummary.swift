import Foundation

/// What the index and the feed say of one edition.
public struct EditionSummary: Sendable, Codable, Hashable {
    /// The day, `YYYY-MM-DD`.
    public var day: String
    /// Whether the day is over and nothing more comes in.
    public var isClosed: Bool
    /// How many articles it covers.
    public var articles: Int
    /// How many stories they are told in.
    public var stories: Int
    /// How many inputs repeated an article.
    public var duplicates: Int
    /// How many inputs became no record.
    public var rejected: Int
    /// Its leading headlines, at most three.
    public var headlines: [String]

    /// A summary from its parts.
    public init(
        day: CalendarDay, isClosed: Bool = true, articles: Int, stories: Int = 0, duplicates: Int = 0,
        rejected: Int = 0, headlines: [String] = []
    ) {
        self.day = day.description
        self.isClosed = isClosed
        self.articles = articles
        self.stories = stories
        self.duplicates = duplicates
        self.rejected = rejected
        self.headlines = headlines
    }

    /// Reads the summary back from an edition's `digest.json`. Throws where the bytes are no digest of this version.
    public init(digest bytes: [UInt8]) throws(DigestError) {
        let stored: StoredDigest
        do {
            stored = try JSONDecoder().decode(StoredDigest.self, from: Data(bytes))
        } catch {
            throw .notADigest(reason: "it does not hold the members of one")
        }
        guard stored.schema == Edition.schemaName else { throw .notADigest(reason: "its schema is another") }
        guard let day = CalendarDay(stored.day) else { throw .notADigest(reason: "its day is no date") }
        self.init(
            day: day, isClosed: stored.closed, articles: stored.intake.articles, stories: stored.storyCount,
            duplicates: stored.intake.duplicates, rejected: stored.intake.rejected,
            headlines: Array(stored.headlines.prefix(Edition.leadHeadlines)))
    }

    /// The members of a `digest.json` that a summary needs.
    private struct StoredDigest: Decodable {
        struct Intake: Decodable {
            let articles: Int
            let duplicates: Int
            let rejected: Int
        }

        let schema: String
        let day: String
        let closed: Bool
        let intake: Intake
        let storyCount: Int
        let headlines: [String]
    }
}

extension Edition {
    /// Headlines an edition is announced by.
    static let leadHeadlines = 3

    /// What the index and the feed say of it.
    public var summary: EditionSummary {
        EditionSummary(
            day: day, isClosed: isClosed, articles: intake.articles, stories: stories.count,
            duplicates: intake.duplicates, rejected: intake.rejected,
            headlines: stories.prefix(Self.leadHeadlines).map { articles[$0.lead].headline.line.text })
    }
}
