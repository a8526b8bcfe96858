import Language

/// The small words by which a text says where and what a place is. Data: `place-words.txt` and `place-heads.txt`.
struct PlaceWords: Sendable {
    /// What a word says of a place beside it.
    struct Word: Sendable {
        /// The kind it gives, as "province", "city" and "river" do.
        var kind: PlaceKind?
        /// It may stand between a place and what that lies in: "in the north-eastern part of".
        var isFiller = false
        /// It opens names of parts: "Northern Gaza".
        var isDirection = false
        /// It ends names whose first words name a place in the same country: "Airport".
        var inherits = false
    }

    /// The words of the module's lists.
    static let shared = PlaceWords()

    private let table: HashedTable<Word>

    private init() {
        var words: [UInt64: Word] = [:]
        for fields in Tables.list("place-words").entries {
            let kind = fields.count > 1 ? PlaceKind(name: fields[1]) : nil
            words[WordHash.of(fields[0])] = Word(
                kind: kind, isFiller: true, isDirection: fields.count > 1 && fields[1] == "direction")
        }
        for fields in Tables.list("place-heads").entries where fields.count > 2 && fields[2] == "inherits" {
            words[WordHash.of(fields[0]), default: Word()].inherits = true
        }
        table = HashedTable(words.map { (key: $0.key, value: $0.value) }, none: Word())
    }

    /// What a word says, by its hash; nothing of most.
    subscript(hash: UInt64) -> Word { table[hash] ?? Word() }
}
