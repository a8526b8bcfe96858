import Language

extension QuoteFinder {
    /// A stretch without a cue is a quotation when it goes on from one, and a statement of its own when it fills its
    /// sentence and is not short. Titles and scare quotes stay out.
    private static let leastWords = 5

    /// Gives homes to the stretches no cue has claimed.
    mutating func settleLooseStretches() {
        for index in stretches.indices where !claimed[index] {
            if let draft = draftBefore(index), continues(draft, at: index) {
                drafts[draft].contents.append(stretches[index].tokens)
                claimed[index] = true
                draftOfStretch[index] = draft
            } else if standsAlone(index) {
                keep(loose(index))
            }
        }
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

    private func standsAlone(_ index: Int) -> Bool {
        let quoted = stretches[index].tokens
        let inner = stretches[index].inner
        guard let last = inner.last, inner.count >= Self.leastWords else { return false }
        if isNamed(index) != nil || isSigned(index) != nil { return true }
        return text.flags[quoted.lowerBound].contains(.opensSentence)
            && (text.kinds[last] == .terminator || !stretches[index].isClosed)
    }

    /// "Smith: "…"": a name and a colon.
    private func isNamed(_ index: Int) -> Int? {
        let opening = stretches[index].tokens.lowerBound
        guard opening > 1, text.kinds[opening - 1] == .colon, let mention = cast.mention(at: opening - 2) else {
            return nil
        }
        return cast.members[cast.memberOfMention[mention]].type == .person ? mention : nil
    }

    /// ""…" — Smith": a dash and a name after the quotation.
    private func isSigned(_ index: Int) -> Int? {
        let next = stretches[index].tokens.upperBound
        guard next + 1 < text.count, text.kinds[next] == .dash, let mention = cast.mention(at: next + 1),
            text.paragraphIndex(of: next) == text.paragraphIndex(of: next + 1)
        else { return nil }
        return cast.members[cast.memberOfMention[mention]].type == .person ? mention : nil
    }

    private func loose(_ index: Int) -> QuoteDraft {
        let quoted = stretches[index].tokens
        if let mention = isNamed(index) {
            let colon = (quoted.lowerBound - 1)..<quoted.lowerBound
            return QuoteDraft(
                contents: [quoted], speaker: cast.mentions[mention].tokens, cue: colon, lemma: ":", confidence: 0.8)
        }
        if let mention = isSigned(index) {
            let dash = quoted.upperBound..<(quoted.upperBound + 1)
            return QuoteDraft(
                contents: [quoted], speaker: cast.mentions[mention].tokens, cue: dash, lemma: "—", confidence: 0.8)
        }
        var draft = QuoteDraft(contents: [quoted], confidence: 0.4)
        if let before = draftBefore(index),
            text.paragraphIndex(of: quoted.lowerBound)
                - text.paragraphIndex(of: stretches[index - 1].tokens.lowerBound) <= 1
        {
            draft.speaker = drafts[before].speaker
            draft.member = drafts[before].member
        }
        return draft
    }
}
