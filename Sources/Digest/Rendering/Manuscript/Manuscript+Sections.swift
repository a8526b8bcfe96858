extension Manuscript {
    /// Dates ahead, by date.
    mutating func addDiary() {
        guard !edition.diary.isEmpty else { return }
        add(.section("Diary"))
        var span: CalendarSpan?
        for entry in edition.shownDiary {
            if entry.span != span { add(.head([.strong(entry.span.shown)])) }
            span = entry.span
            let qualifier: [Span] = entry.qualifier.map { [.emphasis("\($0.text) this date:")] } ?? []
            add(.item(qualifier + [.text(entry.sentence.line.text)] + origin(of: entry.sentence.reference)))
        }
        if let hidden = edition.hiddenDates { add(.paragraph([.text(hidden)])) }
    }

    /// The names most in the news, with the days before.
    mutating func addProminence() {
        guard !edition.prominence.isEmpty else { return }
        add(.section("Who and where"))
        add(.paragraph([.text("Reports that name them today; in brackets the seven days before, the oldest first.")]))
        let tables = [
            ("People", edition.prominence.people), ("Organisations", edition.prominence.organizations),
            ("Places", edition.prominence.places),
        ]
        for (title, rows) in tables where !rows.isEmpty {
            add(.head([.strong(title)]))
            for row in rows {
                let before = row.before.map(String.init).joined(separator: " ")
                let movement = row.movement == .steady ? "" : ", \(row.movement.rawValue)"
                add(
                    .item(
                        [.strong(row.name.line.text), .text("\(row.today) (\(before))\(movement)")]
                            + origin(of: row.name.reference)))
            }
        }
    }

    /// Numbers and quotes of the day.
    mutating func addNumbersAndQuotes() {
        let numbers = edition.numbersOfTheDay
        if !numbers.isEmpty { add(.section("Numbers of the day")) }
        for (_, figure) in numbers {
            add(
                .item(
                    [.strong(words(of: figure) + ":"), .text(figure.sentence.line.text)]
                        + origin(of: figure.told.reference)))
        }
        if !edition.quotes.isEmpty { add(.section("Quotes of the day")) }
        for quote in edition.quotes {
            add(.quotation(words(of: quote), by: speaker(of: quote).dropLast() + origin(of: quote.told.reference)))
        }
    }

    /// What was rejected, odd, or there already.
    mutating func addNotes() {
        guard !edition.notes.isEmpty else { return }
        add(.section("Desk notes"))
        for refusal in edition.notes.refusals {
            add(.item([.strong("Rejected:"), .text("\(refusal.file): \(refusal.reason) (\(refusal.code))")]))
        }
        for oddity in edition.notes.oddities {
            var files = oddity.articles.prefix(Edition.mostNoted).map { edition.articles[$0].file.text }
                .joined(separator: ", ")
            let rest = oddity.articles.count - Edition.mostNoted
            if rest > 0 { files += ", and \(Numeral.shown(Double(rest))) more" }
            let count = Numeral.counted(oddity.articles.count, "article")
            add(.item([.strong("Odd:"), .text("\(oddity.message) (\(oddity.code)) \(count): \(files)")]))
        }
        for entry in edition.notes.repeats {
            let what = entry.article.map { "“\(edition.articles[$0].headline.line)”" } ?? "an article of an earlier day"
            add(.item([.strong("Already there:"), .text("\(entry.file) repeats \(what).")]))
        }
    }

    /// How to read the pointers.
    mutating func addColophon() {
        guard !edition.stories.isEmpty else { return }
        add(.section("About this page"))
        add(
            .paragraph([
                .text(
                    "A pointer such as 2:120-180 stands for source 2 of the story and characters 120 to 180 of its "
                        + "record’s text. Links are relative to this file.")
            ]))
    }

    /// The publication and the pointer, for facts outside their story.
    private func origin(of reference: Reference) -> [Span] {
        [.text("— \(edition.articles[reference.article].site)"), mark(reference)]
    }
}
