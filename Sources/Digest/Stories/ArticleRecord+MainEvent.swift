import Records

extension ArticleRecord {
    /// When the main event happened, where the record resolves it.
    var eventSpan: CalendarSpan? {
        guard let time = annotations.story?.when?.time, annotations.times.indices.contains(time) else { return nil }
        return CalendarSpan(timex: annotations.times[time].value)
    }

    /// Whether an answer's day is known: "yesterday" means nothing where the day of writing is that of the file.
    func isAnchored(_ answer: Story.Answer) -> Bool {
        guard article.published?.from == .fileTime, let time = answer.time, annotations.times.indices.contains(time)
        else { return true }
        return annotations.times[time].relativeTo == nil
    }

    /// The entities by their ids; of a repeated id the first.
    var entitiesByID: [String: Entity] {
        Dictionary(annotations.entities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The entity with an id, and the first of them where a record repeats one.
    func entity(_ id: String?) -> Entity? {
        guard let id else { return nil }
        return annotations.entities.first { $0.id == id }
    }
}

extension Entity {
    /// How much the article is about it, from 0 to 1, whatever the record holds; nil where it holds nothing.
    var knownSalience: Double? {
        salience.map { $0.isFinite ? min(max($0, 0), 1) : 0 }
    }
}
