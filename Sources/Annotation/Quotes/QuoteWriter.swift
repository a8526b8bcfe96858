import Language
import Records

/// Writes quotations out: kinds, ranges, and the entity of each speaker.
struct QuoteWriter {
    let reading: Reading
    let cast: Cast
    private let stretchMarks: [Bool]
    /// How many earlier speakers a pronoun may stand for; set by judgement.
    private static let remembered = 4
    /// Who and what speaks for an organisation named before it: "a Siemens spokeswoman".
    private static let voices = WordSet(
        ["spokesman", "spokeswoman", "spokesperson", "spokespeople", "statement", "report", "poll", "survey", "study"]
            .map(WordHash.of))

    init(_ reading: Reading, _ cast: Cast) {
        self.reading = reading
        self.cast = cast
        var marks = [Bool](repeating: false, count: reading.text.count)
        for stretch in QuotationMarks.stretches(in: reading.text) {
            for token in stretch.tokens { marks[token] = true }
        }
        stretchMarks = marks
    }

    /// The record's quotations, in text order.
    static func quotes(in reading: Reading, _ cast: Cast) -> [Quote] {
        let writer = QuoteWriter(reading, cast)
        var latest: [Int] = []
        return QuoteFinder.drafts(in: reading, cast).map { writer.quote($0, latest: &latest) }
    }

    private func quote(_ draft: QuoteDraft, latest: inout [Int]) -> Quote {
        let ranges = draft.contents.map { reading.range(tokens: $0) }
        let text = draft.contents.map { reading.text.string(tokens: $0) }.joined(separator: " ")
        var quote = Quote(kind: kind(draft), content: ranges, text: text, confidence: draft.confidence)
        if let cue = draft.cue {
            quote.cue = Cue(
                text: reading.text.string(tokens: cue), range: reading.range(tokens: cue), lemma: draft.lemma ?? "say")
        }
        if let tokens = draft.speaker {
            let member = member(of: draft.antecedent ?? tokens, latest: latest)
            if let member, cast.members[member].type == .person { latest.append(member) }
            quote.speaker = Speaker(
                entity: member.map(Cast.id), text: reading.text.string(tokens: tokens),
                range: reading.range(tokens: tokens))
        }
        return quote
    }

    private func kind(_ draft: QuoteDraft) -> Quote.Kind {
        var quoted = 0
        var plain = 0
        for content in draft.contents {
            for token in content where reading.text.kinds[token] == .word {
                if stretchMarks[token] { quoted += 1 } else { plain += 1 }
            }
        }
        if quoted == 0 { return .indirect }
        return plain == 0 ? .direct : .mixed
    }

    /// The entity a speaker's phrase names: the last person of its head, else its last name; a pronoun's is the person
    /// who alone can be meant, else the latest speaker.
    private func member(of tokens: Range<Int>, latest: [Int]) -> Int? {
        var found: Int?
        for index in cast.mentions(in: tokens) {
            let member = cast.memberOfMention[index]
            let isPerson = cast.members[member].type == .person
            if found == nil || isPerson { found = member }
            if isPerson { break }
        }
        if let found { return cast.mentions(in: tokens).isEmpty ? nil : isHead(found, in: tokens) ? found : nil }
        if let linked = cast.memberOfReference[tokens.upperBound - 1] { return linked }
        guard tokens.count == 1, let gender = Pronouns.gender(reading.text.hashes[tokens.lowerBound]) else {
            return nil
        }
        let recent = latest.suffix(Self.remembered).reversed()
        return recent.first { cast.members[$0].gender == gender } ?? recent.first { cast.members[$0].gender == nil }
    }

    /// A place or people in a speaker's phrase only qualifies it ("a Russian official"), unless it is the whole phrase.
    private func isHead(_ member: Int, in tokens: Range<Int>) -> Bool {
        switch cast.members[member].type {
        case .person: return true
        default:
            guard let last = cast.mentions(in: tokens).last else { return false }
            if cast.members[member].type == .organization,
                cast.mentions[last].tokens.upperBound == tokens.upperBound - 1,
                Self.voices.contains(reading.text.hashes[tokens.upperBound - 1])
            {
                return true
            }
            return cast.memberOfMention[last] == member && cast.mentions[last].tokens.upperBound == tokens.upperBound
        }
    }
}
