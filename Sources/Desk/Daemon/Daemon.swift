import Digest
import Dispatch
import Glibc
import Records

/// The desk at work: watches the Inbox, hands documents to the workers, publishes what comes back, makes the editions.
///
/// All its state is confined to `queue`; only values cross to the queues of the readers, the workers and the press.
/// One input goes: found → settled → ready → read → asked of a worker → published, in the order it was taken in.
public final class Daemon: @unchecked Sendable {
    // Unchecked because every stored property below is only touched on `queue`, which each entry checks.

    let queue = DispatchQueue(label: "dateline.desk")
    /// Files are read here, several side by side.
    let readers = DispatchQueue(label: "dateline.readers", attributes: .concurrent)
    /// Everything is published and every edition made here, one after the other.
    let press = DispatchQueue(label: "dateline.press")

    var settings: Settings
    let options: DaemonOptions
    var log: Log
    let manager = ServiceManager()
    let pool: WorkerPool
    var ledger: Ledger
    var stateFolder: Folder
    var clock: WallClock
    var inbox: Folder
    var outbox: Outbox
    var lock: InboxLock
    var watch: InboxWatch?
    var watchSource: (any DispatchSourceRead)?

    var settling: Settling
    var ready = CandidateQueue()
    var inWork: Set<RawPath> = []
    /// Paths that had an event while they were in work.
    var touchedMeanwhile: Set<RawPath> = []
    var order = PublicationOrder()
    var awaitingSeat: [(ticket: Int, taken: Intake.Taken)] = []
    var freeSeats: [Int]
    /// Files that cannot be read just now.
    var faults: [RawPath: Backoff] = [:]
    /// What was the matter with files that are being tried again.
    var failures: [RawPath: Backoff] = [:]
    /// Why nothing can be published just now.
    var outboxFault: Backoff?
    var saidIgnored: Set<RawPath> = []
    var result = DaemonResult()

    /// Days whose edition does not show everything that came in.
    var openDays: Set<CalendarDay> = []
    /// Days whose edition could not be made; the next scan tries again.
    var editionsToRetry: Set<CalendarDay> = []
    var isMakingEdition = false
    var lastActivity = 0.0
    var currentDay: CalendarDay

    var isStopping = false
    /// Why the Inbox cannot be looked into just now.
    var inboxFault: String?
    var signals: [any DispatchSourceSignal] = []
    var alarms: Alarms?
    var finish: (@Sendable (DaemonResult) -> Void)?

    /// Opens the folders, takes the lock, brings the ledger in line with the Outbox and starts the workers.
    public init(settings: Settings, options: DaemonOptions, log: Log) throws(DeskError) {
        self.settings = settings
        self.options = options
        self.log = log
        let folders = try DeskFolders(settings)
        inbox = folders.inbox
        outbox = folders.outbox
        stateFolder = folders.state
        lock = try InboxLock(inbox: folders.inbox, state: folders.state)
        clock = WallClock(
            timeZone: settings.timeZone, dayEndsAtHour: settings.dayEndsAtHour, fixedDay: options.fixedDay)
        currentDay = clock.today
        _ = try onSystem { () throws(SystemError) in try folders.state.clearTemporaryFiles() }
        ledger = try Self.openLedger(
            outbox: folders.outbox, state: folders.state, inbox: folders.inbox, log: log)
        settling = Settling(settleSeconds: settings.settleSeconds)
        let launch = WorkerProcess.Launch(memoryBytes: settings.workerMemoryBytes)
        pool = WorkerPool(count: settings.workers, launch: launch, log: log)
        freeSeats = Array((0..<pool.count).reversed())
    }

    /// Opens the ledger and enters what a crash left out; a damaged ledger is made again from the Outbox.
    static func openLedger(outbox: Outbox, state: Folder, inbox: Folder, log: Log) throws(DeskError) -> Ledger {
        var ledger: Ledger
        do throws(DeskError) {
            ledger = try Ledger(state: state.path)
            _ = try ledger.lastDay()
        } catch {
            guard case .ledger(let why) = error else { throw error }
            log(.warning, "ledger is damaged and made again", ["why": why])
            try onSystem { () throws(SystemError) in try Ledger.remove(state: state) }
            ledger = try Ledger(state: state.path)
        }
        let report = try Reconciliation(outbox: outbox, ledger: ledger, inbox: inbox).catchUp()
        if report != Reconciliation.Report() {
            log(
                .info, "ledger brought in line with the outbox",
                [
                    "entered": "\(report.entered)", "dropped": "\(report.dropped)", "cleared": "\(report.cleared)",
                    "damaged": "\(report.damaged.count)",
                ])
        }
        return ledger
    }

    /// Runs until a signal ends it, or, for a single pass, until all is done. Call it once, from a thread that may
    /// wait. Returns what the run came to.
    public func run() throws(DeskError) -> DaemonResult {
        // A reader that hung up, or a lease somebody broke, must not end the daemon.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGIO, SIG_IGN)
        try onSystem { () throws(SystemError) in try pool.start() }
        let done = DispatchSemaphore(value: 0)
        let outcome = Slots<DaemonResult>(count: 1)
        queue.async { [self] in
            finish = { result in
                outcome.set(result, at: 0)
                done.signal()
            }
            // Nobody is told that the daemon has started before it hears signals.
            takeSignals { [self] in open() }
        }
        done.wait()
        pool.stop()
        return outcome.values.first ?? DaemonResult()
    }

    private func open() {
        dispatchPrecondition(condition: .onQueue(queue))
        // A signal may have ended it already.
        guard finish != nil else { return }
        let walls = Sandbox.available
        log(
            .info, "started",
            [
                "version": Version.number, "inbox": settings.inbox, "outbox": settings.outbox,
                "workers": "\(pool.count)", "landlock": walls.landlock.map { "ABI \($0)" } ?? "missing",
                "seccomp": walls.seccomp ? "yes" : "missing",
            ])
        if walls.landlock == nil || !walls.seccomp {
            log(.warning, "this kernel lacks a wall around the workers; see `dateline doctor`")
        }
        alarms = Alarms(daemon: self)
        findUnmadeEditions()
        openWatch()
        scan()
        writeStatus(isRunning: true)
        manager.notify("READY=1\nSTATUS=watching \(settings.inbox)")
        alarms?.start()
        advance()
    }

    /// Does whatever can be done now. Called after every change; cheap where nothing can.
    func advance() {
        dispatchPrecondition(condition: .onQueue(queue))
        collectSettled()
        takeIn()
        seatNext()
        considerEdition()
        considerEnd()
        alarms?.statusChanged()
    }

    private func considerEnd() {
        guard isStopping || options.once, inWork.isEmpty, !isMakingEdition else { return }
        if !isStopping {
            let hasGivenUp = (outboxFault?.failures ?? 0) >= Self.attemptsInSinglePass
            let isIdle = ready.count == 0 && settlingIsHopeless && outboxFault == nil && openDays.isEmpty
            guard isIdle || hasGivenUp || inboxFault != nil else { return }
        }
        guard let finish else { return }
        self.finish = nil
        for source in signals { source.cancel() }
        watchSource?.cancel()
        alarms = nil
        result.kept = settling.count + ready.count + faults.count
        writeStatus(isRunning: false)
        manager.notify("STOPPING=1")
        log(
            .info, "stopped",
            [
                "records": "\(result.records)", "duplicates": "\(result.duplicates)",
                "rejected": "\(result.rejected)", "kept": "\(result.kept)",
            ])
        finish(result)
    }

    /// A single pass waits for the Outbox this often; a daemon waits for ever.
    private static let attemptsInSinglePass = 3

    /// In a single pass, files that somebody still writes are not waited for.
    private var settlingIsHopeless: Bool {
        let paths = settling.paths
        return paths.isEmpty || paths.allSatisfy { intake.writer(of: $0) == .present }
    }
}
