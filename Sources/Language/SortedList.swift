#if canImport(Glibc)
    import Glibc
#endif

/// A word list that is searched as it stands: its first fields are sorted by their bytes, each once. It takes no time to load,
/// where a table of hashes takes some, and a search some tenths of a microsecond. For long lists that a text asks a few times.
public struct SortedList: Sendable {
    private let bytes: [UInt8]
    /// The first bytes of some lines, in order, and where each line begins.
    private let fronts: [UInt64]
    private let starts: [Int]
    /// Bytes from one of these lines to the next, at least.
    private static let stretch = 256

    /// A list to search. Reads one line of each stretch.
    public init(_ list: WordList) {
        bytes = list.bytes
        var fronts: [UInt64] = []
        var starts: [Int] = []
        var at = 0
        while at < bytes.count {
            let line = bytes[at...]
            if line.first != 0x0A, line.first != UInt8(ascii: "#") {
                fronts.append(Self.front(line.prefix { $0 != 0x09 && $0 != 0x0A }))
                starts.append(at)
            }
            let next = bytes[min(at + Self.stretch, bytes.count)...]
            at = next.firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
        }
        self.fronts = fronts
        self.starts = starts
    }

    /// The first eight bytes of a word as a number that sorts as they do.
    private static func front(_ word: ArraySlice<UInt8>) -> UInt64 {
        var front: UInt64 = 0
        for (place, byte) in word.prefix(8).enumerated() { front |= UInt64(byte) << UInt64(56 - 8 * place) }
        return front
    }

    /// What stands behind a word's tab, nothing where it has none; nil where the list has no such word. Logarithmic in the
    /// list.
    public subscript(word: [UInt8]) -> ArraySlice<UInt8>? {
        let front = Self.front(word[...])
        var low = 0
        var high = fronts.count
        while low < high {
            let middle = (low + high) / 2
            if fronts[middle] < front { low = middle + 1 } else { high = middle }
        }
        // Words that share their first bytes may begin before the first line that is told to have them.
        var start = low == 0 ? 0 : starts[low - 1]
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            let line = bytes[start..<end]
            if let first = line.first, first != UInt8(ascii: "#") {
                let tab = line.firstIndex(of: 0x09) ?? end
                let order = Self.order(line[..<tab], word)
                if order == 0 { return line[min(tab + 1, end)...] }
                if order > 0 { return nil }
            }
            start = end + 1
        }
        return nil
    }

    /// Below 0 where the first comes before the second, 0 where they are the same. Linear.
    private static func order(_ first: ArraySlice<UInt8>, _ second: [UInt8]) -> Int {
        first.withUnsafeBytes { first in
            second.withUnsafeBytes { second in
                guard let one = first.baseAddress, let other = second.baseAddress else {
                    return first.count - second.count
                }
                let order = memcmp(one, other, min(first.count, second.count))
                return order != 0 ? Int(order) : first.count - second.count
            }
        }
    }
}
