/// Text of articles made safe to show in a terminal, for those outside the edition: see `Line`.
public enum SafeText {
    /// One line, cut after `limit` scalars.
    public static func line(_ raw: some StringProtocol, limit: Int = .max) -> String { Line(raw, limit: limit).text }

    /// A stretch of a line, with the white space at its ends kept as one space.
    public static func piece(_ raw: some StringProtocol) -> String {
        let text = Line(raw).text
        guard !text.isEmpty else { return raw.isEmpty ? "" : " " }
        let space: Set<Character> = [" ", "\n", "\t", "\u{A0}"]
        let before = raw.first.map(space.contains) == true ? " " : ""
        let after = raw.last.map(space.contains) == true ? " " : ""
        return before + text + after
    }
}
