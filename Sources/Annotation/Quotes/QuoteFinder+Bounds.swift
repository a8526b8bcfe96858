import Language

extension QuoteFinder {
    /// What a cue reports from a token on; what "who", between commas, reports ends with its clause.
    func reported(from start: Int, _ cue: Occurrence) -> Range<Int>? {
        guard let content = reported(from: start, cue.sentence) else { return nil }
        guard cue.antecedent != nil, let who = cue.subject, who.lowerBound > 0, text.kinds[who.lowerBound - 1] == .comma
        else { return content }
        let comma = content.first { text.kinds[$0] == .comma && stretch(at: $0) == nil && $0 > start + 2 }
        return comma.map { start..<$0 } ?? content
    }

    /// Whether all longer words of a stretch have a capital, two of them at least.
    func isTitleCase(_ index: Int) -> Bool {
        let inner = stretches[index].inner.filter { text.kinds[$0] == .word }
        let long = inner.filter { text.ends[$0] - text.starts[$0] > 3 }
        return inner.count(where: { text.isCapitalised($0) }) > 1 && long.allSatisfy { text.isCapitalised($0) }
    }

    /// What is reported from a token to where its clause ends, or to the end of a quotation that runs over its sentence.
    func reported(from start: Int, _ sentence: Range<Int>) -> Range<Int>? {
        let limit = end(of: sentence)
        guard start < limit else { return nil }
        var end = limit
        var token = start
        while token < limit {
            if let index = stretch(at: token) {
                token = max(token + 1, stretches[index].tokens.upperBound)
                if token < limit, token - start > 3, endsInComma(index), cutsClause(token, limit, length: token - start)
                {
                    end = token
                    break
                }
                continue
            }
            if text.kinds[token] == .comma, token - start > 2, cutsClause(token + 1, limit, length: token - start) {
                end = token
                break
            }
            token += 1
        }
        return trimmed(start..<end)
    }

    /// The end of a sentence, or of the quotation that runs over it.
    private func end(of sentence: Range<Int>) -> Int {
        if let index = stretch(at: sentence.upperBound - 1), stretches[index].tokens.upperBound > sentence.upperBound {
            return stretches[index].tokens.upperBound
        }
        return sentence.upperBound
    }

    private func trimmed(_ content: Range<Int>) -> Range<Int>? {
        var end = content.upperBound
        while end > content.lowerBound, [.terminator, .comma, .colon].contains(text.kinds[end - 1]) { end -= 1 }
        return end > content.lowerBound ? content.lowerBound..<end : nil
    }

    private func endsInComma(_ index: Int) -> Bool {
        stretches[index].inner.last.map { text.kinds[$0] == .comma } ?? false
    }

    /// Content shorter than this is mostly a subject, and a participle behind it an insertion: "the man, wearing a coat, …".
    private static let shortContent = 6

    /// Whether a token after a comma opens what is no longer reported. A clause about the word before it does where nothing
    /// follows it: "that the alarm, which was old, had failed" goes on.
    private func cutsClause(_ token: Int, _ limit: Int, length: Int) -> Bool {
        guard token < limit, text.kinds[token] == .word, stretch(at: token) == nil else { return false }
        if SpeechWords.clauseCutters.contains(text.hashes[token]) { return true }
        if SpeechWords.relativeOpeners.contains(text.hashes[token]) { return !hasComma(token, limit) }
        return isParticiple(token) && (length >= Self.shortContent || !hasComma(token, limit))
    }

    private func hasComma(_ token: Int, _ limit: Int) -> Bool {
        (token..<min(limit, token + Self.reach)).contains { text.kinds[$0] == .comma }
    }

    /// "and left", "and praised": a verb in the past goes on, not the object.
    private func isPast(_ token: Int) -> Bool {
        if WordHash.of("left") == text.hashes[token] || SpeechWords.auxiliaries.contains(text.hashes[token]) {
            return true
        }
        let (start, end) = (text.starts[token], text.ends[token])
        return end - start > 4 && text.bytes[end - 1] == UInt8(ascii: "d") && text.bytes[end - 2] == UInt8(ascii: "e")
            && !text.flags[token].contains(.capital)
    }

    func isParticiple(_ token: Int) -> Bool {
        let (start, end) = (text.starts[token], text.ends[token])
        guard end - start > 5, text.bytes[end - 1] == UInt8(ascii: "g"), text.bytes[end - 2] == UInt8(ascii: "n"),
            text.bytes[end - 3] == UInt8(ascii: "i"), !text.flags[token].contains(.capital)
        else { return false }
        return !SpeechWords.prepositionsInIng.contains(text.hashes[token])
    }

    /// What a verb of praise, blame or mention is about, from a token: to a comma or the next clause, and at least over the
    /// first stretch that stands within reach where one must.
    func object(from start: Int, _ sentence: Range<Int>, needsStretch: Bool) -> Range<Int>? {
        let limit = end(of: sentence)
        var token = start
        var found: Int?
        while token < limit {
            if let index = stretch(at: token) {
                if found == nil, isClaimed(index) || isSoCalled(index) { return nil }
                found = index
                token = max(token + 1, stretches[index].tokens.upperBound)
                let isWhole = stretches[index].tokens.lowerBound == start
                if isWhole || endsInComma(index), stretchFollows(token, limit) == nil { break }
                continue
            }
            if needsStretch, found == nil, token - start >= Self.reach / 2 { return nil }
            let kind = text.kinds[token]
            if kind == .terminator || kind == .dash || kind == .colon { break }
            if needsStretch, found == nil, kind == .comma || isStrongCue(token, limit) { return nil }
            if kind == .comma, stretchFollows(token, limit) == nil { break }
            if token > start, SpeechWords.phraseCutters.contains(text.hashes[token]),
                found != nil || !stretchIsAhead(token, limit)
            {
                break
            }
            if text.hashes[token] == SpeechWords.and, token + 1 < limit,
                CueTable.shared.match(in: text, at: token + 1, limit: limit) != nil || isPast(token + 1)
            {
                break
            }
            if token - start > 1, reading.clues[token].contains(.calendar), text.isCapitalised(token) {
                if found != nil || !stretchIsAhead(token, limit) { break }
            }
            token += 1
        }
        if needsStretch, found == nil { return nil }
        while token - 1 > start, SpeechWords.adverbialOpeners.contains(text.hashes[token - 1]) { token -= 1 }
        return trimmed(start..<token)
    }

    /// Whether marks follow in the same clause: "described the group during an interview as "…"".
    private func stretchIsAhead(_ token: Int, _ limit: Int) -> Bool {
        for next in token..<min(limit, token + Self.reach / 3) {
            if stretchOpening(at: next) != nil { return true }
            guard text.kinds[next] == .word || text.kinds[next] == .number else { return false }
        }
        return false
    }

    /// "So-called" says that the words are not the writer's, and nobody's in particular.
    func isSoCalled(_ index: Int) -> Bool {
        let opening = stretches[index].tokens.lowerBound
        return opening > 2 && text.hashes[opening - 1] == WordHash.of("called") && text.kinds[opening - 2] == .hyphen
            || opening > 0 && text.hashes[opening - 1] == WordHash.of("so-called")
    }

    private func isStrongCue(_ token: Int, _ limit: Int) -> Bool {
        CueTable.shared.match(in: text, at: token, limit: limit)?.entry.strength == .strong
    }

    /// The stretch that goes on a list of quotations: after a comma, "and", "or", "a" and the like.
    private func stretchFollows(_ token: Int, _ limit: Int) -> Int? {
        var next = token
        while next < min(limit, token + 5) {
            if let index = stretchOpening(at: next) { return isClaimed(index) ? nil : index }
            guard text.kinds[next] == .comma || text.kinds[next] == .word, cast.mention(at: next) == nil else {
                return nil
            }
            next += 1
        }
        return nil
    }
}
