import Language

/// Finds the noun phrase beside a cue, by the words at which one ends. No tagging: the cue says where to look.
struct NounPhrase {
    private static let helpers = Tables.lexicon("helpers")
    private static let ends = Tables.lexicon("phrase-ends")
    private static let breaks = Tables.lexicon("phrase-breaks")
    private static let pronouns = Set(
        ["he", "she", "they", "it", "we", "i", "you", "who", "one", "some", "many", "others", "those", "both"]
            .map(WordHash.of))
    private static let and = WordHash.of("and")
    private static let of = WordHash.of("of")
    private static let who = WordHash.of("who")
    /// A subject is at most this long; longer ones are clauses.
    private static let longest = 14

    /// Loads the tables.
    static func warmUp() { _ = (helpers, ends, breaks) }

    let text: TokenizedText
    let cast: Cast

    /// The subject that ends before `cue`, no further to the front than `floor`. Skips auxiliaries, adverbs and an
    /// apposition between commas.
    func ending(before cue: Int, floor: Int) -> Range<Int>? {
        var last = cue - 1
        while last >= floor, isHelper(last) { last -= 1 }
        guard last >= floor else { return nil }
        if text.kinds[last] == .comma || text.kinds[last] == .dash || text.kinds[last] == .close {
            guard let front = frontOfInsertion(endingAt: last, floor: floor) else { return nil }
            last = front - 1
            guard last >= floor else { return nil }
        }
        return phrase(endingAt: last, floor: floor)
    }

    private func isHelper(_ token: Int) -> Bool {
        guard text.kinds[token] == .word, cast.mention(at: token) == nil else { return false }
        if Self.helpers.contains(text.hashes[token]) { return true }
        let end = text.ends[token]
        return end - text.starts[token] > 4 && text.bytes[end - 1] == 0x79 && text.bytes[end - 2] == 0x6C
            && !text.flags[token].contains(.capital)
    }

    /// Where the comma (or bracket) stands that opens the insertion which ends at `close`.
    private func frontOfInsertion(endingAt close: Int, floor: Int) -> Int? {
        let kind = text.kinds[close]
        let opening: TokenKind = kind == .close ? .open : kind
        var token = close - 1
        while token > floor, close - token <= 2 * Self.longest {
            if text.kinds[token] == opening { return token }
            if text.kinds[token] == .quote || text.kinds[token] == .terminator { return nil }
            token -= 1
        }
        return nil
    }

    private func phrase(endingAt last: Int, floor: Int) -> Range<Int>? {
        guard text.kinds[last] == .word || text.kinds[last] == .number else { return nil }
        if cast.mention(at: last) == nil {
            if Self.pronouns.contains(text.hashes[last]) { return last..<(last + 1) }
            if Self.ends.contains(text.hashes[last]) { return nil }
        }
        var start = last
        while start > floor, last - start < Self.longest {
            let before = start - 1
            if let mention = cast.mention(at: before) {
                start = max(floor, cast.mentions[mention].tokens.lowerBound)
                continue
            }
            let kind = text.kinds[before]
            guard kind == .word || kind == .hyphen || kind == .number || kind == .possessive else { break }
            if Self.ends.contains(text.hashes[before]), !joinsNames(before) { break }
            start = before
        }
        return start <= last ? start..<(last + 1) : nil
    }

    /// "Merkel and Macron": the conjunction stands between two names.
    private func joinsNames(_ token: Int) -> Bool {
        text.hashes[token] == Self.and && cast.mention(at: token - 1) != nil && cast.mention(at: token + 1) != nil
    }

    /// The subject that begins at `start`, as after an inverted cue or "according to", before `limit`.
    func beginning(at start: Int, limit: Int) -> Range<Int>? {
        guard start < limit, text.kinds[start] == .word || text.kinds[start] == .number else { return nil }
        if cast.mention(at: start) == nil {
            if Self.pronouns.contains(text.hashes[start]) { return start..<(start + 1) }
            if Self.breaks.contains(text.hashes[start]) { return nil }
        }
        var end = start + 1
        while end < limit, end - start < 2 * Self.longest {
            if let mention = cast.mention(at: end) {
                end = min(limit, cast.mentions[mention].tokens.upperBound)
                continue
            }
            let kind = text.kinds[end]
            guard kind == .word || kind == .hyphen || kind == .number || kind == .possessive else { break }
            if Self.breaks.contains(text.hashes[end]) { break }
            end += 1
        }
        return start..<end
    }

    /// Whether a phrase is one pronoun.
    func isPronoun(_ phrase: Range<Int>) -> Bool {
        phrase.count == 1 && Self.pronouns.contains(text.hashes[phrase.lowerBound])
    }
}
