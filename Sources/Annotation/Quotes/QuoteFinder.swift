import Language
import Records

/// Finds quotations by their cues, sentence by sentence, then gives homes to the stretches in quotation marks that have
/// no cue of their own. One pass over the tokens and one over the stretches.
struct QuoteFinder {
    /// A cue in its sentence, with its subject.
    struct Occurrence {
        var tokens: Range<Int>
        var entry: CueTable.Entry
        var subject: Range<Int>?
        var sentence: Range<Int>
    }

    static let that = WordHash.of("that")
    static let and = WordHash.of("and")
    static let but = WordHash.of("but")
    static let to = WordHash.of("to")
    static let who = WordHash.of("who")
    /// How far "that" or a mark may stand from its cue ("said in an interview with the paper on Monday that").
    static let reach = 12
    private static let determiners = Set(
        [
            "the", "a", "an", "this", "his", "her", "their", "its", "our", "any", "no", "my", "your", "new", "latest",
            "to",
        ]
        .map(WordHash.of))
    private static let passives = Set(["was", "were", "is", "are", "been", "be", "being"].map(WordHash.of))

    let reading: Reading
    let cast: Cast
    let phrases: NounPhrase
    let stretches: [QuotedStretch]
    /// The stretch each token stands in, marks included, or -1.
    let stretchOfToken: [Int32]
    var claimed: [Bool]
    var drafts: [QuoteDraft] = []
    /// The draft of each claimed stretch.
    var draftOfStretch: [Int?]

    var text: TokenizedText { reading.text }

    init(_ reading: Reading, _ cast: Cast) {
        self.reading = reading
        self.cast = cast
        phrases = NounPhrase(text: reading.text, cast: cast)
        stretches = QuotationMarks.stretches(in: reading.text)
        var stretchOfToken = [Int32](repeating: -1, count: reading.text.count)
        for (index, stretch) in stretches.enumerated() {
            for token in stretch.tokens { stretchOfToken[token] = Int32(clamping: index) }
        }
        self.stretchOfToken = stretchOfToken
        claimed = [Bool](repeating: false, count: stretches.count)
        draftOfStretch = [Int?](repeating: nil, count: stretches.count)
    }

    /// The quotations of a text, in order.
    static func drafts(in reading: Reading, _ cast: Cast) -> [QuoteDraft] {
        guard reading.isEnglish else { return [] }
        var finder = QuoteFinder(reading, cast)
        for sentence in reading.text.sentences { finder.read(sentence) }
        finder.settleLooseStretches()
        return finder.drafts.sorted { ($0.contents.first?.lowerBound ?? 0) < ($1.contents.first?.lowerBound ?? 0) }
    }

    private mutating func read(_ sentence: Range<Int>) {
        let firstDraft = drafts.count
        var token = sentence.lowerBound
        while token < sentence.upperBound {
            if let stretch = stretch(at: token) {
                token = max(token + 1, stretches[stretch].tokens.upperBound)
                continue
            }
            guard let cue = CueTable.shared.match(in: text, at: token, limit: sentence.upperBound),
                isCue(token, cue.entry, sentence)
            else {
                token += 1
                continue
            }
            let end = token + cue.length
            handle(Occurrence(tokens: token..<end, entry: cue.entry, sentence: sentence), since: firstDraft)
            token = end
        }
    }

    /// Whether the word is used as a verb of speech here, as far as its neighbours tell.
    private func isCue(_ token: Int, _ entry: CueTable.Entry, _ sentence: Range<Int>) -> Bool {
        guard cast.mention(at: token) == nil else { return false }
        if entry.strength == .source { return true }
        guard token > sentence.lowerBound else { return true }
        let before = text.hashes[token - 1]
        if Self.determiners.contains(before) || Self.passives.contains(before) && !entry.isParticiple { return false }
        return text.kinds[token - 1] != .hyphen && text.kinds[token - 1] != .possessive
    }

    func stretch(at token: Int) -> Int? {
        guard stretchOfToken.indices.contains(token), stretchOfToken[token] >= 0 else { return nil }
        return Int(stretchOfToken[token])
    }

    /// The stretch that a token closes.
    func stretchEnding(at token: Int) -> Int? {
        guard let index = stretch(at: token), stretches[index].tokens.upperBound == token + 1 else { return nil }
        return index
    }

    /// The stretch that a token opens.
    func stretchOpening(at token: Int) -> Int? {
        guard let index = stretch(at: token), stretches[index].tokens.lowerBound == token else { return nil }
        return index
    }

    private mutating func handle(_ found: Occurrence, since firstDraft: Int) {
        var cue = found
        if cue.entry.strength == .source { return handleSource(cue) }
        guard makesRoom(for: &cue, since: firstDraft) else { return }
        if takeLeft(cue) { return }
        takeRight(cue, since: firstDraft)
    }

    /// Finds the cue's subject. A cue inside what another cue reports is nested and none of ours, unless a new clause
    /// begins before it; then the earlier content ends there.
    private mutating func makesRoom(for cue: inout Occurrence, since firstDraft: Int) -> Bool {
        let before = drafts.count > firstDraft ? drafts.last?.cue : nil
        let floor = max(cue.sentence.lowerBound, before?.upperBound ?? 0)
        cue.subject = subject(of: cue, floor: floor)
        guard let last = drafts.indices.last, last >= firstDraft, let content = drafts[last].contents.last,
            content.contains(cue.tokens.lowerBound)
        else { return true }
        let front = cue.subject?.lowerBound ?? cue.tokens.lowerBound
        var boundary = front - 1
        var isBreak = false
        while boundary > content.lowerBound, [Self.and, Self.but].contains(text.hashes[boundary]) {
            boundary -= 1
            isBreak = true
        }
        if text.kinds[boundary] == .comma || text.kinds[boundary] == .colon { isBreak = true }
        let end = text.kinds[boundary] == .word ? boundary + 1 : boundary
        guard isBreak, end > content.lowerBound + 1 else { return false }
        drafts[last].contents[drafts[last].contents.count - 1] = content.lowerBound..<end
        return true
    }

    /// The noun phrase before the cue, or what "who" stands for.
    private func subject(of cue: Occurrence, floor: Int) -> Range<Int>? {
        let before = cue.tokens.lowerBound - 1
        if cue.entry.isParticiple, before >= floor, text.kinds[before] != .word { return nil }
        if let phrase = phrases.ending(before: cue.tokens.lowerBound, floor: floor) {
            if phrase.count == 1, text.hashes[phrase.lowerBound] == Self.who {
                return phrases.ending(before: phrase.lowerBound, floor: floor)
                    ?? (phrase.lowerBound - 1 > floor
                        ? phrases.ending(before: phrase.lowerBound - 1, floor: floor) : nil)
            }
            return phrase
        }
        return nil
    }

    /// The speaker of a participle or of a second verb: that of the sentence's cue before, else its first subject.
    func sharedSubject(_ cue: Occurrence, since firstDraft: Int) -> Range<Int>? {
        if let speaker = drafts[firstDraft...].last?.speaker { return speaker }
        let sentence = cue.sentence
        if let phrase = phrases.beginning(at: sentence.lowerBound, limit: cue.tokens.lowerBound),
            phrases.isPronoun(phrase)
        {
            return phrase
        }
        for mention in cast.mentions(in: sentence.lowerBound..<cue.tokens.lowerBound) {
            let type = cast.members[cast.memberOfMention[mention]].type
            if type == .person || type == .organization { return cast.mentions[mention].tokens }
        }
        return nil
    }

    mutating func claim(_ tokens: Range<Int>, for draft: Int) {
        var token = tokens.lowerBound
        while token < tokens.upperBound {
            if let index = stretch(at: token) {
                claimed[index] = true
                draftOfStretch[index] = draft
                token = max(token + 1, stretches[index].tokens.upperBound)
            } else {
                token += 1
            }
        }
    }
}
