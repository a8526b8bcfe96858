extension EditionPage {
    /// The diary's entries of some positions, grouped by date.
    func diaryDays(_ positions: Range<Int>) -> [Values] {
        var days: [(span: CalendarSpan, entries: [Values])] = []
        for entry in shownDiary[positions.clamped(to: shownDiary.indices)] {
            if days.last?.span != entry.span { days.append((entry.span, [])) }
            days[days.count - 1].entries.append(diaryEntry(entry))
        }
        return days.map { day in
            ["date": day.span.first.description, "shown": day.span.shown, "entries": day.entries]
        }
    }

    /// The entries beyond those shown at once, to be opened.
    var laterDiary: [Values] {
        let rest = shownDiary.count - Self.openDiary
        guard rest > 0 else { return [] }
        return [
            [
                "title": "\(Numeral.counted(rest, "later date"))",
                "days": diaryDays(Self.openDiary..<shownDiary.count),
            ]
        ]
    }

    private func diaryEntry(_ entry: DiaryEntry) -> Values {
        let article = entry.sentence.reference.article
        var values = told(entry.sentence)
        values["anchor"] = entry.anchor
        values["qualifier"] = list(entry.qualifier.map { "\($0.text) this date" })
        values["siteName"] = edition.articles[article].site.text
        values["story"] = edition.stories[concordance.story[article]].anchor
        return values
    }

    /// The tables of people, organisations and places that are not empty.
    var prominenceTables: [Values] {
        let tables = [
            ("People", edition.prominence.people), ("Organisations", edition.prominence.organizations),
            ("Places", edition.prominence.places),
        ]
        return tables.filter { !$0.1.isEmpty }.map { title, rows in
            let most = rows.flatMap { $0.before + [$0.today] }.max() ?? 1
            return ["title": title, "rows": rows.map { prominence($0, most: most) }]
        }
    }

    private func prominence(_ row: Prominence, most: Int) -> Values {
        let before = row.before.map(String.init).joined(separator: ", ")
        return [
            "name": row.name.line.text, "mark": mark(row.name.reference),
            "story": edition.stories[concordance.story[row.name.reference.article]].anchor,
            "today": Numeral.shown(Double(row.today)),
            "movement": list(row.movement == .steady ? nil : row.movement.rawValue),
            "bars": SparkBars(before: row.before, today: row.today, most: most).bars.map { bar -> Values in
                [
                    "x": String(bar.x), "y": String(bar.y), "width": String(SparkBars.barWidth),
                    "height": String(bar.height), "class": bar.isToday ? "now" : "then",
                ]
            },
            "width": String(SparkBars.width), "height": String(SparkBars.height),
            "label": "Reports a day, the seven days before: \(before); today: \(row.today)",
        ]
    }

    /// A number of the day with the sentence it stands in.
    func number(_ entry: (story: EditionStory, figure: Figure)) -> Values {
        let article = entry.figure.told.reference.article
        return [
            "anchor": "n\(entry.story.anchor.dropFirst())", "text": entry.figure.told.line.text,
            "category": list(entry.figure.category?.text),
            "sentence": told(entry.figure.sentence), "story": entry.story.anchor,
            "siteName": edition.articles[article].site.text,
        ]
    }

    private func more(than most: Int, of count: Int) -> String? {
        count > most ? "and \(Numeral.shown(Double(count - most))) more" : nil
    }

    /// A rejected input.
    func refusal(_ refusal: DeskNotes.Refusal) -> Values {
        [
            "file": refusal.file.text, "href": refusal.errorFile.fromEdition, "code": refusal.code.text,
            "reason": refusal.reason.text,
        ]
    }

    /// A duplicate, with the day's article it repeats.
    func repeated(_ entry: DeskNotes.Repeat) -> Values {
        [
            "file": entry.file.text, "id": String(entry.id.text.prefix(12)), "isOfToday": entry.article != nil,
            "anchor": entry.article.map { edition.articles[$0].anchor } ?? "",
            "headline": entry.article.map { edition.articles[$0].headline.line.text } ?? "",
        ]
    }

    /// An oddity with its articles.
    func oddity(_ oddity: DeskNotes.Oddity) -> Values {
        [
            "code": oddity.code.text, "message": oddity.message.text,
            "count": Numeral.counted(oddity.articles.count, "article"),
            "more": list(more(than: Edition.mostNoted, of: oddity.articles.count)),
            "articles": oddity.articles.prefix(Edition.mostNoted).map { number -> Values in
                let article = edition.articles[number]
                return ["href": article.record.fromEdition, "file": article.file.text, "site": article.site.text]
            },
        ]
    }
}
