import Digest
import Foundation
import GRDB
import Records

/// The index over the Outbox, in SQLite. It can be deleted: the Outbox is the truth, and `rebuild` makes it again.
public struct Ledger: Sendable {
    /// A record in the ledger.
    public struct Row: Codable, Sendable, Equatable, FetchableRecord, PersistableRecord {
        /// The table.
        public static let databaseTableName = "record"
        /// The record's id.
        public var id: String
        /// The day it was received.
        public var day: String
        /// Its path in the Outbox.
        public var path: String
        /// SHA-256 of the record file.
        public var recordSha256: String
        /// SHA-256 of the input.
        public var sha256: String
        /// The input's name.
        public var file: String
        /// The input's folders, joined by `/`.
        public var collection: String
        /// The input's path in the Outbox, where it is kept.
        public var original: String?
        /// The headline.
        public var headline: String?
        /// The site's name or domain.
        public var site: String?
        /// When the article was published.
        public var published: String?
        /// Its language.
        public var language: String?
        /// Text length in code points.
        public var length: Int
    }

    let database: DatabasePool

    /// The file's name in the state folder.
    static let fileName = "ledger.sqlite"

    /// The version of the SQLite that is in use.
    static var libraryVersion: String {
        let version = try? DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") }
        return (version ?? nil) ?? "unknown"
    }

    /// Opens the ledger in a state folder, making it where there is none.
    public init(state: String) throws(DeskError) {
        var configuration = GRDB.Configuration()
        configuration.busyMode = .timeout(10)
        configuration.label = "ledger"
        do {
            database = try DatabasePool(path: state + "/" + Self.fileName, configuration: configuration)
            try Self.migrations.migrate(database)
        } catch { throw Self.failure(error) }
    }

    /// Removes the ledger's files, for a rebuild or where they are damaged.
    static func remove(state: Folder) throws(SystemError) {
        for suffix in ["", "-wal", "-shm"] { try state.remove(RawPath(fileName + suffix)) }
    }

    /// Runs a read; every error of the database becomes the desk's.
    func read<Result>(_ body: (Database) throws -> Result) throws(DeskError) -> Result {
        do { return try database.read(body) } catch { throw Self.failure(error) }
    }

    /// Runs a write in one transaction.
    func write<Result>(_ body: (Database) throws -> Result) throws(DeskError) -> Result {
        do { return try database.write(body) } catch { throw Self.failure(error) }
    }

    private static func failure(_ error: any Error) -> DeskError {
        if let error = error as? DatabaseError {
            return .ledger(error.message ?? "SQLite result \(error.resultCode.rawValue)")
        }
        return .ledger("\(type(of: error))")
    }
}

extension Ledger.Row {
    /// The row of a record file.
    init(record: ArticleRecord, day: CalendarDay, path: String, recordSha256: String, original: String?) {
        self.init(
            id: record.id, day: day.description, path: path, recordSha256: recordSha256, sha256: record.source.sha256,
            file: record.source.file, collection: record.source.collection.joined(separator: "/"), original: original,
            headline: record.article.headline, site: record.article.site?.name ?? record.article.site?.domain,
            published: record.article.published?.value, language: record.article.language,
            length: record.article.text.unicodeScalars.count)
    }
}
