import Language

/// Who speaks: the subject of a cue.
extension QuoteFinder {
    /// The noun phrase before the cue, or "who" with what it stands for.
    func findSubject(of cue: inout Occurrence, since firstDraft: Int) {
        let earlier = drafts.count > firstDraft ? drafts.last?.cue : nil
        var floor = cue.sentence.lowerBound
        if let earlier, earlier.upperBound <= cue.tokens.lowerBound { floor = max(floor, earlier.upperBound) }
        var front = cue.tokens.lowerBound
        if front - 2 >= floor, text.hashes[front - 1] == SpeechWords.as { front -= 2 }
        let last = front - 1
        // "He's claiming": the ending of "is" is no possessive before a participle.
        if cue.entry.isParticiple, last > floor, text.kinds[last] == .possessive { front = last }
        if cue.entry.isParticiple, last >= floor {
            guard text.kinds[last] == .word || text.kinds[last] == .possessive else { return }
            if SpeechWords.adverbialOpeners.contains(text.hashes[last]) || SpeechWords.and == text.hashes[last] {
                return
            }
        }
        guard var phrase = phrases.ending(before: front, floor: floor, isShort: cue.entry.isParticiple) else { return }
        if cue.entry.isParticiple, !speaks(phrase, cue) { return }
        // "Beck, who has in the past described": what opens with a preposition is an adverbial.
        if phrase.lowerBound > floor, SpeechWords.adverbialOpeners.contains(text.hashes[phrase.lowerBound]),
            let front = phrases.ending(before: phrase.lowerBound, floor: floor)
        {
            phrase = front
        }
        phrase = withoutDay(phrase)
        cue.subject = phrase
        guard phrase.count == 1, SpeechWords.relatives.contains(text.hashes[phrase.lowerBound]) else { return }
        cue.antecedent =
            phrases.ending(before: phrase.lowerBound, floor: floor)
            ?? (phrase.lowerBound - 1 > floor ? phrases.ending(before: phrase.lowerBound - 1, floor: floor) : nil)
    }

    /// "President Vladimir Putin on Friday": the day is when, not who.
    private func withoutDay(_ phrase: Range<Int>) -> Range<Int> {
        var end = phrase.upperBound
        while end - 1 > phrase.lowerBound, cast.mention(at: end - 1) == nil,
            reading.clues[end - 1].contains(.calendar) || end < phrase.upperBound && opensDay(end - 1)
        {
            end -= 1
        }
        return phrase.lowerBound..<end
    }

    private func opensDay(_ token: Int) -> Bool {
        SpeechWords.adverbialOpeners.contains(text.hashes[token])
            || SpeechWords.beforeTimes.contains(text.hashes[token])
    }

    /// Whether the subject can be a speaker: "you" only where something was said outright, and of verbs that things do as
    /// well ("means", "calls for") somebody.
    func canSpeak(_ cue: Occurrence) -> Bool {
        guard let subject = cue.subject else { return true }
        let last = subject.upperBound - 1
        if SpeechWords.readers.contains(text.hashes[last]) { return cue.entry.strength == .strong }
        guard cue.entry.frames.contains(.somebody) else { return true }
        return subject.contains { cast.mention(at: $0) != nil || SpeakingNouns.isPerson(text.hashes[$0]) }
            || SpeakingNouns.isOrganization(text.hashes[last])
    }

    /// Whether the phrase right before a participle is who speaks: "polls showing", "Smith saying"; in "issued a statement
    /// saying" the sentence's subject is.
    private func speaks(_ phrase: Range<Int>, _ cue: Occurrence) -> Bool {
        let last = phrase.upperBound - 1
        if text.kinds[cue.tokens.lowerBound - 1] == .possessive { return true }
        if SpeechWords.be.contains(text.hashes[cue.tokens.lowerBound - 1]) || phrases.isPronoun(phrase) { return true }
        if SpeechWords.adverbs.contains(text.hashes[cue.tokens.lowerBound - 1]) { return true }
        if let member = cast.member(at: last) {
            return [.person, .organization].contains(cast.members[member].type)
        }
        return ["show", "suggest", "reveal", "indicate", "read", "find", "chant", "shout"].contains(cue.entry.lemma)
    }

    /// The speaker of a participle or of a second verb: that of the sentence's cue before, else its first subject.
    func sharedSubject(_ cue: Occurrence, since firstDraft: Int) -> Range<Int>? {
        if drafts.count > firstDraft, let last = drafts.last, let speaker = last.speaker {
            return last.antecedent ?? speaker
        }
        return firstSubject(of: cue.sentence.lowerBound..<cue.tokens.lowerBound)
    }
}
