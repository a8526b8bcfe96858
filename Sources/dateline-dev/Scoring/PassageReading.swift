import Records

/// What the engine makes of the marks of a passage.
struct PassageReading {
    let text: Codepoints
    let entities: [Entity]
    /// The engine's entity at each mark, by index.
    private(set) var entityOfMark: [Int?] = []
    /// The mark by which each number is known: its longest one that the engine took for a name.
    private(set) var anchors: [Int: Int] = [:]
    /// The engine's entity of each number.
    private(set) var entityOfNumber: [Int: Int] = [:]
    /// Pronouns and nouns that the engine links and nobody marked.
    private(set) var unmarkedReferences: [(entity: Int, range: TextRange)] = []

    /// Reads a passage. Bounded by marks times mentions, which are few.
    init(_ passage: MarkedPassage, _ entities: [Entity]) {
        text = Codepoints(passage.text)
        self.entities = entities
        var named: [Bool] = []
        for mark in passage.marks {
            let found = Self.mention(at: mark.range, among: entities)
            entityOfMark.append(found?.entity)
            named.append(found?.kind == .name)
        }
        for (index, mark) in passage.marks.enumerated() where named[index] {
            guard let number = mark.number else { continue }
            let length = mark.range.end - mark.range.start
            let known = anchors[number].map { passage.marks[$0].range }
            if length > known.map({ $0.end - $0.start }) ?? 0 { anchors[number] = index }
        }
        for (index, mark) in passage.marks.enumerated() {
            guard let number = mark.number, anchors[number] == nil else { continue }
            anchors[number] = index
        }
        for (number, index) in anchors { entityOfNumber[number] = entityOfMark[index] }
        for (index, entity) in entities.enumerated() {
            for mention in entity.mentions where mention.kind != .name {
                let isMarked = passage.marks.contains { $0.range.end == mention.range.end }
                if !isMarked { unmarkedReferences.append((index, mention.range)) }
            }
        }
    }

    /// The mention that a mark means: one that ends where the mark ends and begins inside it, or the other way round.
    private static func mention(
        at range: TextRange, among entities: [Entity]
    ) -> (entity: Int, kind: Mention.Kind)? {
        for (index, entity) in entities.enumerated() {
            for mention in entity.mentions where mention.range.end == range.end {
                return (index, mention.kind)
            }
        }
        return nil
    }

    /// Whether another number shares the engine's entity of this one.
    func isShared(_ number: Int) -> Bool {
        entityOfNumber.contains { $0.key != number && $0.value == entityOfNumber[number] }
    }

    /// Whether a role is the marked office: the same title, organisation and time.
    func agrees(_ role: Role, _ office: MarkedPassage.Office) -> Bool {
        guard role.title.lowercased() == office.title.lowercased(), (role.former ?? false) == office.isFormer else {
            return false
        }
        if let number = office.organization {
            return entityOfNumber[number].map { entities[$0].id == role.organization } ?? false
        }
        return role.organization == nil && role.organizationName?.lowercased() == office.organizationName?.lowercased()
    }
}
