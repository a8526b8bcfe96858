import Records

/// A date that lies ahead, as the day's articles give it.
struct DiaryEntry: Sendable, Hashable {
    /// The permanent anchor, from the record's id and the passage.
    let anchor: String
    /// The days it stands for.
    let span: CalendarSpan
    /// `before`, `after` or `about`, where the passage qualifies the date.
    let qualifier: Line?
    /// The passage that gives the date.
    let date: Told
    /// The sentence it stands in.
    let sentence: Told
}

extension Newsroom {
    /// How far ahead a date is an appointment and not a prophecy; a leap year lets next year's same day in.
    private static let horizonDays = 366

    /// The dates ahead of the edition's day, soonest first. Near copies add nothing, a sentence gives a date once.
    func diary() -> [DiaryEntry] {
        var entries: [(entry: DiaryEntry, words: Set<UInt64>)] = []
        var sameDate: [CalendarSpan: [Int]] = [:]
        for article in filed.indices where original[article] == article {
            let isAnchored = record(article).article.published?.from != .fileTime
            // "Tomorrow" means nothing where the day of writing is that of the file.
            let times = record(article).annotations.times.filter {
                isAhead($0) != nil && (isAnchored || $0.relativeTo == nil)
            }
            guard !times.isEmpty else { continue }
            let passages = passages(article)
            for time in times {
                guard let span = isAhead(time) else { continue }
                let entry = entry(for: time, span: span, article: article, passages: passages)
                let words = Set(
                    WordHashes(of: entry.sentence.line.text).words.filter { !Lexicon.isCommon($0, in: nil) })
                let known = sameDate[span, default: []]
                guard !entry.sentence.line.isEmpty,
                    !known.suffix(Self.mostCompared).contains(where: { Self.saysTheSame(entries[$0].words, words) })
                else { continue }
                sameDate[span, default: []].append(entries.count)
                entries.append((entry, words))
            }
        }
        return entries.map(\.entry).enumerated().sorted { a, b in
            (a.element.span.first, a.element.span.last, a.offset) < (
                b.element.span.first, b.element.span.last, b.offset
            )
        }.map(\.element)
    }

    /// Entries of one date a new one is compared with; more would make a day of one much-named date quadratic.
    private static let mostCompared = 64

    private func isAhead(_ time: TimeExpression) -> CalendarSpan? {
        guard time.type == .date || time.type == .time, let span = CalendarSpan(timex: time.value), span.grain != .year,
            span.first > day, span.first.ordinal - day.ordinal <= Self.horizonDays
        else { return nil }
        return span
    }

    private func entry(
        for time: TimeExpression, span: CalendarSpan, article: Int, passages: Passages
    ) -> DiaryEntry {
        let sentence = record(article).sentence(around: time.range)
        let qualifier: Line? =
            switch time.modifier {
            case "BEFORE", "ON_OR_BEFORE": Line("by")
            case "AFTER", "ON_OR_AFTER": Line("after")
            case "APPROX": Line("about")
            default: nil
            }
        return DiaryEntry(
            anchor: "d" + articles[article].anchor.dropFirst()
                + "-\(time.range.start)-\(span.first)-\(span.grain.rawValue)", span: span,
            qualifier: qualifier,
            date: Told(line: Line(time.text, limit: 80), reference: Reference(article: article, range: time.range)),
            sentence: Told(
                line: passages.line(sentence, limit: Self.longestSentence),
                reference: Reference(article: article, range: sentence)))
    }

    /// Whether two sentences share half of their words (the resemblance from which texts are copies).
    private static func saysTheSame(_ a: Set<UInt64>, _ b: Set<UInt64>) -> Bool {
        let common = a.intersection(b).count
        return Double(common) >= CopyGroups.threshold * Double(a.count + b.count - common)
    }
}
