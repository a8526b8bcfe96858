import Language
import Records

/// Finds time expressions: at each token the first of its rules that matches. One pass; each rule looks at a bounded
/// number of tokens.
struct TimeFinder {
    static let the = WordHash.of("the")
    static let of = WordHash.of("of")
    static let in_ = WordHash.of("in")
    static let old = WordHash.of("old")
    static let and = WordHash.of("and")
    static let to = WordHash.of("to")
    static let half = WordHash.of("half")
    static let articles = WordSet(["a", "an", "one"].map(WordHash.of))

    let reading: Reading
    let words: TimeWords
    let numbers: NumberReader
    let resolver: TimeResolver
    let tense: VerbTense
    /// What the text has spoken of so far.
    var focus = TimeFocus()

    var text: TokenizedText { reading.text }

    init(_ reading: Reading) {
        self.reading = reading
        words = TimeWords(text: reading.text)
        numbers = NumberReader(text: reading.text)
        resolver = TimeResolver(published: reading.published)
        tense = VerbTense(text: reading.text)
    }

    /// Loads every table.
    static func warmUp() {
        TimeWords.warmUp()
        VerbTense.warmUp()
        TimePrepositions.warmUp()
    }

    /// The time expressions of a text, in order.
    static func drafts(in reading: Reading) -> [TimeDraft] {
        guard reading.isEnglish else { return [] }
        var finder = TimeFinder(reading)
        var drafts: [TimeDraft] = []
        for (index, sentence) in reading.text.sentences.enumerated() {
            var token = sentence.lowerBound
            while token < sentence.upperBound {
                guard finder.words.mayBegin(token), var draft = finder.draft(at: token, sentence) else {
                    token += 1
                    continue
                }
                if let last = drafts.last {
                    // "a week or more than that": no word belongs to two.
                    draft.tokens = max(draft.tokens.lowerBound, last.tokens.upperBound)..<draft.tokens.upperBound
                }
                if draft.modifier == nil {
                    draft.modifier = TimePrepositions.modifier(of: draft, in: finder.text, sentence)
                }
                finder.note(draft, sentence: index)
                drafts.append(draft)
                token = max(token + 1, draft.tokens.upperBound)
                if let second = finder.second(after: draft, sentence) {
                    finder.note(second, sentence: index)
                    drafts.append(second)
                    token = second.tokens.upperBound
                }
            }
        }
        return drafts
    }

    private mutating func note(_ draft: TimeDraft, sentence: Int) {
        if draft.type == .date || draft.type == .time { focus.note(draft.value, sentence: sentence) }
        if draft.tokens.count == 1, words.match(draft.tokens.lowerBound, draft.tokens.upperBound, .weekday) != nil {
            focus.noteWeekday(draft.value)
        }
        if draft.type == .date, draft.anchor != .text { focus.noteQuarter(draft.value, published: reading.published) }
        // "the first nine months", "the year ended Sept. 30": what follows is compared with the year before.
        if draft.type == .duration, text.hashes[draft.tokens.lowerBound] == Self.the, let published = reading.published
        {
            focus.noteYear(published.year)
        }
    }

    private func draft(at token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        let limit = sentence.upperBound
        if let staged = staged(token, sentence) { return staged }
        if let during = partOfDayOf(token, sentence) { return during }
        guard let draft = core(token, sentence), !isName(draft, sentence) else { return nil }
        return withPartOfDay(draft, limit)
    }

    /// The rules for dates, in order.
    func date(_ token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        let limit = sentence.upperBound
        if let found = calendarDate(token, sentence) { return found }
        if let found = decade(token, limit) { return found }
        if let found = weekOf(token, sentence) { return found }
        if let found = textual(token, sentence) { return found }
        if let found = quarter(token, sentence) { return found }
        if let found = yearBefore(token, sentence) { return found }
        if let found = period(token, sentence) { return found }
        if let found = relative(token, limit) { return found }
        if let found = weekday(token, sentence) { return found }
        if let found = season(token, sentence) { return found }
        return deictic(token, limit)
    }

    /// All rules, in order; the first that matches wins.
    private func core(_ token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        let limit = sentence.upperBound
        if let found = clock(token, sentence) { return found }
        if let found = date(token, sentence) { return found }
        if let found = duration(token, sentence) { return found }
        if let found = set(token, limit) { return found }
        return year(token, sentence)
    }

    /// "early next year", "late November", "mid-1996", "the end of the week", "the early hours of Wednesday".
    private func staged(_ token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        let limit = sentence.upperBound
        var start = token
        var stage = words.match(token, limit, .stage)
        if stage == nil, text.hashes[token] == Self.the {
            start += 1
            stage = words.match(start, limit, .stage)
        }
        guard let stage else { return nil }
        var next = start + stage.length
        if next < limit, text.kinds[next] == .hyphen { next += 1 }
        // "earlier in the week", "late on Tuesday".
        if next < limit, text.hashes[next] == Self.in_ || text.hashes[next] == Self.on { next += 1 }
        guard next < limit, let inner = stagedDate(next, sentence),
            inner.type == .date || inner.type == .time, !inner.value.hasSuffix("_REF")
        else { return nil }
        var draft = withPartOfDay(inner, limit)
        draft.tokens = token..<draft.tokens.upperBound
        draft.modifier = stage.entry.value
        let isHours = stage.length > 2 && draft.type == .date && draft.value.utf8.count == 10
        if isHours, text.string(at: start + 2).hasPrefix("hour") {
            draft.type = .time
            draft.value += "TMO"
        }
        return draft
    }

    private func stagedDate(_ token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        date(token, sentence) ?? wholeUnit(token, sentence.upperBound) ?? century(token, sentence.upperBound)
            ?? bareSeason(token, sentence) ?? bareYear(token)
    }

    /// "the morning of Sept. 9", "mid-afternoon yesterday", "[in] the morning".
    private func partOfDayOf(_ token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        let limit = sentence.upperBound
        if let part = words.match(token, limit, .part) {
            guard
                let day = words.match(token + part.length, limit, .day) == nil
                    ? nil : deictic(token + part.length, limit), day.type == .date
            else { return nil }
            return TimeDraft(
                tokens: token..<day.tokens.upperBound, type: .time, value: "\(day.value)T\(part.entry.value)",
                anchor: day.anchor)
        }
        if let whole = inThePart(token, sentence) { return whole }
        guard text.hashes[token] == Self.the, let part = words.match(token + 1, limit, .part, or: .unit),
            token + 2 < limit, text.hashes[token + 2] == Self.of,
            let code = part.entry.type == .part || part.entry.value == "NI" ? part.entry.value : nil,
            var draft = date(token + 3, sentence), draft.type == .date,
            draft.value.utf8.count == 10 || draft.value.hasPrefix("XXXX-W")
        else { return nil }
        draft.tokens = token..<draft.tokens.upperBound
        draft.type = .time
        draft.value += "T" + code
        return draft
    }

    /// "in the morning": of the day spoken of, or of that of publication.
    private func inThePart(_ token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        guard text.hashes[token] == Self.the, token > sentence.lowerBound, text.hashes[token - 1] == Self.in_,
            let part = words.match(token + 1, sentence.upperBound, .part), let published = reading.published,
            token + 2 >= sentence.upperBound || text.hashes[token + 2] != Self.of
        else { return nil }
        let date = focus.date(in: Int(text.sentenceOfToken[token]))
        let told = date.flatMap { $0.grain == .day ? $0.day : nil }
        return TimeDraft(
            tokens: token..<(token + 2), type: .time, value: "\((told ?? published).iso)T\(part.entry.value)",
            anchor: told == nil ? .published : .text)
    }

    /// "Friday night", "Tuesday morning": the part of the day makes a date a time.
    private func withPartOfDay(_ draft: TimeDraft, _ limit: Int) -> TimeDraft {
        let next = draft.tokens.upperBound
        guard draft.type == .date, draft.value.utf8.count >= 10 || draft.value.hasPrefix("XXXX-W"),
            !draft.value.contains("_"), !draft.value.hasSuffix("WE"), next < limit
        else { return draft }
        var part = words.match(next, limit, .part)?.entry.value
        if part == nil, words.match(next, limit, .unit)?.entry.value == "NI" { part = "NI" }
        guard let part, !draft.value.contains("T") else { return draft }
        var draft = draft
        draft.tokens = draft.tokens.lowerBound..<(next + 1)
        draft.type = .time
        draft.value += "T" + part
        return draft
    }

    /// "60 Minutes", "This Week": a capital where none is due makes a title.
    private func isName(_ draft: TimeDraft, _ sentence: Range<Int>) -> Bool {
        let last = draft.tokens.upperBound - 1
        if draft.tokens.count == 1, draft.value.hasSuffix("_REF"), text.isCapitalised(last), last > sentence.lowerBound
        {
            // "Dry:Soon" is one word; "the Now programme" a name.
            if text.kinds[last - 1] == .colon, isGlued(last) { return true }
            let followsStop = text.bytes[text.ends[last - 1] - 1] == UInt8(ascii: ".")
            if !followsStop, !reading.isTitleCase[Int(text.sentenceOfToken[last])], !reading.opensClause(last) {
                return true
            }
        }
        guard words.match(draft.tokens.lowerBound, sentence.upperBound, .feast) == nil,
            !draft.value.hasPrefix("XXXX-W"),
            draft.type == .duration || draft.value.hasSuffix("_REF") || draft.type == .set || draft.anchor != nil,
            text.isCapitalised(last), !reading.isTitleCase[Int(text.sentenceOfToken[last])],
            words.match(last, last + 1, .unit, or: .units) != nil || words.match(last, last + 1, .set) != nil
        else { return false }
        return draft.tokens.count > 1 || last > sentence.lowerBound && !reading.opensClause(last)
    }

    func relativeAnchor() -> TimeExpression.Anchor? { reading.published == nil ? nil : .published }

    /// A number of up to four digits, all of them digits.
    func integer(_ token: Int, _ limit: Int) -> Int? {
        guard token < limit, text.kinds[token] == .number, text.ends[token] - text.starts[token] <= 4 else {
            return nil
        }
        var value = 0
        for byte in text.bytes[text.starts[token]..<text.ends[token]] {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    func isGlued(_ token: Int) -> Bool { !text.flags[token].contains(.spaced) }
}
