import Digest
import Foundation
import Records

/// What waits, what is in work, what was done today, what was rejected and why.
public struct StatusReport: Sendable, JSONWritable {
    /// How many rejections are listed for a person.
    private static let mostListed = 20

    /// Whether a daemon serves these folders.
    public let isRunning: Bool
    /// The running daemon's own word.
    public let daemon: StatusFile?
    /// Why nothing can be written to the Outbox, as far as its file system tells.
    public let outboxTrouble: String?
    /// How many files lie in the Inbox.
    public let waiting: Int
    /// The day that is counted.
    public let day: CalendarDay
    /// What came in on that day.
    public let today: Ledger.Counts
    /// Every input that lies among the rejected.
    public let rejections: [Ledger.Rejected]

    /// Looks at a configuration's folders.
    public init(settings: Settings) throws(DeskError) {
        let folders = try DeskFolders(settings)
        outboxTrouble = folders.state.trouble ?? folders.outbox.root.trouble
        let ledger: Ledger?
        do { ledger = try Ledger(state: folders.state.path) } catch {
            // Where nothing can be written a ledger may not open, and that is what has to be said.
            if outboxTrouble == nil { throw error }
            ledger = nil
        }
        isRunning = InboxLock.isHeld(state: folders.state)
        let bytes = try? folders.state.contents(of: RawPath(StatusFile.name), upTo: 1 << 20)
        daemon = isRunning ? bytes.flatMap { StatusFile.read($0) } : nil
        waiting = InboxScan(of: folders.inbox).found.count
        day = WallClock(timeZone: settings.timeZone, dayEndsAtHour: settings.dayEndsAtHour).today
        today = try ledger?.counts(on: day) ?? Ledger.Counts()
        rejections = try ledger?.rejections() ?? []
    }

    /// In a fixed member order.
    public func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("running", isRunning)
            json.member("waiting", waiting)
            json.member("day", day.description)
            json.member("articles", today.articles)
            json.member("duplicates", today.duplicates)
            json.member("rejected", today.rejected)
            json.member("outboxTrouble", outboxTrouble)
            json.member("daemon", daemon)
            json.member("rejections", rejections)
        }
    }

    /// As lines for a person.
    public var lines: [String] {
        let details = daemon.map { ", process \($0.pid), \($0.mode)" } ?? ""
        var lines = [isRunning ? "running" + details : "not running"]
        lines.append("waiting in the inbox: \(waiting)")
        if let outboxTrouble { lines.append("the outbox cannot be written: \(outboxTrouble)") }
        if let daemon {
            for path in daemon.inWork { lines.append("in work: \(LogValue.escaped(path))") }
            if let paused = daemon.paused { lines.append("paused: \(LogValue.escaped(paused))") }
            for fault in daemon.faults {
                let file = LogValue.escaped(fault.file)
                lines.append("cannot be read (\(fault.attempts) times): \(file): \(LogValue.escaped(fault.why))")
            }
        }
        lines.append(
            "\(day): \(today.articles) articles, \(today.duplicates) duplicates, \(today.rejected) rejected")
        for rejected in rejections.suffix(Self.mostListed) {
            let file = LogValue.escaped(rejected.file)
            lines.append("rejected \(rejected.day): \(file): \(rejected.code): \(LogValue.escaped(rejected.message))")
        }
        let hidden = rejections.count - Self.mostListed
        if hidden > 0 { lines.append("and \(hidden) rejected before; --json lists them all") }
        return lines
    }
}

extension Ledger.Rejected: JSONWritable {
    /// In a fixed member order.
    public func write(to json: inout JSONWriter) {
        json.object {
            $0.member("path", path)
            $0.member("day", day)
            $0.member("file", file)
            $0.member("stage", stage)
            $0.member("code", code)
            $0.member("message", message)
        }
    }
}
