import Digest
import Dispatch
import Records

/// What an edition takes from one Outbox.
struct EditionShelves: Sendable {
    let outbox: Outbox
    /// What stands before each path where the edition is written elsewhere.
    let prefix: String

    /// The record at a path that was given out by these shelves; nil where another's gave it or it is gone.
    func record(at path: String) -> ArticleRecord? {
        guard path.hasPrefix(prefix) else { return nil }
        return (try? outbox.root.contents(of: RawPath(String(path.dropFirst(prefix.count)))))
            .flatMap { ArticleRecord.read($0) }
    }

    /// What is wanted of each article of a day; the records themselves are let go as soon as that is taken.
    func articles<Value: Sendable>(
        of day: CalendarDay, taking value: @Sendable (FiledArticle) -> Value
    ) throws(DeskError) -> [Value] {
        let folder = Outbox.path(.records, day)
        let names = try self.names(in: folder, ending: ".json")
        let originals = Set(try self.names(in: Outbox.path(.originals, day), ending: ""))
        let filed = Slots<Value>(count: names.count)
        let unread = Slots<DeskError>(count: names.count)
        // Records are read side by side; each goes to its own slot, so the order is that of the names.
        DispatchQueue.concurrentPerform(iterations: names.count) { index in
            let path = "\(folder)/\(names[index])"
            let bytes: [UInt8]?
            // What cannot be read just now must not be missing from the edition as if it did not exist.
            do throws(DeskError) { bytes = try contents(path) } catch { return unread.set(error, at: index) }
            guard let record = bytes.flatMap({ ArticleRecord.read($0) }) else { return }
            let name = OutboxName.input(Array(record.source.file.utf8), sha256: record.source.sha256)
            let original = originals.contains(name) ? "\(prefix)\(Outbox.path(.originals, day))/\(name)" : nil
            let article = FiledArticle(day: day, path: prefix + path, original: original, record: record)
            filed.set(value(article), at: index)
        }
        if let error = unread.values.first { throw error }
        return filed.values
    }

    /// The duplicates of a day.
    func duplicates(of day: CalendarDay) throws(DeskError) -> [FiledDuplicate] {
        let folder = Outbox.path(.duplicates, day)
        var filed: [FiledDuplicate] = []
        for name in try names(in: folder, ending: ".duplicate.json") {
            guard let bytes = try contents("\(folder)/\(name)"), let sidecar = DuplicateFile.read(bytes) else {
                continue
            }
            filed.append(FiledDuplicate(file: sidecar.file, collection: sidecar.collection, of: sidecar.of))
        }
        return filed
    }

    /// The rejected inputs of a day.
    func rejections(of day: CalendarDay) throws(DeskError) -> [FiledRejection] {
        let folder = Outbox.path(.rejected, day)
        var filed: [FiledRejection] = []
        for name in try names(in: folder, ending: ".error.json") {
            let path = "\(folder)/\(name)"
            guard let bytes = try contents(path), let sidecar = RejectionFile.read(bytes) else { continue }
            let why = Rejection(stage: sidecar.stage, code: sidecar.code, message: sidecar.message)
            filed.append(
                FiledRejection(file: sidecar.file, collection: sidecar.collection, path: prefix + path, rejection: why))
        }
        return filed
    }

    private func contents(_ path: String) throws(DeskError) -> [UInt8]? {
        try onSystem { () throws(SystemError) in try outbox.contents(ifThere: path) }
    }

    private func names(in folder: String, ending: String) throws(DeskError) -> [String] {
        try onSystem { () throws(SystemError) in try outbox.names(in: folder) }
            .filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") }
    }
}
