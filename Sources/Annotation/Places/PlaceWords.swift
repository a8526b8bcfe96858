import Language

/// The small words by which a text says where and what a place is.
struct PlaceWords: Sendable {
    /// The words of the module's lists.
    static let shared = PlaceWords()

    /// "province", "city", "river": a common noun and the kind it gives.
    let kinds: [UInt64: PlaceKind]
    /// Words that may stand between a place and what it lies in: "in the north-eastern part of".
    let fillers: Set<UInt64>
    /// Head words of names whose first words name a place in the same country: "Airport".
    let inheriting: Set<UInt64>
    /// Compass words that open a name: "Northern Gaza".
    let directions: Set<UInt64>

    private init() {
        var kinds: [UInt64: PlaceKind] = [:]
        var fillers: Set<UInt64> = []
        var directions: Set<UInt64> = []
        for fields in Tables.list("place-words").entries {
            let hash = WordHash.of(fields[0])
            fillers.insert(hash)
            guard fields.count > 1 else { continue }
            if fields[1] == "direction" { directions.insert(hash) }
            if let kind = PlaceKind(name: fields[1]) { kinds[hash] = kind }
        }
        self.kinds = kinds
        self.fillers = fillers
        self.directions = directions
        inheriting = Set(
            Tables.list("place-heads").entries.filter { $0.count > 2 && $0[2] == "inherits" }
                .map { WordHash.of($0[0]) })
    }
}
