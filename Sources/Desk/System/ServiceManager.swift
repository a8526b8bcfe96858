import Glibc

/// What the service manager is told, over the datagram socket that `sd_notify(3)` describes; nothing where there is
/// none.
struct ServiceManager: Sendable {
    private let address: String?
    /// Seconds between two signs of life, half of what the manager allows; nil where it does not ask for any.
    let watchdogSeconds: Double?

    /// Reads the manager's address and wishes from the environment.
    init() {
        address = getenv("NOTIFY_SOCKET").map { String(cString: $0) }
        let isMeant = getenv("WATCHDOG_PID").map { String(cString: $0) == String(getpid()) } ?? true
        let microseconds = getenv("WATCHDOG_USEC").flatMap { Double(String(cString: $0)) }
        watchdogSeconds = isMeant ? microseconds.map { $0 / 1e6 / 2 } : nil
    }

    /// Sends one state, such as `READY=1`. Returns false where it should have gone out and did not.
    @discardableResult
    func notify(_ state: String) -> Bool {
        guard let address, !address.isEmpty else { return true }
        let number = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard number >= 0 else { return false }
        let descriptor = Descriptor(number)
        var target = sockaddr_un()
        target.sun_family = sa_family_t(AF_UNIX)
        var path = Array(address.utf8)
        guard path.count < MemoryLayout.size(ofValue: target.sun_path) else { return false }
        // A leading @ stands for the NUL of an abstract address.
        if path[0] == UInt8(ascii: "@") { path[0] = 0 }
        withUnsafeMutableBytes(of: &target.sun_path) { $0.copyBytes(from: path) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + path.count)
        let bytes = Array(state.utf8)
        let sent = withUnsafePointer(to: &target) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                sendto(descriptor.number, bytes, bytes.count, Int32(MSG_NOSIGNAL), $0, length)
            }
        }
        return sent == bytes.count
    }
}
