import Language
import Records

/// Finds events by their triggers, with those who act, where and when, as far as the sentence says. Linear in the text.
struct EventFinder {
    /// An event in tokens.
    struct Draft: Sendable {
        var trigger: Range<Int>
        var sentence: Int
        var entry: EventTriggers.Entry
        var actors: [Int] = []
        var targets: [Int] = []
        var place: Int?
        var time: Int?
        var counts: [Int] = []
        var status = Event.Status.background
        /// Set by judgement, not yet calibrated.
        var confidence = 0.4
    }

    private static let futures = Set(
        ["will", "plans", "planned", "expected", "scheduled", "due", "upcoming"].map(WordHash.of))
    private static let doubts = Set(
        ["might", "could", "would", "may", "if", "whether", "threatened", "fears", "possible", "potential", "alleged"]
            .map(WordHash.of))
    private static let places = Set(["in", "at", "near", "to", "outside", "across", "from", "on"].map(WordHash.of))
    /// The main event is looked for among the first sentences: news tells it first. Set by judgement.
    private static let leadSentences = 4
    /// Words that tell time or doubt stand within this many tokens before the trigger.
    private static let reach = 6

    let reading: Reading
    let cast: Cast
    let times: [TimeDraft]
    /// The first time, and the counts, of each sentence.
    let timeOfSentence: [Int: Int]
    let countsOfSentence: [Int: [Int]]

    private var text: TokenizedText { reading.text }

    init(_ reading: Reading, _ cast: Cast, times: [TimeDraft], counts: [CountFinder.Draft]) {
        self.reading = reading
        self.cast = cast
        self.times = times
        var timeOfSentence: [Int: Int] = [:]
        for (index, time) in times.enumerated() where time.type == .date || time.type == .time {
            let sentence = Int(reading.text.sentenceOfToken[time.tokens.lowerBound])
            if timeOfSentence[sentence] == nil, !time.value.hasSuffix("_REF") { timeOfSentence[sentence] = index }
        }
        var countsOfSentence: [Int: [Int]] = [:]
        for (index, count) in counts.enumerated() {
            countsOfSentence[Int(reading.text.sentenceOfToken[count.tokens.lowerBound]), default: []].append(index)
        }
        self.timeOfSentence = timeOfSentence
        self.countsOfSentence = countsOfSentence
    }

    /// The events of a text, in order; one of them is the main one.
    func drafts() -> [Draft] {
        guard reading.isEnglish else { return [] }
        var drafts: [Draft] = []
        for index in text.sentences.indices where reading.isProse(paragraph: Int(text.paragraphOfSentence[index])) {
            read(index, into: &drafts)
        }
        let main = drafts.indices
            .filter { drafts[$0].sentence < Self.leadSentences && drafts[$0].status == .background }
            .max { weight(drafts[$0]) < weight(drafts[$1]) }
        if let main {
            drafts[main].status = .main
            drafts[main].confidence = 0.6
        }
        return drafts
    }

    /// The more of who, when and where a sentence gives, and the earlier it stands, the more it is the main event's.
    private func weight(_ draft: Draft) -> Double {
        var weight = draft.actors.isEmpty ? 0.0 : 1.0
        if draft.time != nil { weight += 0.5 }
        if draft.place != nil { weight += 0.5 }
        return weight - Double(draft.sentence) * 0.75
    }

    private func read(_ index: Int, into drafts: inout [Draft]) {
        let sentence = text.sentences[index]
        var seen: Set<String> = []
        var token = sentence.lowerBound
        while token < sentence.upperBound {
            guard let found = EventTriggers.match(in: text, at: token, limit: sentence.upperBound),
                cast.mention(at: token) == nil, !qualifiesTitle(token + found.length, sentence)
            else {
                token += 1
                continue
            }
            if seen.insert(found.entry.category).inserted {
                drafts.append(draft(token..<(token + found.length), found.entry, index))
            }
            token += found.length
        }
    }

    /// "the newly appointed Secretary-General": the word describes somebody and tells no event.
    private func qualifiesTitle(_ next: Int, _ sentence: Range<Int>) -> Bool {
        next < sentence.upperBound
            && NameFinder.roles.longestMatch(in: text, at: next, limit: sentence.upperBound) != nil
    }

    private func draft(_ trigger: Range<Int>, _ entry: EventTriggers.Entry, _ index: Int) -> Draft {
        let sentence = text.sentences[index]
        var draft = Draft(trigger: trigger, sentence: index, entry: entry)
        if let actor = lastActor(in: sentence.lowerBound..<trigger.lowerBound) { draft.actors = [actor] }
        for mention in cast.mentions(in: trigger.upperBound..<max(trigger.upperBound, sentence.upperBound)) {
            let member = cast.memberOfMention[mention]
            if draft.targets.isEmpty, isActor(member), !draft.actors.contains(member) { draft.targets = [member] }
        }
        for mention in cast.mentions(in: sentence) {
            let member = cast.memberOfMention[mention]
            guard draft.place == nil, cast.members[member].type == .place else { continue }
            let front = cast.mentions[mention].tokens.lowerBound
            var before = front - 1
            if before >= sentence.lowerBound, text.hashes[before] == NameFinder.the { before -= 1 }
            if before >= sentence.lowerBound, Self.places.contains(text.hashes[before]) { draft.place = member }
        }
        draft.time = timeOfSentence[index]
        draft.counts = countsOfSentence[index] ?? []
        draft.status = status(trigger, sentence)
        if let time = draft.time, let published = reading.published, draft.status == .background,
            let day = CalendarDay(iso: times[time].value), day > published
        {
            draft.status = .future
        }
        return draft
    }

    private func isActor(_ member: Int) -> Bool {
        switch cast.members[member].type {
        case .person, .organization, .group: true
        case .place: cast.members[member].entry.map { Gazetteer.shared.entries[$0].placeKind == "country" } ?? false
        default: false
        }
    }

    private func lastActor(in tokens: Range<Int>) -> Int? {
        var found: Int?
        for mention in cast.mentions(in: tokens) {
            let member = cast.memberOfMention[mention]
            if isActor(member), found == nil || cast.members[member].type == .person { found = member }
        }
        return found
    }

    private func status(_ trigger: Range<Int>, _ sentence: Range<Int>) -> Event.Status {
        for token in max(sentence.lowerBound, trigger.lowerBound - Self.reach)..<trigger.lowerBound {
            if Self.doubts.contains(text.hashes[token]) { return .hypothetical }
            if Self.futures.contains(text.hashes[token]) { return .future }
        }
        return .background
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
