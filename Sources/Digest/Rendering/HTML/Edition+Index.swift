extension Edition {
    /// `index.html` over all editions, newest first. Summaries whose day is no date are left out.
    public static func index(of editions: [EditionSummary]) -> [UInt8] {
        var months: [(name: String, editions: [[String: Any]])] = []
        let listed = newestFirst(editions)
        for (day, edition) in listed {
            let month = "\(CalendarDay.monthName(day.month)) \(day.year)"
            if months.last?.name != month { months.append((month, [])) }
            let headlines = shownHeadlines(of: edition)
            months[months.count - 1].editions.append([
                "date": day.description, "shown": day.fullDate, "href": href(of: day), "intake": intake(of: edition),
                "hasHeadlines": !headlines.isEmpty, "headlines": headlines,
            ])
        }
        return Templates.page(
            "index",
            [
                "style": Templates.style, "styleHash": Templates.styleHash,
                "count": Numeral.counted(listed.count, "edition"), "hasNone": listed.isEmpty,
                "months": months.map { ["name": $0.name, "editions": $0.editions] as [String: Any] },
            ]) + [0x0A]
    }

    /// `feed.xml`, Atom, one entry an edition, newest first. An edition counts as updated at the midnight that begins
    /// its day, so that making it again changes nothing.
    public static func feed(of editions: [EditionSummary]) -> [UInt8] {
        let listed = newestFirst(editions)
        let entries = listed.map { day, edition -> [String: Any] in
            let sentences = [intake(of: edition)] + shownHeadlines(of: edition)
            return [
                "date": day.description, "shown": "The digest for \(day.fullDate)", "updated": updated(day),
                "href": href(of: day), "summary": sentences.joined(separator: " · "),
            ]
        }
        return Templates.page(
            "feed", ["updated": listed.first.map { updated($0.day) } ?? "1970-01-01T00:00:00Z", "entries": entries])
            + [0x0A]
    }

    private static func newestFirst(_ editions: [EditionSummary]) -> [(day: CalendarDay, edition: EditionSummary)] {
        let dated = editions.compactMap { edition in CalendarDay(edition.day).map { (day: $0, edition: edition) } }
        return dated.enumerated().sorted { ($1.element.day, $0.offset) < ($0.element.day, $1.offset) }.map(\.element)
    }

    private static func href(of day: CalendarDay) -> String { "digests/\(day)/index.html" }

    private static func updated(_ day: CalendarDay) -> String { "\(day)T00:00:00Z" }

    private static func shownHeadlines(of edition: EditionSummary) -> [String] {
        edition.headlines.prefix(leadHeadlines).map { Line($0, limit: 220).text }.filter { !$0.isEmpty }
    }

    private static func intake(of edition: EditionSummary) -> String {
        guard edition.articles > 0 || edition.duplicates > 0 || edition.rejected > 0 else { return "Nothing came in." }
        var parts = [Numeral.counted(edition.articles, "article")]
        if edition.stories > 0 { parts.append("in \(Numeral.counted(edition.stories, "story", "stories"))") }
        var text = parts.joined(separator: " ")
        if edition.duplicates > 0 { text += ", " + Numeral.counted(edition.duplicates, "duplicate") }
        if edition.rejected > 0 { text += ", \(Numeral.shown(Double(edition.rejected))) rejected" }
        return text + (edition.isClosed ? "." : "; the day is not over.")
    }
}
