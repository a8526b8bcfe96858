import Language
import Records

/// Finds time expressions: at each token the longest of its rules. One pass; each rule looks at a bounded number of
/// tokens.
struct TimeFinder {
    static let the = WordHash.of("the")
    static let of = WordHash.of("of")
    static let in_ = WordHash.of("in")
    static let old = WordHash.of("old")
    static let will = WordHash.of("will")
    static let articles = Set(["a", "an", "one"].map(WordHash.of))

    let reading: Reading
    let words: TimeWords
    let numbers: NumberReader
    let resolver: TimeResolver

    var text: TokenizedText { reading.text }

    init(_ reading: Reading) {
        self.reading = reading
        words = TimeWords(text: reading.text)
        numbers = NumberReader(text: reading.text)
        resolver = TimeResolver(published: reading.published)
    }

    /// The time expressions of a text, in order.
    static func drafts(in reading: Reading) -> [TimeDraft] {
        guard reading.isEnglish else { return [] }
        let finder = TimeFinder(reading)
        var drafts: [TimeDraft] = []
        for sentence in reading.text.sentences {
            var token = sentence.lowerBound
            while token < sentence.upperBound {
                if let draft = finder.draft(at: token, sentence) {
                    drafts.append(draft)
                    token = max(token + 1, draft.tokens.upperBound)
                } else {
                    token += 1
                }
            }
        }
        return drafts
    }

    private func draft(at token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        let limit = sentence.upperBound
        guard text.kinds[token] == .word || text.kinds[token] == .number else { return nil }
        if let staged = staged(token, sentence) { return staged }
        guard var draft = core(token, sentence) else { return nil }
        draft = withPartOfDay(draft, limit)
        return draft
    }

    /// The rules for dates, in order.
    private func date(_ token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        let limit = sentence.upperBound
        if let found = calendarDate(token, limit) { return found }
        if let found = decade(token, limit) { return found }
        if let found = quarter(token, limit) { return found }
        if let found = period(token, limit) { return found }
        if let found = relative(token, limit) { return found }
        if let found = weekday(token, sentence) { return found }
        return deictic(token, limit)
    }

    /// All rules, in order; the first that matches wins.
    private func core(_ token: Int, _ sentence: Range<Int>) -> TimeDraft? {
        let limit = sentence.upperBound
        if let found = clock(token, sentence) { return found }
        if let found = date(token, sentence) { return found }
        if let found = duration(token, limit) { return found }
        if let found = set(token, limit) { return found }
        return year(token, sentence)
    }

    /// "early next year", "late November", "mid-1996", "the end of the week".
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
        guard next < limit, let inner = date(next, sentence) ?? bareYear(next), inner.type == .date,
            !inner.value.hasSuffix("_REF")
        else { return nil }
        var draft = withPartOfDay(inner, limit)
        draft.tokens = token..<draft.tokens.upperBound
        draft.modifier = stage.entry.value
        return draft
    }

    /// "Friday night", "Tuesday morning": the part of the day makes a date a time.
    private func withPartOfDay(_ draft: TimeDraft, _ limit: Int) -> TimeDraft {
        let next = draft.tokens.upperBound
        guard draft.type == .date, draft.value.utf8.count >= 8 || draft.value.hasPrefix("XXXX-W"),
            !draft.value.contains("_"), next < limit
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
