import Language

/// The words at the beginning and at the end of a passage that is longer than a label, and the pairs of them, by which notes
/// on the author, appeals to subscribe and notices of the law are told from prose: each is a *token* with a learned weight.
/// Tokens of the beginning are written `(read`, `(read more` (a pair), `(^read` (the very first), those of the end `)here`,
/// `)click here`, `)here$`; a number is `0`.
struct PassageEnds {
    /// Bytes from which a passage has two ends: some twelve words.
    static let fewestBytes = 80
    /// Words of each end. Six and fifteen words were measured, too: of passages on unseen sites of the development pages ten
    /// tell the most.
    private static let most = 10
    /// Bytes read of each end: ten words of thirty bytes.
    private static let reach = 300
    /// Bytes of an end that mostly hold ten words.
    private static let nearReach = 100

    private let text: ArraySlice<UInt8>
    private let opening: ArraySlice<Range<Int>>
    private let closing: ArraySlice<Range<Int>>

    /// Reads a passage; nil where it is too short. At most 700 bytes are read.
    init?(_ text: ArraySlice<UInt8>) {
        guard text.count >= Self.fewestBytes else { return nil }
        self.text = text
        var head = text.prefix(Self.reach)
        // Words that the limit cuts are none.
        if head.count < text.count { while let last = head.last, LineWords.isPart(last) { head.removeLast() } }
        opening = LineWords.words(of: head, most: Self.most)[...]
        let near = Self.words(atEndOf: text, Self.nearReach)
        closing =
            near.count == Self.most || text.count <= Self.nearReach ? near : Self.words(atEndOf: text, Self.reach)
    }

    private static func words(atEndOf text: ArraySlice<UInt8>, _ reach: Int) -> ArraySlice<Range<Int>> {
        var tail = text.suffix(reach)
        if tail.count < text.count { tail = tail.drop(while: LineWords.isPart) }
        return LineWords.words(of: tail, most: Int.max).suffix(most)
    }

    /// Calls `body` with the hash of each token. Linear.
    func forEachToken(opening atStart: (UInt64) -> Void, closing atEnd: (UInt64) -> Void) {
        let before = FNV1a.extended(FNV1a.offset, Self.openingMark)
        forEachToken(of: opening, from: before, atStart)
        if let first = opening.first { atStart(extended(FNV1a.extended(before, UInt8(ascii: "^")), first)) }
        let behind = FNV1a.extended(FNV1a.offset, Self.closingMark)
        forEachToken(of: closing, from: behind, atEnd)
        if let last = closing.last { atEnd(FNV1a.extended(extended(behind, last), UInt8(ascii: "$"))) }
    }

    private static let openingMark = UInt8(ascii: "(")
    private static let closingMark = UInt8(ascii: ")")

    private func forEachToken(of words: ArraySlice<Range<Int>>, from mark: UInt64, _ body: (UInt64) -> Void) {
        var before: UInt64?
        for word in words {
            let hash = extended(mark, word)
            body(hash)
            if let before { body(extended(FNV1a.extended(before, 0x20), word)) }
            before = hash
        }
    }

    private func extended(_ hash: UInt64, _ word: Range<Int>) -> UInt64 { LineWords.extended(hash, text[word]) }

    /// The tokens as they are written in the table of weights. Linear.
    var tokens: [String] {
        let first = opening.map { LineWords.spelling(text[$0]) }
        let last = closing.map { LineWords.spelling(text[$0]) }
        var tokens = first.map { "(\($0)" } + zip(first, first.dropFirst()).map { "(\($0) \($1)" }
        if let word = first.first { tokens.append("(^\(word)") }
        tokens += last.map { ")\($0)" } + zip(last, last.dropFirst()).map { ")\($0) \($1)" }
        if let word = last.last { tokens.append(")\(word)$") }
        return tokens
    }
}
