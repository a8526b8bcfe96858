import Language

extension QuoteFinder {
    /// "According to X, …", "…, according to X", "…, according to X, "…", "According to X: "…"".
    mutating func handleSource(_ cue: Occurrence) {
        let sentence = cue.sentence
        guard let speaker = phrases.beginning(at: cue.tokens.upperBound, limit: sentence.upperBound) else { return }
        let after = endOfSource(speaker.upperBound, sentence)
        var contents: [Range<Int>] = []
        let opens = cue.tokens.lowerBound - sentence.lowerBound <= 1
        if !opens {
            var end = cue.tokens.lowerBound
            while end > sentence.lowerBound, text.kinds[end - 1] == .comma { end -= 1 }
            var start = sentence.lowerBound
            if let index = stretch(at: start) { start = min(start, stretches[index].tokens.lowerBound) }
            if end > start { contents.append(start..<end) }
        }
        if let rest = rest(after: after, cue, opens: opens) { contents.append(rest) }
        guard let first = contents.first else { return }
        if let last = drafts.last, let content = last.contents.last, content.overlaps(first) {
            return
        }
        var draft = QuoteDraft(contents: contents, speaker: speaker, cue: cue.tokens, rank: 0.85)
        draft.lemma = cue.entry.lemma
        keep(draft)
    }

    private func endOfSource(_ start: Int, _ sentence: Range<Int>) -> Int {
        var after = start
        while after < sentence.upperBound, text.kinds[after] != .comma, text.kinds[after] != .terminator,
            text.kinds[after] != .colon, stretchOpening(at: after) == nil
        {
            after += 1
        }
        return after
    }

    private func rest(after: Int, _ cue: Occurrence, opens: Bool) -> Range<Int>? {
        let next = after + 1
        if after < text.count, isColon(after), next < text.count, let index = stretchOpening(at: next),
            !isClaimed(index)
        {
            return stretches[index].tokens
        }
        guard next < cue.sentence.upperBound, text.kinds[after] == .comma else { return nil }
        guard opens || stretchOpening(at: next) != nil else { return nil }
        // An apposition to the source stands before the content: "According to X, the paper's owner, …".
        return reported(from: next, cue.sentence)
    }
}
