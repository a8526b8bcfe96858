import Records

/// Tells of whole entities whether they are right: of the type that the gold has, and named with its bounds most times.
struct EntityJudgement {
    /// What is told apart in tables of confidence; all but the three scored types are one, as the gold has them.
    static let fields = ["person", "organization", "place", "other", "all three"]

    private let gold: Set<EntityErrors.Name>
    private let text: Codepoints

    /// The names that the gold has in a text.
    init(_ gold: [(span: Range<Int>, type: String)], in text: Codepoints) {
        self.text = text
        self.gold = Set(
            gold.map { name in
                let type = EntityScore.types.contains(name.type) ? name.type : Self.other
                return EntityErrors.Name(span: EntityConvention.span(name.span, type: type, in: text), type: type)
            })
    }

    /// How the corpora call what is neither person, organisation nor place.
    static let other = "MISC"

    /// Whether the gold has names of other types than the three.
    var knowsOthers: Bool { gold.contains { $0.type == Self.other } }

    /// The table's field of a type.
    static func field(of kind: Entity.Kind) -> String { EntityScore.type(of: kind) == nil ? "other" : kind.rawValue }

    /// Whether at least half of the places where an entity is named are so in the gold; of a country, which corpora call an
    /// organisation where it acts, whatever of the three types they have there, if asked.
    func isRight(_ kind: Entity.Kind, named names: [TextRange], isCountry: Bool = false) -> Bool {
        let own = EntityScore.type(of: kind) ?? Self.other
        let types = isCountry ? EntityScore.types : [own]
        let right = names.filter { range in
            let span = EntityConvention.span(range.scalarRange, type: own, in: text)
            return types.contains { gold.contains(EntityErrors.Name(span: span, type: $0)) }
        }
        return right.count * 2 >= names.count
    }
}
