import Glibc
import Synchronization

/// A word list that ships as a resource: one entry a line, sorted, `#` opens a comment line, empty lines are skipped.
/// Fields of an entry are separated by tabs.
public struct WordList: Sendable {
    /// The file's text.
    let bytes: [UInt8]

    /// A list by its file's text. Linear in the text.
    public init(text: String) { bytes = Array(text.utf8) }

    /// The entries in file order, each split at tabs. Made anew each time; linear in the list.
    public var entries: [[String]] {
        var entries: [[String]] = []
        forEachLine { line in
            var fields: [String] = []
            fields.reserveCapacity(3)
            var start = line.startIndex
            while let tab = line[start...].firstIndex(of: 0x09) {
                fields.append(String(decoding: line[start..<tab], as: UTF8.self))
                start = tab + 1
            }
            fields.append(String(decoding: line[start...], as: UTF8.self))
            entries.append(fields)
        }
        return entries
    }

    /// Calls `body` with the first field of each entry and all that stands behind its tab, in UTF-8; nothing where there is no
    /// tab. For long lists, of which no strings need be made. Linear in the list.
    public func forEachPair(_ body: (_ word: ArraySlice<UInt8>, _ rest: ArraySlice<UInt8>) -> Void) {
        forEachLine { line in
            let tab = line.firstIndex(of: 0x09) ?? line.endIndex
            body(line[..<tab], line[min(tab + 1, line.endIndex)...])
        }
    }

    private func endOfLine(from start: Int) -> Int {
        bytes.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, let found = memchr(base + start, 0x0A, bytes.count - start) else {
                return bytes.count
            }
            return UnsafeRawPointer(found) - base
        }
    }

    /// Calls `body` with each entry in UTF-8, tabs and all. Linear in the list.
    public func forEachLine<Failure>(_ body: (ArraySlice<UInt8>) throws(Failure) -> Void) throws(Failure) {
        var start = 0
        while start < bytes.count {
            let end = endOfLine(from: start)
            if end > start, bytes[start] != UInt8(ascii: "#") { try body(bytes[start..<end]) }
            start = end + 1
        }
    }

    /// Reads `Resources/NAME.txt` of a module's folder, from memory where the folder was preloaded. A missing list is a
    /// broken installation, which no input can cause; it stops the program with the path that was looked for.
    public init(named name: String, in folder: ResourceFolder) {
        let path = folder.path(of: "\(name).txt")
        guard let bytes = Self.preloaded.withLock({ $0[path] }) ?? Self.contents(of: path) else {
            preconditionFailure("resource \(path) is missing; install dateline again")
        }
        self.bytes = bytes
    }

    /// Reads every list of a module's folder into memory, so that a process which then gives up its access to files can
    /// go on reading lists at their first use.
    public static func preload(_ folder: ResourceFolder) {
        for file in folder.files(endingWith: ".txt") {
            let path = folder.path(of: file)
            if let bytes = contents(of: path) { preloaded.withLock { $0[path] = bytes } }
        }
    }

    private static let preloaded = Mutex<[String: [UInt8]]>([:])

    /// A file's bytes, or nil where it cannot be read. Linear in its size.
    private static func contents(of path: String) -> [UInt8]? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var about = stat()
        guard fstat(file, &about) == 0 else { return nil }
        var isWhole = true
        let bytes = [UInt8](unsafeUninitializedCapacity: Int(about.st_size)) { buffer, count in
            while count < buffer.count {
                let got = read(file, buffer.baseAddress?.advanced(by: count), buffer.count - count)
                if got < 0, errno == EINTR { continue }
                if got <= 0 { break }
                count += got
            }
            isWhole = count == buffer.count
        }
        return isWhole ? bytes : nil
    }

    /// The first field of each entry.
    public var words: [String] {
        var words: [String] = []
        forEachPair { word, _ in words.append(String(decoding: word, as: UTF8.self)) }
        return words
    }
}
