/// An edition as one self-contained HTML page: the values of `edition.mustache`. Names begin with a dot in the
/// template, so that a missing one is not looked up in the objects around.
struct EditionPage {
    /// What the template sees of one object.
    typealias Values = [String: Any]

    let edition: Edition
    let concordance: Concordance
    /// The dates ahead that the page shows.
    let shownDiary: [DiaryEntry]

    /// The page of an edition.
    init(_ edition: Edition) {
        self.edition = edition
        concordance = Concordance(edition)
        shownDiary = edition.shownDiary
    }

    /// The page. Linear in the edition.
    var html: [UInt8] {
        let full = edition.stories.filter { $0.full != nil }
        let brief = edition.stories.filter { $0.full == nil }
        return Templates.page(
            "edition",
            [
                "style": Templates.style, "styleHash": Templates.styleHash,
                "date": edition.day.description, "dateShown": edition.day.fullDate,
                "intake": edition.intakeSentence, "coverage": list(edition.coverageSentence),
                "warning": list(edition.warning),
                "hasIntake": edition.intake.files > 0,
                "collections": edition.intake.collections.map(collection),
                "sites": edition.intake.sites.map { ["name": $0.name.text, "articles": counted($0.articles)] },
                "sections": sections, "hasStories": !full.isEmpty, "stories": full.map(story),
                "isEmpty": edition.stories.isEmpty, "hasBrief": !brief.isEmpty, "brief": brief.map(brief(_:)),
                "hasDiary": !edition.diary.isEmpty, "diary": diaryDays(0..<Self.openDiary),
                "laterDiary": laterDiary, "hiddenDates": list(edition.hiddenDates), "tables": prominenceTables,
                "hasTables": !edition.prominence.isEmpty,
                "hasMap": !edition.map.isEmpty, "coastlines": WorldMap.coastlines,
                "mapWidth": String(WorldMap.width), "mapHeight": String(WorldMap.height), "mapNote": mapNote,
                "mapLabel": mapLabel, "dots": mapDots, "labels": mapLabels,
                "hasQuotes": !edition.quotes.isEmpty, "quotes": edition.quotes.map(quotation),
                "hasNumbers": !edition.numbersOfTheDay.isEmpty, "numbers": edition.numbersOfTheDay.map(number),
                "hasSide": hasSide, "hasNotes": !edition.notes.isEmpty,
                "hasRefusals": !edition.notes.refusals.isEmpty, "hasRepeats": !edition.notes.repeats.isEmpty,
                "hasOddities": !edition.notes.oddities.isEmpty, "refusals": edition.notes.refusals.map(refusal),
                "repeats": edition.notes.repeats.map(repeated), "oddities": edition.notes.oddities.map(oddity),
            ])
    }

    /// Diary entries shown at once; the rest opens on demand. Two screens of a phone.
    static let openDiary = 24

    private var hasSide: Bool {
        !edition.diary.isEmpty || !edition.prominence.isEmpty || !edition.quotes.isEmpty || !edition.map.isEmpty
            || !edition.numbersOfTheDay.isEmpty
    }

    /// A value that may be missing, as the list a template section wants.
    func list(_ value: String?) -> [String] { value.map { [$0] } ?? [] }

    private func counted(_ articles: Int) -> String { Numeral.counted(articles, "article") }

    /// The parts of the page there are, for its table of contents.
    private var sections: [Values] {
        let candidates: [(anchor: String, name: String, isThere: Bool)] = [
            ("stories", "Stories", edition.stories.contains { $0.full != nil }),
            ("brief", "In brief", edition.stories.contains { $0.full == nil }),
            ("diary", "Diary", !edition.diary.isEmpty), ("map", "Map", !edition.map.isEmpty),
            ("names", "Who and where", !edition.prominence.isEmpty),
            ("quotes", "Quotes", !edition.quotes.isEmpty),
            ("numbers", "Numbers", !edition.numbersOfTheDay.isEmpty),
            ("notes", "Desk notes", !edition.notes.isEmpty),
        ]
        return candidates.filter(\.isThere).map { ["anchor": $0.anchor, "name": $0.name] }
    }

    private func collection(_ share: Intake.Share) -> Values {
        var parts = [counted(share.articles)]
        if share.duplicates > 0 { parts.append(Numeral.counted(share.duplicates, "duplicate")) }
        if share.rejected > 0 { parts.append("\(Numeral.shown(Double(share.rejected))) rejected") }
        return [
            "name": share.name.isEmpty ? "Inbox" : share.name.text, "counts": parts.joined(separator: ", "),
        ]
    }

    /// The mark behind a fact: the source's number in its story, the passage, and the link to the record.
    func mark(_ reference: Reference) -> Values {
        let article = edition.articles[reference.article]
        let passage = Edition.passage(reference)
        let number = concordance.number[reference.article]
        return [
            "href": article.record.fromEdition, "number": String(number),
            "range": "\(reference.range.start)–\(reference.range.end)",
            "title": "\(article.site.text): \(passage)", "label": "Source \(number), \(passage)",
        ]
    }

    /// Words with their mark and, where it is not English, their language.
    func told(_ told: Told) -> Values {
        [
            "text": told.line.text, "mark": mark(told.reference),
            "lang": list(foreignLanguage(of: told.reference.article)),
        ]
    }

    /// The article's language where it is not that of the page.
    func foreignLanguage(of article: Int) -> String? {
        edition.articles[article].language.flatMap { $0 == "en" || $0.hasPrefix("en-") ? nil : $0 }
    }

    private func brief(_ story: EditionStory) -> Values {
        let lead = edition.articles[story.lead]
        let others = story.articles.filter { $0 != story.lead }
        return [
            "anchor": story.anchor, "headline": headline(of: story.lead), "href": lead.record.fromEdition,
            "site": lead.site.text, "time": list(lead.published?.shown(on: edition.day)),
            "leadAnchor": lead.anchor, "original": list(lead.original?.fromEdition),
            "status": list(story.thread.status == .new ? nil : edition.status(of: story)),
            "hasOthers": !others.isEmpty,
            "others": others.map { article -> Values in
                let other = edition.articles[article]
                return [
                    "anchor": other.anchor, "href": other.record.fromEdition, "site": other.site.text,
                    "original": list(other.original?.fromEdition),
                ]
            },
        ]
    }

    /// An article's headline; a sentence in its place is set differently.
    func headline(of article: Int) -> Values {
        let headline = edition.articles[article].headline
        return [
            "text": headline.line.text, "isOwn": headline.kind == .headline, "isSentence": headline.kind == .sentence,
            "isFile": headline.kind == .fileName, "lang": list(foreignLanguage(of: article)),
        ]
    }
}
