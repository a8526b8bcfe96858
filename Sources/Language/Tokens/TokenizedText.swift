import Records

/// A text read once for all that is looked for in it: its tokens in flat arrays, grouped into sentences and paragraphs.
/// Every position is a byte offset into the text's UTF-8. Building it is linear in the text.
public struct TokenizedText: Sendable {
    /// One paragraph, or a block of another kind.
    public struct Paragraph: Sendable, Equatable {
        /// Its tokens.
        public var tokens: Range<Int>
        /// Its sentences.
        public var sentences: Range<Int>
        /// What kind of block it is.
        public var kind: Block.Kind
    }

    /// The text's UTF-8.
    public let bytes: [UInt8]
    /// Where each token begins, in bytes.
    public internal(set) var starts: [Int] = []
    /// Where each token ends, in bytes.
    public internal(set) var ends: [Int] = []
    /// What each token is.
    public internal(set) var kinds: [TokenKind] = []
    /// How each token looks.
    public internal(set) var flags: [TokenFlags] = []
    /// The hash of each token's folded bytes, for look-ups in a `Lexicon`.
    public internal(set) var hashes: [UInt64] = []
    /// The sentence of each token.
    public internal(set) var sentenceOfToken: [Int32] = []
    /// The tokens of each sentence, in order, without gaps.
    public internal(set) var sentences: [Range<Int>] = []
    /// The paragraphs, in order; together they hold every token.
    public internal(set) var paragraphs: [Paragraph] = []
    /// The paragraph of each sentence.
    public internal(set) var paragraphOfSentence: [Int32] = []

    /// Reads a text. `blocks`, in byte ranges, give the paragraphs; without blocks the lines do.
    public init(_ text: String, blocks: [(kind: Block.Kind, range: Range<Int>)] = []) {
        self.init(bytes: Array(text.utf8), blocks: blocks)
    }

    /// Reads any bytes; those that are no UTF-8 become symbols. With `elides` the article of "l'Ukraine" is a token of its own, as
    /// French and Italian have it.
    public init(bytes: [UInt8], blocks: [(kind: Block.Kind, range: Range<Int>)] = [], elides: Bool = false) {
        self.bytes = bytes
        var tokenizer = Tokenizer(bytes: bytes, elides: elides)
        tokenizer.run()
        starts = tokenizer.starts
        ends = tokenizer.ends
        kinds = tokenizer.kinds
        flags = tokenizer.flags
        hashes = tokenizer.hashes
        divideIntoParagraphs(blocks)
        divideIntoSentences()
    }

    /// The number of tokens.
    @inlinable public var count: Int { starts.count }

    /// The bytes from the first to the last token of a range of tokens; empty for an empty range.
    @inlinable public func byteRange(_ tokens: Range<Int>) -> Range<Int> {
        guard !tokens.isEmpty, tokens.lowerBound >= 0, tokens.upperBound <= starts.count else { return 0..<0 }
        return starts[tokens.lowerBound]..<ends[tokens.upperBound - 1]
    }

    /// The text of a range of bytes.
    public func string(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    /// The text of a range of tokens, with what stands between them.
    public func string(tokens: Range<Int>) -> String { string(byteRange(tokens)) }

    /// The text of one token.
    public func string(at token: Int) -> String { string(starts[token]..<ends[token]) }

    /// The first byte of a token.
    @inlinable public func firstByte(_ token: Int) -> UInt8 { bytes[starts[token]] }

    /// Whether a token is a word with a capital at its front.
    @inlinable public func isCapitalised(_ token: Int) -> Bool {
        kinds[token] == .word && flags[token].contains(.capital)
    }

    /// The tokens of the sentence a token stands in.
    @inlinable public func sentence(of token: Int) -> Range<Int> { sentences[Int(sentenceOfToken[token])] }

    /// The index of the paragraph a token stands in.
    @inlinable public func paragraphIndex(of token: Int) -> Int {
        Int(paragraphOfSentence[Int(sentenceOfToken[token])])
    }

    /// Whether a token equals a lower-case ASCII word, whatever its case in the text.
    @inlinable public func isWord(_ token: Int, _ hash: UInt64) -> Bool { hashes[token] == hash }

    /// The first token that begins at or after a byte offset. Logarithmic in the number of tokens.
    public func token(atOrAfter offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while low < high {
            let middle = (low + high) / 2
            if starts[middle] < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
