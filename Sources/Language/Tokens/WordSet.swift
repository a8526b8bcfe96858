/// A list's words by their hashes; not for the words of an input, whose maker could have all of them in one place. Asked at nearly every token, so nothing is hashed again, and most words that are not in a small set
/// are told by one bit.
public struct WordSet: Sendable, Equatable {
    /// A bit for the lowest six bits of each hash.
    @usableFromInline let seen: UInt64
    @usableFromInline let keys: [UInt64]
    @usableFromInline let mask: Int

    /// A set of hashes, as `WordHash` gives them. Linear.
    public init(_ hashes: some Collection<UInt64>) {
        // At most half of the places are taken, so that a search ends soon.
        var size = 4
        while size < hashes.count * 2 { size *= 2 }
        var keys = [UInt64](repeating: 0, count: size)
        var seen: UInt64 = 0
        for hash in hashes {
            var place = Int(truncatingIfNeeded: hash ^ hash >> 32) & (size - 1)
            while keys[place] != 0, keys[place] != hash { place = (place + 1) & (size - 1) }
            keys[place] = hash
            seen |= 1 << (hash & 63)
        }
        self.keys = keys
        self.seen = seen
        mask = size - 1
    }

    /// Whether a word is in the set.
    @inlinable public func contains(_ hash: UInt64) -> Bool {
        guard seen &>> (hash & 63) & 1 == 1 else { return false }
        var place = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
        while keys[place] != 0 {
            if keys[place] == hash { return true }
            place = (place + 1) & mask
        }
        return false
    }
}
