import Glibc

/// The processor time this process has used, all threads, in seconds. Unlike the wall clock it does not count the time
/// that other work on the machine takes.
enum ProcessorClock {
    /// Now.
    static var seconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    /// The time a piece of work takes, added to `sum`.
    static func measure<Value, Failure: Error>(
        _ sum: inout Double, _ work: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        let start = seconds
        defer { sum += seconds - start }
        return try work()
    }
}
