import Language

extension QuoteFinder {
    /// A stretch without a cue is a quotation when it goes on from one, and a statement of its own when it fills its
    /// sentence and is not short. Titles and scare quotes stay out.
    private static let leastWords = 5
    /// Marks inside a sentence without a cue hold speech from so many tokens on; shorter ones are mostly names and scare quotes.
    private static let leastInside = 7

    /// Gives homes to the stretches no cue has claimed.
    mutating func settleLooseStretches() {
        let withCues = drafts.count
        for index in stretches.indices where !isClaimed(index) {
            if let turn = turn(index) {
                keep(turn)
            } else if isSigned(index) != nil, stretches[index].inner.count >= Self.leastWords {
                keep(loose(index, withCues))
            } else if let draft = sameSentence(index) ?? introducing(index, withCues) {
                drafts[draft].contents.append(stretches[index].tokens)
                draftOfStretch[index] = draft
            } else if let draft = draftBefore(index), continues(draft, at: index) || isNextParagraph(index, of: draft) {
                drafts[draft].contents.append(stretches[index].tokens)
                draftOfStretch[index] = draft
            } else if standsAlone(index) {
                keep(loose(index, withCues))
            } else if isLong(index), let speaker = reporting(index, withCues) ?? firstSubject(of: clauseBefore(index)) {
                var draft = QuoteDraft(contents: [stretches[index].tokens], speaker: speaker, rank: 0.35)
                nameVerb(of: &draft, after: speaker, stretches[index].tokens.lowerBound)
                keep(draft)
            }
        }
    }

    /// The draft whose cue, or whose quotation, stands before in the same sentence: "…," she said on Monday in Rome, "…".
    private func sameSentence(_ index: Int) -> Int? {
        guard let draft = draftBefore(index), let cue = drafts[draft].cue else { return nil }
        let opening = stretches[index].tokens.lowerBound
        let sentence = text.sentence(of: opening)
        guard sentence.contains(cue.lowerBound), cue.upperBound <= opening, opening > sentence.lowerBound else {
            return nil
        }
        let isAfterCue = (drafts[draft].contents.last?.lowerBound ?? 0) >= cue.upperBound
        return stretches[index].inner.count > 2 || isAfterCue ? draft : nil
    }

    /// A turn of a printed conversation: ""SMITH: We will go." The label speaks, and what follows is said.
    private func turn(_ index: Int) -> QuoteDraft? {
        let inner = stretches[index].inner
        guard text.flags[stretches[index].tokens.lowerBound].contains(.opensParagraph) else { return nil }
        var end = inner.lowerBound
        while end < inner.upperBound, end - inner.lowerBound < 4, text.isCapitalised(end) { end += 1 }
        guard end > inner.lowerBound, end + 2 < inner.upperBound, isColon(end),
            text.flags[inner.lowerBound].contains(.allCaps) || cast.mention(at: inner.lowerBound) != nil
        else { return nil }
        return QuoteDraft(
            contents: [(end + 1)..<inner.upperBound], speaker: inner.lowerBound..<end, cue: end..<(end + 1), lemma: ":",
            rank: 0.8)
    }

    /// The draft whose reported clause ends in the colon before a stretch: "said that, given the choice: "…"".
    private func introducing(_ index: Int, _ withCues: Int) -> Int? {
        guard let colon = introduction(index),
            let draft = neighbour(of: stretches[index].tokens, withCues), let last = drafts[draft].contents.last
        else { return nil }
        return last.upperBound == colon ? draft : nil
    }

    private func draftBefore(_ index: Int) -> Int? { index > 0 ? draftOfStretch[index - 1] : nil }

    /// "…," he said. "…": the cue stands between and a new sentence follows; or the paragraph before was left open.
    private func continues(_ draft: Int, at index: Int) -> Bool {
        let quoted = stretches[index].tokens
        let before = stretches[index - 1]
        if text.flags[quoted.lowerBound].contains(.opensParagraph) {
            return !before.isClosed && before.tokens.upperBound == quoted.lowerBound
        }
        guard text.paragraphIndex(of: quoted.lowerBound) == text.paragraphIndex(of: before.tokens.lowerBound),
            text.flags[quoted.lowerBound].contains(.opensSentence), stretches[index].inner.count > 2
        else { return false }
        let between = before.tokens.upperBound..<quoted.lowerBound
        if between.isEmpty { return true }
        guard let cue = drafts[draft].cue, between.contains(cue.lowerBound) else { return false }
        return text.sentence(of: cue.lowerBound).upperBound == quoted.lowerBound
    }

    /// A paragraph that is all quotation goes on from the one before, which its quotation, or the cue after it, ends.
    private func isNextParagraph(_ index: Int, of draft: Int) -> Bool {
        let quoted = stretches[index].tokens
        let paragraph = text.paragraphIndex(of: quoted.lowerBound)
        guard text.flags[quoted.lowerBound].contains(.opensParagraph), standsAlone(index), paragraph > 0,
            quoted.upperBound >= text.paragraphs[paragraph].tokens.upperBound, let cue = drafts[draft].cue,
            let last = drafts[draft].contents.last, let first = drafts[draft].contents.first,
            stretch(at: first.lowerBound) != nil
        else { return false }
        let before = text.paragraphs[paragraph - 1].tokens
        let isLast =
            text.sentence(of: max(cue.lowerBound, last.upperBound - 1)).upperBound == before.upperBound
            || last.upperBound >= before.upperBound
        return isLast && before.contains(last.lowerBound)
    }

    private func standsAlone(_ index: Int) -> Bool {
        let quoted = stretches[index].tokens
        let inner = stretches[index].inner
        guard let last = inner.last else { return false }
        if introduction(index) != nil { return true }
        guard inner.count >= Self.leastWords else { return false }
        if isSigned(index) != nil { return true }
        return text.flags[quoted.lowerBound].contains(.opensSentence)
            && (text.kinds[last] == .terminator || text.kinds[last] == .comma || !stretches[index].isClosed)
    }

    private func isLong(_ index: Int) -> Bool {
        let inner = stretches[index].inner
        guard inner.count >= Self.leastInside, !isSoCalled(index) else { return false }
        var capitals = 0
        for token in inner where text.isCapitalised(token) { capitals += 1 }
        return capitals * 2 < inner.count
    }

    /// Whoever reports earlier in the sentence of a stretch: "The lawmakers noted that …, because officials "gave only …"".
    private func reporting(_ index: Int, _ withCues: Int) -> Range<Int>? {
        let quoted = stretches[index].tokens
        let count = draftsBefore(quoted, withCues)
        guard count > 0, let cue = drafts[count - 1].cue,
            text.sentence(of: quoted.lowerBound).contains(cue.lowerBound)
        else { return nil }
        return drafts[count - 1].antecedent ?? drafts[count - 1].speaker
    }

    private func clauseBefore(_ index: Int) -> Range<Int> {
        let opening = stretches[index].tokens.lowerBound
        return min(text.sentence(of: opening).lowerBound, opening)..<opening
    }

    /// The colon before a stretch that closes the sentence before it.
    private func introduction(_ index: Int) -> Int? {
        let opening = stretches[index].tokens.lowerBound
        return opening > 1 && isColon(opening - 1) ? opening - 1 : nil
    }

    /// ""…" — Smith": a dash and a name after the quotation.
    private func isSigned(_ index: Int) -> Int? {
        let next = stretches[index].tokens.upperBound
        guard next + 1 < text.count, text.kinds[next] == .dash, let mention = cast.mention(at: next + 1),
            text.paragraphIndex(of: next) == text.paragraphIndex(of: next + 1)
        else { return nil }
        return cast.members[cast.memberOfMention[mention]].type == .person ? mention : nil
    }

    private func loose(_ index: Int, _ withCues: Int) -> QuoteDraft {
        let quoted = stretches[index].tokens
        if let colon = introduction(index) { return introduced(quoted, by: colon) }
        if let mention = isSigned(index) {
            let dash = quoted.upperBound..<(quoted.upperBound + 1)
            return QuoteDraft(
                contents: [quoted], speaker: cast.mentions[mention].tokens, cue: dash, lemma: "—", rank: 0.8)
        }
        var draft = QuoteDraft(contents: [quoted], rank: 0.4)
        if let answering = answering(quoted, withCues) {
            draft.speaker = drafts[answering].speaker
            draft.antecedent = drafts[answering].antecedent
        } else if let before = neighbour(of: quoted, withCues) {
            draft.speaker = drafts[before].speaker
            draft.antecedent = drafts[before].antecedent
            draft.cue = drafts[before].cue
            draft.lemma = drafts[before].lemma
        } else if let speaker = subjectBefore(quoted) {
            draft.speaker = speaker
        }
        return draft
    }

    /// "Smith: "…"", or a sentence with a subject that ends in a colon.
    private func introduced(_ quoted: Range<Int>, by colon: Int) -> QuoteDraft {
        var draft = QuoteDraft(contents: [quoted], cue: colon..<(colon + 1), lemma: ":", rank: 0.7)
        let sentence = text.sentence(of: colon)
        if let mention = cast.mention(at: colon - 1), cast.members[cast.memberOfMention[mention]].type == .person,
            cast.mentions[mention].tokens.lowerBound - sentence.lowerBound < 4
        {
            draft.speaker = cast.mentions[mention].tokens
            draft.rank = 0.8
        } else if let subject = firstSubject(of: sentence.lowerBound..<colon)
            ?? plainSubject(sentence.lowerBound..<colon)
        {
            draft.speaker = subject
            nameVerb(of: &draft, after: subject, colon)
        }
        return draft
    }

    /// "The airline" in "The airline released a statement:": an article and what follows it up to the first verb.
    private func plainSubject(_ clause: Range<Int>) -> Range<Int>? {
        guard SpeechWords.determiners.contains(text.hashes[clause.lowerBound]) else { return nil }
        var token = clause.lowerBound + 1
        while token < min(clause.upperBound, clause.lowerBound + 6), text.kinds[token] == .word {
            let (start, end) = (text.starts[token], text.ends[token])
            let isPast =
                end - start > 4 && text.bytes[end - 1] == UInt8(ascii: "d") && text.bytes[end - 2] == UInt8(ascii: "e")
            if isPast || phrases.isHelper(token)
                || CueTable.shared.match(in: text, at: token, limit: clause.upperBound) != nil
            {
                return token > clause.lowerBound + 1 ? clause.lowerBound..<token : nil
            }
            token += 1
        }
        return nil
    }

    /// Takes the verb between a subject and its colon for the cue: "She addressed the crowd:".
    private func nameVerb(of draft: inout QuoteDraft, after subject: Range<Int>, _ colon: Int) {
        var verb = subject.upperBound
        while verb < colon, phrases.isHelper(verb) { verb += 1 }
        let sentence = text.sentence(of: colon)
        if verb >= colon, subject.lowerBound == sentence.lowerBound + 1 { verb = sentence.lowerBound }
        guard verb < colon, text.kinds[verb] == .word, cast.mention(at: verb) == nil else { return }
        let match = CueTable.shared.match(in: text, at: verb, limit: colon)
        draft.cue = verb..<(verb + (match?.length ?? 1))
        draft.lemma = match?.entry.lemma ?? text.string(at: verb).lowercased()
    }

    /// The draft of the sentence before, or of the paragraph before for a stretch that opens its own.
    /// The first drafts, those with cues, stand in the order of their cues.
    private func neighbour(of quoted: Range<Int>, _ withCues: Int) -> Int? {
        guard quoted.lowerBound > 0 else { return nil }
        let low = draftsBefore(quoted, withCues)
        guard low > 0, drafts[low - 1].speaker != nil, let cue = drafts[low - 1].cue else { return nil }
        let previous = text.sentence(of: quoted.lowerBound - 1)
        let isNear =
            previous.contains(cue.lowerBound)
            || text.paragraphIndex(of: quoted.lowerBound) - text.paragraphIndex(of: cue.lowerBound) <= 1
        return isNear ? low - 1 : nil
    }

    /// How many of the drafts with cues have theirs before a stretch.
    private func draftsBefore(_ quoted: Range<Int>, _ withCues: Int) -> Int {
        var low = 0
        var high = withCues
        while low < high {
            let middle = (low + high) / 2
            if drafts[middle].cue?.lowerBound ?? 0 < quoted.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// In an interview a paragraph in marks answers what was asked, or what "I" said, right before: the draft of whoever was quoted last.
    private func answering(_ quoted: Range<Int>, _ withCues: Int) -> Int? {
        guard quoted.lowerBound > 0, text.flags[quoted.lowerBound].contains(.opensParagraph),
            stretch(at: quoted.lowerBound - 1) == nil
        else { return nil }
        let count = draftsBefore(quoted, withCues)
        let asks = text.firstByte(quoted.lowerBound - 1) == UInt8(ascii: "?")
        let isAnswer = asks || neighbour(of: quoted, withCues).map { isReporter(drafts[$0].speaker) } ?? false
        guard isAnswer else { return nil }
        return (max(0, count - Self.turns)..<count).last { index in
            guard let first = drafts[index].contents.first, stretch(at: first.lowerBound) != nil else { return false }
            return drafts[index].speaker != nil && !isReporter(drafts[index].speaker)
        }
    }

    /// Of so many quotations before a paragraph in marks one may be the last that answers; set by judgement.
    private static let turns = 24
    private static let reporter = WordSet(["i", "we", "i've", "we've"].map(WordHash.of))

    private func isReporter(_ speaker: Range<Int>?) -> Bool {
        guard let speaker, speaker.count == 1 else { return false }
        return Self.reporter.contains(text.hashes[speaker.lowerBound])
    }

    /// Whom the sentence before is about.
    private func subjectBefore(_ quoted: Range<Int>) -> Range<Int>? {
        guard quoted.lowerBound > 0 else { return nil }
        let previous = text.sentence(of: quoted.lowerBound - 1)
        guard text.paragraphIndex(of: quoted.lowerBound) - text.paragraphIndex(of: previous.lowerBound) <= 1 else {
            return nil
        }
        return firstSubject(of: previous)
    }
}
