extension Tokenizer {
    /// A word: letters, apostrophes and dots between letters, digits after letters; or an address.
    mutating func scanWord(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int, base: TokenFlags) -> Int {
        var look = WordLook(flag: base)
        var at = start
        scan: while at < buffer.count {
            let (type, length) = peek(buffer, at)
            switch type {
            case .capital: look.addCapital()
            case .letter: look.addSmall(wide: length > 1)
            case .digit: look.flag.insert(.digit)
            case .apostrophe:
                guard joinsLetters(buffer, after: at + length) else { break scan }
                if elides, isElision(buffer, start, at, next: at + length) {
                    return append(.word, start, at + length, look.finished(first: false))
                }
            case .terminator:
                guard buffer[at] == UInt8(ascii: "."), let end = dotInside(buffer, start, at, look) else { break scan }
                look.passDot()
                at = end
                continue
            case .colon:
                guard isSchemeMark(buffer, at) else { break scan }
                return append(.address, start, endOfAddress(buffer, from: at), base)
            case .other:
                guard buffer[at] == UInt8(ascii: "@"), peek(buffer, at + 1).type == .letter else { break scan }
                return append(.address, start, endOfAddress(buffer, from: at), base)
            default: break scan
            }
            at += length
        }
        return finishWord(buffer, start, at, look)
    }

    /// Takes the dot of an abbreviation or an initial into the word.
    private mutating func finishWord(
        _ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, _ look: WordLook
    ) -> Int {
        var flag = look.finished(first: characterClass(of: UTF8Scalar.decode(buffer, start).scalar) == .capital)
        guard end < buffer.count, buffer[end] == UInt8(ascii: "."), peek(buffer, end + 1).type != .terminator else {
            return append(.word, start, end, flag)
        }
        let isDotted = buffer[end - 1] != UInt8(ascii: ".") && bytes[start..<end].contains(UInt8(ascii: "."))
        if look.letters == 1, flag.contains(.capital), !flag.contains(.digit), end - start <= 2 {
            flag.insert(.initial)
            return append(.word, start, end + 1, flag)
        }
        if isDotted, look.letters <= 4, look.longestRun == 1 {
            flag.insert(.abbreviation)
            return append(.word, start, end + 1, flag)
        }
        guard let standing = Abbreviations.standing(of: WordHash.of(bytes, start..<end)) else {
            return append(.word, start, end, flag)
        }
        flag.insert(.abbreviation)
        if standing == .leansForward { flag.insert(.leansForward) }
        return append(.word, start, end + 1, flag)
    }

    /// Articles and prepositions that lose their vowel have at most so many letters: "quell'", "jusqu'".
    private static var longestElision: Int { 5 }

    /// Whether what stands before an apostrophe is a small word before a name: "l'Ukraine", "dell'Italia", and "L'Ukraine" at the front of
    /// a sentence; "D'Ambrosio" and "O'Brien" are names.
    private func isElision(_ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int, next: Int) -> Bool {
        guard end - start <= Self.longestElision, peek(buffer, next).type == .capital else { return false }
        let isSmall = (start..<end).allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(buffer[$0]) }
        return isSmall || end - start == 1 && buffer[start] == UInt8(ascii: "L")
    }

    /// An apostrophe belongs to the word when letters follow, unless it is the possessive ending.
    private func joinsLetters(_ buffer: UnsafeBufferPointer<UInt8>, after: Int) -> Bool {
        let (type, length) = peek(buffer, after)
        guard type == .letter || type == .capital else { return false }
        if length == 1, buffer[after] | 0x20 == UInt8(ascii: "s") {
            let beyond = peek(buffer, after + 1).type
            return beyond == .letter || beyond == .capital
        }
        return true
    }

    /// Where the word goes on when the dot at `at` stands inside it: between single letters ("U.S"), or before a
    /// small letter ("example.com").
    private func dotInside(
        _ buffer: UnsafeBufferPointer<UInt8>, _ start: Int, _ at: Int, _ look: WordLook
    ) -> Int? {
        let (type, length) = peek(buffer, at + 1)
        guard type == .letter || type == .capital else { return nil }
        if look.run == 1, look.longestRun == 1 {
            let beyond = peek(buffer, at + 1 + length).type
            if beyond != .letter, beyond != .capital { return at + 1 }
            return type == .letter && look.letters > 1 ? at + 1 : nil
        }
        return type == .letter && look.run > 1 ? at + 1 : nil
    }

    private func isSchemeMark(_ buffer: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
        at + 2 < buffer.count && buffer[at + 1] == UInt8(ascii: "/") && buffer[at + 2] == UInt8(ascii: "/")
    }

    private func endOfAddress(_ buffer: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var at = start
        while at < buffer.count {
            let (type, length) = peek(buffer, at)
            guard type != .space, type != .newline, type != .quote, type != .close else { break }
            at += length
        }
        while at > start + 1, [UInt8(ascii: "."), UInt8(ascii: ",")].contains(buffer[at - 1]) { at -= 1 }
        return at
    }
}

/// What a word shows while it is read.
struct WordLook {
    var flag: TokenFlags
    var letters = 0
    /// Letters since the last dot.
    var run = 0
    var longestRun = 0
    private var capitals = 0

    init(flag: TokenFlags) { self.flag = flag }

    mutating func addCapital() {
        capitals += 1
        addLetter()
    }

    mutating func addSmall(wide: Bool) {
        flag.insert(.lower)
        if wide { flag.insert(.wide) }
        addLetter()
    }

    private mutating func addLetter() {
        letters += 1
        run += 1
        longestRun = max(longestRun, run)
    }

    mutating func passDot() { run = 0 }

    func finished(first isCapital: Bool) -> TokenFlags {
        var flag = flag
        if isCapital { flag.insert(.capital) }
        if capitals > 1, !flag.contains(.lower) { flag.insert(.allCaps) }
        return flag
    }
}
