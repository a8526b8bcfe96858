import Digest
import Glibc
import Pipeline
import Records

/// Publishes what became of an input: first the record or error file, durably, then the ledger's entry, and last the
/// input out of the Inbox. A crash anywhere in between leaves the input in the Inbox, and the next run finds what was
/// done already. Used from one queue at a time.
struct Publisher {
    /// What was published.
    enum Published: Sendable, Equatable {
        case record(id: String, path: String)
        case duplicate(of: String)
        case rejected(path: String)
        /// The input changed meanwhile: look again.
        case changed
    }

    let cabinet: FilingCabinet
    let outbox: Outbox
    let ledger: Ledger
    let keepsOriginals: Bool

    /// Publishes a record, or files the input as a duplicate where its article is there already.
    func publish(_ record: ArticleRecord, of taken: Intake.Taken, day: CalendarDay) throws(DeskError) -> Published {
        guard cabinet.isUnchanged(taken.found) else { return .changed }
        if let row = try ledger.row(id: record.id), outbox.root.contains(RawPath(row.path)) {
            return try publish(known: row, taken, day: day)
        }
        let path = try write(record, day: day)
        return try moveOriginal(of: record.id, recordPath: path, taken, day: day)
    }

    /// Files an input whose article is there already: as a duplicate, or, where a crash came between its record and its
    /// move, as the original that it is.
    func publish(known row: Ledger.Row, _ taken: Intake.Taken, day: CalendarDay) throws(DeskError) -> Published {
        let isInterrupted = row.original == nil && row.sha256 == taken.sha256 && row.file == taken.document.name
        guard isInterrupted else { return try publishDuplicate(of: row, taken, day: day) }
        guard let filed = CalendarDay(row.day) else { throw .damaged(path: row.path, what: "no day in the ledger") }
        return try moveOriginal(of: row.id, recordPath: row.path, taken, day: filed)
    }

    private func publishDuplicate(of row: Ledger.Row, _ taken: Intake.Taken, day: CalendarDay) throws(DeskError)
        -> Published
    {
        guard cabinet.isUnchanged(taken.found) else { return .changed }
        let sidecar = DuplicateFile(
            file: taken.document.name, collection: taken.document.collection, sha256: taken.sha256, of: row.id,
            record: row.path)
        let folder = Outbox.path(.duplicates, day)
        let name = try freeName(for: taken.found, in: folder, sha256: taken.sha256, suffix: ".duplicate.json")
        let path = "\(folder)/\(name).duplicate.json"
        try onSystem { () throws(SystemError) in try outbox.write(sidecar.fileBytes, to: path) }
        try ledger.enterDuplicate(path: path, day: day, of: row.id)
        return try away(taken.found, on: .duplicates, day: day, sha256: taken.sha256) == nil
            ? .changed : .duplicate(of: row.id)
    }

    /// Files an input that became no record, with the reason beside it.
    func publishRejection(
        of found: InboxScan.Found, _ why: Rejection, sha256: String, attempts: Int, day: CalendarDay
    ) throws(DeskError) -> Published {
        guard cabinet.isUnchanged(found) else { return .changed }
        let folder = Outbox.path(.rejected, day)
        let name = try freeName(for: found, in: folder, sha256: sha256, suffix: ".error.json")
        let path = "\(folder)/\(name).error.json"
        let file = String(decoding: found.path.name, as: UTF8.self)
        let sidecar = RejectionFile(
            file: file, collection: found.path.parent.components.map { String(decoding: $0, as: UTF8.self) },
            path: OutboxName.encoded(found.path), sha256: sha256, stage: why.stage, code: why.code,
            message: why.message, attempts: attempts, input: name,
            retry: "put it right, then: dateline retry '\(name.replacing("'", with: "'\\''"))'")
        try onSystem { () throws(SystemError) in try outbox.write(sidecar.fileBytes, to: path) }
        try ledger.enterRejection(path: path, day: day, file: file, why)
        return try away(found, on: .rejected, day: day, sha256: sha256) == nil ? .changed : .rejected(path: path)
    }

    /// Writes a record's file and enters it; one that a crash left half-entered is entered now.
    private func write(_ record: ArticleRecord, day: CalendarDay) throws(DeskError) -> String {
        let bytes = record.fileBytes
        let stem = OutboxName.slug(of: record.article.headline ?? Self.stem(of: record.source.file))
        var path = "\(Outbox.path(.records, day))/\(stem)-\(record.id.prefix(8)).json"
        let first = path
        let old = try onSystem { () throws(SystemError) in try outbox.contents(ifThere: first) }
        if let old, ArticleRecord.read(old)?.id != record.id {
            path = "\(Outbox.path(.records, day))/\(stem)-\(record.id).json"
        }
        let target = path
        _ = try onSystem { () throws(SystemError) in try outbox.update(bytes, at: target) }
        let row = Ledger.Row(
            record: record, day: day, path: path, recordSha256: ContentHash.sha256(bytes), original: nil)
        try ledger.enter(row, record: record)
        return path
    }

    private func moveOriginal(
        of id: String, recordPath: String, _ taken: Intake.Taken, day: CalendarDay
    ) throws(DeskError) -> Published {
        if keepsOriginals {
            guard let original = try away(taken.found, on: .originals, day: day, sha256: taken.sha256) else {
                return .changed
            }
            try ledger.setOriginal(original, id: id)
        } else {
            let isGone: Bool = try onSystem { () throws(SystemError) in try cabinet.discard(taken.found) }
            guard isGone else { return .changed }
            try ledger.setOriginal("", id: id)
        }
        return .record(id: id, path: recordPath)
    }

    /// Moves an input to a shelf; nil where it changed meanwhile.
    private func away(
        _ found: InboxScan.Found, on shelf: Outbox.Shelf, day: CalendarDay, sha256: String
    ) throws(DeskError) -> String? {
        try onSystem { () throws(SystemError) in try cabinet.file(found, on: shelf, day: day, sha256: sha256) }
    }

    /// The first of `name`, `name~2`, `name~3` … that is not taken; one whose input is missing, or is a copy of the one in
    /// the Inbox, was left by a crash and is used again.
    private func freeName(
        for found: InboxScan.Found, in folder: String, sha256: String, suffix: String
    ) throws(DeskError) -> String {
        let base = OutboxName.input(found.path.name, sha256: sha256)
        var name = base
        var number = 1
        while true {
            let path = RawPath("\(folder)/\(name)")
            guard outbox.root.contains(path) else { return name }
            let isLeftover = try onSystem { () throws(SystemError) in
                try cabinet.isLeftover(path, in: outbox.root, of: found, sha256: sha256)
            }
            if isLeftover { return name }
            number += 1
            name = "\(base)~\(number)"
        }
    }

    /// A file's name without its endings.
    private static func stem(of file: String) -> String {
        var parts = file.split(separator: ".", omittingEmptySubsequences: false)
        while parts.count > 1, let last = parts.last, last.count <= 5 { parts.removeLast() }
        return parts.joined(separator: ".")
    }
}
