import Digest
import GRDB
import Records

extension Ledger {
    /// How many of each kind came in on a day.
    public struct Counts: Sendable, Equatable {
        /// Records.
        public var articles = 0
        /// Inputs whose article was there already.
        public var duplicates = 0
        /// Inputs that became no record.
        public var rejected = 0
        /// Whether nothing came in.
        public var isEmpty: Bool { articles + duplicates + rejected == 0 }
    }

    /// A rejected input.
    public struct Rejected: Sendable, Equatable, Codable, FetchableRecord {
        /// The error file's path in the Outbox.
        public var path: String
        /// The day.
        public var day: String
        /// The input's name.
        public var file: String
        /// The stage that refused it.
        public var stage: String
        /// A stable code.
        public var code: String
        /// Why.
        public var message: String
    }

    /// The record with an id.
    public func row(id: String) throws(DeskError) -> Row? {
        try read { try Row.fetchOne($0, key: id) }
    }

    /// A record made from an input of exactly these bytes.
    func row(sha256: String) throws(DeskError) -> Row? {
        try read { try Row.filter(Column("sha256") == sha256).order(Column("id")).fetchOne($0) }
    }

    /// The record whose file has a path.
    func row(path: String) throws(DeskError) -> Row? {
        try read { try Row.filter(Column("path") == path).fetchOne($0) }
    }

    /// Forgets a record whose file is gone.
    func drop(record path: String) throws(DeskError) {
        try write { db in
            for id in try String.fetchAll(db, sql: "SELECT id FROM record WHERE path = ?", arguments: [path]) {
                try Self.unindex(id: id, in: db)
            }
            try db.execute(sql: "DELETE FROM record WHERE path = ?", arguments: [path])
        }
    }

    /// Forgets a duplicate whose sidecar is gone.
    func drop(duplicate path: String) throws(DeskError) {
        try write { try $0.execute(sql: "DELETE FROM duplicate WHERE path = ?", arguments: [path]) }
    }

    /// Every record's row, in path order, a page at a time.
    func rows(after path: String, limit: Int) throws(DeskError) -> [Row] {
        try read { try Row.filter(Column("path") > path).order(Column("path")).limit(limit).fetchAll($0) }
    }

    /// Enters a record, with its words for searching.
    func enter(_ row: Row, record: ArticleRecord) throws(DeskError) { try enter([(row, record)]) }

    /// Enters records in one transaction: all of them, or none where the program ends in between.
    func enter(_ entries: [(row: Row, record: ArticleRecord)]) throws(DeskError) {
        guard !entries.isEmpty else { return }
        try write { db in
            for (row, record) in entries {
                try Self.unindex(id: row.id, in: db)
                try row.insert(db, onConflict: .replace)
                try Self.index(record, id: row.id, in: db)
            }
        }
    }

    /// The records of a day of which it is not noted where their original went.
    func rowsWithoutOriginal(on day: CalendarDay) throws(DeskError) -> [Row] {
        try read { db in
            try Row.filter(Column("day") == day.description && Column("original") == nil).order(Column("path"))
                .fetchAll(db)
        }
    }

    /// Notes where a record's original went.
    func setOriginal(_ path: String, id: String) throws(DeskError) {
        try write { try $0.execute(sql: "UPDATE record SET original = ? WHERE id = ?", arguments: [path, id]) }
    }

    /// Enters a duplicate by its sidecar's path.
    func enterDuplicate(path: String, day: CalendarDay, of id: String) throws(DeskError) {
        try write {
            try $0.execute(
                sql: "INSERT OR REPLACE INTO duplicate (path, day, of) VALUES (?, ?, ?)",
                arguments: [path, day.description, id])
        }
    }

    /// Enters a rejection by its error file's path.
    func enterRejection(path: String, day: CalendarDay, file: String, _ why: Rejection) throws(DeskError) {
        try write {
            try $0.execute(
                sql:
                    "INSERT OR REPLACE INTO rejection (path, day, file, stage, code, message) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [path, day.description, file, why.stage, why.code, why.message])
        }
    }

    /// Forgets a rejection.
    func removeRejection(path: String) throws(DeskError) {
        try write { try $0.execute(sql: "DELETE FROM rejection WHERE path = ?", arguments: [path]) }
    }

    /// Every rejection, or those of one day, oldest first.
    public func rejections(on day: CalendarDay? = nil) throws(DeskError) -> [Rejected] {
        try read { db in
            guard let day else {
                return try Rejected.fetchAll(db, sql: "SELECT * FROM rejection ORDER BY day, path")
            }
            return try Rejected.fetchAll(
                db, sql: "SELECT * FROM rejection WHERE day = ? ORDER BY path", arguments: [day.description])
        }
    }

    /// What came in on a day.
    public func counts(on day: CalendarDay) throws(DeskError) -> Counts {
        try read { db in
            func count(_ table: String) throws -> Int {
                let sql = "SELECT COUNT(*) FROM \(table) WHERE day = ?"
                return try Int.fetchOne(db, sql: sql, arguments: [day.description]) ?? 0
            }
            return Counts(
                articles: try count("record"), duplicates: try count("duplicate"), rejected: try count("rejection"))
        }
    }

    /// The paths of a day's entries in one table: `record`, `duplicate` or `rejection`.
    func paths(of table: String, on day: CalendarDay) throws(DeskError) -> Set<String> {
        try read { db in
            try String.fetchSet(db, sql: "SELECT path FROM \(table) WHERE day = ?", arguments: [day.description])
        }
    }

    /// The last day on which anything was filed.
    func lastDay() throws(DeskError) -> CalendarDay? {
        let text = try read { db in
            try String.fetchOne(
                db,
                sql: """
                    SELECT MAX(day) FROM (SELECT MAX(day) AS day FROM record UNION SELECT MAX(day) FROM duplicate
                    UNION SELECT MAX(day) FROM rejection UNION SELECT MAX(day) FROM edition)
                    """)
        }
        return text.flatMap { CalendarDay($0) }
    }

    /// What a day's edition was made from, as it was noted then.
    func editionState(of day: CalendarDay) throws(DeskError) -> String? {
        try read { db in
            try String.fetchOne(db, sql: "SELECT state FROM edition WHERE day = ?", arguments: [day.description])
        }
    }

    /// Notes what a day's edition was made from.
    func setEditionState(_ state: String, of day: CalendarDay) throws(DeskError) {
        try write {
            try $0.execute(
                sql: "INSERT OR REPLACE INTO edition (day, state) VALUES (?, ?)", arguments: [day.description, state])
        }
    }

    /// SQLite's own check of the file; empty when all is well.
    func faults() throws(DeskError) -> [String] {
        try read { try String.fetchAll($0, sql: "PRAGMA quick_check").filter { $0 != "ok" } }
    }
}
