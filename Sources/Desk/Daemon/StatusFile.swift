import Foundation
import Glibc
import Records

/// What a daemon says of itself, in `status.json` of the state folder. It is a view, not a truth: Inbox, Outbox and
/// ledger are.
public struct StatusFile: Codable, Sendable, Equatable, JSONWritable {
    /// A file that cannot be read just now.
    public struct Fault: Codable, Sendable, Equatable, JSONWritable {
        /// The file's path in the Inbox.
        public var file: String
        /// What was the matter.
        public var why: String
        /// How often it was tried.
        public var attempts: Int

        /// In a fixed member order.
        public func write(to json: inout JSONWriter) {
            json.object {
                $0.member("file", file)
                $0.member("why", why)
                $0.member("attempts", attempts)
            }
        }
    }

    /// The file's name.
    static let name = "status.json"
    /// How many paths of each kind are listed.
    static let mostListed = 20

    /// The daemon's process.
    public var pid: Int
    /// Its version.
    public var version: String
    /// `inotify` or `polling`.
    public var mode: String
    /// Files that are not complete yet.
    public var settling: Int
    /// Files that wait for their turn.
    public var ready: Int
    /// Files in work.
    public var inWork: [String]
    /// Files that cannot be read just now.
    public var faults: [Fault]
    /// Why nothing can be published just now.
    public var paused: String?
    /// Inputs that became records since the start.
    public var records: Int
    /// Inputs that were there already.
    public var duplicates: Int
    /// Inputs that became no record.
    public var rejected: Int

    /// In a fixed member order.
    public func write(to json: inout JSONWriter) {
        json.object {
            $0.member("pid", pid)
            $0.member("version", version)
            $0.member("mode", mode)
            $0.member("settling", settling)
            $0.member("ready", ready)
            $0.member("inWork", inWork)
            $0.member("faults", faults)
            $0.member("paused", paused)
            $0.member("records", records)
            $0.member("duplicates", duplicates)
            $0.member("rejected", rejected)
        }
    }
}

extension Daemon {
    /// Writes the status file; one that cannot be written is no reason to stop.
    func writeStatus(isRunning: Bool) {
        dispatchPrecondition(condition: .onQueue(queue))
        guard isRunning else {
            try? stateFolder.remove(RawPath(StatusFile.name))
            return
        }
        let listed = faults.sorted { $0.key < $1.key }.prefix(StatusFile.mostListed)
        let status = StatusFile(
            pid: Int(getpid()), version: Version.number, mode: mode, settling: settling.count, ready: ready.count,
            inWork: inWork.sorted().prefix(StatusFile.mostListed).map(\.text),
            faults: listed.map {
                StatusFile.Fault(file: $0.key.text, why: $0.value.reason, attempts: $0.value.failures)
            },
            paused: inboxFault ?? outboxFault?.reason, records: result.records,
            duplicates: result.duplicates, rejected: result.rejected)
        let name = RawPath(StatusFile.name)
        do { try stateFolder.write(status.fileBytes, to: name, mode: 0o644, isDurable: false) } catch {
            // On a full disk there is room for what is there already; that it is full must be said somewhere.
            try? stateFolder.overwrite(name, with: status.fileBytes)
        }
    }
}
