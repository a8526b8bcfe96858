import Digest
import Glibc

/// The Outbox folder: where each kind of file lies, and how it is written.
public struct Outbox: Sendable {
    /// The folders that are kept by day.
    public enum Shelf: String, Sendable, CaseIterable {
        case records, originals, duplicates, rejected
    }

    /// The folder itself.
    public let root: Folder
    private let fileMode: mode_t
    private let directoryMode: mode_t
    private let group: gid_t?

    /// The Outbox of a configuration; the folder must be there.
    public init(_ settings: Settings) throws(SystemError) {
        root = try Folder(at: settings.outbox)
        fileMode = settings.fileMode
        directoryMode = settings.directoryMode
        group = settings.group
    }

    /// The path of a day's folder on a shelf, relative to the Outbox.
    public static func path(_ shelf: Shelf, _ day: CalendarDay) -> String {
        shelf.rawValue + "/" + OutboxName.folder(of: day)
    }

    /// The path of a day's edition, relative to the Outbox.
    public static func editionPath(_ day: CalendarDay) -> String { "digests/\(day)" }

    /// A folder of the Outbox, made where it is missing.
    func makingFolder(_ path: String) throws(SystemError) -> Folder {
        let folder = try root.makingFolder(RawPath(path), mode: directoryMode)
        if let group { try check("chown", on: folder.path) { fchown(folder.descriptor.number, uid_t.max, group) } }
        return folder
    }

    /// Writes a file durably; its folder is made where it is missing.
    func write(_ bytes: [UInt8], to path: String) throws(SystemError) {
        let path = RawPath(path)
        let folder = path.parent.bytes.isEmpty ? root : try makingFolder(path.parent.text)
        try folder.write(bytes, to: RawPath(path.name), mode: fileMode, group: group)
    }

    /// Writes a file durably, unless it holds these bytes already: then only its entry is flushed, since whoever wrote it
    /// may have been killed before he could. Returns whether it was written.
    @discardableResult
    func update(_ bytes: [UInt8], at path: String) throws(SystemError) -> Bool {
        if let old = try? root.contents(of: RawPath(path)), old == bytes {
            let parent = RawPath(path).parent
            try (parent.bytes.isEmpty ? root : root.folder(parent)).synchronize()
            return false
        }
        try write(bytes, to: path)
        return true
    }

    /// Makes a folder's entries durable, and its own with those above it: what a killed run left there may not be. Nothing
    /// where it is missing.
    func synchronize(_ path: String) throws(SystemError) {
        var path = RawPath(path)
        do {
            while !path.bytes.isEmpty {
                try root.folder(path).synchronize()
                path = path.parent
            }
            try root.synchronize()
        } catch { if !error.isMissing { throw error } }
    }

    /// The bytes of a file, or nil where it is missing; one that cannot be read just now is an error, not missing.
    func contents(ifThere path: String, upTo limit: Int = 1 << 30) throws(SystemError) -> [UInt8]? {
        do { return try root.contents(of: RawPath(path), upTo: limit) } catch {
            if error.isMissing { return nil }
            throw error
        }
    }

    /// The days that have a folder on a shelf, oldest first, from `since` on.
    public func days(on shelf: Shelf, since: CalendarDay? = nil) throws(SystemError) -> [CalendarDay] {
        var days: [CalendarDay] = []
        for year in try names(in: shelf.rawValue) {
            if let since, let number = Int(year), number < since.year { continue }
            for month in try names(in: "\(shelf.rawValue)/\(year)") {
                for day in try names(in: "\(shelf.rawValue)/\(year)/\(month)") {
                    guard let day = OutboxName.day(ofFolder: "\(year)/\(month)/\(day)") else { continue }
                    if since.map({ day >= $0 }) ?? true { days.append(day) }
                }
            }
        }
        return days.sorted()
    }

    /// The names in a folder of the Outbox, in byte order; none where it is missing.
    public func names(in path: String) throws(SystemError) -> [String] {
        do { return try root.folder(RawPath(path)).names().map { String(decoding: $0, as: UTF8.self) } } catch {
            if error.isMissing { return [] }
            throw error
        }
    }
}
