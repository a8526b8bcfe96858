import Glibc

/// The processor time of the calling thread. Unlike the wall clock it does not count what other tests and other work on
/// the machine take meanwhile.
public enum ThreadClock {
    /// Seconds that a piece of work takes, which must stay on its thread.
    public static func seconds<Failure: Error>(of work: () throws(Failure) -> Void) throws(Failure) -> Double {
        let start = now
        try work()
        return now - start
    }

    private static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
