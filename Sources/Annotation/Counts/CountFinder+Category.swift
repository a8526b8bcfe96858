import Language

extension CountFinder {
    /// What happened stands within this many tokens of the count.
    private static let reachAfter = 10
    private static let reachBefore = 4
    /// "…, two of them brothers, …": a comma closes what another opened within so many tokens.
    private static let reachOfAside = 14
    /// Words that may stand between a verb and the figure it governs ("killed another three", "deaths of some 12").
    private static let between = WordSet(
        [
            "of", "the", "another", "some", "all", "other", "these", "those", "a", "total", "further", "off", "up",
            "also",
        ].map(
            WordHash.of))
    /// More words between a verb and its figure are another phrase.
    private static let longestBetween = 4
    /// Words that open an object: a verb before one of them is active, and tells what the counted did to others.
    private static let openers = WordSet(
        ["a", "an", "the", "his", "her", "their", "its", "him", "them", "another", "several", "some", "this", "that"]
            .map(WordHash.of))
    /// Words of what happened that govern nothing: "missing one or two pieces", "employees 55 years old".
    private static let adjectives = WordSet(
        ["missing", "dead", "homeless", "employees", "jobs", "lives", "bodies", "refugees", "survivors", "trapped"]
            .map(WordHash.of))
    /// Verbs that tell of their subject, whatever follows: "families fled their homes".
    private static let intransitives = WordSet(
        [
            "fled", "flee", "flees", "fleeing", "died", "dies", "die", "perished", "drowned", "disappeared", "vanished",
            "survived", "lost", "injuries", "wounds", "burns", "lives", "contracted", "dead", "missing", "homeless",
        ].map(WordHash.of))
    /// Words at which another clause begins.
    private static let joints = WordSet(
        [
            "and", "but", "while", "who", "that", "which", "as", "after", "when", "where", "because", "since", "before",
            "if",
            "said", "says", "told", "whose", "say", "saying", "than", "though", "although", "until",
        ].map(WordHash.of))
    private static let and = WordHash.of("and")
    private static let relatives = WordSet(["who", "that", "which"].map(WordHash.of))
    private static let passives = WordSet(
        ["were", "was", "are", "had", "have", "has", "been", "remain", "lost", "died"].map(WordHash.of))
    private static let prepositions = WordSet(
        [
            "of", "in", "on", "from", "at", "near", "to", "with", "across", "by", "for", "around", "into", "inside",
            "outside",
        ]
        .map(WordHash.of))

    /// What happened to the counted: the verb right before the figure, then the first word behind the count in its
    /// clause, then what the noun itself says, then the last word before it.
    func category(around tokens: Range<Int>, _ object: Object, _ sentence: Range<Int>) -> String? {
        categoryOfGoverningVerb(before: tokens.lowerBound, sentence) ?? category(after: tokens, sentence)
            ?? categoryOfNoun(object) ?? category(before: tokens, sentence)
    }

    /// What a word or phrase says happened.
    func name(at token: Int, limit: Int) -> String? {
        Self.categories.lexicon.longestMatch(in: text, at: token, limit: limit).map { Self.categories.names[$0.value] }
    }

    /// "two dead bodies", "27 new cases", "two wounded policemen".
    private func categoryOfNoun(_ object: Object) -> String? {
        var token = object.tokens.lowerBound
        while token < object.tokens.upperBound {
            if let name = name(at: token, limit: object.tokens.upperBound) { return name }
            token += 1
        }
        return nil
    }

    func categoryOfGoverningVerb(before start: Int, _ sentence: Range<Int>) -> String? {
        var token = start - 1
        let first = max(sentence.lowerBound, token - Self.longestBetween)
        if token >= first, let name = phrase(endingAt: token, sentence) { return name }
        while token >= first, Self.between.contains(text.hashes[token]) { token -= 1 }
        return token >= first ? phrase(endingAt: token, sentence) : nil
    }

    /// "shot dead", "killing": the longest phrase that ends with a token.
    private func phrase(endingAt token: Int, _ sentence: Range<Int>) -> String? {
        for length in [3, 2, 1] where token - length + 1 >= sentence.lowerBound {
            let start = token - length + 1
            if let match = Self.categories.lexicon.longestMatch(in: text, at: start, limit: token + 1),
                match.length == length, length > 1 || !Self.adjectives.contains(text.hashes[token])
            {
                return Self.categories.names[match.value]
            }
        }
        return nil
    }

    private func category(after tokens: Range<Int>, _ sentence: Range<Int>) -> String? {
        var token = behindAside(tokens.upperBound, sentence)
        let last = min(sentence.upperBound, token + Self.reachAfter)
        if token + 1 < last, Self.relatives.contains(text.hashes[token]), Self.passives.contains(text.hashes[token + 1])
        {
            token += 1
        }
        while token < last, text.kinds[token] == .word || text.kinds[token] == .hyphen {
            if let match = Self.categories.lexicon.longestMatch(in: text, at: token, limit: last) {
                return isActive(token + match.length - 1, sentence) ? nil : Self.categories.names[match.value]
            }
            if token == tokens.upperBound, text.hashes[token] == Self.and,
                let other = numbers.figure(at: token + 1, limit: last),
                let object = object(from: other.tokens.upperBound, other, last)
            {
                // "two officers and a dozen rioters were killed": both were.
                token = max(other.tokens.upperBound, object.end)
                continue
            }
            if Self.joints.contains(text.hashes[token]) { return nil }
            if Self.openers.contains(text.hashes[token]), !Self.prepositions.contains(text.hashes[token - 1]) {
                return nil
            }
            token += 1
        }
        return nil
    }

    /// The token behind an aside between commas or dashes, where the count's own verb follows.
    private func behindAside(_ end: Int, _ sentence: Range<Int>) -> Int {
        guard end < sentence.upperBound,
            text.kinds[end] == .comma || text.kinds[end] == .dash || text.kinds[end] == .open
        else {
            return end
        }
        let closer: TokenKind = text.kinds[end] == .open ? .close : text.kinds[end]
        let limit = min(sentence.upperBound, end + Self.reachOfAside)
        for token in (end + 1)..<max(end + 1, limit) where text.kinds[token] == closer {
            let next = token + 1
            let isVerb =
                next < sentence.upperBound
                && (Self.passives.contains(text.hashes[next]) || name(at: next, limit: sentence.upperBound) != nil)
            return isVerb ? next : end
        }
        return end
    }

    /// "12 officers arrested a man" says nothing about what happened to the officers.
    private func isActive(_ verb: Int, _ sentence: Range<Int>) -> Bool {
        let next = verb + 1
        guard next < sentence.upperBound, !Self.intransitives.contains(text.hashes[verb]) else { return false }
        return Self.openers.contains(text.hashes[next]) || text.kinds[next] == .number
    }

    private func category(before tokens: Range<Int>, _ sentence: Range<Int>) -> String? {
        var token = tokens.lowerBound - 1
        let first = max(sentence.lowerBound, tokens.lowerBound - Self.reachBefore)
        while token >= first, text.kinds[token] == .word || text.kinds[token] == .hyphen {
            if Self.joints.contains(text.hashes[token])
                || Self.prepositions.contains(text.hashes[token])
                    && text.hashes[token] != Self.of
            {
                return nil
            }
            if let value = Self.categories.lexicon.value(of: text.hashes[token]) { return Self.categories.names[value] }
            token -= 1
        }
        return nil
    }
}
