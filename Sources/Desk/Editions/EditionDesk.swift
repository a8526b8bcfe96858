import Digest
import Dispatch
import Records

/// Makes editions from the Outbox alone and writes them there: the same records give the same files, byte for byte.
public struct EditionDesk: Sendable {
    private let outbox: Outbox
    private let fullStories: Int

    /// How many days before an edition it compares itself with.
    public static let daysBefore = 7

    /// An edition desk over an Outbox.
    public init(outbox: Outbox, fullStories: Int) {
        self.outbox = outbox
        self.fullStories = fullStories
    }

    /// The edition of a day, made from what the Outbox holds; one that is not closed says that more may come.
    public func edition(of day: CalendarDay, isClosed: Bool) throws(DeskError) -> Edition {
        var earlier: [EarlierReport] = []
        for distance in 1...Self.daysBefore {
            earlier += try articles(of: day.advanced(by: -distance)) { EarlierReport($0) }
        }
        let root = outbox.root
        return Edition(
            EditionInput(
                day: day, articles: try articles(of: day) { $0 }, duplicates: try duplicates(of: day),
                rejections: try rejections(of: day), earlier: earlier,
                earlierRecord: { report in
                    (try? root.contents(of: RawPath(report.path))).flatMap { ArticleRecord.read($0) }
                }, fullStories: fullStories, isClosed: isClosed))
    }

    /// Writes an edition's files; those that would not change are left alone, those it has no more are removed.
    public func write(_ edition: Edition) throws(DeskError) {
        let folder = Outbox.editionPath(edition.day)
        for format in EditionFormat.allCases {
            let path = "\(folder)/\(format.fileName)"
            let bytes = edition.rendered(as: format)
            _ = try onSystem { () throws(SystemError) in
                if let bytes { return try outbox.update(bytes, at: path) }
                if outbox.root.contains(RawPath(path)) { try outbox.root.remove(RawPath(path)) }
                return true
            }
        }
        try writeIndex()
    }

    /// The feed over all editions.
    public func feed() throws(DeskError) -> [UInt8] { Edition.feed(of: try summaries()) }

    /// Writes the list of editions and the feed, from the editions' own JSON files.
    private func writeIndex() throws(DeskError) {
        let summaries = try summaries()
        _ = try onSystem { () throws(SystemError) in
            try outbox.update(Edition.index(of: summaries), at: "index.html")
            try outbox.update(Edition.feed(of: summaries), at: "feed.xml")
        }
    }

    private func summaries() throws(DeskError) -> [EditionSummary] {
        let days = try onSystem { () throws(SystemError) in try outbox.names(in: "digests") }
        var summaries: [EditionSummary] = []
        for day in days where CalendarDay(day) != nil {
            let bytes = try contents("digests/\(day)/\(EditionFormat.json.fileName)")
            if let summary = bytes.flatMap({ try? EditionSummary(digest: $0) }) { summaries.append(summary) }
        }
        return summaries
    }

    /// What is wanted of each article of a day; the records themselves are let go as soon as that is taken.
    private func articles<Value: Sendable>(
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
            let original = originals.contains(name) ? "\(Outbox.path(.originals, day))/\(name)" : nil
            filed.set(value(FiledArticle(day: day, path: path, original: original, record: record)), at: index)
        }
        if let error = unread.values.first { throw error }
        return filed.values
    }

    private func duplicates(of day: CalendarDay) throws(DeskError) -> [FiledDuplicate] {
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

    private func rejections(of day: CalendarDay) throws(DeskError) -> [FiledRejection] {
        let folder = Outbox.path(.rejected, day)
        var filed: [FiledRejection] = []
        for name in try names(in: folder, ending: ".error.json") {
            let path = "\(folder)/\(name)"
            guard let bytes = try contents(path), let sidecar = RejectionFile.read(bytes) else { continue }
            let why = Rejection(stage: sidecar.stage, code: sidecar.code, message: sidecar.message)
            filed.append(
                FiledRejection(file: sidecar.file, collection: sidecar.collection, path: path, rejection: why))
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
