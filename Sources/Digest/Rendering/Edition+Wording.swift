/// Sentences the edition says of itself; the same in every format.
extension Edition {
    /// "17 files came in: 15 articles, 1 duplicate, 1 rejected."
    var intakeSentence: String {
        guard intake.files > 0 else { return "No file came in on this day." }
        let parts = [
            Numeral.counted(intake.articles, "article"), Numeral.counted(intake.duplicates, "duplicate"),
            "\(Numeral.shown(Double(intake.rejected))) rejected",
        ]
        return "\(Numeral.counted(intake.files, "file")) came in: \(parts.joined(separator: ", "))."
    }

    /// What the edition covers: "8 stories from 9 publications."; nil where it has none.
    var coverageSentence: String? {
        guard !stories.isEmpty else { return nil }
        let stories = Numeral.counted(stories.count, "story", "stories")
        return "\(stories) from \(Numeral.counted(intake.sites.count, "publication"))."
    }

    /// What the reader must know of an edition that is empty or partial; nil for a whole one.
    var warning: String? {
        var warnings: [String] = []
        if !isClosed { warnings.append("The day is not over: this edition covers what has come in so far.") }
        if intake.articles == 0, intake.files > 0 {
            warnings.append("None of the files gave an article; the desk notes say why.")
        } else if intake.rejected > 0 {
            let files = Numeral.counted(intake.rejected, "file")
            warnings.append("This edition is partial: \(files) could not be read. The desk notes say why.")
        }
        if oldArticles * 2 > intake.articles, intake.articles > 0 {
            let old = "\(Numeral.shown(Double(oldArticles))) of \(Numeral.counted(intake.articles, "article"))"
            warnings.append("Late: \(old) appeared more than a week before this day.")
        }
        return warnings.isEmpty ? nil : warnings.joined(separator: " ")
    }

    /// Articles that say they appeared more than a week before the edition's day.
    var oldArticles: Int {
        articles.count { article in article.published.map { day.ordinal - $0.day.ordinal > 7 } ?? false }
    }

    /// "New", or "Developing, in the news since 30 Sep".
    func status(of story: EditionStory) -> String {
        let thread = story.thread
        guard let first = thread.days.last else { return "New" }
        let status = thread.status == .developing ? "Developing" : "Unchanged"
        return "\(status), day \(thread.dayNumber), in the news since \(first.shortDate)"
    }

    /// "killed: 40 (yesterday) → 58".
    func sentence(of change: StoryThread.Change) -> String {
        let then = change.beforeDay == day.advanced(by: -1) ? "yesterday" : change.beforeDay.shortDate
        return "\(change.what): \(Numeral.shown(change.before)) (\(then)) → \(Numeral.shown(change.now))"
    }

    /// "3 independent sources" and, where there are more articles than that, how many.
    func sourcing(of story: EditionStory) -> String {
        let sources = Numeral.counted(story.sources, "source")
        let articles = story.articles.count
        return articles > story.sources ? "\(sources), \(Numeral.counted(articles, "article"))" : sources
    }

    /// "characters 120–180 of the article's text".
    static func passage(_ reference: Reference) -> String {
        "characters \(reference.range.start)–\(reference.range.end)"
    }

    /// Dates that a page shows: what a reader can go through in a few minutes. All of them are in the calendar.
    private static let mostDates = 200
    /// Files that a desk note names one by one.
    static let mostNoted = 40

    /// The dates that pages show, those of the foremost stories where there are too many, the soonest first.
    var shownDiary: [DiaryEntry] {
        guard diary.count > Self.mostDates else { return diary }
        let place = Concordance(self).story
        let ranked = diary.indices.sorted {
            (place[diary[$0].sentence.reference.article], $0) < (place[diary[$1].sentence.reference.article], $1)
        }
        return ranked.prefix(Self.mostDates).sorted().map { diary[$0] }
    }

    /// "9,812 more dates are in the calendar."; nil where all are shown.
    var hiddenDates: String? {
        let hidden = diary.count - shownDiary.count
        guard hidden > 0 else { return nil }
        return hidden == 1
            ? "1 more date is in the calendar." : "\(Numeral.counted(hidden, "more date")) are in the calendar."
    }

    /// The first key number of each story told in full.
    var numbersOfTheDay: [(story: EditionStory, figure: Figure)] {
        stories.prefix(8).compactMap { story in story.full?.figures.first.map { (story, $0) } }
    }
}
