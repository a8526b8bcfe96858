import Glibc

/// The configuration in force, checked and typed.
public struct Settings: Sendable, Equatable {
    /// The folder that articles are dropped into.
    public var inbox = "Inbox"
    /// The folder for what was made of them.
    public var outbox = "Outbox"
    /// The folder for ledger and lock.
    public var state = "Outbox/.dateline"
    /// How many workers there are.
    public var workers = 1
    /// Seconds a file must stay the same where no event tells that it is complete.
    public var settleSeconds = 2.0
    /// Seconds between two looks over the whole Inbox.
    public var scanSeconds = 300.0
    /// Seconds without new articles until the digest is made anew.
    public var idleSeconds = 1.0
    /// The size in bytes over which a file is rejected.
    public var maximumBytes = 16 << 20
    /// Seconds a worker may take over one document.
    public var deadlineSeconds = 20.0
    /// Bytes of memory a worker may have.
    public var workerMemoryBytes = 512 << 20
    /// Whether inputs are kept once their record is safe.
    public var keepsOriginals = true
    /// Days after which originals are deleted; 0 keeps them.
    public var originalsDays = 0
    /// Days after which duplicates are deleted; 0 keeps them.
    public var duplicatesDays = 0
    /// The zone of the calendar; empty is the machine's.
    public var timeZone = ""
    /// The hour at which a day's edition closes.
    public var dayEndsAtHour = 0
    /// How many stories an edition tells in full.
    public var fullStories = 12
    /// Permissions of files in the Outbox.
    public var fileMode: mode_t = 0o644
    /// Permissions of folders in the Outbox.
    public var directoryMode: mode_t = 0o755
    /// The group the Outbox's files are given to.
    public var group: gid_t?
    /// The least grave messages that are logged.
    public var logLevel = LogLevel.info

    /// The defaults.
    public init() {}
}

extension Settings {
    /// What of `new` can be taken up while running; the folders and the number of workers cannot.
    func takingUp(_ new: Settings) -> Settings {
        var result = new
        result.inbox = inbox
        result.outbox = outbox
        result.state = state
        result.workers = workers
        return result
    }
}
