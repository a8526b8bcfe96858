import Foundation
import Glibc

/// The memory this process holds, and the most it held since it last asked to forget. Linux counts both: `VmRSS` and
/// `VmHWM` of `/proc/self/status`; writing 5 to `/proc/self/clear_refs` sets the second back to the first.
enum PeakMemory {
    /// Bytes resident now, 0 where the kernel does not say.
    static var resident: Int { value("VmRSS:") }

    /// The most bytes resident since `forget`, 0 where the kernel does not say.
    static var peak: Int { value("VmHWM:") }

    /// Gives back what was freed and lets the peak begin anew. Returns whether the kernel let it.
    static func forget() -> Bool {
        trim()
        let file = open("/proc/self/clear_refs", O_WRONLY)
        guard file >= 0 else { return false }
        defer { close(file) }
        return write(file, "5", 1) == 1
    }

    /// `malloc_trim(0)`, looked up by name because Swift's Glibc module leaves out `malloc.h`.
    private static func trim() {
        typealias Trim = @convention(c) (Int) -> Int32
        guard let symbol = dlsym(nil, "malloc_trim") else { return }
        _ = unsafeBitCast(symbol, to: Trim.self)(0)
    }

    private static func value(_ name: String) -> Int {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return 0 }
        return kilobytes(name, in: status) * 1024
    }

    /// The number of a line such as `VmHWM:     1234 kB`; 0 where there is none.
    static func kilobytes(_ name: String, in status: String) -> Int {
        let line = status.split(separator: "\n").first { $0.hasPrefix(name) }
        return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0
    }
}
