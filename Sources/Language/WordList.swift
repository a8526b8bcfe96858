import Foundation
import Synchronization

/// A word list that ships as a resource: one entry a line, sorted, `#` opens a comment line, empty lines are skipped.
/// Fields of an entry are separated by tabs.
public struct WordList: Sendable {
    /// The entries in file order, each split at tabs.
    public let entries: [[String]]

    /// Reads a list from its file's text. Linear in the text.
    public init(text: String) {
        var text = text
        entries = text.withUTF8 { bytes in
            bytes.split(separator: 0x0A).compactMap { line in
                line.first == UInt8(ascii: "#")
                    ? nil
                    : line.split(separator: 0x09, omittingEmptySubsequences: false)
                        .map { String(decoding: $0, as: UTF8.self) }
            }
        }
    }

    /// Reads `Resources/NAME.txt` of a module's bundle, from memory where the bundle was preloaded. A missing list is a
    /// broken installation, which no input can cause; it stops the program with the path that was looked for.
    public init(named name: String, in bundle: Bundle) {
        let path = Self.path(of: name, in: bundle)
        guard let text = Self.preloaded.withLock({ $0[path] }) ?? (try? String(contentsOfFile: path, encoding: .utf8))
        else { preconditionFailure("resource \(path) is missing; install dateline again") }
        self.init(text: text)
    }

    /// Reads every list of a module's bundle into memory, so that a process which then gives up its access to files can
    /// go on reading lists at their first use.
    public static func preload(_ bundle: Bundle) {
        let folder = bundle.bundlePath + "/Resources"
        for file in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where file.hasSuffix(".txt") {
            let path = "\(folder)/\(file)"
            if let text = try? String(contentsOfFile: path, encoding: .utf8) {
                preloaded.withLock { $0[path] = text }
            }
        }
    }

    private static let preloaded = Mutex<[String: String]>([:])

    private static func path(of name: String, in bundle: Bundle) -> String {
        "\(bundle.bundlePath)/Resources/\(name).txt"
    }

    /// The first field of each entry.
    public var words: [String] { entries.map { $0[0] } }
}
