import Records

/// Scores who is who in marked passages: links, offices and ages, countries, types, and the order of salience. Each
/// kind is scored by what is right of what is marked, and by what the engine says beyond it.
struct WhoScore {
    /// What was right, said in vain, and missed.
    private struct Tally {
        var right = 0
        var spurious = 0
        var missed = 0

        static func + (one: Tally, other: Tally) -> Tally {
            Tally(
                right: one.right + other.right, spurious: one.spurious + other.spurious,
                missed: one.missed + other.missed)
        }

        var figure: Figure {
            .precisionRecall(right: right, of: right + spurious, gold: right + missed)
        }
    }

    private var roles = Tally()
    private var coreference = Tally()
    private var places = Tally()
    private var types = Tally()
    private var salience = Tally()
    /// What came out otherwise than marked, a line each.
    private(set) var errors: [String] = []

    /// Counts one passage.
    mutating func add(_ passage: MarkedPassage, _ record: ArticleRecord?) {
        let entities = record?.annotations.entities ?? []
        let reading = PassageReading(passage, entities)
        addLinks(passage, reading)
        for (number, subject) in passage.subjects.sorted(by: { $0.key < $1.key }) {
            let entity = reading.entityOfNumber[number].map { entities[$0] }
            score(
                \.types, entity?.type == subject.type,
                "\(passage.id) \(number): type \(entity?.type.rawValue ?? "none")")
            if subject.type == .place, let country = subject.country {
                score(
                    \.places, entity?.country == country,
                    "\(passage.id) \(number): country \(entity?.country ?? "none"), not \(country)")
            }
            if subject.type == .person { addRoles(passage, number, subject, entity, reading) }
        }
        for (front, back) in zip(passage.order, passage.order.dropFirst()) {
            let values = [front, back].map { number in
                reading.entityOfNumber[number].flatMap { entities[$0].salience } ?? 0
            }
            score(
                \.salience, values[0] > values[1], "\(passage.id): salience \(front) \(values[0]), \(back) \(values[1])"
            )
        }
    }

    private mutating func score(
        _ tally: WritableKeyPath<WhoScore, Tally>, _ isRight: Bool, _ error: @autoclosure () -> String
    ) {
        if isRight {
            self[keyPath: tally].right += 1
        } else {
            self[keyPath: tally].missed += 1
            self[keyPath: tally].spurious += 1
            errors.append(error())
        }
    }

    private mutating func addLinks(_ passage: MarkedPassage, _ reading: PassageReading) {
        for (index, mark) in passage.marks.enumerated() {
            let found = reading.entityOfMark[index]
            let word = reading.text.string(mark.range.scalarRange)
            guard let number = mark.number else {
                if found != nil {
                    coreference.spurious += 1
                    errors.append("\(passage.id): \"\(word)\" at \(mark.range.start) is linked")
                }
                continue
            }
            guard index != reading.anchors[number] else { continue }
            let isRight = found != nil && found == reading.entityOfNumber[number] && !reading.isShared(number)
            if isRight {
                coreference.right += 1
            } else {
                coreference.missed += 1
                if found != nil { coreference.spurious += 1 }
                errors.append(
                    "\(passage.id) \(number): \"\(word)\" at \(mark.range.start) is "
                        + (found.map { "e\($0 + 1) (\(reading.entities[$0].name))" } ?? "not linked"))
            }
        }
        for mention in reading.unmarkedReferences {
            coreference.spurious += 1
            let entity = reading.entities[mention.entity].name
            errors.append(
                "\(passage.id): \"\(reading.text.string(mention.range.scalarRange))\" at \(mention.range.start) is linked "
                    + "to \(entity), unmarked")
        }
    }

    private mutating func addRoles(
        _ passage: MarkedPassage, _ number: Int, _ subject: MarkedPassage.Subject, _ entity: Entity?,
        _ reading: PassageReading
    ) {
        var left = entity?.roles ?? []
        for office in subject.offices {
            if let index = left.firstIndex(where: { reading.agrees($0, office) }) {
                left.remove(at: index)
                roles.right += 1
            } else {
                roles.missed += 1
                errors.append("\(passage.id) \(number): no role \(office.title)")
            }
        }
        for role in left {
            roles.spurious += 1
            let owner = role.organization.map { " @\($0)" } ?? role.organizationName.map { " @\"\($0)\"" } ?? ""
            errors.append(
                "\(passage.id) \(number): role \(role.former == true ? "former " : "")\(role.title)\(owner)")
        }
        if subject.age != nil || entity?.age != nil {
            score(\.roles, entity?.age == subject.age, "\(passage.id) \(number): age \(entity?.age ?? 0)")
        }
    }

    /// The figures by kind, and of all kinds together.
    var figures: Figure {
        .named([
            "roles": roles.figure, "coreference": coreference.figure, "places": places.figure, "types": types.figure,
            "salience": salience.figure, "all": (roles + coreference + places + types + salience).figure,
        ])
    }
}
