import Language
import Records

/// The main event's answers: who, what, when, where. Nothing is answered that the first sentences do not say.
struct StoryFinder {
    /// An answer stands among the first sentences of prose.
    private static let leadSentences = 3
    /// An answer to "what" is at most this long, in tokens.
    private static let longest = 30

    let reading: Reading
    let cast: Cast
    let times: [TimeDraft]
    let main: EventFinder.Draft?

    private var text: TokenizedText { reading.text }

    /// The story, or nil when nothing can be answered.
    func story() -> Story? {
        guard reading.isEnglish else { return nil }
        let lead = text.sentences.indices.filter { reading.isProse(paragraph: Int(text.paragraphOfSentence[$0])) }
            .prefix(Self.leadSentences)
        guard let first = main?.sentence ?? lead.first else { return nil }
        var story = Story()
        let who = who(text.sentences[first])
        story.who = who.map { answer($0, entity: cast.memberOfMention[$0]) }
        story.what = what(text.sentences[first], after: who)
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
            if text.kinds[end] == .terminator || end > start + 4 && text.kinds[end] == .comma { break }
            end += 1
        }
        guard end > start + 1 else { return nil }
        return Story.Answer(range: reading.range(tokens: start..<end), text: text.string(tokens: start..<end))
    }

    private func when(_ lead: ArraySlice<Int>, _ first: Int) -> Story.Answer? {
        func answer(_ index: Int) -> Story.Answer {
            let tokens = times[index].tokens
            return Story.Answer(range: reading.range(tokens: tokens), text: text.string(tokens: tokens), time: index)
        }
        if let time = main?.time { return answer(time) }
        for (index, time) in times.enumerated() where time.type == .date || time.type == .time {
            let sentence = Int(text.sentenceOfToken[time.tokens.lowerBound])
            if sentence > (lead.last ?? first) { break }
            if !time.value.hasSuffix("_REF") { return answer(index) }
        }
        return nil
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
