import Foundation

/// A word list that ships as a resource: one entry a line, sorted, `#` opens a comment line, empty lines are skipped.
/// Fields of an entry are separated by tabs.
public struct WordList: Sendable {
    /// The entries in file order, each split at tabs.
    public let entries: [[String]]

    /// Reads a list from its file's text. Linear in the text.
    public init(text: String) {
        entries = text.split(separator: "\n").compactMap { line in
            line.first == "#" ? nil : line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// Reads `Resources/NAME.txt` of a module's bundle. A missing list is a broken installation, which no input can
    /// cause; it stops the program with the path that was looked for.
    public init(named name: String, in bundle: Bundle) {
        guard let url = bundle.url(forResource: "Resources/\(name)", withExtension: "txt"),
            let text = try? String(contentsOf: url, encoding: .utf8)
        else {
            preconditionFailure("resource \(name).txt is missing from \(bundle.bundlePath); install dateline again")
        }
        self.init(text: text)
    }

    /// The first field of each entry.
    public var words: [String] { entries.map { $0[0] } }
}
