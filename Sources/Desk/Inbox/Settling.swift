/// Decides when a file is complete. A file is taken when it is closed after writing or moved in; where no such event
/// can be had, when it stays the same for the settle time. A pure value: the caller brings events, looks and the time.
public struct Settling: Sendable {
    /// What another process is doing with a file, as far as the kernel tells.
    public enum Writer: Sendable {
        case present, absent, unknown
    }

    private struct Wait {
        var entry: FolderEntry
        /// Since when it has looked like this, in monotonic seconds.
        var since: Double
        /// An event said that it is complete.
        var isComplete: Bool
        /// An event said that it was made here, so that an event will say when it is closed, too.
        var wasCreated: Bool
    }

    private var waiting: [RawPath: Wait] = [:]
    /// What may have been waiting in a folder such as browsers make beside a page, by that folder; so that a page that
    /// comes need not look through everything that waits.
    private var inCompanions: [RawPath: Set<RawPath>] = [:]
    /// How long a file must stay the same where no event can be had.
    public var settleSeconds: Double

    /// The factor on the settle time where a file was seen being made, its end was not, and the kernel does not tell
    /// whether somebody still writes; also for empty files, which browsers make as a place-holder for a download.
    static let patience = 15.0
    static let patienceForEmptyFiles = 2.0
    /// The factor for files in a folder such as browsers make beside a page, as long as the page is not there.
    static let patienceForCompanions = 5.0

    /// Nothing waits; files without events settle for `settleSeconds`.
    public init(settleSeconds: Double) { self.settleSeconds = settleSeconds }

    /// How many files wait to be complete.
    public var count: Int { waiting.count }

    /// The paths that wait.
    public var paths: [RawPath] { waiting.keys.sorted() }

    /// A look at an entry without an event.
    public mutating func seen(_ found: InboxScan.Found, at now: Double) {
        update(found, at: now, isComplete: false, wasCreated: false)
    }

    /// An event: the entry was made just now, and is perhaps being written.
    public mutating func created(_ found: InboxScan.Found, at now: Double) {
        // A second name for a file that is there already is made without writing, and so never closed.
        update(found, at: now, isComplete: false, wasCreated: found.entry.links == 1)
    }

    /// An event: the entry was closed after writing, or moved in.
    public mutating func completed(_ found: InboxScan.Found, at now: Double) {
        update(found, at: now, isComplete: true, wasCreated: false)
    }

    /// The entry is gone, or was taken.
    public mutating func forget(_ path: RawPath) {
        waiting[path] = nil
        for folder in IgnoredNames.companionFolders(of: path) {
            inCompanions[folder]?.remove(path)
            if inCompanions[folder]?.isEmpty == true { inCompanions[folder] = nil }
        }
    }

    /// The page that a folder belongs to has come: what lies in it is no article of its own. Linear in what waits there.
    mutating func forget(companion folder: RawPath) {
        for path in inCompanions[folder] ?? [] { forget(path) }
    }

    /// Events were lost: what was seen being made may have been closed since.
    public mutating func forgetEvents() {
        for path in waiting.keys { waiting[path]?.wasCreated = false }
    }

    /// The entries that are complete now; they wait no longer. `writer` is asked only of files whose time has come.
    public mutating func ready(at now: Double, writer: (RawPath) -> Writer) -> [InboxScan.Found] {
        var ready: [InboxScan.Found] = []
        for (path, wait) in waiting where isReady(wait, path, at: now, writer: writer) {
            ready.append(InboxScan.Found(path: path, entry: wait.entry))
        }
        for found in ready { forget(found.path) }
        return ready.sorted { ($0.entry.modifiedNanoseconds, $0.path) < ($1.entry.modifiedNanoseconds, $1.path) }
    }

    private mutating func update(_ found: InboxScan.Found, at now: Double, isComplete: Bool, wasCreated: Bool) {
        guard let known = waiting[found.path], known.entry.isUnchanged(since: found.entry) else {
            let wasCreated = wasCreated || (waiting[found.path]?.wasCreated ?? false)
            waiting[found.path] = Wait(
                entry: found.entry, since: now, isComplete: isComplete, wasCreated: wasCreated && !isComplete)
            for folder in IgnoredNames.companionFolders(of: found.path) {
                inCompanions[folder, default: []].insert(found.path)
            }
            return
        }
        if isComplete { waiting[found.path]?.isComplete = true }
        if wasCreated { waiting[found.path]?.wasCreated = true }
    }

    private func isReady(_ wait: Wait, _ path: RawPath, at now: Double, writer: (RawPath) -> Writer) -> Bool {
        // What is no file has no content to wait for.
        if wait.entry.kind != .file { return true }
        let age = now - wait.since
        // One that was empty when it was seen may be in the middle of being written by now.
        if wait.entry.size == 0 { return age >= settleSeconds * Self.patienceForEmptyFiles && writer(path) != .present }
        if IgnoredNames.mayBelongToPage(path), age < settleSeconds * Self.patienceForCompanions { return false }
        if wait.isComplete { return true }
        guard age >= settleSeconds else { return false }
        switch writer(path) {
        case .present: return false
        case .absent: return true
        case .unknown: return !wait.wasCreated || age >= settleSeconds * Self.patience
        }
    }
}
