import Language
import Records

/// Finds events by their triggers, with those who act and are acted upon, where and when, as far as the sentence says.
/// Linear in the text.
struct EventFinder {
    /// An event in tokens.
    struct Draft: Sendable {
        var trigger: Range<Int>
        var sentence: Int
        var entry: EventTriggers.Entry
        /// Members of the cast.
        var actors: [Int] = []
        var targets: [Int] = []
        var place: Int?
        /// Indexes into the times and counts.
        var time: Int?
        var counts: [Int] = []
        var status = Event.Status.background
        /// Set by judgement, not yet calibrated.
        var confidence = 0.4
    }

    /// Nouns that a trigger only qualifies: a "victory plan" is no victory.
    private static let compoundHeads = Tables.lexicon("event-compounds")

    /// Loads the tables.
    static func warmUp() {
        _ = compoundHeads
        EventWords.warmUp()
    }

    /// The value of a time that lies ahead of a day nobody told ("next week").
    static let ahead = "FUTURE_REF"
    /// The main event is looked for among the first sentences: news tells it first. Set by judgement.
    private static let leadSentences = 5

    let reading: Reading
    let cast: Cast
    let times: [TimeDraft]
    let counts: [CountFinder.Draft]
    let head: HeadText
    let grammar: Grammar
    /// The times and counts of each sentence.
    let timesOfSentence: [Int: [Int]]
    let countsOfSentence: [Int: [Int]]

    var text: TokenizedText { reading.text }

    init(
        _ reading: Reading, _ cast: Cast, times: [TimeDraft], counts: [CountFinder.Draft], head: HeadText
    ) {
        self.reading = reading
        self.cast = cast
        self.times = times
        self.counts = counts
        self.head = head
        grammar = Grammar(reading)
        var timesOfSentence: [Int: [Int]] = [:]
        for (index, time) in times.enumerated() where time.type == .date || time.type == .time {
            guard !time.value.hasSuffix("_REF") || time.value == Self.ahead else { continue }
            timesOfSentence[Int(reading.text.sentenceOfToken[time.tokens.lowerBound]), default: []].append(index)
        }
        var countsOfSentence: [Int: [Int]] = [:]
        for (index, count) in counts.enumerated() {
            countsOfSentence[Int(reading.text.sentenceOfToken[count.tokens.lowerBound]), default: []].append(index)
        }
        self.timesOfSentence = timesOfSentence
        self.countsOfSentence = countsOfSentence
    }

    /// The events of a text, in order; one of them is the main one.
    func drafts() -> [Draft] {
        guard reading.isEnglish else { return [] }
        var drafts: [Draft] = []
        for index in text.sentences.indices where reading.isProse(paragraph: Int(text.paragraphOfSentence[index])) {
            read(index, into: &drafts)
        }
        chooseMain(among: &drafts)
        return drafts
    }

    private func chooseMain(among drafts: inout [Draft]) {
        let told = headlineCategories()
        let main = drafts.indices
            .filter { drafts[$0].sentence < Self.leadSentences && drafts[$0].status != .hypothetical }
            .max { weight(drafts[$0], told) < weight(drafts[$1], told) }
        guard let main, drafts[main].status == .background || told.contains(drafts[main].entry.category) else { return }
        drafts[main].status = .main
        drafts[main].confidence = told.contains(drafts[main].entry.category) ? 0.8 : 0.6
    }

    /// The kinds of event that the headline names.
    private func headlineCategories() -> Set<String> {
        var found: Set<String> = []
        var token = 0
        while token < head.text.count {
            guard let match = EventTriggers.match(in: head.text, at: token, limit: head.text.count) else {
                token += 1
                continue
            }
            if !match.entry.isNone { found.insert(match.entry.category) }
            token += match.length
        }
        return found
    }

    /// What the headline tells is the main event; else the more of who, when and where a sentence gives, and the earlier
    /// it stands. Of equals the first.
    private func weight(_ draft: Draft, _ told: Set<String>) -> Double {
        var weight = draft.actors.isEmpty ? 0.0 : 1.0
        if !draft.targets.isEmpty { weight += 0.25 }
        if draft.time != nil { weight += 0.5 }
        if draft.place != nil { weight += 0.5 }
        if told.contains(draft.entry.category) { weight += 2 }
        if draft.status == .future { weight -= 1.5 }
        if draft.entry.form == .verb { weight += 0.25 }
        return weight - Double(draft.sentence) * 0.75 - Double(draft.trigger.lowerBound) * 1e-6
    }

    private func read(_ index: Int, into drafts: inout [Draft]) {
        let sentence = text.sentences[index]
        let first = drafts.count
        var seen: Set<String> = []
        var token = sentence.lowerBound
        while token < sentence.upperBound {
            guard let found = EventTriggers.match(in: text, at: token, limit: sentence.upperBound),
                cast.mention(at: token) == nil, !qualifies(found.entry, token + found.length, sentence)
            else {
                token += 1
                continue
            }
            let trigger = token..<(token + found.length)
            token += found.length
            guard !found.entry.isNone, !isNegated(trigger, sentence), !seen.contains(found.entry.category) else {
                continue
            }
            seen.insert(found.entry.category)
            drafts.append(draft(trigger, found.entry, index))
        }
        shareCounts(of: index, among: first..<drafts.count, in: &drafts)
        mergeTold(since: first, in: &drafts)
    }

    /// "The newly appointed Secretary-General", "victory plan": the word describes what follows and tells no event.
    private func qualifies(_ entry: EventTriggers.Entry, _ next: Int, _ sentence: Range<Int>) -> Bool {
        guard next < sentence.upperBound else { return false }
        return NameFinder.roles.longestMatch(in: text, at: next, limit: sentence.upperBound) != nil
            || entry.form != .verb
                && Self.compoundHeads.longestMatch(in: text, at: next, limit: sentence.upperBound) != nil
    }

    private func draft(_ trigger: Range<Int>, _ entry: EventTriggers.Entry, _ index: Int) -> Draft {
        let sentence = text.sentences[index]
        var draft = Draft(trigger: trigger, sentence: index, entry: entry)
        EventFrame(finder: self, trigger: trigger, sentence: sentence, form: entry.form).fill(&draft)
        draft.place = place(of: trigger, sentence)
        draft.time = nearest(timesOfSentence[index] ?? [], to: trigger) { times[$0].tokens }
        draft.status = status(trigger, sentence)
        if let time = draft.time, draft.status == .background, isAhead(times[time].value) { draft.status = .future }
        return draft
    }

    /// The record's event of a draft.
    func event(_ draft: Draft) -> Event {
        var event = Event(
            category: draft.entry.category, code: draft.entry.code, trigger: reading.range(tokens: draft.trigger),
            sentence: reading.range(tokens: text.sentences[draft.sentence]), status: draft.status,
            confidence: draft.confidence)
        event.actors = draft.actors.map(Cast.id)
        event.targets = draft.targets.map(Cast.id)
        event.place = draft.place.map(Cast.id)
        event.time = draft.time
        event.counts = draft.counts
        return event
    }
}
