import Records

/// When the main event happened: the day that the text gives early and that lies near the day of publication.
///
/// Each date has a sum of evidence. The weights are set by judgement on the development articles of the story corpus.
struct StoryTime {
    private static let early = 1.2
    private static let halfway = 2.0
    /// What each day before publication costs.
    private static let dayBefore = 0.25
    /// Dates older than this many days are no news; they cost the same.
    private static let mostDays = 8
    private static let old = 3.0
    /// Tomorrow may be a time zone's doing, later days are plans.
    private static let tomorrow = 0.5
    private static let later = 2.5
    /// Without a day of publication a date without a day counts less.
    private static let vague = 0.5

    let reading: Reading
    let times: [TimeDraft]
    /// "TODAY" in capitals is mostly a part of a name or a heading.
    private static let inCapitals = 1.0

    /// The main event's time, which counts for more.
    let main: Int?
    private static let ofMain = 0.5

    /// The index of the time to answer with. Linear in the times.
    func time() -> Int? {
        var best: (time: Int, sum: Double)?
        for (index, time) in times.enumerated() where time.type == .date || time.type == .time {
            guard let sum = evidence(of: time) else { continue }
            let whole = sum + (index == main ? Self.ofMain : 0)
            if best.map({ whole > $0.sum }) ?? true { best = (index, whole) }
        }
        return best?.time
    }

    private func evidence(of time: TimeDraft) -> Double? {
        // Without a day of publication "on Thursday" has no year, and answers all the same.
        let isBare = time.value.hasPrefix("X")
        guard !time.value.hasSuffix("_REF"), !isBare || reading.published == nil else { return nil }
        let sentence = Double(reading.text.sentenceOfToken[time.tokens.lowerBound])
        let isInCapitals = time.tokens.allSatisfy { reading.text.flags[$0].contains(.allCaps) }
        let early =
            Self.early * Self.halfway / (Self.halfway + sentence) - (isInCapitals ? Self.inCapitals : 0)
        guard let published = reading.published else { return early - (time.value.count < 10 ? Self.vague : 0) }
        guard let day = CalendarDay(iso: time.value) else {
            // This month or this week answers only where no day does; an older month or a year is background.
            let isNow = time.value.hasPrefix(published.isoMonth) || time.value.hasPrefix(published.isoWeekText)
            return isNow ? early - Self.old - Double(Self.mostDays) : nil
        }
        let gap = published.number - day.number
        if gap < -1 { return early - Self.later }
        if gap < 0 { return early - Self.tomorrow }
        return early - (gap < Self.mostDays ? Self.dayBefore * Double(gap) : Self.old)
    }
}
