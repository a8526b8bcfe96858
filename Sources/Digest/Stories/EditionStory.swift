/// One story of the edition: the articles about one event.
struct EditionStory: Sendable {
    /// The permanent anchor, `s-` and the front of the leading article's id.
    let anchor: String
    /// The article whose headline it carries.
    let lead: Int
    /// Its reports: originals in the order of publication, each with its near copies.
    let reports: [Report]
    /// How many independent publications report it; near copies count once.
    let sources: Int
    /// Its thread in the days before.
    let thread: StoryThread
    /// What is told of it in full; nil for a one-liner.
    var full: FullStory?

    /// A report and its near copies.
    struct Report: Sendable {
        /// The article's index in the edition.
        let article: Int
        /// Indexes of its near copies.
        let copies: [Int]
    }

    /// Every article of the story.
    var articles: [Int] { reports.flatMap { [$0.article] + $0.copies } }
}

/// The body of a story told in full.
struct FullStory: Sendable {
    /// Two or three sentences, as they stand in the articles.
    let sentences: [Told]
    /// People and organisations, the most prominent first.
    let who: [Actor]
    /// Places.
    let places: [Told]
    /// When it happened.
    let when: When?
    /// The key numbers.
    let figures: [Figure]
    /// The best quotes.
    let quotes: [Quotation]
    /// Figures over which the articles differ.
    let disagreements: [Disagreement]
    /// Who is in the story today and was in no report of it before.
    let newcomers: [Told]

    /// Someone in the story.
    struct Actor: Hashable, Sendable {
        /// The name, and its first mention.
        let name: Told
        /// Title and organisation, where the text gives them.
        let role: Told?
    }

    /// The time of the main event.
    struct When: Hashable, Sendable {
        /// The passage.
        let told: Told
        /// The days it stands for, where the record resolves them.
        let span: CalendarSpan?
    }
}

/// A figure as it stands in an article.
struct Figure: Hashable, Sendable {
    /// The passage ("at least 12 people").
    let told: Told
    /// What happened to them ("killed"), where the passage does not say it itself.
    let category: Line?
    /// The sentence it stands in.
    let sentence: Told
}

/// A quotation with its speaker.
struct Quotation: Hashable, Sendable {
    /// What was said, without outer quotation marks.
    let told: Told
    /// Who said it.
    let speaker: Line
    /// The speaker's role, where the text gives it.
    let role: Line?
    /// Whether all of it stood in quotation marks.
    let isMarked: Bool
    /// By what it is known again where another report cuts it elsewhere.
    let statement: StatementKey
    /// Whether it stands in a story that goes on, and no report of the days before had it.
    var isNew = false
}

/// Different figures for one thing.
struct Disagreement: Hashable, Sendable {
    /// One of the figures.
    struct Claim: Hashable, Sendable {
        /// The figure.
        let value: Double
        /// The passages that give it, one a source.
        let told: [Told]
    }

    /// What the figures are of ("killed").
    let what: Line
    /// The figures, the smallest first.
    let claims: [Claim]
}

/// How a story stands to the days before.
struct StoryThread: Sendable {
    /// What it is to a reader of the editions before.
    enum Status: String, Sendable {
        case new, developing, unchanged
    }

    /// What it is to a reader of the editions before.
    let status: Status
    /// Earlier articles about it, newest first.
    let earlier: [EarlierArticle]
    /// The same articles by their index among those of the days before.
    let linked: [Int]
    /// Figures that changed.
    let changes: [Change]

    /// A figure that changed since the days before.
    struct Change: Hashable, Sendable {
        /// What it is of ("killed").
        let what: Line
        /// The figure then.
        let before: Double
        /// The day it was given last.
        let beforeDay: CalendarDay
        /// The figure now.
        let now: Double
        /// The passage that gives it now.
        let told: Told
    }

    /// How many days of the thread, this one included, it was in the news.
    var dayNumber: Int { days.count + 1 }

    /// The days it was in the news before, newest first.
    var days: [CalendarDay] {
        var days: [CalendarDay] = []
        for article in earlier where days.last != article.day { days.append(article.day) }
        return days
    }
}
