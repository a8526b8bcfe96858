import Language

/// What capitals tell, and where they tell nothing.
extension Reading {
    /// Whether a sentence is set in title case: three capitals in four content words and no stop, or nine in ten and a stop.
    /// That is a headline, no sentence of names. Linear in the sentence.
    static func isTitleCase(_ sentence: Range<Int>, _ text: TokenizedText, _ clues: [NameClues]) -> Bool {
        var words = 0
        var capitals = 0
        for token in sentence where text.kinds[token] == .word && !clues[token].contains(.function) {
            words += 1
            if text.flags[token].contains(.capital) { capitals += 1 }
        }
        let isStopped = text.kinds[sentence.upperBound - 1] == .terminator
        return isStopped ? words >= 7 && capitals * 10 >= words * 9 : words >= 4 && capitals * 4 >= words * 3
    }

    /// Whether a capital at a token may come from its place alone.
    func opensClause(_ token: Int) -> Bool {
        if token == 0 || text.flags[token].contains(.opensSentence) { return true }
        switch text.kinds[token - 1] {
        case .quote, .colon, .open, .terminator, .dash, .symbol: return true
        default: return false
        }
    }
}
