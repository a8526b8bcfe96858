import CLinux
import Glibc
import Records

/// The walls around a worker: no new privileges, memory and CPU limits, no file, no network, few system calls. Entered
/// once, before the first document, and never left.
public struct Sandbox: Sendable {
    /// What the kernel gave, for `doctor` and the log.
    public struct Walls: Sendable, Equatable {
        /// Landlock's ABI, or nil where the kernel has none.
        public var landlock: Int?
        /// Whether the kernel takes seccomp filters.
        public var seccomp: Bool
    }

    /// Bytes of private memory the process may have.
    public var memoryBytes: Int
    /// CPU seconds the process may use in its whole life; a worker is replaced long before.
    public var cpuSeconds: Int

    /// Limits by memory in bytes and CPU time in seconds.
    public init(memoryBytes: Int, cpuSeconds: Int) {
        self.memoryBytes = memoryBytes
        self.cpuSeconds = cpuSeconds
    }

    /// What this kernel offers.
    public static var available: Walls {
        let abi = dateline_landlock_abi()
        return Walls(landlock: abi > 0 ? Int(abi) : nil, seccomp: dateline_seccomp_available())
    }

    /// Shuts this process in. Where the kernel lacks a wall the others still stand; what was offered but failed is an
    /// error. Call it while the process has one thread: Landlock binds a thread and those it starts.
    public func enter() throws(SystemError) {
        try demand("prctl(no_new_privs)", dateline_no_new_privileges())
        try demand("setrlimit(memory)", dateline_limit_memory(UInt64(memoryBytes)))
        try demand("setrlimit(cpu)", dateline_limit_cpu(UInt64(cpuSeconds)))
        try demand("setrlimit(files)", dateline_limit_files())
        let walls = Self.available
        if walls.landlock != nil { try demand("landlock", dateline_landlock_deny_all()) }
    }

    /// Leaves only the system calls a parser needs, for every thread there is.
    public func restrictCalls() throws(SystemError) {
        if Self.available.seccomp { try demand("seccomp", dateline_seccomp_restrict()) }
    }

    private func demand(_ call: String, _ result: Int32) throws(SystemError) {
        if result < 0 { throw SystemError(call, on: "the worker", code: -result) }
    }
}
