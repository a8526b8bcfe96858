import Language

/// Which words are written with a capital because they are names: in running text those that have one, in lines whose capitals
/// tell nothing those that would have one in running text.
struct TrueCapitals: Sendable {
    private let reading: Reading
    /// Words written small somewhere in running text.
    private var small: Set<UInt64> = []
    /// Words with a capital in running text where their place does not ask for one.
    private var proper: Set<UInt64> = []
    private let hasHeadlines: Bool
    /// Which sentences are lines whose capitals tell nothing: in capitals, or in title case without a stop. One with a stop is
    /// rather a list of names.
    let isHeadline: [Bool]

    /// From this degree on a word is written with a capital oftener than small.
    static let mostlyCapital: UInt64 = 4

    /// Gathers how the words of headlines are written in running text. Linear in the tokens.
    init(_ reading: Reading) {
        let text = reading.text
        self.reading = reading
        let isHeadline = zip(text.sentences, reading.isTitleCase).map { sentence, isTitleCase in
            isTitleCase
                && (text.kinds[sentence.upperBound - 1] != .terminator || Self.isInCapitals(sentence, text))
        }
        self.isHeadline = isHeadline
        hasHeadlines = isHeadline.contains(true)
        guard hasHeadlines else { return }
        for (index, sentence) in text.sentences.enumerated() where !isHeadline[index] {
            for token in sentence where text.kinds[token] == .word {
                if !text.flags[token].contains(.capital) {
                    small.insert(text.hashes[token])
                } else if !reading.opensClause(token) {
                    proper.insert(text.hashes[token])
                }
            }
        }
    }

    /// Whether no word of a sentence has a small letter. Linear in it.
    private static func isInCapitals(_ sentence: Range<Int>, _ text: TokenizedText) -> Bool {
        sentence.allSatisfy { !text.flags[$0].contains(.lower) }
    }

    /// Whether a token is written with a capital of its own. Constant time.
    @inline(__always)
    func contain(_ token: Int) -> Bool {
        let text = reading.text
        guard text.isCapitalised(token) else { return false }
        guard hasHeadlines, isHeadline[Int(text.sentenceOfToken[token])] else { return true }
        let hash = text.hashes[token]
        if proper.contains(hash) { return true }
        if small.contains(hash) || reading.clues[token].contains(.function) { return false }
        let traits = WordClasses.shared[hash]
        return traits.bits == 0 || traits.capital >= Self.mostlyCapital
    }
}
