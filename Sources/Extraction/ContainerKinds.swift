import Language

/// What a container's names call it: `container-kinds.txt` has the words, in many languages, with their kinds. Weights of
/// words are learned one by one; a kind holds for words that no page of the corpus has.
struct ContainerKinds: OptionSet {
    let rawValue: UInt8

    static let author = ContainerKinds(rawValue: 1 << 0)
    static let box = ContainerKinds(rawValue: 1 << 1)
    static let caption = ContainerKinds(rawValue: 1 << 2)
    static let deck = ContainerKinds(rawValue: 1 << 3)
    static let picture = ContainerKinds(rawValue: 1 << 4)
    static let promotion = ContainerKinds(rawValue: 1 << 5)
    static let quote = ContainerKinds(rawValue: 1 << 6)

    /// Numbers of one passage.
    static let width = 7

    private static let named: [String: ContainerKinds] = [
        "author": .author, "box": .box, "caption": .caption, "deck": .deck, "picture": .picture,
        "promotion": .promotion, "quote": .quote,
    ]

    /// By the hash of a word.
    private static let table = HashedTable<ContainerKinds>(
        WordList(named: "container-kinds", in: .module).entries.compactMap { entry in
            guard entry.count == 2, let kind = named[entry[1]] else { return nil }
            return (key: FNV1a.hash(of: entry[0].utf8), value: kind)
        }, none: [])

    /// The kind of a word by its hash; none for most.
    static func kind(of word: UInt64) -> ContainerKinds { table[word] ?? [] }

    /// Appends for each kind 2 where the innermost container is called so, 1 where one of the two around it is, else 0.
    static func append(_ own: ContainerKinds, around: ContainerKinds, to row: inout [Float]) {
        for bit in 0..<UInt8(width) {
            let kind = ContainerKinds(rawValue: 1 << bit)
            row.append(own.contains(kind) ? 2 : around.contains(kind) ? 1 : 0)
        }
    }
}
