import Pipeline

/// Which dateline this is.
public enum Version {
    /// The version.
    public static var number: String { Pipeline.generator.version }
}
