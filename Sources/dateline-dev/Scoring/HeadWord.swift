/// The head of a noun phrase by a heuristic that serves scoring only: the last word before the first comma, bracket,
/// dash, preposition or relative pronoun.
enum HeadWord {
    private static let cuts: Set<String> = [
        "of", "who", "whose", "in", "for", "at", "from", "with", "on", "to", "that", "which", "by", "near", "about",
        "told", "said", "says", "and",
    ]

    /// The part of a range before its first cut; the whole range where nothing cuts it, or a cut opens it.
    static func uncut(_ text: Codepoints, _ range: Range<Int>) -> Range<Int> {
        let range = text.clamped(range)
        var index = range.lowerBound
        while index < range.upperBound {
            var next = index
            while next < range.upperBound, text.scalars[next].isSpace { next += 1 }
            if isCut(text, next, range.upperBound, afterSpace: next > index) {
                return index > range.lowerBound ? range.lowerBound..<index : range
            }
            index = max(next, index + 1)
        }
        return range
    }

    /// Whether a punctuation mark, or a cutting word between white space, begins at an index.
    private static func isCut(_ text: Codepoints, _ index: Int, _ end: Int, afterSpace: Bool) -> Bool {
        guard index < end else { return false }
        switch text.scalars[index] {
        case ",", "(", "—", "–", ";", ":": return true
        case "-": return index + 1 < end && text.scalars[index + 1] == "-"
        default: break
        }
        guard afterSpace else { return false }
        var stop = index
        while stop < end, text.scalars[stop].isASCII, text.scalars[stop].isWord { stop += 1 }
        guard stop < end, text.scalars[stop].isSpace else { return false }
        return cuts.contains(text.string(index..<stop).lowercased())
    }
}
