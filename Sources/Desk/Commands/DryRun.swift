import Pipeline
import Records

/// What a run would do with the Inbox, without doing it.
public struct DryRun {
    private let settings: Settings
    private let folders: DeskFolders
    private let log: Log

    /// A dry run over a configuration's folders.
    public init(settings: Settings, log: Log) throws(DeskError) {
        self.settings = settings
        self.log = log
        folders = try DeskFolders(settings)
    }

    /// Reads everything and tells, one line a file, what it would become. Nothing is written or moved. Returns how many
    /// would be rejected.
    public func run(tell: (String) -> Void) throws(DeskError) -> Int {
        let scan = InboxScan(of: folders.inbox)
        for path in scan.ignored { tell("ignored    \(LogValue.escaped(path.text))") }
        let intake = Intake(inbox: folders.inbox, maximumBytes: settings.maximumBytes)
        let ledger = try Ledger(state: folders.state.path)
        let launch = WorkerProcess.Launch(memoryBytes: settings.workerMemoryBytes)
        let pool = WorkerPool(count: 1, launch: launch, log: log)
        defer { pool.stop() }
        var rejected = 0
        for found in scan.found {
            let name = LogValue.escaped(found.path.text)
            switch verdict(on: found, intake, pool) {
            case .record(let record):
                let isKnown = try ledger.row(id: record.id) != nil
                let slug = OutboxName.slug(of: record.article.headline ?? record.source.file)
                tell(isKnown ? "duplicate  \(name) of \(record.id)" : "record     \(name) as \(slug)")
            case .rejected(let why, _):
                rejected += 1
                tell("rejected   \(name): \(why.code): \(LogValue.escaped(why.message))")
            case .unavailable: tell("unreadable \(name)")
            }
        }
        return rejected
    }

    private func verdict(on found: InboxScan.Found, _ intake: Intake, _ pool: WorkerPool) -> WorkerPool.Verdict {
        switch intake.take(found) {
        case .taken(let taken):
            let answer = Slots<WorkerPool.Verdict>(count: 1)
            pool.process(taken.document, sha256: taken.sha256, seat: 0, within: settings.deadlineSeconds) {
                answer.set($0, at: 0)
            }
            pool.wait(seat: 0)
            return answer.values.first ?? .unavailable
        case .refused(_, let why, _): return .rejected(why, attempts: 1)
        case .changed, .fault: return .unavailable
        }
    }
}
