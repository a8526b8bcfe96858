/// The words of a text as 64-bit hashes, in order: case folded, punctuation left out, Chinese and Japanese characters
/// one word each. Linear in the text.
struct WordHashes: Sendable {
    /// The hashes, one a word.
    private(set) var words: [UInt64] = []

    /// FNV-1a's offset basis and prime (Fowler, Noll, Vo; draft-eastlake-fnv).
    private static let basis: UInt64 = 0xcbf2_9ce4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01b3

    /// The words of the first `limit` bytes of a text.
    init(of text: String, limit: Int = .max) {
        var copy = text
        words = copy.withUTF8 { Self.scan(UnsafeBufferPointer(rebasing: $0.prefix(limit))) }
    }

    /// The hash of one word as it is found in a text.
    static func hash(of word: some StringProtocol) -> UInt64 {
        word.utf8.reduce(basis) { ($0 ^ UInt64(lowered($1))) &* prime }
    }

    private static func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt64] {
        var words: [UInt64] = []
        words.reserveCapacity(bytes.count / 6)
        var index = 0
        while index < bytes.count {
            let width = ideographWidth(at: index, in: bytes)
            if width > 0 {
                words.append((index..<index + width).reduce(basis) { ($0 ^ UInt64(bytes[$1])) &* prime })
                index += width
                continue
            }
            let start = index
            var hash = basis
            var isWide = false
            while index < bytes.count, isWordByte(at: index, in: bytes), ideographWidth(at: index, in: bytes) == 0 {
                hash = (hash ^ UInt64(lowered(bytes[index]))) &* prime
                isWide = isWide || bytes[index] >= 0x80
                index += 1
            }
            guard index > start else {
                index += separatorWidth(at: index, in: bytes)
                continue
            }
            if isWide {
                let word = String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
                hash = word.utf8.reduce(basis) { ($0 ^ UInt64($1)) &* prime }
            }
            words.append(hash)
        }
        return words
    }

    private static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }

    private static func isWordByte(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        switch bytes[index] {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case 0..<0x80, 0xC2: false
        case 0xE2: !(index + 1 < bytes.count && (0x80...0x81).contains(bytes[index + 1]))
        default: true
        }
    }

    /// Latin-1 signs (`C2 xx`) and general punctuation (`E2 80 xx`, `E2 81 xx`) separate words as ASCII signs do.
    private static func separatorWidth(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let width = bytes[index] == 0xC2 ? 2 : bytes[index] == 0xE2 ? 3 : 1
        return min(width, bytes.count - index)
    }

    /// Three bytes for kana and the common ideographs (U+3040 to U+9FFF), which are written without spaces.
    private static func ideographWidth(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        guard index + 2 < bytes.count else { return 0 }
        switch bytes[index] {
        case 0xE3: return bytes[index + 1] >= 0x81 ? 3 : 0
        case 0xE4...0xE9: return 3
        default: return 0
        }
    }
}
