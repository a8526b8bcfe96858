import Digest
import Pipeline
import Records

/// Checks every record and original of the Outbox against the ledger, the hashes and the contract.
public struct Verification {
    private let outbox: Outbox
    private let ledger: Ledger

    /// A verification of an Outbox and its ledger.
    public init(outbox: Outbox, ledger: Ledger) {
        self.outbox = outbox
        self.ledger = ledger
    }

    /// Goes over everything; `fault` is told each thing that is wrong, with its path; `progress` the days done. Returns
    /// how many records were looked at. Linear in the Outbox.
    public func run(
        fault: (_ path: String, _ what: String) -> Void, progress: (_ done: Int, _ total: Int) -> Void
    ) throws(DeskError) -> Int {
        for what in try ledger.faults() { fault("ledger", what) }
        var days: Set<CalendarDay> = []
        for shelf in Outbox.Shelf.allCases {
            days.formUnion(try onSystem { () throws(SystemError) in try outbox.days(on: shelf) })
        }
        var records = 0
        for (done, day) in days.sorted().enumerated() {
            progress(done, days.count)
            records += try verifyRecords(of: day, fault)
            try verify(table: "duplicate", shelf: .duplicates, ending: ".duplicate.json", day, fault)
            try verify(table: "rejection", shelf: .rejected, ending: ".error.json", day, fault)
        }
        progress(days.count, days.count)
        return records
    }

    private func verifyRecords(of day: CalendarDay, _ fault: (String, String) -> Void) throws(DeskError) -> Int {
        let present = try paths(Outbox.path(.records, day), ending: ".json")
        let known = try ledger.paths(of: "record", on: day)
        for path in present.subtracting(known).sorted() { fault(path, "is not in the ledger; run `dateline rebuild`") }
        for path in known.subtracting(present).sorted() { fault(path, "is in the ledger, but not in the outbox") }
        for path in present.intersection(known).sorted() { try verifyRecord(at: path, fault) }
        return present.count
    }

    private func verifyRecord(at path: String, _ fault: (String, String) -> Void) throws(DeskError) {
        guard let row = try ledger.row(path: path), let bytes = try? outbox.root.contents(of: RawPath(path)) else {
            return fault(path, "cannot be read")
        }
        if ContentHash.sha256(bytes) != row.recordSha256 { fault(path, "has changed since it was written") }
        guard let record = ArticleRecord.read(bytes) else { return fault(path, "is not a record") }
        if record.id != row.id { fault(path, "has another id than the ledger says") }
        if record.id != Pipeline.identity(of: record.article.text) { fault(path, "has an id that is not its text's") }
        if record.fileBytes != bytes { fault(path, "is not in the form records are written in") }
        for what in record.faults() { fault(path, what) }
        if let original = row.original, !original.isEmpty { verifyOriginal(at: original, sha256: row.sha256, fault) }
    }

    private func verifyOriginal(at path: String, sha256: String, _ fault: (String, String) -> Void) {
        // Originals may be deleted by configuration; one that is there must be the one that was read.
        guard let bytes = try? outbox.root.contents(of: RawPath(path)) else { return }
        if ContentHash.sha256(bytes) != sha256 { fault(path, "is not the input that its record was made from") }
    }

    private func verify(
        table: String, shelf: Outbox.Shelf, ending: String, _ day: CalendarDay, _ fault: (String, String) -> Void
    ) throws(DeskError) {
        let present = try paths(Outbox.path(shelf, day), ending: ending)
        let known = try ledger.paths(of: table, on: day)
        for path in present.subtracting(known).sorted() { fault(path, "is not in the ledger; run `dateline rebuild`") }
        for path in known.subtracting(present).sorted() { fault(path, "is in the ledger, but not in the outbox") }
    }

    private func paths(_ folder: String, ending: String) throws(DeskError) -> Set<String> {
        let names = try onSystem { () throws(SystemError) in try outbox.names(in: folder) }
        return Set(names.filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") }.map { "\(folder)/\($0)" })
    }
}
