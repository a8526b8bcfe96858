import Records

/// What speaks for or against an entity's type and bounds being right. Each has a number, under which its weight is kept, and a
/// name, by which `entity-confidence.txt` tells the weight.
package struct EntityFeature: Hashable, Sendable {
    /// Its place among all.
    package let number: Int

    /// How far the tagger's reading of a name leads any other: each step that is reached speaks for it. In natural logarithms of
    /// odds; beyond the last, nearly all names are right.
    static let steps: [Int32] = [1, 2, 3, 4, 5, 6, 8, 10, 12, 15]

    /// What is told of an entity.
    enum Sign: Int, CaseIterable {
        /// The tagger read some mention of it so; else rules alone made it what it is.
        case read
        /// All mentions, or fewer than half of them, were read so.
        case undisputed, disputed
        /// It is named twice and more, four times and more.
        case twice, often
        /// A list has it under this type; one of names that nothing else bears.
        case listed, certain
        /// A list has it as a country.
        case country
        /// Its fullest form has two tokens, or more.
        case pair, long
        /// Its only form is in capitals, is a word that the language writes small, is in no table of words.
        case acronym, common, unknown
        /// It is named only where capitals tell nothing: in title case, at the front of clauses.
        case titleCase, opening
        /// The text tells of its office or age.
        case office
        /// Nouns or pronouns stand for it.
        case meant
    }

    /// All names, in the order of the numbers.
    package static let names: [String] = Entity.Kind.allCases.flatMap { kind in
        Sign.allCases.map { "\(kind.rawValue)-\($0)" }
            + steps.map { "\(kind.rawValue)-mean-\($0)" } + steps.map { "\(kind.rawValue)-best-\($0)" }
    }

    /// How many there are of each type.
    private static let width = Sign.allCases.count + 2 * steps.count

    /// The features of one type.
    struct OfKind {
        private let first: Int
        private let means: Int

        init(_ kind: Entity.Kind) {
            first = (Entity.Kind.allCases.firstIndex(of: kind) ?? 0) * EntityFeature.width
            means = first + Sign.allCases.count
        }

        func sign(_ sign: Sign) -> EntityFeature { EntityFeature(number: first + sign.rawValue) }

        /// The mean of the leads has reached a step.
        func mean(_ step: Int) -> EntityFeature { EntityFeature(number: means + step) }

        /// The highest lead has.
        func best(_ step: Int) -> EntityFeature { EntityFeature(number: means + EntityFeature.steps.count + step) }
    }
}
