import Language

extension QuoteFinder {
    private static let addressed = Set(
        ["tell", "remind", "assure", "inform", "notify", "ask", "warn", "advise", "urge", "persuade", "convince"])
    private static let questions = Set(["how", "why", "what", "whether", "if", "where"].map(WordHash.of))
    private static let subjects = Set(
        ["he", "she", "they", "it", "we", "i", "there", "you", "this", "these", "his", "her", "their"].map(WordHash.of))
    private static let auxiliaries = Set(
        ["is", "was", "are", "were", "will", "would", "has", "had", "have", "can", "could", "should", "may", "might"]
            .map(WordHash.of))
    private static let prepositions = Set(
        [
            "again", "today", "yesterday", "in", "on", "at", "during", "after", "before", "to", "of", "from", "by",
            "with", "for", "about", "as", "when",
            "while", "so", "and", "or", "but", "than", "through", "via", "over", "into", "against", "last", "earlier",
            "later", "hello", "goodbye", "yes", "no", "more", "much", "nothing", "anything", "something",
        ].map(WordHash.of))

    /// Takes the content that stands after its cue.
    mutating func takeRight(_ cue: Occurrence, since firstDraft: Int) {
        let sharesSubject = cue.entry.isParticiple || cue.subject == nil
        guard let speaker = sharesSubject ? cue.subject ?? sharedSubject(cue, since: firstDraft) : cue.subject else {
            return
        }
        guard let content = rightContent(cue) else { return }
        var draft = QuoteDraft(contents: [content], speaker: speaker, cue: cue.tokens, confidence: 0.85)
        draft.lemma = cue.entry.lemma
        let isQuoted = stretchOpening(at: content.lowerBound) != nil
        if !isQuoted { draft.confidence = cue.entry.strength == .strong ? 0.8 : 0.7 }
        if sharesSubject { draft.confidence -= 0.1 }
        keep(draft)
    }

    private func rightContent(_ cue: Occurrence) -> Range<Int>? {
        let limit = cue.sentence.upperBound
        var start = cue.tokens.upperBound
        if start >= limit { return nil }
        if let quoted = quotedContent(after: start, cue) { return quoted }
        guard cue.entry.strength != .quote else { return nil }
        if Self.addressed.contains(cue.entry.lemma), let addressee = phrases.beginning(at: start, limit: limit) {
            start = addressee.upperBound
        }
        guard start < limit else { return nil }
        if let that = thatOrMark(from: start, limit) { return reported(from: that, cue.sentence) }
        if start < limit, reading.clues[start].contains(.calendar) { start += 1 }
        guard start < limit, text.kinds[start] == .word || text.kinds[start] == .number || isMoneyOrOpen(start) else {
            return nil
        }
        if Self.questions.contains(text.hashes[start]) { return reported(from: start, cue.sentence) }
        guard opensClause(start, cue, limit) else { return nil }
        return reported(from: start, cue.sentence)
    }

    private func isMoneyOrOpen(_ token: Int) -> Bool { text.kinds[token] == .currency }

    /// Whether a clause without "that" can begin here.
    private func opensClause(_ start: Int, _ cue: Occurrence, _ limit: Int) -> Bool {
        if Self.subjects.contains(text.hashes[start]) { return true }
        if Self.prepositions.contains(text.hashes[start]) { return false }
        if cue.entry.strength == .strong { return limit - start > 3 }
        guard let mention = cast.mention(at: start) else { return false }
        let next = cast.mentions[mention].tokens.upperBound
        return next < limit && Self.auxiliaries.contains(text.hashes[next])
    }

    /// A quotation right after the cue, its comma, colon or "that" and what little stands between.
    private func quotedContent(after start: Int, _ cue: Occurrence) -> Range<Int>? {
        let bound = min(text.count, start + Self.reach)
        var token = start
        var isMarked = false
        while token < bound, stretchOpening(at: token) == nil {
            let kind = text.kinds[token]
            if kind == .colon || kind == .comma { isMarked = true } else if isMarked { return nil }
            if kind == .terminator || text.hashes[token] == Self.that { return nil }
            token += 1
        }
        guard token < bound, let index = stretchOpening(at: token), !claimed[index] else { return nil }
        let quoted = stretches[index].tokens
        let isNextParagraph = text.flags[token].contains(.opensParagraph)
        if isNextParagraph, token == 0 || text.kinds[token - 1] != .colon { return nil }
        if token > start + 1, !isMarked, cue.entry.strength == .strong { return nil }
        return quoted
    }

    /// "that" within reach, before any comma.
    private func thatOrMark(from start: Int, _ limit: Int) -> Int? {
        guard start < limit else { return nil }
        if text.hashes[start] == Self.that { return start }
        // What stands between must be an adverbial: a noun would make "that" its relative pronoun.
        guard Self.prepositions.contains(text.hashes[start]) || reading.clues[start].contains(.calendar) else {
            return nil
        }
        var token = start + 1
        while token < min(limit, start + Self.reach) {
            if text.hashes[token] == Self.that { return token }
            guard text.kinds[token] == .word || text.kinds[token] == .number || text.kinds[token] == .possessive else {
                return nil
            }
            if CueTable.shared.match(in: text, at: token, limit: limit)?.entry.strength == .strong { return nil }
            token += 1
        }
        return nil
    }

    /// What is reported from a token to its sentence's end, or to the end of the quotation that runs over it.
    private func reported(from start: Int, _ sentence: Range<Int>) -> Range<Int>? {
        var end = sentence.upperBound
        if let index = stretch(at: end - 1), stretches[index].tokens.upperBound > end {
            end = stretches[index].tokens.upperBound
        }
        while end > start, text.kinds[end - 1] == .terminator { end -= 1 }
        return end - start > 1 ? start..<end : nil
    }

    /// "According to X, …", "…, according to X", "…, according to X, "…".
    mutating func handleSource(_ cue: Occurrence) {
        let sentence = cue.sentence
        guard let speaker = phrases.beginning(at: cue.tokens.upperBound, limit: sentence.upperBound) else { return }
        var after = speaker.upperBound
        while after < sentence.upperBound, text.kinds[after] != .comma, text.kinds[after] != .terminator { after += 1 }
        var contents: [Range<Int>] = []
        let opens = cue.tokens.lowerBound - sentence.lowerBound <= 1
        if !opens {
            var end = cue.tokens.lowerBound
            while end > sentence.lowerBound, text.kinds[end - 1] == .comma { end -= 1 }
            var start = sentence.lowerBound
            if let index = stretch(at: start) { start = min(start, stretches[index].tokens.lowerBound) }
            if end > start { contents.append(start..<end) }
        }
        if after + 1 < sentence.upperBound, text.kinds[after] == .comma,
            let rest = reported(from: after + 1, sentence), opens || stretchOpening(at: after + 1) != nil
        {
            contents.append(rest)
        }
        guard !contents.isEmpty else { return }
        if let last = drafts.last, let content = last.contents.last, let first = contents.first,
            content.overlaps(first)
        {
            return
        }
        var draft = QuoteDraft(contents: contents, speaker: speaker, cue: cue.tokens, confidence: 0.85)
        draft.lemma = cue.entry.lemma
        keep(draft)
    }
}
