import CLinux
import Pipeline
import Records

/// Which dateline this is.
public enum Version {
    /// The version.
    public static var number: String { Pipeline.generator.version }

    /// Version, commit and schema, as `--version` prints them.
    public static var description: String {
        let commit = String(cString: dateline_build_commit())
        let build = commit.isEmpty ? "" : " (\(commit))"
        return "dateline \(number)\(build), records \(ArticleRecord.schemaName)"
    }
}
