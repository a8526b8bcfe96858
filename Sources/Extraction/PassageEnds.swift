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

    private let opening: [ArraySlice<UInt8>]
    private let closing: [ArraySlice<UInt8>]

    /// Reads a passage; nil where it is too short. At most 600 bytes are read.
    init?(_ text: ArraySlice<UInt8>) {
        guard text.count >= Self.fewestBytes else { return nil }
        var head = text.prefix(Self.reach)
        var tail = text.suffix(Self.reach)
        // Words that the limit cuts are none.
        if head.count < text.count { while let last = head.last, LineWords.isPart(last) { head.removeLast() } }
        if tail.count < text.count { tail = tail.drop(while: LineWords.isPart) }
        opening = Array(LineWords.words(of: head).prefix(Self.most))
        closing = LineWords.words(of: tail).suffix(Self.most)
    }

    /// Calls `body` with the hash of each token. Linear.
    func forEachToken(opening atStart: (UInt64) -> Void, closing atEnd: (UInt64) -> Void) {
        let before = FNV1a.extended(FNV1a.offset, Self.openingMark)
        Self.forEachToken(of: opening, from: before, atStart)
        if let first = opening.first { atStart(LineWords.extended(FNV1a.extended(before, UInt8(ascii: "^")), first)) }
        let behind = FNV1a.extended(FNV1a.offset, Self.closingMark)
        Self.forEachToken(of: closing, from: behind, atEnd)
        if let last = closing.last { atEnd(FNV1a.extended(LineWords.extended(behind, last), UInt8(ascii: "$"))) }
    }

    private static let openingMark = UInt8(ascii: "(")
    private static let closingMark = UInt8(ascii: ")")

    private static func forEachToken(of words: [ArraySlice<UInt8>], from mark: UInt64, _ body: (UInt64) -> Void) {
        var before: UInt64?
        for word in words {
            let hash = LineWords.extended(mark, word)
            body(hash)
            if let before { body(LineWords.extended(FNV1a.extended(before, 0x20), word)) }
            before = hash
        }
    }

    /// The tokens as they are written in the table of weights. Linear.
    var tokens: [String] {
        let (first, last) = (opening.map(LineWords.spelling), closing.map(LineWords.spelling))
        var tokens = first.map { "(\($0)" } + zip(first, first.dropFirst()).map { "(\($0) \($1)" }
        if let word = first.first { tokens.append("(^\(word)") }
        tokens += last.map { ")\($0)" } + zip(last, last.dropFirst()).map { ")\($0) \($1)" }
        if let word = last.last { tokens.append(")\(word)$") }
        return tokens
    }
}
