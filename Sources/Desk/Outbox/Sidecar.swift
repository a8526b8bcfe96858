import Foundation
import Records

/// What stands beside a rejected input: what was wrong, and how to try again.
public struct RejectionFile: Codable, Sendable, Equatable, JSONWritable {
    static let schemaName = "dateline/rejection/1"

    var schema = RejectionFile.schemaName
    /// The input's name in the Inbox, for display.
    public var file: String
    /// The subfolders of the Inbox it lay in.
    public var collection: [String]
    /// Its exact path in the Inbox, percent-encoded.
    public var path: String
    /// SHA-256 of its bytes, or of its path where it was not opened.
    public var sha256: String
    /// The stage that refused it.
    public var stage: String
    /// A stable code.
    public var code: String
    /// One sentence.
    public var message: String
    /// How often it was tried.
    public var attempts: Int
    /// The rejected input's own name, beside this file.
    public var input: String
    /// What to do about it.
    public var retry: String

    /// The contract's member order.
    public func write(to json: inout JSONWriter) {
        json.object {
            $0.member("schema", schema)
            $0.member("file", file)
            $0.member("collection", collection)
            $0.member("path", path)
            $0.member("sha256", sha256)
            $0.member("stage", stage)
            $0.member("code", code)
            $0.member("message", message)
            $0.member("attempts", attempts)
            $0.member("input", input)
            $0.member("retry", retry)
        }
    }
}

/// What stands beside a duplicate: which record it repeats.
public struct DuplicateFile: Codable, Sendable, Equatable, JSONWritable {
    static let schemaName = "dateline/duplicate/1"

    var schema = DuplicateFile.schemaName
    /// The input's name in the Inbox, for display.
    public var file: String
    /// The subfolders of the Inbox it lay in.
    public var collection: [String]
    /// SHA-256 of its bytes.
    public var sha256: String
    /// The id of the record it repeats.
    public var of: String
    /// That record's path in the Outbox.
    public var record: String

    /// The contract's member order.
    public func write(to json: inout JSONWriter) {
        json.object {
            $0.member("schema", schema)
            $0.member("file", file)
            $0.member("collection", collection)
            $0.member("sha256", sha256)
            $0.member("of", of)
            $0.member("record", record)
        }
    }
}

extension JSONWritable {
    /// The value as a file for people: pretty, with a final newline.
    var fileBytes: [UInt8] { json(.pretty) + [0x0A] }
}

extension Decodable {
    /// Reads a value from a JSON file's bytes, or nil where they hold none.
    static func read(_ bytes: [UInt8]) -> Self? { try? JSONDecoder().decode(Self.self, from: Data(bytes)) }
}
