import Glibc
import Pipeline
import Records

/// The documents of one WARC archive as work for the workers. The archive is opened here and taken apart in a process
/// inside the same walls as a worker's, whose words are handed on or shown, never acted upon.
public final class ArchiveInput {
    /// What comes of an archive, with the number of the record's first byte.
    public enum Finding {
        case item(BulkWork.Item, start: Int)
        case skipped(reason: String, start: Int)
        /// The reader ended before the archive did.
        case broken(String)
    }

    /// Bytes of the archive, 0 where that is not known (a pipe).
    public let size: Int
    private let process: ChildProcess
    private let socket: Descriptor
    private var lines: LineReader
    private let maximumBytes: Int
    private var isDone = false

    /// Opens an archive and goes to byte `after`, where a record begins that was done before; nil is the archive's begin.
    public init(path: String, after: Int?, settings: Settings) throws(SystemError) {
        let archive = Descriptor(
            try check("open", on: LogValue.escaped(path)) { open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY) })
        let entry = try archive.status()
        size = entry.st_mode & S_IFMT == S_IFREG ? Int(entry.st_size) : 0
        if entry.st_mode & S_IFMT == S_IFDIR { throw SystemError("open", on: LogValue.escaped(path), code: EISDIR) }
        if let after {
            try check("lseek", on: LogValue.escaped(path)) {
                Int32(lseek(archive.number, after, SEEK_SET) < 0 ? -1 : 0)
            }
        }
        maximumBytes = settings.maximumBytes
        var pair: [Int32] = [-1, -1]
        try check("socketpair", on: "an archive reader") {
            socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &pair)
        }
        socket = Descriptor(pair[0])
        let other = Descriptor(pair[1])
        lines = LineReader(pair[0])
        process = try ChildProcess(
            words: [
                "dateline", "archive-worker", "--name", Self.name(of: path), "--start", String(after ?? 0),
                "--limit", String(settings.maximumBytes), "--memory", String(settings.workerMemoryBytes),
                "--cpu", String(Self.cpuSeconds),
            ] + (after == nil ? [] : ["--after"]),
            environment: ["SWIFT_BACKTRACE=enable=no", "LC_ALL=C.UTF-8"], input: archive, socket: other, mayLog: false)
    }

    /// CPU seconds an archive may cost; 1 GB takes some ten.
    private static let cpuSeconds = 3600

    deinit { process.end() }

    /// An archive's name without its folders, as it stands in the ids of its records.
    public static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

    /// The next finding, nil at the end of the archive.
    public func next() -> Finding? {
        guard !isDone else { return nil }
        // Base64 is four thirds of the bytes; other members are given as much again.
        switch (try? lines.next(limit: maximumBytes * 2 + (1 << 18))) ?? nil {
        case .whole(let line):
            if line == Array("E".utf8) {
                isDone = true
                return nil
            }
            return finding(line) ?? broken("it makes no sense")
        case .tooLong: return broken("it makes no sense")
        case nil: return broken("it ended: \(process.end())")
        }
    }

    private func broken(_ reason: String) -> Finding {
        isDone = true
        return .broken("the reader of the archive failed (\(reason)); the rest of it was not read")
    }

    private func finding(_ line: [UInt8]) -> Finding? {
        let parts = line.split(separator: 0x20, maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let start = Int(String(decoding: parts[1], as: UTF8.self)) else { return nil }
        switch parts[0] {
        case [UInt8(ascii: "R")]: return .item(.ask(Array(parts[2])), start: start)
        case [UInt8(ascii: "N")]:
            return .skipped(reason: String(decoding: parts[2].prefix(500), as: UTF8.self), start: start)
        default: return nil
        }
    }
}
