import Digest
import GRDB
import Records

extension Ledger {
    /// A match in the headline counts as this many in the text, one in a name as that many.
    private static let ranking = "bm25(search, 8, 1, 3, 3, 3, 2, 1)"
    /// Words of a snippet.
    private static let snippetWords = 24
    /// Where more articles match, the newest of them are ranked, this many. Ranking so many takes a tenth of a second; a
    /// million would take two (`make million`).
    private static let mostRanked = 50_000

    /// One found row.
    struct Found: FetchableRecord {
        let row: Row
        var snippet: String
        /// Its row in the index; nil where its words are in none.
        let searchRow: Int64?

        init(row: GRDB.Row) throws {
            self.row = try Row(row: row)
            snippet = row["snippet"] ?? ""
            searchRow = row["searchRow"]
        }
    }

    /// What a query finds, the best first; without words the newest first. Of equals the newer, then the id. Quick
    /// however many articles there are, but for counting those that match.
    func found(_ query: SearchQuery) throws(DeskError) -> (hits: [Found], total: Int) {
        let days = Days(query)
        return try read { db in
            guard let words = query.fullText else { return try Self.newest(days, limit: query.limit, in: db) }
            return try Self.matching(words, days, limit: query.limit, in: db)
        }
    }

    /// The days that are asked for; open ends reach all that can be written.
    private struct Days {
        let first: String
        let last: String
        let isNarrowed: Bool

        init(_ query: SearchQuery) {
            first = query.since?.description ?? ""
            last = query.until?.description ?? "9999-12-31"
            isNarrowed = query.since != nil || query.until != nil
        }
    }

    /// Without words: the days' articles are counted and taken from an index in their order.
    private static func newest(_ days: Days, limit: Int, in db: Database) throws -> (hits: [Found], total: Int) {
        let total = try Int.fetchOne(
            db, sql: "SELECT COUNT(*) FROM record WHERE shown BETWEEN ? AND ?", arguments: [days.first, days.last])
        let hits = try Found.fetchAll(
            db,
            sql: """
                SELECT record.*, substr(search.text, 1, 200) AS snippet
                FROM record LEFT JOIN search ON search.rowid = record.searchRow
                WHERE record.shown BETWEEN ? AND ? ORDER BY record.shown DESC, record.id LIMIT ?
                """, arguments: [days.first, days.last, max(0, limit)])
        return (hits, total ?? 0)
    }

    /// With words: the newest matches are ranked, and the best of them looked up.
    private static func matching(
        _ words: String, _ days: Days, limit: Int, in db: Database
    ) throws -> (hits: [Found], total: Int) {
        var from = "search WHERE search MATCH ?"
        var arguments: StatementArguments = [words]
        if days.isNarrowed {
            guard let rows = try indexRows(of: days, in: db) else { return ([], 0) }
            // The full-text index goes first: it can leave out rows that no article of these days has.
            from = """
                search CROSS JOIN record ON record.searchRow = search.rowid
                WHERE search MATCH ? AND search.rowid BETWEEN ? AND ? AND record.shown BETWEEN ? AND ?
                """
            arguments += [rows.lowerBound, rows.upperBound, days.first, days.last]
        }
        let total = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM \(from)", arguments: arguments) ?? 0
        var hits = try Found.fetchAll(
            db,
            sql: """
                SELECT record.* FROM (
                    SELECT search.rowid AS entry, \(ranking) AS score FROM \(from)
                    ORDER BY search.rowid DESC LIMIT \(mostRanked)
                ) AS ranked JOIN record ON record.searchRow = ranked.entry
                ORDER BY ranked.score, record.shown DESC, record.id LIMIT ?
                """, arguments: arguments + [max(0, limit)])
        try addSnippets(to: &hits, words, in: db)
        return (hits, total)
    }

    /// The first and last row that articles of some days have in the full-text index.
    private static func indexRows(of days: Days, in db: Database) throws -> ClosedRange<Int64>? {
        let sql = "SELECT MIN(searchRow), MAX(searchRow) FROM record WHERE shown BETWEEN ? AND ? AND searchRow > 0"
        guard let row = try GRDB.Row.fetchOne(db, sql: sql, arguments: [days.first, days.last]),
            let first: Int64 = row[0], let last: Int64 = row[1]
        else { return nil }
        return first...last
    }

    /// The passages around the matches, of the hits alone. In one pass over the matches between the first and the last of
    /// them: asked for one by one, each would gather all words again that begin as the query says.
    private static func addSnippets(to hits: inout [Found], _ words: String, in db: Database) throws {
        let rows = hits.compactMap(\.searchRow)
        guard let first = rows.min(), let last = rows.max() else { return }
        let found = try GRDB.Row.fetchAll(
            db,
            sql: """
                SELECT rowid, snippet(search, 1, '\(SnippetMarks.open)', '\(SnippetMarks.close)', '…', \(snippetWords))
                FROM search WHERE search MATCH ? AND rowid BETWEEN ? AND ?
                AND +rowid IN (\(rows.map(String.init).joined(separator: ", ")))
                """, arguments: [words, first, last])
        let snippets = Dictionary(
            found.map { ($0[0] as Int64, $0[1] as String) }, uniquingKeysWith: { first, _ in first })
        for index in hits.indices {
            hits[index].snippet = hits[index].searchRow.flatMap { snippets[$0] } ?? ""
        }
    }
}
