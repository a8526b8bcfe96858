import Language

extension QuoteFinder {
    /// Where the content begins after a cue, and what stands between.
    private struct Opening {
        var token: Int
        /// Whether a comma or colon stands right before.
        var isMarked = false
        var hasAddressee = false
        /// Whether an adverbial with a preposition stands between.
        var hasPhrase = false
    }

    /// Takes the content that stands after its cue.
    mutating func takeRight(_ cue: Occurrence, since firstDraft: Int) {
        guard let speaker = cue.subject ?? sharedSubject(cue, since: firstDraft) else { return }
        guard let content = rightContent(cue) else { return }
        var draft = QuoteDraft(
            contents: [content], speaker: speaker, antecedent: cue.antecedent, cue: cue.tokens, rank: 0.85)
        draft.lemma = cue.entry.lemma
        if stretchOpening(at: content.lowerBound) == nil {
            draft.rank = cue.entry.strength == .strong ? 0.8 : 0.6
        }
        if cue.subject == nil { draft.rank -= 0.1 }
        keep(draft)
    }

    func rightContent(_ cue: Occurrence) -> Range<Int>? {
        guard cue.tokens.upperBound < text.count else { return nil }
        let opening = opening(after: cue)
        let (token, limit, verb) = (opening.token, cue.sentence.upperBound, cue.entry)
        if let index = stretchOpening(at: token), isTitle(index, of: cue) { return nil }
        if let index = stretchOpening(at: token), let content = quoted(index, opening, cue) { return content }
        guard token < limit else { return nil }
        if text.hashes[token] == SpeechWords.that {
            if verb.strength == .quote, !verb.frames.contains(.object) { return nil }
            return token + 2 < limit ? reported(from: token, cue) : nil
        }
        if opening.isMarked { return markedClause(opening, cue) }
        if verb.strength == .state { return nil }
        if text.hashes[token] == SpeechWords.to {
            return verb.frames.contains(.to) && opensInfinitive(token + 1, limit) ? reported(from: token, cue) : nil
        }
        if verb.strength == .noun { return nil }
        if SpeechWords.questions.contains(text.hashes[token]), verb.strength != .quote {
            return reported(from: token, cue)
        }
        if verb.strength == .strong, opensClause(opening, limit) { return reported(from: token, cue) }
        guard token == cue.tokens.upperBound || opening.hasAddressee else { return nil }
        if verb.strength != .quote, opensPlainClause(token, limit) { return reported(from: token, cue) }
        let isNamed = verb.frames.contains(.naming) && (cast.mention(at: token) != nil || isObjectPronoun(token))
        if verb.frames.contains(.object) && opensPhrase(token) || isNamed, !opening.hasAddressee {
            let hasTail = verb.frames.contains(.to)
            return hasTail ? reported(from: token, cue) : object(from: token, cue.sentence, needsStretch: false)
        }
        guard verb.strength == .quote || verb.strength == .weak || verb.strength == .base, !opening.hasAddressee else {
            return nil
        }
        return object(from: cue.tokens.upperBound, cue.sentence, needsStretch: true)
    }

    /// Whether a verb may follow "to": no article, name or figure.
    private func opensInfinitive(_ token: Int, _ limit: Int) -> Bool {
        guard token < limit else { return false }
        if stretchOpening(at: token) != nil { return true }
        return text.kinds[token] == .word && cast.mention(at: token) == nil && !text.isCapitalised(token)
            && !SpeechWords.determiners.contains(text.hashes[token]) && !SpeechWords.owners.contains(text.hashes[token])
            && !SpeechWords.objects.contains(text.hashes[token])
    }

    private func isObjectPronoun(_ token: Int) -> Bool { SpeechWords.objects.contains(text.hashes[token]) }

    /// Goes from a cue over addressee, adverbs, days and phrases with prepositions to where its content begins.
    private func opening(after cue: Occurrence) -> Opening {
        let limit = cue.sentence.upperBound
        var opening = Opening(token: cue.tokens.upperBound)
        let bound = min(limit, opening.token + Self.reach)
        while opening.token < bound {
            let token = opening.token
            if let index = stretchOpening(at: token) {
                guard isTitle(index, after: token - 1) else { return opening }
                opening.token = stretches[index].tokens.upperBound
                continue
            }
            switch text.kinds[token] {
            case .colon where isColon(token): return Opening(token: token + 1, isMarked: true)
            case .comma:
                guard let next = overComma(token, opening, bound) else {
                    return Opening(token: token + 1, isMarked: true, hasAddressee: opening.hasAddressee)
                }
                opening.token = next
            case .word where text.hashes[token] == SpeechWords.that: return opening
            case .word:
                guard let next = overAdverbial(token, &opening, cue, bound) else { return opening }
                opening.token = next
            default: return opening
            }
        }
        return opening
    }

    /// Short marks after a preposition or a possessive are a title: "on “Meet the Press” that", "told CNN's “The Lead” that".
    private func isTitle(_ index: Int, after token: Int) -> Bool {
        guard let first = stretches[index].inner.first, stretches[index].inner.count <= 6, token > 0,
            text.kinds[first] == .number || text.isCapitalised(first)
        else { return false }
        let next = stretches[index].tokens.upperBound
        guard next < text.count, text.kinds[next] != .terminator else { return false }
        return text.kinds[token] == .possessive || SpeechWords.adverbialOpeners.contains(text.hashes[token])
    }

    /// The token after a comma that goes on an adverbial: "in Columbus, Ohio, that".
    private func overComma(_ comma: Int, _ opening: Opening, _ bound: Int) -> Int? {
        let next = comma + 1
        guard next < bound, stretchOpening(at: next) == nil else { return nil }
        if text.hashes[next] == SpeechWords.that { return next }
        guard opening.hasPhrase || opening.hasAddressee else { return nil }
        if let mention = cast.mention(at: next) {
            let end = cast.mentions[mention].tokens.upperBound
            let isPlace = cast.members[cast.memberOfMention[mention]].type == .place
            return isPlace && end < bound && text.kinds[end] == .comma ? end : nil
        }
        return SpeechWords.adverbialOpeners.contains(text.hashes[next]) || reading.clues[next].contains(.calendar)
            ? next : nil
    }

    /// The token after one adverbial or the addressee.
    private func overAdverbial(_ token: Int, _ opening: inout Opening, _ cue: Occurrence, _ bound: Int) -> Int? {
        if token == cue.tokens.upperBound, cue.entry.frames.contains(.addressee), text.hashes[token] != SpeechWords.to,
            !SpeechWords.questions.contains(text.hashes[token]),
            let addressee = phrases.beginning(at: token, limit: bound)
        {
            opening.hasAddressee = true
            return addressee.upperBound
        }
        if opensTime(token) || SpeechWords.adverbs.contains(text.hashes[token]) { return token + 1 }
        if isAdverb(token), cast.mention(at: token) == nil { return token + 1 }
        guard SpeechWords.adverbialOpeners.contains(text.hashes[token]), cue.entry.strength != .state else {
            return nil
        }
        if token + 1 < bound, let index = stretchOpening(at: token + 1), isTitle(index, after: token) {
            return token + 1
        }
        guard let phrase = phrases.beginning(at: token + 1, limit: bound), !speaksItself(phrase) else { return nil }
        // "to" before a verb is an infinitive's.
        if text.hashes[token] == SpeechWords.to, cue.entry.frames.contains(.to) { return nil }
        opening.hasPhrase = true
        return phrase.upperBound
    }

    /// "With footage of Smith saying": what follows is said by somebody in the phrase.
    private func speaksItself(_ phrase: Range<Int>) -> Bool {
        phrase.dropFirst().contains { token in
            guard cast.mention(at: token) == nil,
                let entry = CueTable.shared.match(in: text, at: token, limit: phrase.upperBound)?.entry
            else { return false }
            return entry.isParticiple && entry.strength == .strong
        }
    }

    /// A stretch where the content begins.
    private func quoted(_ index: Int, _ opening: Opening, _ cue: Occurrence) -> Range<Int>? {
        guard !isClaimed(index), cue.entry.strength != .state, cue.entry.strength != .noun else { return nil }
        let stretch = stretches[index].tokens
        let (token, isStrong) = (opening.token, cue.entry.strength == .strong)
        if text.flags[token].contains(.opensParagraph), !opening.isMarked { return nil }
        if token >= cue.sentence.upperBound, !isColon(token - 1) { return nil }
        if opening.isMarked { return stretch }
        if opening.hasPhrase, stretches[index].inner.count <= 5 { return nil }
        if cue.entry.strength == .quote || !isStrong, token == cue.tokens.upperBound {
            return object(from: token, cue.sentence, needsStretch: true)
        }
        return mixedFrom(stretch, cue)
    }

    /// What is read or sung in marks, in title case, is a title: "read "War and Peace"".
    private func isTitle(_ index: Int, of cue: Occurrence) -> Bool {
        guard ["read", "sing", "text", "post"].contains(cue.entry.lemma) else { return false }
        return isTitleCase(index)
    }

    /// A stretch right after a cue goes on to its clause's end where it is part of it: "said "enough" was enough".
    private func mixedFrom(_ stretch: Range<Int>, _ cue: Occurrence) -> Range<Int>? {
        let next = stretch.upperBound
        guard next < cue.sentence.upperBound, text.kinds[next] == .word,
            let last = stretches[stretchOfToken[stretch.lowerBound] >= 0 ? Int(stretchOfToken[stretch.lowerBound]) : 0]
                .inner.last, text.kinds[last] == .word
        else { return stretch }
        return reported(from: stretch.lowerBound, cue)
    }

    /// "She added: we will go"; "tells the crowd, he's been known".
    private func markedClause(_ opening: Opening, _ cue: Occurrence) -> Range<Int>? {
        let limit = cue.sentence.upperBound
        guard opening.token + 2 < limit, cue.entry.strength == .strong || opening.hasAddressee else { return nil }
        let isColon = isColon(opening.token - 1)
        guard isColon || opening.hasAddressee && SpeechWords.subjects.contains(text.hashes[opening.token]) else {
            return nil
        }
        return reported(from: opening.token, cue)
    }

    /// Whether a clause without "that" can begin here after a strong cue.
    private func opensClause(_ opening: Opening, _ limit: Int) -> Bool {
        let token = opening.token
        guard [.word, .number, .currency].contains(text.kinds[token]) else { return stretchOpening(at: token) != nil }
        if SpeechWords.subjects.contains(text.hashes[token]) { return token + 1 < limit }
        if SpeechWords.notClauses.contains(text.hashes[token]) || opening.hasPhrase { return false }
        return limit - token > 2
    }

    /// Whether a clause without "that" plainly begins here.
    private func opensPlainClause(_ token: Int, _ limit: Int) -> Bool {
        guard text.kinds[token] == .word, token + 2 < limit else { return false }
        if SpeechWords.subjects.contains(text.hashes[token]), !SpeechWords.determiners.contains(text.hashes[token]) {
            return !SpeechWords.objects.contains(text.hashes[token])
                || SpeechWords.auxiliaries.contains(text.hashes[token + 1])
        }
        var next = cast.mention(at: token).map { cast.mentions[$0].tokens.upperBound } ?? token
        if next == token, !SpeechWords.determiners.contains(text.hashes[token]) { return false }
        let bound = min(limit, next + 6)
        while next < bound, text.kinds[next] == .word, !SpeechWords.phraseCutters.contains(text.hashes[next]) {
            if SpeechWords.auxiliaries.contains(text.hashes[next]) { return true }
            next += 1
        }
        return false
    }

    /// Whether a noun phrase begins here.
    private func opensPhrase(_ token: Int) -> Bool {
        switch text.kinds[token] {
        case .number, .currency: return true
        case .word:
            return cast.mention(at: token) != nil || text.isCapitalised(token)
                || SpeechWords.determiners.contains(text.hashes[token])
                || SpeechWords.objects.contains(text.hashes[token]) || SpeechWords.subjects.contains(text.hashes[token])
                || !SpeechWords.notClauses.contains(text.hashes[token])
        default: return stretchOpening(at: token) != nil
        }
    }
}
