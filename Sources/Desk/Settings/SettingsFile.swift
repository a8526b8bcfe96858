import Foundation
import Yams

/// A configuration file: a flat YAML mapping of known keys to plain values.
struct SettingsFile {
    /// The values with the lines they stand in.
    private(set) var values: [String: (text: String, line: Int)] = [:]
    /// The file's path.
    let path: String

    /// Reads a file; a key that means nothing is an error, since a misspelt one would silently do nothing.
    init(at path: String) throws(SettingsError) {
        self.path = path
        let text: String
        do { text = try String(contentsOfFile: path, encoding: .utf8) } catch {
            let reason = FileManager.default.fileExists(atPath: path) ? "no permission, or not text" : "no such file"
            throw .unreadable(path: path, reason: reason)
        }
        guard let root = try Self.root(of: text, path: path) else { return }
        guard let mapping = root.mapping else {
            throw .malformed(path: path, line: root.mark?.line ?? 1, reason: "expected 'key: value' lines")
        }
        for (key, value) in mapping {
            let line = key.mark?.line ?? 1
            let name = key.scalar?.string ?? ""
            guard Setting.named(name) != nil else {
                throw .unknownKey(path: path, line: line, key: name, suggestion: Self.suggestion(for: name))
            }
            guard let scalar = value.scalar else {
                throw .malformed(path: path, line: line, reason: "'\(name)' must have one plain value")
            }
            values[name] = (scalar.string, line)
        }
    }

    private static func root(of text: String, path: String) throws(SettingsError) -> Node? {
        do { return try Yams.compose(yaml: text) } catch let error as YamlError {
            switch error {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                throw .malformed(path: path, line: mark.line, reason: problem)
            default: throw .malformed(path: path, line: 1, reason: "not YAML")
            }
        } catch { throw .malformed(path: path, line: 1, reason: "not YAML") }
    }

    /// The known key that a misspelt one most likely meant: the same but for capitals and separators, or with one or
    /// two letters wrong (edit distance).
    private static func suggestion(for key: String) -> String? {
        func folded(_ text: String) -> [Character] { text.lowercased().filter { $0.isLetter } }
        let wanted = folded(key)
        let best = Setting.all.map { ($0.key, distance(folded($0.key), wanted)) }.min { $0.1 < $1.1 }
        return best.flatMap { $0.1 <= 2 ? $0.0 : nil }
    }

    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, y) in b.enumerated() {
                let next = min(row[j + 1] + 1, row[j] + 1, diagonal + (x == y ? 0 : 1))
                diagonal = row[j + 1]
                row[j + 1] = next
            }
        }
        return row[b.count]
    }
}
