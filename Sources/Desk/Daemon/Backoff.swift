/// Growing pauses after a fault that may pass: a full disk, a busy file, an I/O error.
struct Backoff: Sendable, Equatable {
    /// How often it failed in a row.
    private(set) var failures = 0
    /// When to try again, in monotonic seconds.
    private(set) var until = 0.0
    /// What failed last, in words.
    private(set) var reason = ""

    /// The longest pause in seconds: long enough not to grind a broken disk, short enough that somebody who made room
    /// sees it go on.
    static let longestSeconds = 60.0

    /// Notes a failure: 1 s, then twice as long each time.
    mutating func fail(_ reason: String, at now: Double) {
        self.reason = reason
        let pause = min(Self.longestSeconds, Double(1 << min(failures, 10)))
        failures += 1
        until = now + pause
    }
}
