import CLinux
import Foundation

/// What ties the process that makes an edition to the daemon that started it: when the daemon is killed, the edition is not
/// finished behind its back, over one that the next daemon has made meanwhile.
public enum DaemonTie {
    /// The variable that tells the process its daemon.
    private static let variable = "DATELINE_DAEMON"

    /// What the daemon adds to the environment. The kernel ends the process with the thread that starts it, which therefore
    /// must wait for it.
    static var environment: String { "\(variable)=\(getpid())" }

    /// Ties this process to the daemon that its environment names; does nothing where it names none. Returns false where
    /// that daemon has ended.
    public static func hold() -> Bool {
        guard let daemon = ProcessInfo.processInfo.environment[variable].flatMap({ Int32($0) }) else { return true }
        return dateline_end_with_parent(daemon) == 0
    }
}
