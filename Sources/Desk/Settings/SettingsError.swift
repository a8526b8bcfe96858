/// What is wrong with the configuration, as a person is told it.
public enum SettingsError: Error, Equatable, CustomStringConvertible {
    /// The file cannot be read.
    case unreadable(path: String, reason: String)
    /// The file is no YAML mapping.
    case malformed(path: String, line: Int, reason: String)
    /// The file has a key that means nothing.
    case unknownKey(path: String, line: Int, key: String, suggestion: String?)
    /// A value is not what its key may hold.
    case badValue(key: String, value: String, origin: String, expected: String)

    /// One line: where, what, and what would be right.
    public var description: String {
        switch self {
        case .unreadable(let path, let reason): "configuration \(path) cannot be read: \(reason)"
        case .malformed(let path, let line, let reason): "configuration \(path), line \(line): \(reason)"
        case .unknownKey(let path, let line, let key, let suggestion):
            "configuration \(path), line \(line): unknown key '\(LogValue.escaped(key))'"
                + (suggestion.map { "; did you mean '\($0)'?" } ?? "; `dateline config` lists the keys")
        case .badValue(let key, let value, let origin, let expected):
            "\(origin): \(key) is '\(LogValue.escaped(value))', but must be \(expected)"
        }
    }
}
