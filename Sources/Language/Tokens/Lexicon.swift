/// Words and phrases with a value each, found by the tokens' hashes. A look-up costs a few nanoseconds, whatever the
/// size; a phrase costs one look-up a word.
public struct Lexicon: Sendable {
    /// What a look-up at a token found.
    public struct Match: Sendable, Equatable {
        /// How many tokens it spans.
        public var length: Int
        /// The entry's value.
        public var value: Int

        /// A match of so many tokens with a value.
        @inlinable public init(length: Int, value: Int) {
            self.length = length
            self.value = value
        }
    }

    @usableFromInline let keys: [UInt64]
    @usableFromInline let values: [Int32]
    @usableFromInline let continues: [Bool]
    @usableFromInline let mask: Int

    /// A lexicon of phrases, each with a value from 0 up. Of equal phrases the first keeps its value, unless `combine`
    /// makes one value of both. Linear in the entries.
    public init(
        _ entries: [(phrase: String, value: Int)], combine: (_ old: Int, _ new: Int) -> Int = { old, _ in old }
    ) {
        var nodes: [(key: UInt64, value: Int32, continues: Bool)] = []
        nodes.reserveCapacity(entries.count + entries.count / 2)
        for entry in entries {
            if let word = Self.plainWord(entry.phrase) {
                nodes.append((word, Int32(clamping: entry.value), false))
                continue
            }
            let tokens = TokenizedText(entry.phrase)
            guard let first = tokens.hashes.first else { continue }
            var key = first
            for next in tokens.hashes.dropFirst() {
                nodes.append((key, -1, true))
                key = WordHash.joining(key, next)
            }
            nodes.append((key, Int32(clamping: entry.value), false))
        }
        var capacity = 16
        while capacity < nodes.count * 2 { capacity *= 2 }
        var keys = [UInt64](repeating: 0, count: capacity)
        var values = [Int32](repeating: -1, count: capacity)
        var continues = [Bool](repeating: false, count: capacity)
        for node in nodes {
            var slot = Int(truncatingIfNeeded: node.key ^ (node.key >> 32)) & (capacity - 1)
            while keys[slot] != 0, keys[slot] != node.key { slot = (slot + 1) & (capacity - 1) }
            keys[slot] = node.key
            if node.continues { continues[slot] = true }
            guard node.value >= 0 else { continue }
            values[slot] = values[slot] < 0 ? node.value : Int32(clamping: combine(Int(values[slot]), Int(node.value)))
        }
        self.keys = keys
        self.values = values
        self.continues = continues
        mask = capacity - 1
    }

    /// The hash of a word of ASCII letters alone, which is one token whatever surrounds it: most entries are such, and need no
    /// tokenizer. Linear in the word.
    private static func plainWord(_ phrase: String) -> UInt64? {
        let bytes = Array(phrase.utf8)
        guard !bytes.isEmpty, bytes.allSatisfy({ ($0 | 0x20) &- 0x61 < 26 }) else { return nil }
        return WordHash.of(bytes, 0..<bytes.count)
    }

    /// A lexicon of words alone; each has the value of its place in the list.
    public init(words: [String]) {
        self.init(words.enumerated().map { (phrase: $1, value: $0) })
    }

    @inlinable func slot(of key: UInt64) -> Int? {
        var slot = Int(truncatingIfNeeded: key ^ (key >> 32)) & mask
        while keys[slot] != 0 {
            if keys[slot] == key { return slot }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// The value of a single word.
    @inlinable public func value(of hash: UInt64) -> Int? {
        guard let slot = slot(of: hash), values[slot] >= 0 else { return nil }
        return Int(values[slot])
    }

    /// Whether a single word is an entry.
    @inlinable public func contains(_ hash: UInt64) -> Bool { value(of: hash) != nil }

    /// The longest entry that begins at a token and ends before `limit`.
    @inlinable public func longestMatch(in text: TokenizedText, at token: Int, limit: Int) -> Match? {
        guard token < limit, var slot = slot(of: text.hashes[token]) else { return nil }
        var key = text.hashes[token]
        var best: Match? = values[slot] >= 0 ? Match(length: 1, value: Int(values[slot])) : nil
        var next = token + 1
        while continues[slot], next < limit {
            key = WordHash.joining(key, text.hashes[next])
            guard let found = self.slot(of: key) else { break }
            slot = found
            next += 1
            if values[slot] >= 0 { best = Match(length: next - token, value: Int(values[slot])) }
        }
        return best
    }
}
