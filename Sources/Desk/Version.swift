import Pipeline
import Records

/// Which dateline this is.
public enum Version {
    /// The version.
    public static var number: String { Pipeline.generator.version }

    /// Version and schema, as `--version` prints them.
    public static var description: String { "dateline \(number), records \(ArticleRecord.schemaName)" }
}
