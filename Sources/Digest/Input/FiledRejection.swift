import Records

/// An input that became no record.
public struct FiledRejection: Sendable, Hashable {
    /// Its name in the Inbox, for display.
    public var file: String
    /// The subfolders of the Inbox it lay in.
    public var collection: [String]
    /// Its error file's path relative to the Outbox.
    public var path: String
    /// Why.
    public var rejection: Rejection

    /// A rejection by name, collection, error file and reason.
    public init(file: String, collection: [String], path: String, rejection: Rejection) {
        self.file = file
        self.collection = collection
        self.path = path
        self.rejection = rejection
    }
}
