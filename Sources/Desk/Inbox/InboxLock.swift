import Glibc

/// The right to serve an Inbox, held by one daemon at a time for as long as it lives; the kernel gives it back when the
/// process ends, however it ends.
public final class InboxLock: Sendable {
    private let held: [Descriptor]

    /// Takes the lock on the Inbox folder itself and on `lock` in the state folder, so that neither two daemons on one
    /// Inbox nor two on one ledger run; without an Inbox on the state folder alone. Throws `busy` where another daemon has it.
    public init(inbox: Folder?, state: Folder) throws(DeskError) {
        var held: [Descriptor] = []
        do throws(SystemError) {
            let file = try check("open", on: state.path + "/lock") {
                openat(state.descriptor.number, "lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
            }
            held.append(Descriptor(file))
            if let inbox { held.append(try inbox.folder(RawPath(".")).descriptor) }
        } catch { throw .system(error) }
        for (descriptor, what) in zip(held, [state.path, inbox?.path ?? ""]) {
            guard let code = Self.lock(descriptor) else { continue }
            if code == EWOULDBLOCK { throw .busy(what: what) }
            // Network file systems do not lock folders; the lock file then stands alone.
            if descriptor === held[0] { throw .system(SystemError("flock", on: what, code: code)) }
        }
        self.held = held
    }

    /// A killed daemon holds its locks until the kernel has finished with it, so a restart waits this long for them.
    private static let patienceSeconds = 2.0

    /// Takes one lock; returns nil, or why not.
    private static func lock(_ descriptor: Descriptor) -> Int32? {
        let deadline = WallClock.monotonicSeconds + patienceSeconds
        while flock(descriptor.number, LOCK_EX | LOCK_NB) != 0 {
            let code = errno
            if code == EINTR { continue }
            if code != EWOULDBLOCK || WallClock.monotonicSeconds >= deadline { return code }
            usleep(20_000)
        }
        return nil
    }

    /// The lock on another Inbox folder in the place of the first.
    func moved(to inbox: Folder) throws(SystemError) -> InboxLock {
        let folder = try inbox.folder(RawPath(".")).descriptor
        if flock(folder.number, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
            throw SystemError("flock", on: inbox.path)
        }
        return InboxLock(held: [held[0], folder])
    }

    /// The lock on another state folder in the place of the first.
    func moved(toState state: Folder) throws(DeskError) -> InboxLock {
        let fresh = try InboxLock(inbox: nil, state: state)
        return InboxLock(held: fresh.held + held.dropFirst())
    }

    private init(held: [Descriptor]) { self.held = held }

    /// Whether a daemon holds the lock of a state folder just now.
    public static func isHeld(state: Folder) -> Bool {
        let number = openat(state.descriptor.number, "lock", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard number >= 0 else { return false }
        let file = Descriptor(number)
        return flock(file.number, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
    }
}
