/// How the time of something grows with its input.
public enum Growth {
    /// What a run may take beyond its share, for caches and memory that other work disturbs: ten times the input takes up to five times
    /// ten as long. Something quadratic takes a hundred times as long, and fails.
    public static let slack = 5.0
    /// Runs shorter than this are judged as if they took it, so that the clock's grain is not measured. Seconds.
    public static let grain = 0.005

    /// What is wrong with the time of ten times an input, or nil. A slow run is tried twice more before it is believed.
    public static func fault(bytes: Int, _ work: (Int) -> Void) -> String? {
        let small = min(seconds(bytes, work), seconds(bytes, work))
        var large = seconds(bytes * 10, work)
        for _ in 0..<2 where large > allowed(small) { large = min(large, seconds(bytes * 10, work)) }
        return large > allowed(small) ? "\(bytes) bytes took \(small) s, ten times as many \(large) s" : nil
    }

    private static func allowed(_ small: Double) -> Double { max(small, grain) * 10 * slack }

    /// The time that this thread spends on some work; what else the machine does in the meantime does not count.
    private static func seconds(_ bytes: Int, _ work: (Int) -> Void) -> Double {
        ThreadClock.seconds { work(bytes) }
    }
}
