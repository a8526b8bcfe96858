import Records

extension ArticleRecord {
    /// When the main event happened, where the record resolves it.
    var eventSpan: CalendarSpan? {
        guard let time = annotations.story?.when?.time, annotations.times.indices.contains(time) else { return nil }
        return CalendarSpan(timex: annotations.times[time].value)
    }

    /// The entity with an id, and the first of them where a record repeats one.
    func entity(_ id: String?) -> Entity? {
        guard let id else { return nil }
        return annotations.entities.first { $0.id == id }
    }
}
