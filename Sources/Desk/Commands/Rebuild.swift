import Records

/// Makes the ledger again from the Outbox.
public struct Rebuild {
    private let outbox: Outbox
    private let state: Folder
    private let lock: InboxLock

    /// A rebuild for a configuration; refuses while a daemon works with the ledger.
    public init(settings: Settings) throws(DeskError) {
        (outbox, state) = try DeskFolders.outboxAndState(settings)
        lock = try InboxLock(inbox: nil, state: state)
    }

    /// Removes the ledger and reads the whole Outbox. Linear in it.
    public func run(progress: (_ done: Int, _ total: Int) -> Void) throws(DeskError) -> Reconciliation.Report {
        try onSystem { () throws(SystemError) in try Ledger.remove(state: state) }
        let ledger = try Ledger(state: state.path)
        return try Reconciliation(outbox: outbox, ledger: ledger).run(progress: progress)
    }
}
