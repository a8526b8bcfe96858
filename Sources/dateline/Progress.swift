import Desk
import Foundation
import Glibc
import Synchronization

/// A line on standard error that shows how far long work is: done, total, rate and time left. Only on a terminal.
final class Progress: Sendable {
    private let unit: String
    private let started = Date()
    private let lastShown = Mutex(Date.distantPast)
    private let isShown = isatty(2) != 0

    /// Progress counted in a unit ("files").
    init(unit: String) { self.unit = unit }

    /// Shows the state, at most five times a second.
    func update(done: Int, total: Int) {
        guard isShown else { return }
        let now = Date()
        let isDue = lastShown.withLock { last in
            guard now.timeIntervalSince(last) >= 0.2 || done == total else { return false }
            last = now
            return true
        }
        guard isDue else { return }
        let seconds = max(now.timeIntervalSince(started), 0.001)
        let rate = Double(done) / seconds
        let left = rate > 0 ? Int(Double(max(total - done, 0)) / rate) : 0
        let rateText = rate >= 10 ? "\(Int(rate))" : "\(Double(Int(rate * 10)) / 10)"
        Output.standardError(
            "\r\u{1B}[K\(done)/\(total) \(unit), \(rateText)/s, \(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60) left"
        )
    }

    /// Clears the line.
    func end() {
        if isShown { Output.standardError("\r\u{1B}[K") }
    }
}
