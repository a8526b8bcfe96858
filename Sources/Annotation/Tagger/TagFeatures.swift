import Language

/// Takes the features of one token.
protocol FeatureSink {
    /// One more feature, as its hash.
    mutating func add(_ key: UInt64)
    /// One more feature that holds the token's own word, and so says nothing of words that were never seen.
    mutating func addWord(_ key: UInt64)
    /// One more feature that holds what is known of the token's own word before any text is read.
    mutating func addClass(_ key: UInt64)
}

extension FeatureSink {
    @inline(__always)
    mutating func addWord(_ key: UInt64) { add(key) }
    @inline(__always)
    mutating func addClass(_ key: UInt64) { add(key) }
}

/// Makes the features of tokens: numbers that stand for what is seen at a token and around it. A feature is the hash of a
/// template's number and of its values.
struct TagFeatures {
    let traits: TextTraits
    private let text: TokenizedText

    init(_ traits: TextTraits) {
        self.traits = traits
        text = traits.reading.text
    }

    /// Mixes a template's number with a value: multiplication by odd constants and a shift (splitmix64's).
    @inline(__always)
    static func key(_ template: UInt64, _ value: UInt64) -> UInt64 {
        var key = (value ^ template &* 0x9E37_79B9_7F4A_7C15) &* 0xBF58_476D_1CE4_E5B9
        key ^= key >> 31
        return key &* 0x94D0_49BB_1331_11EB
    }

    @inline(__always)
    static func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
        (first &+ 0x51_7CC1B7) &* 0x9E37_79B9_7F4A_7C15 ^ second &* 0xC2B2_AE3D_27D4_EB4F
    }

    @inline(__always)
    private func trait(_ token: Int, _ sentence: Range<Int>) -> TokenTraits {
        sentence.contains(token) ? traits.tokens[token] : .edge
    }

    /// Adds the features of a token of a sentence. A bounded number, whatever the text.
    @inline(__always)
    func add<Sink: FeatureSink>(_ token: Int, of sentence: Range<Int>, to sink: inout Sink) {
        let here = traits.tokens[token]
        let before = trait(token - 1, sentence)
        let after = trait(token + 1, sentence)
        addWords(here, before, after, to: &sink)
        guard here.isFull else {
            sink.add(Self.key(90, Self.pair(before.look & 0xFFF, after.look & 0xFFF)))
            sink.addClass(Self.key(91, here.classes.bits >> 16 & 0x3F))
            return
        }
        let second = trait(token - 2, sentence)
        let next = trait(token + 2, sentence)
        addContext(here, before, after, second, next, to: &sink)
        addAffixes(token, here, to: &sink)
        if traits.runs.runOfToken[token] < 0 {
            sink.add(Self.key(105, Self.pair(Self.pair(before.clues, here.hash), after.known)))
            sink.add(Self.key(106, Self.pair(Self.pair(before.hash, here.hash), after.classes.names)))
            sink.add(Self.key(107, Self.pair(Self.pair(before.clues, here.hash), Self.pair(after.hash, next.known))))
        }
        addEvidence(here, to: &sink)
        addRun(token, sentence, here, to: &sink)
        if traits.reading.isTitleCase[Int(text.sentenceOfToken[token])] {
            sink.addWord(Self.key(80, here.hash))
            sink.addClass(Self.key(81, here.classes.fine))
            sink.add(Self.key(82, here.known))
            sink.addClass(Self.key(83, here.classes.bits >> 16 & 0x3F))
        }
    }

    /// The word, its neighbours, and what they are like.
    @inline(__always)
    private func addWords<Sink: FeatureSink>(
        _ here: TokenTraits, _ before: TokenTraits, _ after: TokenTraits, to sink: inout Sink
    ) {
        sink.addWord(Self.key(1, here.hash))
        sink.add(Self.key(2, before.hash))
        sink.add(Self.key(3, after.hash))
        sink.addWord(Self.key(4, Self.pair(before.hash, here.hash)))
        sink.addWord(Self.key(5, Self.pair(here.hash, after.hash)))
        sink.add(Self.key(6, here.look))
        sink.add(Self.key(7, Self.pair(before.look, Self.pair(here.look, after.look))))
        sink.add(Self.key(9, before.classes.fine))
        sink.add(Self.key(10, after.classes.fine))
        sink.add(Self.key(11, Self.pair(before.clues, Self.pair(here.clues, after.clues))))
        sink.add(Self.key(12, Self.pair(here.known, before.known)))
        guard here.classes.bits != 0 else { return }
        sink.addClass(Self.key(8, here.classes.fine))
        sink.addClass(Self.key(13, here.classes.context))
    }

    /// Wider context, and conjunctions.
    @inline(__always)
    private func addContext<Sink: FeatureSink>(
        _ here: TokenTraits, _ before: TokenTraits, _ after: TokenTraits, _ second: TokenTraits, _ next: TokenTraits,
        to sink: inout Sink
    ) {
        sink.add(Self.key(20, second.hash))
        sink.add(Self.key(21, next.hash))
        sink.add(Self.key(22, Self.pair(second.hash, before.hash)))
        sink.add(Self.key(23, Self.pair(after.hash, next.hash)))
        sink.add(Self.key(24, Self.pair(before.look, here.look)))
        sink.add(Self.key(25, Self.pair(here.look, after.look)))
        sink.add(Self.key(30, Self.pair(second.classes.coarse, before.classes.coarse)))
        sink.add(Self.key(31, Self.pair(after.classes.coarse, next.classes.coarse)))
        sink.add(Self.key(38, here.clues))
        sink.add(Self.key(39, Self.pair(before.clues, here.clues)))
        sink.add(Self.key(40, Self.pair(here.clues, after.clues)))
        sink.add(Self.key(41, here.known))
        sink.add(Self.key(42, Self.pair(here.known, after.known)))
        sink.add(Self.key(43, Self.pair(here.known, before.hash)))
        sink.add(Self.key(44, Self.pair(here.known, after.hash)))
        sink.add(Self.key(45, before.classes.context))
        sink.add(Self.key(46, after.classes.context))
        sink.add(Self.key(47, Self.pair(here.look, Self.pair(here.clues, here.known))))
        guard here.classes.bits != 0 else { return }
        let capital = here.classes.capital << 3 | here.classes.frequency
        sink.addClass(Self.key(26, Self.pair(before.classes.fine, here.classes.fine)))
        sink.addClass(Self.key(27, Self.pair(here.classes.fine, after.classes.fine)))
        sink.addClass(Self.key(28, Self.pair(before.hash, here.classes.coarse)))
        sink.addClass(Self.key(29, Self.pair(here.classes.coarse, after.hash)))
        sink.addClass(Self.key(32, here.classes.names))
        sink.addClass(Self.key(33, Self.pair(before.classes.names, here.classes.names)))
        sink.addClass(Self.key(34, Self.pair(here.classes.names, after.classes.names)))
        sink.addClass(Self.key(35, Self.pair(capital, here.look)))
        sink.addClass(Self.key(36, Self.pair(before.hash, here.classes.names)))
        sink.addClass(Self.key(37, Self.pair(here.classes.names, after.hash)))
    }

    /// Beginnings and ends of the word.
    @inline(__always)
    private func addAffixes<Sink: FeatureSink>(_ token: Int, _ here: TokenTraits, to sink: inout Sink) {
        let range = text.starts[token]..<text.ends[token]
        for length in 2...4 where range.count > length {
            let front = WordHash.of(text.bytes, range.lowerBound..<(range.lowerBound + length))
            let end = WordHash.of(text.bytes, (range.upperBound - length)..<range.upperBound)
            sink.addWord(Self.key(50 + UInt64(length), front))
            sink.addWord(Self.key(55 + UInt64(length), end))
        }
        // "YouTube", "iPhone", "G20": words that are written as names of products and firms are.
        var shape: UInt64 = 0
        for place in range {
            let kind = Self.shape(text.bytes[place])
            if shape & 7 != kind { shape = shape << 3 | kind }
        }
        if shape > Self.plainShape { sink.add(Self.key(48, shape)) }
    }

    /// Capitals, then small letters.
    private static let plainShape: UInt64 = 1 << 3 | 2

    /// Whether a byte is a capital (1), a small letter or part of one beyond ASCII (2), a digit (3) or a mark (4).
    @inline(__always)
    private static func shape(_ byte: UInt8) -> UInt64 {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): 1
        case UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...: 2
        case UInt8(ascii: "0")...UInt8(ascii: "9"): 3
        default: 4
        }
    }

    /// What the document tells of the word.
    @inline(__always)
    private func addEvidence<Sink: FeatureSink>(_ here: TokenTraits, to sink: inout Sink) {
        let evidence = here.evidence
        for flag in 0..<WordEvidence.flags where evidence.rawValue >> UInt32(flag) & 1 == 1 {
            sink.add(Self.key(60, UInt64(flag)))
        }
        let opens = here.look & UInt64(TokenFlags.opensSentence.rawValue)
        sink.add(Self.key(61, Self.pair(UInt64(evidence.rawValue), opens)))
        let plain = evidence.intersection([.titled, .speaks, .located, .familyName, .organized, .acronym, .aged])
        sink.add(Self.key(62, Self.pair(UInt64(plain.rawValue), here.look & 0x3)))
        sink.add(Self.key(63, Self.pair(UInt64(evidence.intersection([.small, .proper]).rawValue), opens)))
    }

    /// What is seen at the edges of the run that a token stands in.
    @inline(__always)
    private func addRun<Sink: FeatureSink>(
        _ token: Int, _ sentence: Range<Int>, _ here: TokenTraits, to sink: inout Sink
    ) {
        guard let run = traits.runs.run(of: token) else { return }
        let first = traits.tokens[run.lowerBound]
        let last = traits.tokens[run.upperBound - 1]
        let outer = trait(run.lowerBound - 1, sentence)
        let beyond = trait(run.upperBound, sentence)
        let farther = trait(run.upperBound + 1, sentence)
        let earlier = trait(run.lowerBound - 2, sentence)
        let length = UInt64(min(run.count, 6))
        let fromFirst = UInt64(min(token - run.lowerBound, 3))
        let fromLast = UInt64(min(run.upperBound - 1 - token, 3))
        let place = length << 4 | fromFirst << 2 | fromLast
        sink.add(Self.key(64, place))
        sink.addWord(Self.key(65, Self.pair(last.hash, fromLast)))
        sink.addWord(Self.key(66, Self.pair(first.hash, fromFirst)))
        sink.add(Self.key(67, Self.pair(outer.hash, fromFirst)))
        sink.add(Self.key(68, Self.pair(beyond.hash, fromLast)))
        sink.add(Self.key(69, Self.pair(Self.pair(first.clues, last.clues), place)))
        sink.add(Self.key(71, Self.pair(outer.classes.fine, fromFirst)))
        sink.add(Self.key(72, Self.pair(beyond.classes.fine, fromLast)))
        sink.add(Self.key(73, Self.pair(Self.pair(outer.hash, beyond.hash), length)))
        sink.add(Self.key(76, Self.pair(Self.pair(beyond.hash, farther.hash), fromLast)))
        sink.add(Self.key(79, Self.pair(Self.pair(earlier.hash, outer.hash), fromFirst)))
        sink.add(Self.key(84, Self.pair(earlier.classes.fine, fromFirst)))
        sink.add(Self.key(85, Self.pair(farther.classes.fine, fromLast)))
        let shared = first.evidence.union(last.evidence)
            .intersection([.titled, .speaks, .familyName, .organized, .company, .acronym, .placed])
        sink.add(Self.key(77, Self.pair(UInt64(shared.rawValue), place)))
        addChain(token, sentence, here, outer, beyond, to: &sink)
        guard here.classes.bits != 0 else { return }
        sink.addClass(Self.key(70, Self.pair(Self.pair(first.classes.names, last.classes.names), place)))
        sink.addClass(Self.key(74, Self.pair(last.classes.fine, place)))
        sink.addClass(Self.key(75, Self.pair(first.classes.fine, place)))
        let around = Self.pair(outer.classes.coarse, beyond.classes.coarse)
        sink.addClass(Self.key(78, Self.pair(around, here.classes.names)))
    }

    /// What the runs before and behind say, where small words alone stand between: "Party of the [Left]".
    @inline(__always)
    private func addChain<Sink: FeatureSink>(
        _ token: Int, _ sentence: Range<Int>, _ here: TokenTraits, _ outer: TokenTraits, _ beyond: TokenTraits,
        to sink: inout Sink
    ) {
        let near = traits.runs.neighbours(of: token)
        if let run = near.before, sentence.contains(run.lowerBound) {
            let last = traits.tokens[run.upperBound - 1]
            sink.add(Self.key(100, Self.pair(last.hash, outer.hash)))
            sink.add(Self.key(101, Self.pair(Self.pair(last.clues, outer.hash), here.classes.names)))
            sink.add(Self.key(102, Self.pair(Self.pair(last.clues, outer.hash), here.known)))
        }
        if let run = near.after, sentence.contains(run.lowerBound) {
            let first = traits.tokens[run.lowerBound]
            sink.add(Self.key(103, Self.pair(Self.pair(here.clues, beyond.hash), first.classes.names)))
            sink.add(Self.key(104, Self.pair(Self.pair(here.clues, beyond.hash), first.known)))
        }
    }
}
