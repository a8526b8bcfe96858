import Language

/// Finds the noun phrase beside a cue, by the words at which one ends. No tagging: the cue says where to look.
struct NounPhrase {
    private static let helpers = Tables.lexicon("helpers")
    private static let ends = Tables.lexicon("phrase-ends")
    private static let breaks = Tables.lexicon("phrase-breaks")
    private static let pronouns = WordSet(
        [
            "he", "he'd", "i", "i'd", "i've", "it", "many", "one", "others", "she", "she'd", "some", "they", "they'd",
            "they've", "those", "we", "we'd", "we've", "who", "who'd", "who've", "you", "you'd", "you've",
        ].map(WordHash.of))
    /// Pronouns that also stand before a noun: "one source".
    private static let partitives = WordSet(["one", "some", "many", "those"].map(WordHash.of))
    /// What may open a sentence before its subject.
    private static let openers = WordSet(["now", "meanwhile", "still", "however", "today", "but"].map(WordHash.of))
    private static let and = WordHash.of("and")
    /// A subject is at most this long; longer ones are clauses.
    private static let longest = 14

    /// Loads the tables.
    static func warmUp() { _ = (helpers, ends, breaks) }

    let text: TokenizedText
    let cast: Cast

    /// The subject that ends before `cue`, no further to the front than `floor`. Skips auxiliaries, adverbs and an
    /// apposition between commas.
    /// A short one ends at a preposition: "in the wake of a new poll showing".
    func ending(before cue: Int, floor: Int, isShort: Bool = false) -> Range<Int>? {
        var last = cue - 1
        while last >= floor, isHelper(last) { last -= 1 }
        guard last >= floor else { return nil }
        // "Jim Jordan (R-Ohio), a member of the panel, said" has two insertions.
        for _ in 0..<3 where text.kinds[last] == .comma || text.kinds[last] == .dash || text.kinds[last] == .close {
            guard let front = frontOfInsertion(endingAt: last, floor: floor), front > floor else { return nil }
            last = front - 1
        }
        return phrase(endingAt: beforeItsRegion(last, floor), floor: floor, isShort: isShort)
    }

    /// "Stacy Baker of Columbia, South Carolina says": the token before the comma, where both sides are places.
    private func beforeItsRegion(_ last: Int, _ floor: Int) -> Int {
        guard let region = cast.mention(at: last), isPlace(last) else { return last }
        let comma = cast.mentions[region].tokens.lowerBound - 1
        guard comma > floor, text.kinds[comma] == .comma, isPlace(comma - 1) else { return last }
        return comma - 1
    }

    private func isPlace(_ token: Int) -> Bool {
        guard let member = cast.member(at: token) else { return false }
        return cast.members[member].type == .place
    }

    /// Whether a token is a helping verb or an adverb.
    func isHelper(_ token: Int) -> Bool {
        guard text.kinds[token] == .word, cast.mention(at: token) == nil else { return false }
        if Self.helpers.contains(text.hashes[token]) { return true }
        let end = text.ends[token]
        return end - text.starts[token] > 4 && text.bytes[end - 1] == 0x79 && text.bytes[end - 2] == 0x6C
            && !text.flags[token].contains(.capital)
    }

    /// Where the comma (or bracket) stands that opens the insertion which ends at `close`: the nearest one behind a person's
    /// name, since an apposition may hold commas of its own, else the nearest.
    private func frontOfInsertion(endingAt close: Int, floor: Int) -> Int? {
        let kind = text.kinds[close]
        let opening: TokenKind = kind == .close ? .open : kind
        var nearest: Int?
        var token = close - 1
        while token > floor, close - token <= 2 * Self.longest {
            if text.kinds[token] == opening {
                if kind != .comma || isPerson(token - 1) || text.kinds[token - 1] == .close { return token }
                nearest = nearest ?? token
            }
            if text.kinds[token] == .quote, !isApostrophe(token) { break }
            if text.kinds[token] == .terminator, kind == .comma { break }
            token -= 1
        }
        return nearest
    }

    /// "Sanders’ manager": the mark after a plural's "s" opens and closes nothing.
    private func isApostrophe(_ token: Int) -> Bool {
        guard token > 0, text.kinds[token] == .quote, !text.flags[token].contains(.spaced) else { return false }
        let isSingle = text.firstByte(token) == UInt8(ascii: "'") || text.bytes[text.ends[token] - 1] == 0x99
        return isSingle && text.ends[token] - text.starts[token] != 2
            && text.bytes[text.ends[token - 1] - 1] | 0x20 == UInt8(ascii: "s")
    }

    private func isPerson(_ token: Int) -> Bool {
        guard let member = cast.member(at: token) else { return false }
        return cast.members[member].type == .person
    }

    private func phrase(endingAt last: Int, floor: Int, isShort: Bool) -> Range<Int>? {
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
            guard [.word, .hyphen, .number, .possessive, .percent].contains(kind) || isApostrophe(before) else { break }
            if Self.ends.contains(text.hashes[before]), !joinsNames(before) { break }
            if isShort, SpeechWords.adverbialOpeners.contains(text.hashes[before]) { break }
            start = before
        }
        while start < last, Self.openers.contains(text.hashes[start]), cast.mention(at: start) == nil { start += 1 }
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
            let isPartitive =
                Self.partitives.contains(text.hashes[start]) && start + 1 < limit
                && text.kinds[start + 1] == .word && !Self.breaks.contains(text.hashes[start + 1])
            if Self.pronouns.contains(text.hashes[start]), !isPartitive { return start..<(start + 1) }
            if Self.breaks.contains(text.hashes[start]) { return nil }
        }
        var end = start + 1
        while end < limit, end - start < 2 * Self.longest {
            if let mention = cast.mention(at: end) {
                end = min(limit, cast.mentions[mention].tokens.upperBound)
                continue
            }
            let kind = text.kinds[end]
            guard kind == .word || kind == .hyphen || kind == .number || kind == .possessive || isApostrophe(end)
            else { break }
            if Self.breaks.contains(text.hashes[end]) { break }
            end += 1
        }
        while end - 1 > start, SpeechWords.adverbialOpeners.contains(text.hashes[end - 1]) { end -= 1 }
        return start..<end
    }

    /// Whether a phrase is one pronoun.
    func isPronoun(_ phrase: Range<Int>) -> Bool {
        phrase.count == 1 && Self.pronouns.contains(text.hashes[phrase.lowerBound])
    }
}
