import Dispatch

/// A one-shot timer on the desk's queue that can be set again at any time. Confined to that queue.
final class Alarm {
    private let timer: any DispatchSourceTimer
    private var dueAt = Double.infinity

    /// An alarm that is not set; `handler` runs on `queue`.
    init(on queue: DispatchQueue, handler: @escaping @Sendable () -> Void) {
        timer = DispatchSource.makeTimerSource(queue: queue)
        timer.setEventHandler(handler: handler)
        timer.schedule(deadline: .distantFuture)
        timer.activate()
    }

    deinit { timer.cancel() }

    /// Rings once, so many seconds from now, instead of whatever was set before.
    func ring(in seconds: Double) {
        dueAt = WallClock.monotonicSeconds + max(0, seconds)
        timer.schedule(deadline: .now() + max(0, seconds), leeway: .milliseconds(5))
    }

    /// Rings so many seconds from now, or earlier where it is set so already.
    func ringNoLater(than seconds: Double) {
        let now = WallClock.monotonicSeconds
        if dueAt > now, dueAt <= now + seconds { return }
        ring(in: seconds)
    }

    /// Rings no more.
    func stop() {
        dueAt = .infinity
        timer.schedule(deadline: .distantFuture)
    }
}
