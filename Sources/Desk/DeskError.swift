import Records

/// Why the desk cannot work, as a person is told it.
public enum DeskError: Error, Equatable, CustomStringConvertible {
    /// A system call failed.
    case system(SystemError)
    /// Another daemon serves this folder.
    case busy(what: String)
    /// A folder is not there.
    case missingFolder(name: String, path: String)
    /// Two folders lie one in the other.
    case nestedFolders(inner: String, outer: String)
    /// The ledger cannot be read or written.
    case ledger(String)
    /// A file of the Outbox is not what it should be.
    case damaged(path: String, what: String)

    /// One line: what is wrong, where, and what to do next.
    public var description: String {
        switch self {
        case .system(let error): "\(error)"
        case .busy(let what): "another dateline serves \(what); stop it first, or give each its own folders"
        case .missingFolder(let name, let path):
            "the \(name) folder \(path) is not there; make it, or name another with --\(name)"
        case .nestedFolders(let inner, let outer):
            "\(inner) lies inside \(outer); what is written would be read again; keep the folders apart"
        case .ledger(let what): "the ledger cannot be used: \(what); `dateline rebuild` makes it again"
        case .damaged(let path, let what): "\(path): \(what)"
        }
    }
}

/// Runs system calls; their errors become the desk's.
func onSystem<Result>(_ body: () throws(SystemError) -> Result) throws(DeskError) -> Result {
    do { return try body() } catch { throw .system(error) }
}
