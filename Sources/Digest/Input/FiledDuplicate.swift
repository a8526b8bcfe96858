/// An input whose article was there already.
public struct FiledDuplicate: Sendable, Hashable {
    /// Its name in the Inbox, for display.
    public var file: String
    /// The subfolders of the Inbox it lay in.
    public var collection: [String]
    /// The id of the record it repeats.
    public var of: String

    /// A duplicate by name, collection and the record it repeats.
    public init(file: String, collection: [String], of: String) {
        self.file = file
        self.collection = collection
        self.of = of
    }
}
