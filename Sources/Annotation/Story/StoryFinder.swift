import Language
import Records

/// The main event's answers: who, what, when, where, why, how. An answer is always a passage, of the text or of the
/// headline, and nothing is answered that neither says.
struct StoryFinder {
    /// An answer stands among the first sentences of prose.
    private static let leadSentences = 3
    /// Who acts stands among these of them; later names are of others.
    private static let whoSentences = 2
    /// An answer to "what" out of the text is at most this long, in tokens.
    private static let longest = 14
    /// The fullest form of a name of the headline is looked for among so many sentences.
    private static let headlineReach = 8

    let reading: Reading
    let cast: Cast
    let entities: [Entity]
    let times: [TimeDraft]
    let main: EventFinder.Draft?
    /// The sentences that tell of another event than the main one.
    private let others: Set<Int>
    let head: HeadText
    let standfirst: Set<UInt64>
    private let clause: HeadlineClause?

    init(
        _ article: Article, _ reading: Reading, _ cast: Cast, _ head: HeadText, entities: [Entity],
        times: [TimeDraft], events: [EventFinder.Draft]
    ) {
        let main = events.first { $0.status == .main }
        self.reading = reading
        self.cast = cast
        self.entities = entities
        self.times = times
        self.main = main
        others = Set(events.filter { $0.entry.category != main?.entry.category }.map(\.sentence))
        self.head = head
        standfirst = Set(TokenizedText(article.standfirst ?? "").hashes)
        clause = HeadlineClause(head)
    }

    private var text: TokenizedText { reading.text }

    /// The story, or nil when nothing can be answered. Linear in the text.
    func story() -> Story? {
        guard reading.isEnglish else { return nil }
        let lead = text.sentences.indices.filter { reading.isProse(paragraph: Int(text.paragraphOfSentence[$0])) }
            .prefix(Self.leadSentences)
        guard let first = main?.sentence ?? lead.first else { return nil }
        var story = Story()
        let early = main == nil ? [] : Array(lead.prefix(Self.whoSentences))
        let who = named() ?? who(text.sentences[first]) ?? early.lazy.compactMap { self.who(text.sentences[$0]) }.first
        story.who = who.map { answer(cast.mentions[$0].tokens, entity: cast.memberOfMention[$0]) }
        story.what = clause.map { headline($0.news) } ?? what(text.sentences[first], after: who)
        story.when = when()
        story.where = place()
        addReasons(to: &story)
        let answers = [story.who, story.what, story.when, story.where, story.why, story.how]
        return answers.allSatisfy { $0 == nil } ? nil : story
    }

    private func answer(_ tokens: Range<Int>, entity: Int? = nil, time: Int? = nil) -> Story.Answer {
        Story.Answer(
            range: reading.range(tokens: tokens), text: text.string(tokens: tokens), entity: entity.map(Cast.id),
            time: time)
    }

    private func headline(_ tokens: Range<Int>) -> Story.Answer {
        Story.Answer(of: .headline, range: head.range(tokens: tokens), text: head.text.string(tokens: tokens))
    }

    /// Who acts in the headline, else the person or organisation it names first; by the fullest early form of the name.
    private func named() -> Int? {
        let actors = head.names.filter {
            cast.members[$0.member].type == .person || cast.members[$0.member].type == .organization
        }
        let subject = clause?.subject.flatMap { subject in isActor(subject.member) ? subject : nil }
        let inClause = clause.flatMap { clause in actors.first { clause.tokens.contains($0.tokens.lowerBound) } }
        guard let name = subject ?? inClause ?? actors.first else { return nil }
        let mentions = cast.members[name.member].mentions
        let early = mentions.prefix { text.sentenceOfToken[cast.mentions[$0].tokens.lowerBound] < Self.headlineReach }
        let among = early.isEmpty ? mentions.prefix(1) : early
        return among.max { a, b in
            let (long, other) = (cast.mentions[b].tokens.count, cast.mentions[a].tokens.count)
            return long != other ? long > other : b < a
        }
    }

    private func isActor(_ member: Int) -> Bool {
        switch cast.members[member].type {
        case .person, .organization, .group: true
        case .place: entities[member].placeKind == "country"
        default: false
        }
    }

    /// The main event's actor, or the first person or organisation of the sentence; an agency in the dateline only tells.
    private func who(_ sentence: Range<Int>) -> Int? {
        let mentions = cast.mentions(in: sentence)
        if let actor = main?.actors.first, let found = mentions.first(where: { cast.memberOfMention[$0] == actor }) {
            return found
        }
        return mentions.first { mention in
            let type = cast.members[cast.memberOfMention[mention]].type
            return (type == .person || type == .organization) && !cast.isDateline(mention)
        }
    }

    /// From what follows the actor, past an apposition, to the end of the clause.
    private func what(_ sentence: Range<Int>, after who: Int?) -> Story.Answer? {
        let actor = who.map { cast.mentions[$0].tokens }.flatMap { sentence.contains($0.lowerBound) ? $0 : nil }
        var start = actor?.upperBound ?? sentence.lowerBound
        if start < sentence.upperBound, text.kinds[start] == .comma {
            var close = start + 1
            while close < sentence.upperBound, text.kinds[close] != .comma { close += 1 }
            if close < sentence.upperBound { start = close + 1 }
        }
        var end = start
        while end < sentence.upperBound, end - start < Self.longest {
            if end > start + 1, StoryWords.clauses.contains(text.hashes[end]) { break }
            if text.kinds[end] == .terminator || end > start + 4 && text.kinds[end] == .comma { break }
            end += 1
        }
        return end > start + 1 ? answer(start..<end) : nil
    }

    private func when() -> Story.Answer? {
        StoryTime(reading: reading, times: times, main: main?.time).time().map { answer(times[$0].tokens, time: $0) }
    }

    private func place() -> Story.Answer? {
        let places = StoryPlace(
            cast: cast, entities: entities, head: head, standfirst: standfirst,
            main: Set((main?.targets ?? []) + (main?.place.map { [$0] } ?? [])), others: others)
        if !places.isToldByHeadline, let named = HeadlinePlace(head).tokens() { return headline(named) }
        return places.mention().map { answer(places.passage(of: $0), entity: cast.memberOfMention[$0]) }
    }

    /// Why and how: as the headline's circumstances tell, else the lead.
    private func addReasons(to story: inout Story) {
        if let tail = clause?.tail, let found = ReasonFinder.answer(in: tail, of: head) {
            switch found.question {
            case .why: story.why = headline(found.tokens)
            case .how: story.how = headline(found.tokens)
            }
        }
        let reasons = ReasonFinder(reading: reading)
        story.why = story.why ?? reasons.answer(to: .why).map { answer($0) }
        story.how = story.how ?? reasons.answer(to: .how).map { answer($0) }
    }
}
