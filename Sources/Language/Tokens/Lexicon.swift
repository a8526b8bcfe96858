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
    @usableFromInline let filter: KeyFilter

    /// A lexicon of phrases, each with a value from 0 up. Of equal phrases the first keeps its value, unless `combine`
    /// makes one value of both. Linear in the entries.
    public init(
        _ entries: [(phrase: String, value: Int)], combine: (_ old: Int, _ new: Int) -> Int = { old, _ in old }
    ) {
        var nodes: [Node] = []
        nodes.reserveCapacity(entries.count + entries.count / 2)
        for entry in entries { Self.add(Array(entry.phrase.utf8)[...], entry.value, to: &nodes) }
        self.init(nodes, combine: combine)
    }

    /// A lexicon of the first fields of some lists, each with the value of its list. Linear in the entries.
    public init(_ lists: [(list: WordList, value: Int)], combine: (_ old: Int, _ new: Int) -> Int) {
        var nodes: [Node] = []
        for (list, value) in lists { list.forEachPair { word, _ in Self.add(word, value, to: &nodes) } }
        self.init(nodes, combine: combine)
    }

    /// A lexicon of a list's first fields; each has the value of its place in the list. Linear in the entries.
    public init(_ list: WordList) {
        var nodes: [Node] = []
        var place = 0
        list.forEachPair { word, _ in
            Self.add(word, place, to: &nodes)
            place += 1
        }
        self.init(nodes) { old, _ in old }
    }

    /// A word or the front of a phrase.
    private typealias Node = (key: UInt64, value: Int32, continues: Bool)

    private static func add(_ phrase: ArraySlice<UInt8>, _ value: Int, to nodes: inout [Node]) {
        let before = nodes.count
        if addPlain(phrase, value, to: &nodes) { return }
        nodes.removeLast(nodes.count - before)
        let tokens = TokenizedText(bytes: Array(phrase))
        guard let first = tokens.hashes.first else { return }
        var key = first
        for next in tokens.hashes.dropFirst() {
            nodes.append((key, -1, true))
            key = WordHash.joining(key, next)
        }
        nodes.append((key, Int32(clamping: value), false))
    }

    /// Adds words of ASCII letters alone with single blanks between: each is one token whatever surrounds it. Most entries are
    /// such, and need no tokenizer. Whether the phrase is one; if not, what was added is to be taken back. Linear.
    private static func addPlain(_ phrase: ArraySlice<UInt8>, _ value: Int, to nodes: inout [Node]) -> Bool {
        var front: UInt64?
        var hash = WordHash.seed
        for byte in phrase {
            let small = byte | 0x20
            if small &- 0x61 < 26 {
                hash = WordHash.adding(small, to: hash)
            } else if byte == 0x20, hash != WordHash.seed {
                let key = front.map { WordHash.joining($0, hash) } ?? hash
                nodes.append((key, -1, true))
                front = key
                hash = WordHash.seed
            } else {
                return false
            }
        }
        guard hash != WordHash.seed else { return false }
        nodes.append((front.map { WordHash.joining($0, hash) } ?? hash, Int32(clamping: value), false))
        return true
    }

    private init(_ nodes: [Node], combine: (_ old: Int, _ new: Int) -> Int) {
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
        filter = KeyFilter(keys, count: nodes.count)
    }

    /// A lexicon of words alone; each has the value of its place in the list.
    public init(words: [String]) {
        self.init(words.enumerated().map { (phrase: $1, value: $0) })
    }

    @inlinable func slot(of key: UInt64) -> Int? {
        guard filter.mayContain(key) else { return nil }
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
