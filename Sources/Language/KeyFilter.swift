/// A bit for each key of a table, which tells most keys that are not in it without a look at the table: the bits are few
/// enough to stay in the processor's first caches, where a table does not (Bloom, 1970, with one hash).
public struct KeyFilter: Sendable {
    @usableFromInline let bits: [UInt64]
    @usableFromInline let shift: UInt64

    /// A filter of at most `count` keys that are hashes. Linear.
    public init(_ keys: [UInt64], count keyCount: Int) {
        // Eight bits a key and more: at most one key in eight that is not there passes.
        var count = 64
        while count < keyCount * 8 { count *= 2 }
        let shift = UInt64(64 - count.trailingZeroBitCount)
        var bits = [UInt64](repeating: 0, count: count / 64)
        for key in keys {
            let bit = Self.bit(key, shift)
            bits[Int(truncatingIfNeeded: bit &>> 6)] |= 1 &<< (bit & 63)
        }
        self.bits = bits
        self.shift = shift
    }

    /// Whether a key may be in the table.
    @inlinable public func mayContain(_ key: UInt64) -> Bool {
        let bit = Self.bit(key, shift)
        return bits[Int(truncatingIfNeeded: bit &>> 6)] &>> (bit & 63) & 1 == 1
    }

    /// Multiplicative hashing (Knuth, The Art of Computer Programming, 6.4).
    @inlinable static func bit(_ key: UInt64, _ shift: UInt64) -> UInt64 { (key &* 0x9E37_79B9_7F4A_7C15) &>> shift }
}
