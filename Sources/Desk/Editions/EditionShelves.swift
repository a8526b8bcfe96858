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
        // Records are read side by side; each goes to its own slot, so the order is that of the names.
        DispatchQueue.concurrentPerform(iterations: names.count) { index in
            let path = "\(folder)/\(names[index])"
            guard let bytes = try? outbox.root.contents(of: RawPath(path)), let record = ArticleRecord.read(bytes)
            else { return }
            let name = OutboxName.input(Array(record.source.file.utf8), sha256: record.source.sha256)
            let original = originals.contains(name) ? "\(prefix)\(Outbox.path(.originals, day))/\(name)" : nil
            let article = FiledArticle(day: day, path: prefix + path, original: original, record: record)
            filed.set(value(article), at: index)
        }
        return filed.values
    }

    /// The duplicates of a day.
    func duplicates(of day: CalendarDay) throws(DeskError) -> [FiledDuplicate] {
        let folder = Outbox.path(.duplicates, day)
        return try names(in: folder, ending: ".duplicate.json").compactMap { name in
            let bytes = try? outbox.root.contents(of: RawPath("\(folder)/\(name)"), upTo: 1 << 20)
            return bytes.flatMap { DuplicateFile.read($0) }.map {
                FiledDuplicate(file: $0.file, collection: $0.collection, of: $0.of)
            }
        }
    }

    /// The rejected inputs of a day.
    func rejections(of day: CalendarDay) throws(DeskError) -> [FiledRejection] {
        let folder = Outbox.path(.rejected, day)
        return try names(in: folder, ending: ".error.json").compactMap { name in
            let bytes = try? outbox.root.contents(of: RawPath("\(folder)/\(name)"), upTo: 1 << 20)
            return bytes.flatMap { RejectionFile.read($0) }.map {
                FiledRejection(
                    file: $0.file, collection: $0.collection, path: "\(prefix)\(folder)/\(name)",
                    rejection: Rejection(stage: $0.stage, code: $0.code, message: $0.message))
            }
        }
    }

    private func names(in folder: String, ending: String) throws(DeskError) -> [String] {
        try onSystem { () throws(SystemError) in try outbox.names(in: folder) }
            .filter { $0.hasSuffix(ending) && !$0.hasPrefix(".") }
    }
}
