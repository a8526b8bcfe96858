import GRDB
import Records

extension Ledger {
    /// Parts two names of one column, so that no phrase runs from one into the next; a letter of the private use area,
    /// which the index takes for a word.
    private static let nameBreak = " \u{E000} "
    /// The day an article appeared, or was received: kept in the column `shown`, by which searches are narrowed.
    static let shownDay = "substr(coalesce(published, day), 1, 10)"

    /// Writes a record's words into the index; what stood there of it before goes.
    static func index(_ record: ArticleRecord, id: String, in db: Database) throws {
        try unindex(id: id, in: db)
        func names(_ kind: Entity.Kind) -> String {
            record.annotations.entities.filter { $0.type == kind }.flatMap { [$0.name] + $0.aliases }
                .joined(separator: nameBreak)
        }
        let site = [record.article.site?.name, record.article.site?.domain].compactMap { $0 }
        let events = record.annotations.events.flatMap { [$0.category, $0.code].compactMap { $0 } }
        try db.execute(
            sql: """
                INSERT INTO search (headline, text, people, organizations, places, site, events)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                record.article.headline, record.article.text, names(.person), names(.organization), names(.place),
                site.joined(separator: nameBreak), Set(events).sorted().joined(separator: nameBreak),
            ])
        try db.execute(
            sql: "UPDATE record SET searchRow = ?, shown = \(shownDay) WHERE id = ?",
            arguments: [db.lastInsertedRowID, id])
    }

    /// Takes a record's words out of the index.
    static func unindex(id: String, in db: Database) throws {
        try db.execute(
            sql: "DELETE FROM search WHERE rowid = (SELECT searchRow FROM record WHERE id = ?)", arguments: [id])
    }

    /// Records whose words are not in the index yet, with their paths: those entered before there was one.
    func unindexed(limit: Int) throws(DeskError) -> [Row] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM record WHERE searchRow IS NULL ORDER BY path LIMIT ?", arguments: [limit])
        }
    }

    /// Writes the words of a record that has a row already into the index.
    func index(_ record: ArticleRecord, id: String) throws(DeskError) {
        try write { try Self.index(record, id: id, in: $0) }
    }

    /// Notes that a record's file cannot be read, so that it is not tried at every search.
    func skipIndexing(id: String) throws(DeskError) {
        try write {
            try $0.execute(
                sql: "UPDATE record SET searchRow = 0, shown = \(Self.shownDay) WHERE id = ?", arguments: [id])
        }
    }
}
