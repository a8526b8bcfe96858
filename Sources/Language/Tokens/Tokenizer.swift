/// One pass over the bytes that makes tokens. Linear: every byte is looked at a bounded number of times.
struct Tokenizer {
    let bytes: [UInt8]
    /// Whether small words before an apostrophe are words of their own, as in French and Italian.
    let elides: Bool
    /// Held here, because a static table is asked at each byte whether it has been made.
    private let ascii = UTF8Scalar.ascii
    var starts: [Int] = []
    var ends: [Int] = []
    var kinds: [TokenKind] = []
    var flags: [TokenFlags] = []
    var hashes: [UInt64] = []

    init(bytes: [UInt8], elides: Bool = false) {
        self.bytes = bytes
        self.elides = elides
        let guess = bytes.count / 5 + 8
        starts.reserveCapacity(guess)
        ends.reserveCapacity(guess)
        kinds.reserveCapacity(guess)
        flags.reserveCapacity(guess)
        hashes.reserveCapacity(guess)
    }

    mutating func run() {
        let copy = bytes
        copy.withUnsafeBufferPointer { buffer in
            var at = 0
            var spaced = true
            while at < buffer.count {
                let (scalar, length) = UTF8Scalar.decode(buffer, at)
                let type = characterClass(of: scalar)
                if type == .space || type == .newline {
                    spaced = true
                    at += length
                    continue
                }
                let end = scan(buffer, from: at, length: length, type: type, spaced: spaced)
                spaced = false
                at = end
            }
        }
        for token in starts.indices {
            let follows = token + 1 < starts.count ? flags[token + 1].contains(.spaced) : true
            if follows { flags[token].insert(.spaceAfter) }
        }
    }

    @inline(__always)
    func characterClass(of scalar: UInt32) -> UTF8Scalar.Class {
        scalar < 0x80 ? ascii[Int(scalar)] : UTF8Scalar.wideClass(scalar)
    }

    /// Appends the token that begins at `start` and returns where it ends.
    private mutating func scan(
        _ buffer: UnsafeBufferPointer<UInt8>, from start: Int, length: Int, type: UTF8Scalar.Class, spaced: Bool
    ) -> Int {
        let base: TokenFlags = spaced ? .spaced : []
        let end = start + length
        switch type {
        case .letter, .capital: return scanWord(buffer, from: start, base: base)
        case .digit: return scanNumber(buffer, from: start, base: base)
        case .quote: return append(.quote, start, end, base)
        case .apostrophe: return scanApostrophe(buffer, from: start, length: length, base: base)
        case .terminator:
            let run = endOfRun(buffer, from: end, of: .terminator)
            return append(.terminator, start, run, base)
        case .comma: return append(.comma, start, end, base)
        case .colon: return append(.colon, start, end, base)
        case .dash: return scanDash(buffer, from: start, length: length, base: base)
        case .open: return append(.open, start, end, base)
        case .close: return append(.close, start, end, base)
        case .currency: return append(.currency, start, end, base)
        case .percent: return append(.percent, start, end, base)
        default: return append(.symbol, start, end, base)
        }
    }

    mutating func append(_ kind: TokenKind, _ start: Int, _ end: Int, _ flag: TokenFlags) -> Int {
        starts.append(start)
        ends.append(end)
        kinds.append(kind)
        flags.append(flag)
        hashes.append(WordHash.of(bytes, start..<end))
        return end
    }

    private func endOfRun(
        _ buffer: UnsafeBufferPointer<UInt8>, from start: Int, of type: UTF8Scalar.Class
    ) -> Int {
        var at = start
        while at < buffer.count {
            let (scalar, length) = UTF8Scalar.decode(buffer, at)
            guard characterClass(of: scalar) == type else { break }
            at += length
        }
        return at
    }

    /// The class of what stands at an offset; a space beyond the end.
    @inline(__always)
    func peek(_ buffer: UnsafeBufferPointer<UInt8>, _ at: Int) -> (type: UTF8Scalar.Class, length: Int) {
        guard at < buffer.count else { return (.space, 0) }
        let (scalar, length) = UTF8Scalar.decode(buffer, at)
        return (characterClass(of: scalar), length)
    }

    /// A possessive ending, a doubled mark, or a single mark, which the reader of quotations must interpret.
    private mutating func scanApostrophe(
        _ buffer: UnsafeBufferPointer<UInt8>, from start: Int, length: Int, base: TokenFlags
    ) -> Int {
        let next = start + length
        if length == 1, next < buffer.count, buffer[next] == buffer[start] {
            return append(.quote, start, next + 1, base)
        }
        let glued = !base.contains(.spaced) && [.word, .number, .close, .quote].contains(kinds.last)
        if glued, next < buffer.count, buffer[next] | 0x20 == UInt8(ascii: "s") {
            let after = peek(buffer, next + 1).type
            if after != .letter, after != .capital, after != .digit {
                return append(.possessive, start, next + 1, base)
            }
        }
        return append(.quote, start, next, base)
    }

    private mutating func scanDash(
        _ buffer: UnsafeBufferPointer<UInt8>, from start: Int, length: Int, base: TokenFlags
    ) -> Int {
        let run = endOfRun(buffer, from: start + length, of: .dash)
        let after = peek(buffer, run).type
        let glued = !base.contains(.spaced) && after != .space && after != .newline
        let isHyphen = glued && run == start + length && (length == 1 || buffer[start + 2] <= 0x91)
        return append(isHyphen ? .hyphen : .dash, start, run, base)
    }
}
