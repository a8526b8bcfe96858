import Language

/// What each clue is worth for each field, from the resource `evidence-weights.txt`; its head says what pages the
/// numbers were learned from and how well they did on sites they had not seen.
enum EvidenceWeights {
    /// The fields that are weighed.
    enum Field: String, CaseIterable {
        case headline, bylines, published, modified
    }

    /// Weights by field, then by clue; logarithms of odds.
    private static let tables: [[Double]] = {
        var tables = Array(
            repeating: Array(repeating: 0.0, count: Clue.allCases.count), count: Field.allCases.count)
        var clues: [String: Int] = [:]
        for clue in Clue.allCases { clues[clue.name] = Int(clue.rawValue) }
        for entry in WordList(named: "evidence-weights", in: .module).entries where entry.count == 3 {
            guard let field = Field.allCases.firstIndex(where: { $0.rawValue == entry[0] }) else { continue }
            if let clue = clues[entry[1]] { tables[field][clue] = Double(entry[2]) ?? 0 }
        }
        return tables
    }()

    /// Entries of the resource that name no field or no clue: there should be none.
    static var unknownEntries: [[String]] {
        let names = Set(Clue.allCases.map(\.name))
        return WordList(named: "evidence-weights", in: .module).entries.filter { entry in
            entry.count != 3 || !names.contains(entry[1]) || Double(entry[2]) == nil
                || !Field.allCases.contains { $0.rawValue == entry[0] }
        }
    }

    /// Opens the table. Idempotent.
    static func warmUp() { _ = tables }

    /// The sum of the weights of some clues.
    static func score(_ clues: ClueSet, _ field: Field) -> Double {
        let table = tables[Field.allCases.firstIndex(of: field) ?? 0]
        var rest = clues.rawValue
        var sum = 0.0
        while rest != 0 {
            sum += table[rest.trailingZeroBitCount]
            rest &= rest - 1
        }
        return sum
    }
}
