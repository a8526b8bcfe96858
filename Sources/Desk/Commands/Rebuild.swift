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

    /// What was done.
    public struct Outcome: Sendable, Equatable {
        /// What was entered, dropped, cleared and found damaged.
        public var report: Reconciliation.Report
        /// How many records an earlier rebuild had entered that was broken off; 0 where it began anew.
        public var taken: Int
    }

    /// Removes the ledger and reads the whole Outbox; where an earlier rebuild was broken off, goes on with what it made.
    /// Linear in the Outbox.
    public func run(progress: (_ done: Int, _ total: Int) -> Void) throws(DeskError) -> Outcome {
        do throws(DeskError) {
            if let (ledger, taken) = try unfinished() {
                let report = try Reconciliation(outbox: outbox, ledger: ledger).run(progress: progress)
                return Outcome(report: report, taken: taken)
            }
        } catch {
            // What is left of a broken-off rebuild may be damaged itself.
            guard case .ledger = error else { throw error }
        }
        try onSystem { () throws(SystemError) in try Ledger.remove(state: state) }
        let ledger = try Ledger(state: state.path)
        return Outcome(report: try Reconciliation(outbox: outbox, ledger: ledger).run(progress: progress), taken: 0)
    }

    /// The ledger that a rebuild left when it was broken off, with what it holds; nil where there is none.
    private func unfinished() throws(DeskError) -> (ledger: Ledger, taken: Int)? {
        guard state.contains(RawPath(Ledger.fileName)) else { return nil }
        let ledger = try Ledger(state: state.path)
        guard try !ledger.isComplete() else { return nil }
        return (ledger, try ledger.recordCount())
    }
}
