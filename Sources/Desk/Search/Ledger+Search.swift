import Digest
import GRDB
import Records

extension Ledger {
    /// Parts two names of one column, so that no phrase runs from one into the next; a letter of the private use area,
    /// which the index takes for a word.
    private static let nameBreak = " \u{E000} "
    /// A match in the headline counts as this many in the text, one in a name as that many.
    private static let ranking = "bm25(search, 8, 1, 3, 3, 3, 2, 1)"
    /// Words of a snippet.
    private static let snippetWords = 24

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
        try db.execute(sql: "UPDATE record SET searchRow = ? WHERE id = ?", arguments: [db.lastInsertedRowID, id])
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
        try write { try $0.execute(sql: "UPDATE record SET searchRow = 0 WHERE id = ?", arguments: [id]) }
    }

    /// One found row.
    struct Found: FetchableRecord {
        let row: Row
        let snippet: String

        init(row: GRDB.Row) throws {
            self.row = try Row(row: row)
            snippet = row["snippet"] ?? ""
        }
    }

    /// What a query finds, the best first; without words the newest first. Of equals the newer, then the id.
    func found(_ query: SearchQuery) throws(DeskError) -> (hits: [Found], total: Int) {
        var conditions: [String] = []
        var arguments: StatementArguments = []
        if let fullText = query.fullText {
            conditions.append("search MATCH ?")
            arguments += [fullText]
        }
        if let since = query.since {
            conditions.append("\(Self.day) >= ?")
            arguments += [since.description]
        }
        if let until = query.until {
            conditions.append("\(Self.day) <= ?")
            arguments += [until.description]
        }
        let isRanked = query.fullText != nil
        let tables = "record JOIN search ON search.rowid = record.searchRow"
        let filter = conditions.isEmpty ? "" : "WHERE " + conditions.joined(separator: " AND ")
        let snippet = "snippet(search, 1, '\(SnippetMarks.open)', '\(SnippetMarks.close)', '…', \(Self.snippetWords))"
        let order = (isRanked ? "\(Self.ranking), " : "") + "\(Self.day) DESC, record.id"
        let limit = max(0, query.limit)
        return try read { db in
            let total = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \(tables) \(filter)", arguments: arguments) ?? 0
            let hits = try Found.fetchAll(
                db,
                sql: """
                    SELECT record.*, \(isRanked ? snippet : "substr(search.text, 1, 200)") AS snippet
                    FROM \(tables) \(filter) ORDER BY \(order) LIMIT \(limit)
                    """, arguments: arguments)
            return (hits, total)
        }
    }

    /// The day an article appeared, or was received.
    static let day = "substr(coalesce(record.published, record.day), 1, 10)"
}
