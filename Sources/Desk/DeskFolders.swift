import Glibc

/// The three folders a daemon works in, opened and checked.
public struct DeskFolders: Sendable {
    /// The folder that articles are dropped into.
    public let inbox: Folder
    /// The folder for what was made of them.
    public let outbox: Outbox
    /// The folder for ledger, lock and status.
    public let state: Folder

    /// Opens the folders of a configuration. Inbox and Outbox must be there, must be two, and neither may lie in the
    /// other; the state folder is made where it is missing.
    public init(_ settings: Settings) throws(DeskError) {
        inbox = try Self.open(settings.inbox, name: "inbox")
        _ = try Self.open(settings.outbox, name: "outbox")
        outbox = try onSystem { () throws(SystemError) in try Outbox(settings) }
        if let nested = Self.nesting(settings.inbox, settings.outbox) { throw nested }
        state = try Self.state(settings)
    }

    /// The Outbox and state folder alone, for commands that do not touch the Inbox.
    public static func outboxAndState(_ settings: Settings) throws(DeskError) -> (outbox: Outbox, state: Folder) {
        _ = try open(settings.outbox, name: "outbox")
        let outbox = try onSystem { () throws(SystemError) in try Outbox(settings) }
        return (outbox, try state(settings))
    }

    private static func open(_ path: String, name: String) throws(DeskError) -> Folder {
        do throws(SystemError) { return try Folder(at: path) } catch {
            if error.isMissing { throw .missingFolder(name: name, path: path) }
            throw .system(error)
        }
    }

    private static func state(_ settings: Settings) throws(DeskError) -> Folder {
        try onSystem { () throws(SystemError) in
            do throws(SystemError) { try check("mkdir", on: settings.state) { mkdir(settings.state, 0o700) } } catch {
                if error.code != EEXIST { throw error }
            }
            return try Folder(at: settings.state)
        }
    }

    private static func nesting(_ inbox: String, _ outbox: String) -> DeskError? {
        guard let a = realpath(inbox, nil), let b = realpath(outbox, nil) else { return nil }
        defer {
            free(a)
            free(b)
        }
        let (x, y) = (String(cString: a) + "/", String(cString: b) + "/")
        if x == y || x.hasPrefix(y) { return .nestedFolders(inner: inbox, outer: outbox) }
        return y.hasPrefix(x) ? .nestedFolders(inner: outbox, outer: inbox) : nil
    }
}
