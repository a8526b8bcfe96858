/// Words that keep their dot. The list is data: `abbreviations.txt`, with the class of each.
enum Abbreviations {
    /// Whether an abbreviation can end a sentence.
    enum Standing {
        /// Stands before a name: "Mr."; the sentence goes on.
        case leansForward
        /// May end a sentence: "Inc.", "a.m.".
        case free
    }

    private static let table: HashedTable<Standing> = {
        let entries = WordList(named: "abbreviations", in: .module).entries.map { entry in
            (
                key: WordHash.of(entry[0]),
                value: entry.count > 1 && entry[1] == "forward" ? Standing.leansForward : .free
            )
        }
        return HashedTable(entries, none: .free)
    }()

    /// The standing of a word, given the hash of its letters without the dot.
    static func standing(of hash: UInt64) -> Standing? { table[hash] }
}
