import Dispatch

/// The daemon's timers. Confined to the desk's queue.
final class Alarms {
    /// Something settles.
    let settle: Alarm
    /// A pause is over.
    let resume: Alarm
    /// The whole Inbox is due for a look.
    private let scan: Alarm
    /// The inbox has been idle for a while.
    private let idle: Alarm
    /// A day may have ended.
    private let day: Alarm
    /// The service manager wants a sign of life.
    private let watchdog: Alarm
    /// The status file is due.
    private let status: Alarm
    private unowned let daemon: Daemon

    /// How long status changes are gathered before they are written.
    private static let statusSeconds = 0.5

    init(daemon: Daemon) {
        self.daemon = daemon
        let queue = daemon.queue
        settle = Alarm(on: queue) { [unowned daemon] in daemon.advance() }
        resume = Alarm(on: queue) { [unowned daemon] in daemon.resume() }
        scan = Alarm(on: queue) { [unowned daemon] in daemon.scanIsDue() }
        idle = Alarm(on: queue) { [unowned daemon] in daemon.advance() }
        day = Alarm(on: queue) { [unowned daemon] in daemon.dayMayHaveEnded() }
        watchdog = Alarm(on: queue) { [unowned daemon] in daemon.giveSignOfLife() }
        status = Alarm(on: queue) { [unowned daemon] in daemon.writeStatus(isRunning: true) }
    }

    /// Sets the timers that run all the time.
    func start() {
        scanAgain()
        dayAgain()
        if let seconds = daemon.manager.watchdogSeconds { watchdog.ring(in: seconds) }
    }

    func scanAgain() { scan.ring(in: daemon.secondsToNextScan) }
    func dayAgain() { day.ring(in: daemon.clock.secondsToNextLook) }
    func watchdogAgain() { daemon.manager.watchdogSeconds.map { watchdog.ring(in: $0) } }
    func idleIn(_ seconds: Double) { idle.ringNoLater(than: seconds) }
    func statusChanged() { status.ringNoLater(than: Self.statusSeconds) }
}

extension Daemon {
    /// The regular look over the Inbox; editions that could not be made are tried again.
    func scanIsDue() {
        dispatchPrecondition(condition: .onQueue(queue))
        scan()
        openDays.formUnion(editionsToRetry)
        editionsToRetry = []
        alarms?.scanAgain()
        advance()
    }

    /// Says "I live" only after the desk and the press have both shown that they still turn; the workers need no
    /// proof, since each of their conversations has a deadline.
    func giveSignOfLife() {
        dispatchPrecondition(condition: .onQueue(queue))
        press.async { [self] in
            queue.async { [self] in
                manager.notify("WATCHDOG=1")
                alarms?.watchdogAgain()
            }
        }
    }
}
