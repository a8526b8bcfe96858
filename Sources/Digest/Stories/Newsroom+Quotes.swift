import Records

extension Newsroom {
    /// What a quote gains that no report of the days before had, in a story that goes on. Chosen: it weighs more than a
    /// comfortable length and direct speech together.
    private static let newsworthy = 0.6

    /// The best quotes of a story, of different speakers: sure, by somebody named, neither a scrap nor a speech; what was
    /// not said in the days before comes first, and is marked.
    func quotes(in book: Sourcebook, of thread: StoryThread, most: Int) -> [Quotation] {
        let candidates = book.entries.flatMap { printableQuotes(of: $0.article) }
        guard thread.status == .developing else { return best(most, among: candidates) }
        var known: Set<StatementKey> = []
        for report in thread.linked { known.formUnion(earlier[report].statements) }
        return best(
            most,
            among: candidates.map { quotation, weight in
                guard !known.contains(quotation.statement) else { return (quotation, weight) }
                var new = quotation
                new.isNew = true
                return (new, weight + Self.newsworthy)
            })
    }

    /// The best quotes of the day that no story tells already, one a speaker.
    func quotesOfTheDay(besides stories: [EditionStory], most: Int) -> [Quotation] {
        let told = Set(stories.flatMap { $0.full?.quotes ?? [] }.map(\.told.line))
        let originals = filed.indices.filter { original[$0] == $0 }
        return best(
            most, among: originals.flatMap { printableQuotes(of: $0) }.filter { !told.contains($0.quotation.told.line) }
        )
    }

    private func printableQuotes(of article: Int) -> [(quotation: Quotation, weight: Double)] {
        let record = record(article)
        let quotes = record.annotations.quotes.filter { $0.kind != .indirect }
        guard !quotes.isEmpty else { return [] }
        let passages = passages(article)
        let entities = record.entitiesByID
        return quotes.compactMap { quotation($0, of: article, among: entities, passages: passages) }
    }

    private func best(_ most: Int, among candidates: [(quotation: Quotation, weight: Double)]) -> [Quotation] {
        let ranked = candidates.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
        var speakers: Set<Line> = []
        var texts: Set<Line> = []
        return Array(
            ranked.map(\.element.quotation).filter {
                texts.insert($0.told.line).inserted && speakers.insert($0.speaker).inserted
            }.prefix(most))
    }

    /// Lengths of a quote worth printing by itself, in scalars, chosen: under 25 it is a scrap, over 320 a speech, and
    /// one to two lines of a column (60 to 180) read best.
    private static let printable = 25...320
    private static let comfortable = 60...180
    private static let pronouns: Set<String> = [
        "anyone", "everyone", "he", "i", "it", "one", "she", "someone", "that", "they", "this", "we", "which", "who",
        "you",
    ]

    private func quotation(
        _ quote: Quote, of article: Int, among entities: [String: Entity], passages: Passages
    ) -> (quotation: Quotation, weight: Double)? {
        guard let speaker = quote.speaker, let start = quote.content.first, let end = quote.content.last else {
            return nil
        }
        let isMarked = quote.kind == .direct || Self.standsInMarks(quote, in: passages)
        // Half a statement in the reporter's words is nothing to set apart.
        guard isMarked else { return nil }
        // Marks inside a reported statement are part of it, and stay in pairs.
        let limit = Self.printable.upperBound + 1
        let line = isMarked ? Self.unmarked(quote.content, in: passages, limit: limit) : Line(quote.text, limit: limit)
        let length = line.text.unicodeScalars.count
        guard Self.printable.contains(length) else { return nil }
        let entity = speaker.entity.flatMap { entities[$0] }
        // "He said", of nobody knows whom.
        guard entity != nil || !Self.pronouns.contains(speaker.text.lowercased()) else { return nil }
        let name = Line(entity?.name ?? speaker.text, limit: 80)
        guard !name.isEmpty else { return nil }
        let role = entity?.roles.first.map { Line(($0.former == true ? "former " : "") + $0.title, limit: 80) }
        var weight = quote.confidence.isFinite ? min(max(quote.confidence, 0), 1) : 0
        if entity?.type == .person { weight += 0.5 }
        if quote.kind == .direct { weight += 0.25 }
        if Self.comfortable.contains(length) { weight += 0.25 }
        weight += 0.5 * (entity?.knownSalience ?? 0)
        let told = Told(
            line: line, reference: Reference(article: article, range: TextRange(start.start, max(start.end, end.end))))
        return (
            Quotation(
                told: told, speaker: name, role: role, isMarked: isMarked, statement: StatementKey(quote)), weight
        )
    }

    /// Whether the words stand in quotation marks as a whole, inside or just outside their range.
    private static func standsInMarks(_ quote: Quote, in passages: Passages) -> Bool {
        guard quote.content.count == 1, let range = quote.content.first, range.start >= 0, range.end > range.start,
            range.end <= passages.count
        else { return false }
        let opening = passages[TextRange(max(range.start - 1, 0), range.start + 1)]
        let closing = passages[TextRange(range.end - 1, range.end + 1)]
        return opening.contains(where: marks.contains) && closing.contains(where: marks.contains)
    }

    /// Quotation marks that stand around whole statements.
    private static let marks: Set<Character> = ["\"", "“", "”", "„", "«", "»"]

    /// The parts of a quotation without their marks and the comma before a cue, which the page sets itself; where a cue
    /// stood between them, an ellipsis does.
    private static func unmarked(_ parts: [TextRange], in passages: Passages, limit: Int) -> Line {
        let texts = parts.map { part -> Substring in
            var text = passages.line(part, limit: limit).text[...]
            while let first = text.first, "\"“”„«»'‘".contains(first) { text = text.dropFirst() }
            while let last = text.last, "\"“”«»'’,".contains(last) { text = text.dropLast() }
            return text
        }
        return Line(texts.joined(separator: " … "), limit: limit)
    }
}
