/// Values by keys that are hashes already, such as FNV-1a: open addressing without hashing again. Made once, then only
/// read.
public struct HashedTable<Value: Sendable>: Sendable {
    @usableFromInline let keys: [UInt64]
    @usableFromInline let values: [Value]
    @usableFromInline let mask: UInt64
    @usableFromInline let filter: KeyFilter

    /// A table of entries, of which a later one replaces an earlier one of the same key; `none` fills empty places. Key 0
    /// stands for no entry. Linear in the entries.
    @inlinable public init(_ entries: [(key: UInt64, value: Value)], none: Value) {
        var size = 16
        // At most half of the places are taken, so that a search ends soon.
        while size < entries.count * 2 { size *= 2 }
        let mask = UInt64(size - 1)
        var keys = [UInt64](repeating: 0, count: size)
        var values = [Value](repeating: none, count: size)
        for entry in entries where entry.key != 0 {
            var place = Int((entry.key ^ entry.key >> 32) & mask)
            while keys[place] != 0, keys[place] != entry.key { place = (place + 1) & Int(mask) }
            keys[place] = entry.key
            values[place] = entry.value
        }
        self.keys = keys
        self.values = values
        self.mask = mask
        filter = KeyFilter(keys, count: entries.count)
    }

    /// The value of a key, or nil.
    @inlinable public subscript(key: UInt64) -> Value? {
        guard filter.mayContain(key) else { return nil }
        var place = Int((key ^ key >> 32) & mask)
        while keys[place] != 0 {
            if keys[place] == key { return values[place] }
            place = (place + 1) & Int(mask)
        }
        return nil
    }
}
