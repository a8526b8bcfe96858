import Digest

/// Deletes originals and duplicates that are older than the configuration wants them kept.
struct Retention {
    let outbox: Outbox
    let settings: Settings

    /// Deletes what is due. Returns how many files went.
    func sweep(today: CalendarDay) throws(DeskError) -> Int {
        try sweep(.originals, keepingDays: settings.originalsDays, today)
            + sweep(.duplicates, keepingDays: settings.duplicatesDays, today)
    }

    private func sweep(_ shelf: Outbox.Shelf, keepingDays: Int, _ today: CalendarDay) throws(DeskError) -> Int {
        guard keepingDays > 0 else { return 0 }
        let oldest = today.advanced(by: -keepingDays)
        return try onSystem { () throws(SystemError) in
            var removed = 0
            for day in try outbox.days(on: shelf) where day < oldest {
                let folder = try outbox.root.folder(RawPath(Outbox.path(shelf, day)))
                for name in try folder.names() where !name.ends(with: Array(".duplicate.json".utf8)) {
                    try FolderTree(folder, RawPath(name)).remove()
                    removed += 1
                }
            }
            return removed
        }
    }
}
