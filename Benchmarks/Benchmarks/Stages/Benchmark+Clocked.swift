import Benchmark
import Glibc

extension Benchmark {
    /// Microseconds of this thread's processor time. The library's own is read off the kernel's ticks of ten milliseconds, in
    /// which most stages are over.
    static let processorTime = BenchmarkMetric.custom("CPU (μs)", polarity: .prefersSmaller, useScalingFactor: false)

    /// Measures an iteration's work.
    func clocked(_ work: () -> Void) { clocked({}, work: { work() }) }

    /// Measures an iteration's work on what was prepared for it, which is not measured.
    func clocked<Prepared>(_ prepare: () -> Prepared, work: (Prepared) -> Void) {
        for _ in scaledIterations {
            let prepared = prepare()
            startMeasurement()
            let start = Self.microseconds
            work(prepared)
            let end = Self.microseconds
            stopMeasurement()
            measurement(Self.processorTime, end - start)
        }
    }

    private static var microseconds: Int {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return time.tv_sec * 1_000_000 + time.tv_nsec / 1000
    }
}
