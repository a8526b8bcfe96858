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
        /// What a subject that is "who" stands for.
        var antecedent: Range<Int>?
        var sentence: Range<Int>
        /// Where what an earlier cue of the sentence reports ends, if this cue is to count.
        var earlierEnd: Int?
    }

    /// How far a mark or "that" may stand from its cue: "said in an interview with the paper on Monday that".
    static let reach = 24

    let reading: Reading
    let text: TokenizedText
    let cast: Cast
    let phrases: NounPhrase
    let stretches: [QuotedStretch]
    /// The stretch each token stands in, marks included, or -1.
    let stretchOfToken: [Int32]
    var drafts: [QuoteDraft] = []
    /// The draft of each stretch that has one.
    var draftOfStretch: [Int?]

    init(_ reading: Reading, _ cast: Cast) {
        self.reading = reading
        text = reading.text
        self.cast = cast
        phrases = NounPhrase(text: reading.text, cast: cast)
        stretches = QuotationMarks.stretches(in: reading.text)
        var stretchOfToken = [Int32](repeating: -1, count: reading.text.count)
        for (index, stretch) in stretches.enumerated() {
            for token in stretch.tokens { stretchOfToken[token] = Int32(clamping: index) }
        }
        self.stretchOfToken = stretchOfToken
        draftOfStretch = [Int?](repeating: nil, count: stretches.count)
    }

    /// The quotations of a text, in order.
    static func drafts(in reading: Reading, _ cast: Cast) -> [QuoteDraft] {
        guard reading.isEnglish else { return [] }
        var finder = QuoteFinder(reading, cast)
        for sentence in reading.text.sentences { finder.read(sentence) }
        finder.settleLooseStretches()
        finder.orderContents()
        return finder.drafts.sorted { ($0.contents.first?.lowerBound ?? 0) < ($1.contents.first?.lowerBound ?? 0) }
    }

    /// Puts the parts of each quotation in order and drops what overlaps.
    private mutating func orderContents() {
        for index in drafts.indices where drafts[index].contents.count > 1 {
            var ordered: [Range<Int>] = []
            for content in drafts[index].contents.sorted(by: { $0.lowerBound < $1.lowerBound })
            where content.lowerBound >= ordered.last?.upperBound ?? 0 {
                ordered.append(content)
            }
            drafts[index].contents = ordered
        }
    }

    private mutating func read(_ sentence: Range<Int>) {
        let firstDraft = drafts.count
        var token = sentence.lowerBound
        while token < sentence.upperBound {
            if let stretch = stretch(at: token) {
                token = max(token + 1, stretches[stretch].tokens.upperBound)
                continue
            }
            guard let cue = cue(at: token, sentence) else {
                token += 1
                continue
            }
            handle(cue, since: firstDraft)
            token = cue.tokens.upperBound
        }
    }

    /// The verb or noun of speech at a token, if its neighbours let it be one.
    private func cue(at token: Int, _ sentence: Range<Int>) -> Occurrence? {
        guard cast.mention(at: token) == nil else { return nil }
        if let match = CueTable.shared.match(in: text, at: token, limit: sentence.upperBound),
            isCue(token, match.entry, sentence)
        {
            return Occurrence(tokens: token..<(token + match.length), entry: match.entry, sentence: sentence)
        }
        guard let noun = CueTable.shared.noun(in: text, at: token), isOwned(token, sentence) != nil else { return nil }
        return Occurrence(tokens: token..<(token + 1), entry: noun, sentence: sentence)
    }

    /// Whether the word is used as a verb of speech here, as far as its neighbours tell.
    private func isCue(_ token: Int, _ entry: CueTable.Entry, _ sentence: Range<Int>) -> Bool {
        if entry.strength == .source { return true }
        guard token > sentence.lowerBound else { return !entry.isPlain && entry.strength != .state }
        let before = text.hashes[token - 1]
        if entry.strength == .state {
            return SpeechWords.be.contains(before)
                || token - 1 > sentence.lowerBound && SpeechWords.be.contains(text.hashes[token - 2])
        }
        if SpeechWords.beforeNouns.contains(before) { return false }
        if SpeechWords.adverbialOpeners.contains(before), before != SpeechWords.to, before != SpeechWords.as,
            !entry.isParticiple
        {
            return false
        }
        if entry.isPlain, before != SpeechWords.to,
            !isPlural(token - 1, sentence.lowerBound) || isQualifier(token, sentence)
        {
            return false
        }
        if before == SpeechWords.to, !opensThatOrQuotation(token + 1, sentence.upperBound) { return false }
        if !entry.isParticiple, isPassive(token, sentence.lowerBound) { return false }
        return text.kinds[token - 1] != .hyphen && (text.kinds[token - 1] != .possessive || entry.isParticiple)
    }

    /// "A pattern was revealed", "was also revealed": what stands before says nothing.
    private func isPassive(_ token: Int, _ floor: Int) -> Bool {
        var before = token - 1
        while before > floor, isAdverb(before) || SpeechWords.betweenVerbs.contains(text.hashes[before]) { before -= 1 }
        return SpeechWords.be.contains(text.hashes[before])
    }

    /// "…, state Del. Price": behind a comma and before a name or a title the word is no verb.
    private func isQualifier(_ token: Int, _ sentence: Range<Int>) -> Bool {
        token + 1 < sentence.upperBound && text.kinds[token - 1] == .comma && text.isCapitalised(token + 1)
    }

    /// Whether the plain form of a verb can stand after a token: after a plural, a helping verb, "I" or "you".
    private func isPlural(_ token: Int, _ floor: Int) -> Bool {
        var last = token
        while last > floor, last > token - 3, isAdverb(last) || SpeechWords.adverbs.contains(text.hashes[last]) {
            last -= 1
        }
        if SpeechWords.plainFormOpeners.contains(text.hashes[last]) { return true }
        guard text.kinds[last] == .word else { return text.kinds[last] == .comma || text.kinds[last] == .percent }
        if let mention = cast.mention(at: last) {
            let start = cast.mentions[mention].tokens.lowerBound
            if start > floor + 1, text.hashes[start - 1] == SpeechWords.and { return true }
            if cast.members[cast.memberOfMention[mention]].type == .person { return false }
        }
        let end = text.ends[last]
        return end - text.starts[last] > 2 && text.bytes[end - 1] | 0x20 == UInt8(ascii: "s")
    }

    /// Whether a token is an adverb by its ending.
    func isAdverb(_ token: Int) -> Bool {
        let end = text.ends[token]
        return end - text.starts[token] > 4 && text.bytes[end - 1] == UInt8(ascii: "y")
            && text.bytes[end - 2] == UInt8(ascii: "l") && !text.flags[token].contains(.capital)
    }

    private func opensThatOrQuotation(_ token: Int, _ limit: Int) -> Bool {
        guard token < limit else { return false }
        return text.hashes[token] == SpeechWords.that || stretchOpening(at: token) != nil
            || token + 1 < limit && stretchOpening(at: token + 1) != nil
    }

    /// Whose a noun is: the phrase that ends with a possessive, or the possessive pronoun, before it; one word may stand between.
    func isOwned(_ token: Int, _ sentence: Range<Int>) -> Range<Int>? {
        for owner in [token - 1, token - 2] where owner >= sentence.lowerBound {
            if text.kinds[owner] == .possessive, owner > sentence.lowerBound {
                if let mention = cast.mention(at: owner - 1) { return cast.mentions[mention].tokens }
                return phrases.ending(before: owner, floor: sentence.lowerBound, isShort: true)
            }
            if SpeechWords.owners.contains(text.hashes[owner]) { return owner..<(owner + 1) }
        }
        return nil
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

    /// Whether a token is a colon and no semicolon.
    func isColon(_ token: Int) -> Bool { text.kinds[token] == .colon && text.firstByte(token) == UInt8(ascii: ":") }

    private mutating func handle(_ found: Occurrence, since firstDraft: Int) {
        var cue = found
        let count = drafts.count
        if cue.entry.strength == .source { return handleSource(cue) }
        if cue.entry.strength == .noun {
            cue.subject = isOwned(cue.tokens.lowerBound, cue.sentence)
            guard makesRoom(for: &cue, since: firstDraft) else { return }
            takeRight(cue, since: firstDraft)
            return settleEarlier(cue, count)
        }
        findSubject(of: &cue, since: firstDraft)
        guard canSpeak(cue) else { return }
        guard makesRoom(for: &cue, since: firstDraft) else { return }
        if !takeInverted(cue), !takeLeft(cue) { takeRight(cue, since: firstDraft) }
        settleEarlier(cue, count)
    }

    /// A cue inside what another cue reports is nested and none of ours, unless a new clause begins before it; then the
    /// earlier content ends there.
    private mutating func makesRoom(for cue: inout Occurrence, since firstDraft: Int) -> Bool {
        guard let last = drafts.indices.last, last >= firstDraft, let content = drafts[last].contents.last,
            content.contains(cue.tokens.lowerBound)
        else { return true }
        let front = cue.subject?.lowerBound ?? cue.tokens.lowerBound
        var boundary = front - 1
        guard boundary > content.lowerBound else { return false }
        var isBreak = introducesMarks(cue)
        if isBreak {
            while boundary > content.lowerBound, isAdverb(boundary) { boundary -= 1 }
        }
        while boundary > content.lowerBound,
            [SpeechWords.and, SpeechWords.but].contains(text.hashes[boundary])
        {
            boundary -= 1
            isBreak = true
        }
        if text.kinds[boundary] == .comma || text.kinds[boundary] == .colon { isBreak = true }
        let end = text.kinds[boundary] == .word ? boundary + 1 : boundary
        guard isBreak, end > content.lowerBound else { return false }
        cue.earlierEnd = end
        // What lies behind is free for this cue.
        claim(end..<content.upperBound, for: nil)
        return true
    }

    /// "…, chanting "USA!"", "boasted, "I won"": no other cue can be nearer to marks than the one right before them.
    private func introducesMarks(_ cue: Occurrence) -> Bool {
        let next = cue.tokens.upperBound
        guard cue.entry.strength != .source, cue.entry.strength != .noun, next + 1 < cue.sentence.upperBound,
            text.kinds[next] == .comma || isColon(next), let index = stretchOpening(at: next + 1)
        else { return false }
        return stretches[index].inner.count > 2
    }

    /// Ends what the earlier cue of a sentence reports where this one's clause begins, if this one reports anything.
    private mutating func settleEarlier(_ cue: Occurrence, _ count: Int) {
        guard let end = cue.earlierEnd, count > 0, let content = drafts[count - 1].contents.last else { return }
        if drafts.count == count {
            claim(end..<content.upperBound, for: count - 1)
        } else {
            drafts[count - 1].contents[drafts[count - 1].contents.count - 1] = content.lowerBound..<end
        }
    }

    /// Adds a draft and gives it the stretches in its content.
    mutating func keep(_ draft: QuoteDraft) {
        drafts.append(draft)
        for content in draft.contents { claim(content, for: drafts.count - 1) }
    }

    mutating func claim(_ tokens: Range<Int>, for draft: Int?) {
        var token = tokens.lowerBound
        while token < tokens.upperBound {
            if let index = stretch(at: token) {
                draftOfStretch[index] = draft
                token = max(token + 1, stretches[index].tokens.upperBound)
            } else {
                token += 1
            }
        }
    }

    func isClaimed(_ index: Int) -> Bool { draftOfStretch[index] != nil }
}
