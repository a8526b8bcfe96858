/// What a page tells machines of its authors, set against the names that it shows beside its headline: a publisher's system
/// may name the paper, or whoever put the page up, where the byline names the writer.
struct BylineTold {
    private enum State {
        /// Machines are told nothing, or a person whom the page shows.
        case agreed
        /// Machines are told of no person.
        case nobody
        /// Machines are told of persons, none of whom the page shows.
        case unseen
    }

    private let state: State

    /// Sets the clues of a page's names against each other. Linear in the names.
    init(_ names: [ClueSet]) {
        let told = names.filter { !$0.isDisjoint(with: BylineReader.toldClues) }
        let persons = told.filter { BylineReader.isFullName($0) && !$0.has(.linkedOrganization) }
        if told.isEmpty || persons.contains(where: { $0.has(.shown) }) {
            state = .agreed
        } else {
            state = persons.isEmpty ? .nobody : .unseen
        }
    }

    /// What follows for a name with some clues.
    func clues(for name: ClueSet) -> ClueSet {
        guard name.isDisjoint(with: BylineReader.toldClues) else { return [] }
        let isNear = name.has(.dated) || name.has(.opensText)
        guard Self.isSigned(name) || (isNear && Self.isBare(name)) else { return [] }
        switch state {
        case .agreed: return []
        case .nobody: return ClueSet(.toldNobody)
        case .unseen: return ClueSet(.toldUnseen)
        }
    }

    /// Whether a full name stands beside the headline as an author's: what is only called so may be the picture's.
    private static func isSigned(_ name: ClueSet) -> Bool {
        BylineReader.isFullName(name)
            && (!name.isDisjoint(with: ClueSet(.line, .authorLink, .relAuthor))
                || name.isSuperset(of: ClueSet(.marked, .dated)))
    }

    /// Whether a full name stands on a line of its own above the text.
    private static func isBare(_ name: ClueSet) -> Bool {
        BylineReader.isFullName(name) && !name.isDisjoint(with: ClueSet(.bareName, .bareWords))
    }
}
