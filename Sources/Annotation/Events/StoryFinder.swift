import Language
import Records

/// The main event's answers: who, what, when, where. Nothing is answered that the first sentences do not say.
struct StoryFinder {
    /// An answer stands among the first sentences of prose.
    private static let leadSentences = 3
    /// An answer to "what" is at most this long, in tokens.
    private static let longest = 14
    /// What a report tells of happened within a week of it.
    private static let nearDays = 7
    /// A name of the headline is looked for among so many sentences.
    private static let headlineReach = 6
    /// Words that open a clause of their own and end the answer to "what".
    private static let clauses = Set(
        ["who", "which", "after", "because", "when", "while", "as", "that", "where", "since", "although", "but"]
            .map(WordHash.of))

    let reading: Reading
    let cast: Cast
    let times: [TimeDraft]
    let main: EventFinder.Draft?
    /// The hashes of the headline's words.
    let headline: Set<UInt64>

    private var text: TokenizedText { reading.text }

    /// The story, or nil when nothing can be answered.
    func story() -> Story? {
        guard reading.isEnglish else { return nil }
        let lead = text.sentences.indices.filter { reading.isProse(paragraph: Int(text.paragraphOfSentence[$0])) }
            .prefix(Self.leadSentences)
        guard let first = main?.sentence ?? lead.first else { return nil }
        var story = Story()
        let who = named(lead) ?? who(text.sentences[first])
        story.who = who.map { answer($0, entity: cast.memberOfMention[$0]) }
        let sentence = who.map { text.sentence(of: cast.mentions[$0].tokens.lowerBound) } ?? text.sentences[first]
        story.what = what(sentence, after: who)
        story.when = when(lead, first)
        story.where = place(lead, first)
        let isEmpty = story.who == nil && story.what == nil && story.when == nil && story.where == nil
        return isEmpty ? nil : story
    }

    private func answer(_ mention: Int, entity: Int) -> Story.Answer {
        let tokens = cast.mentions[mention].tokens
        return Story.Answer(
            range: reading.range(tokens: tokens), text: text.string(tokens: tokens), entity: Cast.id(entity))
    }

    /// The first person or organisation that the headline names, too.
    private func named(_ lead: ArraySlice<Int>) -> Int? {
        guard !headline.isEmpty, let first = lead.first else { return nil }
        let last = min(text.sentences.count - 1, first + Self.headlineReach)
        for mention in cast.mentions(in: text.sentences[first].lowerBound..<text.sentences[last].upperBound) {
            let type = cast.members[cast.memberOfMention[mention]].type
            guard type == .person || type == .organization else { continue }
            if headline.contains(text.hashes[cast.mentions[mention].tokens.upperBound - 1]) { return mention }
        }
        return nil
    }

    /// The first person, organisation or people of the sentence, or the main event's actor in it.
    private func who(_ sentence: Range<Int>) -> Int? {
        let mentions = cast.mentions(in: sentence)
        if let actor = main?.actors.first, let found = mentions.first(where: { cast.memberOfMention[$0] == actor }) {
            return found
        }
        return mentions.first { mention in
            switch cast.members[cast.memberOfMention[mention]].type {
            case .person, .organization, .group: true
            default: false
            }
        }
    }

    /// From what follows the actor, past an apposition, to the end of the clause.
    private func what(_ sentence: Range<Int>, after who: Int?) -> Story.Answer? {
        var start = who.map { cast.mentions[$0].tokens.upperBound } ?? sentence.lowerBound
        if start < sentence.upperBound, text.kinds[start] == .comma {
            var close = start + 1
            while close < sentence.upperBound, text.kinds[close] != .comma { close += 1 }
            if close < sentence.upperBound { start = close + 1 }
        }
        var end = start
        while end < sentence.upperBound, end - start < Self.longest {
            if end > start + 1, Self.clauses.contains(text.hashes[end]) { break }
            if text.kinds[end] == .terminator || end > start + 4 && text.kinds[end] == .comma { break }
            end += 1
        }
        guard end > start + 1 else { return nil }
        return Story.Answer(range: reading.range(tokens: start..<end), text: text.string(tokens: start..<end))
    }

    /// The main event's time, else the first date near the day of publication, else the lead's first date.
    private func when(_ lead: ArraySlice<Int>, _ first: Int) -> Story.Answer? {
        func answer(_ index: Int) -> Story.Answer {
            let tokens = times[index].tokens
            return Story.Answer(range: reading.range(tokens: tokens), text: text.string(tokens: tokens), time: index)
        }
        if let time = main?.time { return answer(time) }
        var fallback: Int?
        for (index, time) in times.enumerated() where time.type == .date || time.type == .time {
            guard !time.value.hasSuffix("_REF") else { continue }
            if let published = reading.published, let day = CalendarDay(iso: time.value),
                abs(day.number - published.number) <= Self.nearDays
            {
                return answer(index)
            }
            let sentence = Int(text.sentenceOfToken[time.tokens.lowerBound])
            if fallback == nil, sentence <= (lead.last ?? first) { fallback = index }
        }
        return fallback.map(answer)
    }

    private func place(_ lead: ArraySlice<Int>, _ first: Int) -> Story.Answer? {
        for sentence in [first] + lead {
            for mention in cast.mentions(in: text.sentences[sentence]) {
                let member = cast.memberOfMention[mention]
                guard cast.members[member].type == .place, main?.place == nil || main?.place == member else { continue }
                return answer(mention, entity: member)
            }
        }
        return nil
    }
}
