import GRDB

extension Ledger {
    // SQLite keeps a number in the file for the program's own use. It is 0 in a ledger that holds the whole Outbox, as it is
    // in those made before there was a mark, and 1 from the making of a ledger until the whole Outbox has been entered.
    private static let incomplete = 1

    /// Whether the ledger has once been brought in line with the whole Outbox. Until then its last day says nothing about
    /// the days before: a rebuild was broken off, or the ledger is new.
    func isComplete() throws(DeskError) -> Bool {
        try read { try Int.fetchOne($0, sql: "PRAGMA user_version") != Self.incomplete }
    }

    /// Notes that the whole Outbox has been entered.
    func setComplete() throws(DeskError) {
        guard try !isComplete() else { return }
        try write { try Self.setComplete(true, in: $0) }
    }

    static func setComplete(_ isComplete: Bool, in db: Database) throws {
        try db.execute(sql: "PRAGMA user_version = \(isComplete ? 0 : incomplete)")
    }

    /// How many records are entered. Linear in them.
    func recordCount() throws(DeskError) -> Int { try read { try Row.fetchCount($0) } }
}
