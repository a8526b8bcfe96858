import Language
import Markup

/// The words, pairs of words and marks of a line, by which boilerplate is told from text: each is a *token* with a learned
/// weight. Tokens are written `more`, `read more` (a pair), `^read` (the line's first), `more$` (its last), `=4` (its
/// number of words, 12 for more); a number is `0`, of the marks `| © @ # » › → • … : ? !` count.
struct LineWords {
    /// Words from which a line is a text.
    static let longest = 30

    /// Where each word stands.
    private var words: [Range<Int>] = []
    /// The number of words, runs of ideographs counted by their length.
    private var count = 0
    private let text: ArraySlice<UInt8>

    /// Reads a line; nil where it has more words. Linear, and at most 600 bytes are read.
    init?(_ text: ArraySlice<UInt8>) {
        // Thirty words of twenty bytes.
        guard text.count <= 600 else { return nil }
        self.text = text
        guard text.withUnsafeBufferPointer({ read($0, from: text.startIndex) }) else { return nil }
    }

    /// Finds the words of a line whose first byte has the index `start`; false where there are too many.
    private mutating func read(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
        words.reserveCapacity(min(Self.longest + 1, text.count / 4 + 1))
        var index = 0
        while index < text.count {
            let end = Self.end(ofWordAt: index, in: text)
            if end > index {
                words.append((start + index)..<(start + end))
                count += max(1, text[index..<end].count(where: Self.isIdeograph) / 2)
            }
            guard count <= Self.longest else { return false }
            index = max(end, index + 1)
        }
        return true
    }

    /// Where the first words and marks of a text stand, at most so many. Linear.
    static func words(of text: ArraySlice<UInt8>, most: Int) -> [Range<Int>] {
        var found: [Range<Int>] = []
        found.reserveCapacity(min(most, text.count / 4))
        let start = text.startIndex
        text.withUnsafeBufferPointer { bytes in
            var index = 0
            while index < bytes.count, found.count < most {
                let end = end(ofWordAt: index, in: bytes)
                if end > index { found.append((start + index)..<(start + end)) }
                index = max(end, index + 1)
            }
        }
        return found
    }

    /// Whether a byte may be one of a longer word.
    static func isPart(_ byte: UInt8) -> Bool { byte >= 0x80 || byte.isASCIILetter || byte.isASCIIDigit }

    /// The end of the word or mark that begins at an index; the index itself where none does.
    private static func end(ofWordAt index: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
        let byte = text[index]
        if isLetter(text, index) {
            var end = index
            while end < text.count, isLetter(text, end) { end += 1 }
            return end
        }
        if byte.isASCIIDigit {
            var end = index
            while end < text.count, text[end].isASCIIDigit { end += 1 }
            return end
        }
        switch byte {
        case UInt8(ascii: "|"), UInt8(ascii: "@"), UInt8(ascii: "#"), UInt8(ascii: ":"), UInt8(ascii: "?"),
            UInt8(ascii: "!"):
            return index + 1
        case 0xC2:
            let next = index + 1 < text.count ? text[index + 1] : 0
            return next == 0xA9 || next == 0xBB ? index + 2 : index
        case 0xE2:
            guard index + 2 < text.count else { return index }
            let isMark =
                switch (text[index + 1], text[index + 2]) {
                case (0x80, 0xBA), (0x80, 0xA2), (0x80, 0xA6), (0x86, 0x92): true
                default: false
                }
            return isMark ? index + 3 : index
        default: return index
        }
    }

    /// Whether a byte begins a letter of U+3000 to U+9FFF. Chinese and Japanese part no words; two letters count as one.
    static func isIdeograph(_ byte: UInt8) -> Bool { (0xE3...0xE9).contains(byte) }

    /// Whether a byte belongs to a word: letters, and all above ASCII but signs of Latin-1 and general punctuation.
    private static func isLetter(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        let byte = text[index]
        if byte < 0x80 { return byte.isASCIILetter }
        if byte & 0xC0 == 0x80 { return index > 0 && isLetterLead(text, index) }
        return byte != 0xC2 && !(byte == 0xE2 && index + 1 < text.count && text[index + 1] <= 0x8F)
    }

    /// Whether a continuation byte continues a letter.
    private static func isLetterLead(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        var lead = index
        while lead > 0, text[lead] & 0xC0 == 0x80, index - lead < 3 { lead -= 1 }
        return text[lead] >= 0xC3 && !(text[lead] == 0xE2 && lead + 1 < text.count && text[lead + 1] <= 0x8F)
    }

    /// Calls `body` with the hash of each token. Linear.
    func forEachToken(_ body: (UInt64) -> Void) {
        var before: UInt64?
        for word in words {
            let hash = extended(FNV1a.offset, word)
            body(hash)
            if let before { body(extended(FNV1a.extended(before, 0x20), word)) }
            before = hash
        }
        if let first = words.first { body(extended(FNV1a.extended(FNV1a.offset, UInt8(ascii: "^")), first)) }
        if let last = words.last { body(FNV1a.extended(extended(FNV1a.offset, last), UInt8(ascii: "$"))) }
        body(Self.countTokens[min(12, count)])
    }

    /// The tokens as they are written in the table of weights. Linear.
    var tokens: [String] {
        let spelled = words.map { Self.spelling(text[$0]) }
        var tokens = spelled
        for (one, next) in zip(spelled, spelled.dropFirst()) { tokens.append("\(one) \(next)") }
        if let first = spelled.first { tokens.append("^\(first)") }
        if let last = spelled.last { tokens.append("\(last)$") }
        return tokens + [countToken]
    }

    private static let countTokens = (0...12).map { hash(of: "=\($0)") }
    private var countToken: String { "=\(min(12, count))" }

    /// A word as it is written in a token.
    static func spelling(_ word: ArraySlice<UInt8>) -> String {
        word.first?.isASCIIDigit == true ? "0" : String(decoding: word.map(\.lowercasedASCII), as: UTF8.self)
    }

    private func extended(_ hash: UInt64, _ word: Range<Int>) -> UInt64 { Self.extended(hash, text[word]) }

    /// A token's hash, a word further.
    static func extended(_ hash: UInt64, _ word: ArraySlice<UInt8>) -> UInt64 {
        if word.first?.isASCIIDigit == true { return FNV1a.extended(hash, UInt8(ascii: "0")) }
        return word.withUnsafeBufferPointer { bytes in
            var hash = hash
            for byte in bytes { hash = FNV1a.extended(hash, byte.lowercasedASCII) }
            return hash
        }
    }

    /// The hash of a token as it is written (FNV-1a, 64 bits).
    static func hash(of token: String) -> UInt64 { FNV1a.hash(of: token.utf8) }
}
