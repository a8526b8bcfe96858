import Digest
import Dispatch
import Foundation
import Pipeline
import Records

/// Brings the ledger in line with the Outbox: enters what it lacks, drops what is gone, and clears what a crash left
/// half-written or not yet flushed. Over every day it is a rebuild.
public struct Reconciliation: Sendable {
    let outbox: Outbox
    let ledger: Ledger
    /// Where inputs may still wait whose originals were copied to the Outbox already; none is known to a rebuild.
    let inbox: Folder?

    /// What was done.
    public struct Report: Sendable, Equatable {
        /// Entries that the ledger lacked.
        public var entered = 0
        /// Entries whose files are gone.
        public var dropped = 0
        /// Temporary files that a crash left.
        public var cleared = 0
        /// Files that are not what their place says.
        public var damaged: [String] = []
    }

    /// A reconciliation of an Outbox with its ledger.
    public init(outbox: Outbox, ledger: Ledger, inbox: Folder? = nil) {
        self.outbox = outbox
        self.ledger = ledger
        self.inbox = inbox
    }

    /// Brings a ledger in line that is sound: what can be missing in one that was complete once, or everything in one that
    /// was not. A complete one can lack only what was filed on its last day or after: entries are made in the order of
    /// filing, and what a crash or a power cut takes of them is the end. The day before that is looked at, too, since a run
    /// may have gone on past midnight. So the work is that of a day or two, however many there are.
    public func catchUp() throws(DeskError) -> Report {
        let since = try ledger.isComplete() ? ledger.lastDay()?.advanced(by: -1) : nil
        return try run(since: since)
    }

    /// Goes over every day from `since` on, or over all, after which the ledger is complete. `progress` is told how many
    /// days are done. Linear in the files of these days.
    public func run(
        since: CalendarDay? = nil, progress: (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) throws(DeskError) -> Report {
        var report = Report()
        try clearTemporaryFiles(in: [""], report: &report)
        var days: Set<CalendarDay> = []
        for shelf in Outbox.Shelf.allCases {
            days.formUnion(try onSystem { () throws(SystemError) in try outbox.days(on: shelf, since: since) })
        }
        for (done, day) in days.sorted().enumerated() {
            progress(done, days.count)
            let folders = Outbox.Shelf.allCases.map { Outbox.path($0, day) } + [Outbox.editionPath(day)]
            for folder in folders { try onSystem { () throws(SystemError) in try outbox.synchronize(folder) } }
            try clearTemporaryFiles(in: folders, report: &report)
            try reconcileRecords(of: day, report: &report)
            try reconcileDuplicates(of: day, report: &report)
            try reconcileRejections(of: day, report: &report)
        }
        if since == nil { try ledger.setComplete() }
        progress(days.count, days.count)
        return report
    }

    private func clearTemporaryFiles(in folders: [String], report: inout Report) throws(DeskError) {
        for path in folders {
            let cleared: Int = try onSystem { () throws(SystemError) in
                guard path.isEmpty || outbox.root.contains(RawPath(path)) else { return 0 }
                return try (path.isEmpty ? outbox.root : outbox.root.folder(RawPath(path))).clearTemporaryFiles()
            }
            report.cleared += cleared
        }
    }

    /// Records that are read side by side and entered in one transaction.
    private static let batch = 256

    private func reconcileRecords(of day: CalendarDay, report: inout Report) throws(DeskError) {
        let known = try ledger.paths(of: "record", on: day)
        let present = try paths(in: Outbox.path(.records, day), ending: ".json")
        let originals = Set(try names(in: Outbox.path(.originals, day)))
        try completeOriginals(of: day, originals)
        // In the order of their names, so that two rebuilds give the same ledger.
        var missing = present.subtracting(known).sorted()[...]
        while !missing.isEmpty {
            let paths = Array(missing.prefix(Self.batch))
            missing = missing.dropFirst(paths.count)
            let entries = entries(of: paths, day)
            for (path, entry) in zip(paths, entries) where entry == nil { report.damaged.append(path) }
            var found: [(Ledger.Row, ArticleRecord)] = []
            for case .some(let entry) in entries {
                var row = entry.row
                row.original = try original(of: row, day, originals)
                found.append((row, entry.record))
            }
            try ledger.enter(found)
            report.entered += found.count
        }
        for path in known.subtracting(present).sorted() {
            try ledger.drop(record: path)
            report.dropped += 1
        }
    }

    private struct Entry: Sendable {
        let row: Ledger.Row
        let record: ArticleRecord
    }

    /// What is entered of record files, each in its own place; nil where a file is no record.
    private func entries(of paths: [String], _ day: CalendarDay) -> [Entry?] {
        let slots = Slots<Entry?>(count: paths.count)
        DispatchQueue.concurrentPerform(iterations: paths.count) { index in
            slots.set(entry(of: paths[index], day), at: index)
        }
        return slots.values
    }

    private func entry(of path: String, _ day: CalendarDay) -> Entry? {
        guard let bytes = try? outbox.root.contents(of: RawPath(path)), let record = ArticleRecord.read(bytes)
        else { return nil }
        let row = Ledger.Row(
            record: record, day: day, path: path, recordSha256: ContentHash.sha256(bytes), original: nil)
        return Entry(row: row, record: record)
    }

    /// A crash between moving an original and noting it.
    private func completeOriginals(of day: CalendarDay, _ originals: Set<String>) throws(DeskError) {
        guard !originals.isEmpty else { return }
        for row in try ledger.rowsWithoutOriginal(on: day) {
            if let original = try original(of: row, day, originals) { try ledger.setOriginal(original, id: row.id) }
        }
    }

    /// Where a record's original lies. Nil, too, where its input waits in the Inbox still: a crash came between copying it
    /// to another file system and removing it, and it is to be recognised as that input, not as a duplicate of itself.
    /// Where it was moved, the move is made to last before anything relies on it.
    private func original(
        of row: Ledger.Row, _ day: CalendarDay, _ originals: Set<String>
    ) throws(DeskError) -> String? {
        let name = OutboxName.input(Array(row.file.utf8), sha256: row.sha256)
        guard originals.contains(name) else { return nil }
        let path = RawPath(row.collection.isEmpty ? row.file : row.collection + "/" + row.file)
        if let inbox {
            if inbox.contains(path) { return nil }
            try onSystem { () throws(SystemError) in
                do throws(SystemError) {
                    try (path.parent.bytes.isEmpty ? inbox : inbox.folder(path.parent)).synchronize()
                } catch { if !error.isMissing { throw error } }
            }
        }
        return "\(Outbox.path(.originals, day))/\(name)"
    }

    private func reconcileDuplicates(of day: CalendarDay, report: inout Report) throws(DeskError) {
        let folder = Outbox.path(.duplicates, day)
        let known = try ledger.paths(of: "duplicate", on: day)
        let present = try paths(in: folder, ending: ".duplicate.json")
        for path in present where !known.contains(path) {
            guard let sidecar = sidecar(DuplicateFile.self, at: path) else {
                report.damaged.append(path)
                continue
            }
            try ledger.enterDuplicate(path: path, day: day, of: sidecar.of)
            report.entered += 1
        }
        for path in known.subtracting(present).sorted() {
            try ledger.drop(duplicate: path)
            report.dropped += 1
        }
    }

    private func reconcileRejections(of day: CalendarDay, report: inout Report) throws(DeskError) {
        let folder = Outbox.path(.rejected, day)
        let known = try ledger.paths(of: "rejection", on: day)
        let present = try paths(in: folder, ending: ".error.json")
        for path in present where !known.contains(path) {
            guard let sidecar = sidecar(RejectionFile.self, at: path) else {
                report.damaged.append(path)
                continue
            }
            let why = Rejection(stage: sidecar.stage, code: sidecar.code, message: sidecar.message)
            try ledger.enterRejection(path: path, day: day, file: sidecar.file, why)
            report.entered += 1
        }
        for path in known.subtracting(present).sorted() {
            try ledger.removeRejection(path: path)
            report.dropped += 1
        }
    }

    private func sidecar<Value: Decodable>(_ type: Value.Type, at path: String) -> Value? {
        (try? outbox.root.contents(of: RawPath(path), upTo: 1 << 20)).flatMap { type.read($0) }
    }

    private func paths(in folder: String, ending: String) throws(DeskError) -> Set<String> {
        Set(try names(in: folder).filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") }.map { "\(folder)/\($0)" })
    }

    private func names(in folder: String) throws(DeskError) -> [String] {
        try onSystem { () throws(SystemError) in try outbox.names(in: folder) }
    }
}
