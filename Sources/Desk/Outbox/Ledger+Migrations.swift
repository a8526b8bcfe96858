import GRDB

extension Ledger {
    /// The ledger's tables, version by version.
    static var migrations: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            try db.create(table: "record") { table in
                table.primaryKey("id", .text)
                table.column("day", .text).notNull().indexed()
                table.column("path", .text).notNull().unique()
                table.column("recordSha256", .text).notNull()
                table.column("sha256", .text).notNull().indexed()
                table.column("file", .text).notNull()
                table.column("collection", .text).notNull()
                table.column("original", .text)
                table.column("headline", .text)
                table.column("site", .text)
                table.column("published", .text)
                table.column("language", .text)
                table.column("length", .integer).notNull()
            }
            try db.create(table: "duplicate") { table in
                table.primaryKey("path", .text)
                table.column("day", .text).notNull().indexed()
                table.column("of", .text).notNull()
            }
            try db.create(table: "rejection") { table in
                table.primaryKey("path", .text)
                table.column("day", .text).notNull().indexed()
                table.column("file", .text).notNull()
                table.column("stage", .text).notNull()
                table.column("code", .text).notNull()
                table.column("message", .text).notNull()
            }
            try db.create(table: "edition") { table in
                table.primaryKey("day", .text)
                table.column("state", .text).notNull()
            }
            try db.create(virtualTable: "passage", using: FTS5()) { table in
                table.tokenizer = .unicode61(diacritics: .remove)
                table.column("id").notIndexed()
                table.column("headline")
                table.column("text")
                table.column("names")
            }
            // Nothing of the Outbox has been entered yet (Ledger+Completeness.swift).
            try setComplete(false, in: db)
        }
        // The index of version 1 was never asked and could not tell names apart; the new one is filled from the records.
        migrator.registerMigration("2") { db in
            try db.drop(table: "passage")
            try db.alter(table: "record") { table in table.add(column: "searchRow", .integer).indexed() }
            try db.create(virtualTable: "search", using: FTS5()) { table in
                table.tokenizer = .unicode61(diacritics: .remove)
                for column in ["headline", "text", "people", "organizations", "places", "site", "events"] {
                    table.column(column)
                }
            }
        }
        // The day that searches go by, in a column and in indexes that answer without the rows: the newest articles and how
        // many there are of a span of days, and whether a match lies in it.
        migrator.registerMigration("3") { db in
            try db.alter(table: "record") { table in table.add(column: "shown", .text) }
            try db.execute(sql: "UPDATE record SET shown = \(shownDay)")
            try db.drop(index: "record_on_searchRow")
            try db.execute(sql: "CREATE INDEX record_by_day ON record (shown DESC, id, searchRow)")
            try db.execute(sql: "CREATE INDEX record_by_row ON record (searchRow, shown)")
        }
        return migrator
    }
}
