/// Words that keep their dot. The list is data: `abbreviations.txt`, with the class of each.
enum Abbreviations {
    /// Whether an abbreviation can end a sentence.
    enum Standing {
        /// Stands before a name: "Mr."; the sentence goes on.
        case leansForward
        /// May end a sentence: "Inc.", "a.m.".
        case free
    }

    private static let table: [UInt64: Standing] = {
        var table: [UInt64: Standing] = [:]
        for entry in WordList(named: "abbreviations", in: .module).entries {
            table[WordHash.of(entry[0])] = entry.count > 1 && entry[1] == "forward" ? .leansForward : .free
        }
        return table
    }()

    /// The standing of a word, given the hash of its letters without the dot.
    static func standing(of hash: UInt64) -> Standing? { table[hash] }
}
