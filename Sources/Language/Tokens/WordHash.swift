/// The 64-bit hash by which words are looked up: FNV-1a over the folded bytes. Folding makes ASCII and Latin-1 capitals
/// small and the typographic apostrophe straight, so that "É", "é" and "’", "'" meet.
public enum WordHash {
    /// FNV-1a's offset basis (Fowler, Noll, Vo; draft-eastlake-fnv).
    @inlinable public static var seed: UInt64 { 0xcbf2_9ce4_8422_2325 }

    /// One more byte.
    @inlinable public static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }

    /// The hash of a range of bytes, folded. Linear in the range.
    public static func of(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 { folding(bytes, range) }

    @inline(__always)
    private static func folding<Bytes: RandomAccessCollection<UInt8>>(
        _ bytes: Bytes, _ range: Range<Int>
    ) -> UInt64 where Bytes.Index == Int {
        var hash = seed
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = bytes[index]
            if byte < 0x80 {
                hash = adding(byte &- 0x41 < 26 ? byte | 0x20 : byte, to: hash)
            } else if byte == 0xC3, index + 1 < range.upperBound, (0x80...0x9E).contains(bytes[index + 1]) {
                hash = adding(bytes[index + 1] | 0x20, to: adding(byte, to: hash))
                index += 1
            } else if byte == 0xE2, index + 2 < range.upperBound, bytes[index + 1] == 0x80, bytes[index + 2] == 0x99 {
                hash = adding(0x27, to: hash)
                index += 2
            } else {
                hash = adding(byte, to: hash)
            }
            index += 1
        }
        return hash
    }

    /// The hash of a word in UTF-8.
    public static func of(_ word: ArraySlice<UInt8>) -> UInt64 {
        word.withUnsafeBufferPointer { folding($0, 0..<$0.count) }
    }

    /// A word's bytes as its hash takes them, so that words of one hash are equal. Linear in the word.
    public static func folded(_ word: some Sequence<UInt8>) -> [UInt8] {
        var folded: [UInt8] = []
        for byte in word {
            folded.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
            let count = folded.count
            if count > 1, folded[count - 2] == 0xC3, (0x80...0x9E).contains(byte) {
                folded[count - 1] = byte | 0x20
            } else if count > 2, byte == 0x99, folded[count - 2] == 0x80, folded[count - 3] == 0xE2 {
                folded.removeLast(2)
                folded[count - 3] = 0x27
            }
        }
        return folded
    }

    /// The hash of a word.
    public static func of(_ word: String) -> UInt64 {
        let bytes = Array(word.utf8)
        return of(bytes, 0..<bytes.count)
    }

    /// The hash of a phrase from that of its front and of its next word.
    @inlinable public static func joining(_ front: UInt64, _ next: UInt64) -> UInt64 {
        (front ^ (next &* 0x9E37_79B9_7F4A_7C15)) &* 0x0000_0100_0000_01b3 ^ (front >> 29)
    }
}
