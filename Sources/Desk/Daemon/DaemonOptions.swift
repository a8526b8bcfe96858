import Digest

/// How a daemon is run, besides its settings.
public struct DaemonOptions: Sendable {
    /// One pass over what is there, the digest included, then the end.
    public var once = false
    /// Files everything under this day instead of the clock's.
    public var fixedDay: CalendarDay?
    /// Reads the settings again, for a reload.
    public var reload: @Sendable () throws(SettingsError) -> Settings
    /// Told of each step of a single pass: done, total.
    public var progress: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }

    /// The ordinary course.
    public init(reload: @escaping @Sendable () throws(SettingsError) -> Settings) { self.reload = reload }
}

/// What a run came to.
public struct DaemonResult: Sendable, Equatable {
    /// Inputs that became records.
    public var records = 0
    /// Inputs whose article was there already.
    public var duplicates = 0
    /// Inputs that became none.
    public var rejected = 0
    /// Inputs that could not be read or published, and stay in the Inbox.
    public var kept = 0
    /// Editions that could not be made.
    public var editionsFailed = 0
}
