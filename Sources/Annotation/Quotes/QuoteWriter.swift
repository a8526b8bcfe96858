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
        [
            "campaign", "office", "poll", "report", "spokesman", "spokespeople", "spokesperson", "spokeswoman",
            "statement",
            "study", "survey", "team",
        ].map(WordHash.of))
    private static let of = WordHash.of("of")

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
        let kind = kind(draft)
        var quote = Quote(
            kind: kind, content: ranges, text: text, confidence: QuoteConfidence.value(of: kind, rank: draft.rank))
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

    /// The entity a speaker's phrase names: a person of its head, else the organisation or place that is its head; a pronoun's is
    /// the person who alone can be meant, else the latest speaker.
    private func member(of tokens: Range<Int>, latest: [Int]) -> Int? {
        if let named = named(in: tokens) { return named }
        guard cast.mentions(in: tokens).isEmpty else { return nil }
        guard tokens.count == 1, let gender = Pronouns.gender(reading.text.hashes[tokens.lowerBound]) else {
            return nil
        }
        let recent = latest.suffix(Self.remembered).reversed()
        return recent.first { cast.members[$0].gender == gender } ?? recent.first { cast.members[$0].gender == nil }
    }

    /// The first person before a preposition; else who is the head ("Russia's Defense Ministry"), whom its noun or pronoun
    /// means, or whom it speaks for.
    private func named(in tokens: Range<Int>) -> Int? {
        let head = head(of: tokens)
        let mentions = cast.mentions(in: head)
        if let named = appositive(behind: tokens) { return named }
        if let person = mentions.first(where: { type(of: $0) == .person && !isPossessor($0) }) {
            return cast.memberOfMention[person]
        }
        if let last = mentions.last { return isHead(last, in: head) ? cast.memberOfMention[last] : nil }
        return cast.memberOfReference[head.upperBound - 1] ?? spokenFor(by: head, in: tokens)
    }

    /// "Ana Roth's neighbour".
    private func isPossessor(_ mention: Int) -> Bool {
        let end = cast.mentions[mention].tokens.upperBound
        return end < reading.text.count && reading.text.kinds[end] == .possessive
    }

    /// "The town's mayor, Ana Roth, said": the person between commas.
    private func appositive(behind tokens: Range<Int>) -> Int? {
        let comma = tokens.upperBound
        guard comma + 1 < reading.text.count, reading.text.kinds[comma] == .comma,
            let mention = cast.mention(at: comma + 1), type(of: mention) == .person,
            cast.mentions[mention].tokens.lowerBound == comma + 1, !endsInPerson(tokens)
        else { return nil }
        let end = cast.mentions[mention].tokens.upperBound
        guard end < reading.text.count, reading.text.kinds[end] == .comma else { return nil }
        return cast.memberOfMention[mention]
    }

    private func endsInPerson(_ tokens: Range<Int>) -> Bool {
        cast.mention(at: tokens.upperBound - 1).map { type(of: $0) == .person } ?? false
    }

    /// The phrase up to its first preposition outside names.
    private func head(of tokens: Range<Int>) -> Range<Int> {
        let end = tokens.dropFirst().first {
            cast.mention(at: $0) == nil && SpeechWords.adverbialOpeners.contains(reading.text.hashes[$0])
        }
        return tokens.lowerBound..<(end ?? tokens.upperBound)
    }

    private func type(of mention: Int) -> Entity.Kind { cast.members[cast.memberOfMention[mention]].type }

    /// Whether a place, a people or an organisation is the head of a phrase, and qualifies nothing: "a Russian official" is not
    /// Russia; but who speaks for an organisation is the organisation.
    private func isHead(_ mention: Int, in head: Range<Int>) -> Bool {
        let end = cast.mentions[mention].tokens.upperBound
        if end == head.upperBound { return true }
        return type(of: mention) == .organization && end == head.upperBound - 1
            && Self.voices.contains(reading.text.hashes[end])
    }

    /// "A spokesman for Siemens", "the press office of the bank", "the government of Ukraine"; but no "head of the agency", who
    /// is somebody, and no "officials in Kyiv".
    private func spokenFor(by head: Range<Int>, in tokens: Range<Int>) -> Int? {
        let noun = reading.text.hashes[head.upperBound - 1]
        guard let mention = cast.mentions(in: head.upperBound..<tokens.upperBound).first else { return nil }
        switch type(of: mention) {
        case .organization:
            return Self.voices.contains(noun) || !SpeakingNouns.isPerson(noun) ? cast.memberOfMention[mention] : nil
        case .place:
            let isTie = reading.text.hashes[head.upperBound] == Self.of
            return isTie && SpeakingNouns.isOrganization(noun) ? cast.memberOfMention[mention] : nil
        default: return nil
        }
    }
}
