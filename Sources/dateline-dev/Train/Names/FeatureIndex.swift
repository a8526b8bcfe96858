/// Numbers features in the order of their first use, by open addressing on their hashes, and counts them.
struct FeatureIndex {
    private var keys: [UInt64] = [UInt64](repeating: 0, count: 1 << 16)
    private var numbers = [Int32](repeating: -1, count: 1 << 16)
    /// The feature of each number.
    private(set) var features: [UInt64] = []
    /// How often each was counted.
    private(set) var counts: [Int32] = []

    /// Counts a feature and gives its number. Constant time, doubling now and then.
    mutating func count(_ key: UInt64) -> Int32 {
        if features.count * 2 >= keys.count { grow() }
        let slot = slot(of: key)
        if numbers[slot] < 0 {
            keys[slot] = key
            numbers[slot] = Int32(features.count)
            features.append(key)
            counts.append(0)
        }
        counts[Int(numbers[slot])] += 1
        return numbers[slot]
    }

    private func slot(of key: UInt64) -> Int {
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
        while numbers[slot] >= 0, keys[slot] != key { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func grow() {
        keys = [UInt64](repeating: 0, count: keys.count * 2)
        numbers = [Int32](repeating: -1, count: keys.count)
        for (number, key) in features.enumerated() {
            let slot = slot(of: key)
            keys[slot] = key
            numbers[slot] = Int32(number)
        }
    }
}
