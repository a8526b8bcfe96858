import Language

extension CountFinder {
    /// What happened stands within this many tokens of the count.
    private static let reachAfter = 9
    private static let reachBefore = 5
    /// Words that may stand between a verb and the figure it governs ("killed another three", "deaths of some 12").
    private static let between = Set(
        ["of", "the", "another", "some", "all", "other", "these", "those"].map(WordHash.of))
    /// Words that open an object: a verb before one of them is active, and tells what the counted did to others.
    private static let openers = Set(
        ["a", "an", "the", "his", "her", "their", "its", "him", "them", "another", "several", "some"].map(WordHash.of))
    /// Words at which another clause begins.
    private static let joints = Set(
        ["and", "but", "while", "who", "that", "which", "as", "after", "when"].map(WordHash.of))

    /// What happened to the counted: what the noun itself says, then the verb right before the figure, then the first
    /// word behind it in the same clause, then the last one before it.
    func category(around tokens: Range<Int>, _ sentence: Range<Int>) -> String? {
        name(at: tokens.upperBound - 1, limit: tokens.upperBound) ?? categoryOfGoverningVerb(before: tokens, sentence)
            ?? category(after: tokens, sentence) ?? category(before: tokens, sentence)
    }

    private func name(at token: Int, limit: Int) -> String? {
        Self.categories.lexicon.longestMatch(in: text, at: token, limit: limit).map { Self.categories.names[$0.value] }
    }

    private func categoryOfGoverningVerb(before tokens: Range<Int>, _ sentence: Range<Int>) -> String? {
        var token = tokens.lowerBound - 1
        while token >= sentence.lowerBound, Self.between.contains(text.hashes[token]) { token -= 1 }
        guard token >= sentence.lowerBound else { return nil }
        return Self.categories.lexicon.value(of: text.hashes[token]).map { Self.categories.names[$0] }
    }

    private func category(after tokens: Range<Int>, _ sentence: Range<Int>) -> String? {
        let last = min(sentence.upperBound, tokens.upperBound + Self.reachAfter)
        var token = tokens.upperBound
        while token < last, text.kinds[token] == .word || text.kinds[token] == .hyphen {
            if let name = name(at: token, limit: last) { return isActive(token, sentence) ? nil : name }
            if Self.joints.contains(text.hashes[token]) { return nil }
            token += 1
        }
        return nil
    }

    /// "12 officers arrested a man" says nothing about what happened to the officers.
    private func isActive(_ verb: Int, _ sentence: Range<Int>) -> Bool {
        let next = verb + 1
        guard next < sentence.upperBound else { return false }
        return Self.openers.contains(text.hashes[next]) || text.kinds[next] == .number
    }

    private func category(before tokens: Range<Int>, _ sentence: Range<Int>) -> String? {
        var token = tokens.lowerBound - 1
        let first = max(sentence.lowerBound, tokens.lowerBound - Self.reachBefore)
        while token >= first, text.kinds[token] == .word || text.kinds[token] == .hyphen {
            if Self.joints.contains(text.hashes[token]) { return nil }
            if let value = Self.categories.lexicon.value(of: text.hashes[token]) { return Self.categories.names[value] }
            token -= 1
        }
        return nil
    }
}
