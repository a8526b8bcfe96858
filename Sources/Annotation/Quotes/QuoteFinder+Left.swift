import Language

extension QuoteFinder {
    /// Takes the content that stands before its cue: "…," she said; said the minister; …, officials said.
    mutating func takeLeft(_ cue: Occurrence) -> Bool {
        if cue.entry.strength == .state || cue.entry.isParticiple && cue.subject == nil { return false }
        var speaker = cue.subject
        var boundary = (speaker?.lowerBound ?? cue.tokens.lowerBound) - 1
        if closing(boundary) == nil, let spanned = subjectAfterQuotation(cue) {
            speaker = spanned
            boundary = spanned.lowerBound - 1
        } else if closing(boundary) == nil, let inverted = invertedSubject(cue) {
            speaker = inverted
            boundary = cue.tokens.lowerBound - 1
        } else if cue.tokens.lowerBound > 0, closing(cue.tokens.lowerBound - 1) != nil {
            speaker = phrases.beginning(at: cue.tokens.upperBound, limit: cue.sentence.upperBound)
            boundary = cue.tokens.lowerBound - 1
        }
        guard boundary >= 0, text.paragraphIndex(of: boundary) == text.paragraphIndex(of: cue.tokens.lowerBound) else {
            return false
        }
        let after = max(cue.tokens.upperBound, speaker?.upperBound ?? 0)
        if let closed = closing(boundary) { return takeQuotation(closed, cue, speaker, boundary, after) }
        return takeClause(cue, speaker, boundary, after)
    }

    /// "Said the minister: "…"": cue and speaker open the sentence.
    mutating func takeInverted(_ cue: Occurrence) -> Bool {
        guard cue.tokens.lowerBound == cue.sentence.lowerBound, !cue.entry.isParticiple, cue.entry.strength != .quote,
            let speaker = phrases.beginning(at: cue.tokens.upperBound, limit: cue.sentence.upperBound)
        else { return false }
        let mark = speaker.upperBound
        guard mark + 1 < text.count, text.kinds[mark] == .comma || isColon(mark),
            let index = stretchOpening(at: mark + 1),
            !isClaimed(index)
        else { return false }
        keep(
            QuoteDraft(
                contents: [stretches[index].tokens], speaker: speaker, cue: cue.tokens, lemma: cue.entry.lemma,
                rank: 0.9))
        return true
    }

    /// All that stands between a quotation and its cue: "…," the senator and candidate for president said; or the person who
    /// opens it: "…," Nate Silver, the founder of the site said.
    private func subjectAfterQuotation(_ cue: Occurrence) -> Range<Int>? {
        guard cue.subject != nil else { return nil }
        var token = cue.tokens.lowerBound - 1
        var hasComma = false
        while token > 0, cue.tokens.lowerBound - token <= Self.reach, stretch(at: token) == nil {
            if text.kinds[token] == .comma, stretch(at: token - 1) != nil { break }
            guard [.word, .comma, .hyphen, .possessive, .number].contains(text.kinds[token]) else { return nil }
            if text.kinds[token] == .comma { hasComma = true }
            if cast.mention(at: token) == nil,
                CueTable.shared.match(in: text, at: token, limit: cue.tokens.lowerBound) != nil
                    || SpeechWords.phraseCutters.contains(text.hashes[token]) && !hasComma
            {
                return nil
            }
            token -= 1
        }
        let first = token + 1
        guard token > 0, closing(token) != nil, first < cue.tokens.lowerBound else { return nil }
        if !hasComma {
            var last = cue.tokens.lowerBound - 1
            while last > first, phrases.isHelper(last) { last -= 1 }
            return first..<(last + 1)
        }
        guard let mention = cast.mention(at: first) else { return nil }
        let isPerson = cast.members[cast.memberOfMention[mention]].type == .person
        return isPerson ? cast.mentions[mention].tokens : nil
    }

    /// The stretch that ends at a token, or before the comma at it.
    private func closing(_ token: Int) -> Int? {
        guard token >= 0 else { return nil }
        if let index = stretchEnding(at: token) { return index }
        let isLink = text.kinds[token] == .comma || text.kinds[token] == .dash
        return token > 0 && isLink ? stretchEnding(at: token - 1) : nil
    }

    private func invertedSubject(_ cue: Occurrence) -> Range<Int>? {
        let before = cue.tokens.lowerBound - 1
        guard before >= cue.sentence.lowerBound, text.kinds[before] == .comma, cue.entry.strength != .quote,
            !cue.entry.isParticiple
        else { return nil }
        return phrases.beginning(at: cue.tokens.upperBound, limit: cue.sentence.upperBound)
    }

    private mutating func takeQuotation(
        _ index: Int, _ cue: Occurrence, _ speaker: Range<Int>?, _ boundary: Int, _ after: Int
    ) -> Bool {
        let quoted = stretches[index].tokens
        let isOwnSentence = boundary < cue.sentence.lowerBound
        if isOwnSentence {
            if quotes(after, cue.sentence) { return false }
            let isEnd = endsOrQuotes(after, cue.sentence.upperBound)
            guard isEnd || endsClause(after, cue.sentence) && rightContent(cue) == nil else { return false }
        }
        guard !isClaimed(index) else { return false }
        // A mark closed without a stop inside, and no comma: part of a sentence whose verb this is.
        let last = stretches[index].inner.last(where: { text.kinds[$0] != .quote })
        let isStopped = last.map { [.comma, .terminator, .dash].contains(text.kinds[$0]) } ?? false
        guard isStopped || text.kinds[boundary] == .comma || text.kinds[boundary] == .dash else { return false }
        let opening = text.sentence(of: quoted.lowerBound).lowerBound
        // In "On “The Morning Show,” she said taxes …" the marks hold a title, and what is said follows.
        if opening < quoted.lowerBound, opening >= cue.sentence.lowerBound, stretches[index].inner.count <= 6,
            after < cue.sentence.upperBound, !isColon(after), !endsClause(after, cue.sentence)
        {
            return false
        }
        let start = contentStart(of: quoted, sentence: opening)
        var draft = QuoteDraft(
            contents: [start..<quoted.upperBound], speaker: speaker, antecedent: cue.antecedent, cue: cue.tokens,
            rank: 0.95)
        draft.lemma = cue.entry.lemma
        if let more = continuation(after: after, cue) { draft.contents.append(more) }
        keep(draft)
        return true
    }

    /// A mixed quotation begins with its sentence, unless what stands before it belongs to another quotation.
    private func contentStart(of quoted: Range<Int>, sentence: Int) -> Int {
        guard sentence < quoted.lowerBound else { return quoted.lowerBound }
        for token in sentence..<quoted.lowerBound {
            let isColon = text.kinds[token] == .colon
            let isTaken = stretch(at: token).map { isClaimed($0) } ?? false
            if isColon || isTaken
                || CueTable.shared.match(in: text, at: token, limit: quoted.lowerBound)?.entry.strength
                    == .strong
            {
                return quoted.lowerBound
            }
        }
        return sentence
    }

    /// Whether a comma and a stretch follow: the content of a cue behind a quotation that has ended.
    private func quotes(_ token: Int, _ sentence: Range<Int>) -> Bool {
        token + 1 < sentence.upperBound && text.kinds[token] == .comma && stretchOpening(at: token + 1) != nil
    }

    private func endsOrQuotes(_ token: Int, _ limit: Int) -> Bool {
        guard token < limit else { return true }
        return text.kinds[token] == .terminator || text.kinds[token] == .comma || text.kinds[token] == .colon
            || stretchOpening(at: token) != nil
    }

    /// The second half of a split quotation in the same sentence: "…," he said, "…".
    private func continuation(after: Int, _ cue: Occurrence) -> Range<Int>? {
        var token = after
        // An adverbial may stand between: "he said on Monday, "…".
        let limit = min(cue.sentence.upperBound, after + Self.reach)
        while token < limit, text.kinds[token] == .word || text.kinds[token] == .number {
            if token > after, CueTable.shared.match(in: text, at: token, limit: limit) != nil { return nil }
            token += 1
        }
        guard token < limit else { return nil }
        let isLink = [.comma, .colon, .dash].contains(text.kinds[token])
        guard isLink || token == after else { return nil }
        if isLink { token += 1 }
        guard token < limit, let index = stretchOpening(at: token), !isClaimed(index) else { return nil }
        return stretches[index].tokens
    }

    /// Reported speech before its cue, "…, officials said", or around it, "…, officials said, …".
    private mutating func takeClause(
        _ cue: Occurrence, _ speaker: Range<Int>?, _ boundary: Int, _ after: Int
    ) -> Bool {
        guard let speaker, cue.entry.strength != .quote, boundary > cue.sentence.lowerBound + 1,
            text.kinds[boundary] == .comma, after >= cue.sentence.upperBound || endsClause(after, cue.sentence)
        else { return false }
        let start = cue.sentence.lowerBound
        // "He admitted that it was late, the paper reported": only a cue at the end takes in another's sentence.
        if let last = drafts.last?.cue, last.lowerBound >= start {
            guard after >= cue.sentence.upperBound || text.kinds[after] == .terminator else { return false }
        }
        // "For his part, Bush said on Monday that …": what follows the cue is the content.
        if after < cue.sentence.upperBound, text.kinds[after] != .terminator, rightContent(cue) != nil { return false }
        var draft = QuoteDraft(
            contents: [start..<boundary], speaker: speaker, cue: cue.tokens, lemma: cue.entry.lemma, rank: 0.75)
        if after < cue.sentence.upperBound, text.kinds[after] == .comma, goesOn(after + 1, cue.sentence),
            let rest = reported(from: after + 1, cue.sentence)
        {
            draft.contents.append(rest)
        } else if boundary < start + 3 {
            return false
        }
        keep(draft)
        return true
    }

    /// Whether what follows the comma after a cue is still reported.
    private func goesOn(_ token: Int, _ sentence: Range<Int>) -> Bool {
        guard token + 2 < sentence.upperBound, text.kinds[token] == .word || stretchOpening(at: token) != nil else {
            return false
        }
        if SpeechWords.clauseCutters.contains(text.hashes[token]) || isParticiple(token) { return false }
        return !Self.adverbials.contains(text.hashes[token]) && !reading.clues[token].contains(.calendar)
            && text.hashes[token] != SpeechWords.and && text.hashes[token] != SpeechWords.but
    }

    private static let adverbials = WordSet(
        ["on", "in", "at", "during", "after", "by", "as", "when", "while", "before", "to", "through", "from"].map(
            WordHash.of))

    private func endsClause(_ token: Int, _ sentence: Range<Int>) -> Bool {
        if text.kinds[token] == .terminator || text.kinds[token] == .comma { return true }
        return Self.adverbials.contains(text.hashes[token]) || opensTime(token)
    }

    /// "Monday", "late Saturday", "earlier this week".
    func opensTime(_ token: Int) -> Bool {
        if reading.clues[token].contains(.calendar) { return true }
        guard SpeechWords.beforeTimes.contains(text.hashes[token]), token + 1 < text.count else { return false }
        return reading.clues[token + 1].contains(.calendar)
            || SpeechWords.beforeTimes.contains(text.hashes[token + 1])
    }
}
