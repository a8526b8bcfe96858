import Desk
import Foundation
import Glibc
import Testing

/// A temporary Inbox and Outbox with the real program beside them, removed at the end.
final class Workplace {
    let root: String
    /// The folder that holds the Inbox.
    private let inboxRoot: String
    var inbox: String { inboxRoot + "/Inbox" }
    var outbox: String { root + "/Outbox" }

    /// `elsewhere` is a folder for the Inbox to lie in; beside the Outbox by default.
    init(elsewhere: String? = nil) throws {
        let name = "dateline-\(UUID().uuidString)"
        root = NSTemporaryDirectory() + name
        inboxRoot = elsewhere.map { "\($0)/\(name)" } ?? root
        for folder in [inbox, outbox] {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
    }

    deinit { for folder in [root, inboxRoot] { try? FileManager.default.removeItem(atPath: folder) } }

    /// Whether Inbox and Outbox lie on two file systems.
    var isOnTwoFileSystems: Bool {
        func device(_ path: String) -> dev_t? {
            var status = stat()
            return stat(path, &status) == 0 ? status.st_dev : nil
        }
        return device(inbox) != device(outbox)
    }

    /// The built program, which lies beside the tests.
    static let program: String = {
        let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        let here = own.appendingPathComponent("dateline").path
        if FileManager.default.isExecutableFile(atPath: here) { return here }
        // Where a helper of the toolchain runs the tests, the bundle's place tells.
        return Bundle.allBundles.map {
            $0.bundleURL.deletingLastPathComponent().appendingPathComponent("dateline").path
        }
        .first { FileManager.default.isExecutableFile(atPath: $0) } ?? here
    }()

    /// Runs the program to its end.
    func run(
        _ words: [String], input: String? = nil, environment: [String: String] = [:], currentDirectory: String? = nil
    ) throws -> (code: Int32, output: String, errors: String) {
        let process = self.process(words, environment: environment)
        process.currentDirectoryURL = URL(fileURLWithPath: currentDirectory ?? root)
        // Files, not pipes: a full pipe that nobody reads would hold the program up.
        let (output, errors) = (try file("stdout"), try file("stderr"))
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        if let input {
            let given = try file("stdin")
            try Data(input.utf8).write(to: given)
            process.standardInput = try FileHandle(forReadingFrom: given)
        } else {
            process.standardInput = FileHandle.nullDevice
        }
        try process.run()
        process.waitUntilExit()
        return (
            process.terminationStatus, String(decoding: try Data(contentsOf: output), as: UTF8.self),
            String(decoding: try Data(contentsOf: errors), as: UTF8.self)
        )
    }

    /// One pass over the Inbox.
    func runOnce(_ more: [String] = []) throws -> (code: Int32, output: String, errors: String) {
        try run(["run", "--inbox", inbox, "--outbox", outbox, "--once"] + more)
    }

    func process(_ words: [String], environment: [String: String] = [:]) -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.program)
        process.arguments = words
        var all = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("DATELINE_") }
        all["SWIFT_BACKTRACE"] = "enable=no"
        all.merge(environment) { $1 }
        process.environment = all
        return process
    }

    func drop(_ text: String, as name: String) throws {
        let url = URL(fileURLWithPath: inbox + "/" + name)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    /// Every file below a folder of the Outbox, as paths relative to it; names that are no UTF-8 come repaired.
    func files(in folder: String) -> [String] {
        let base = outbox + "/" + folder
        let walker = FileManager.default.enumerator(atPath: base)
        return (walker?.allObjects as? [String] ?? []).filter { path in
            var isFolder: ObjCBool = false
            let exists = FileManager.default.fileExists(atPath: base + "/" + path, isDirectory: &isFolder)
            return !exists || !isFolder.boolValue
        }.sorted()
    }

    /// The records that are published; what is still being written beside them is none.
    var recordFiles: [String] { files(in: "records").filter { $0.hasSuffix(".json") } }

    /// The names in the Inbox.
    var waiting: [String] { (try? FileManager.default.contentsOfDirectory(atPath: inbox))?.sorted() ?? [] }

    /// Every published record by its path in the Outbox.
    func records() throws -> [String: [String: Any]] {
        var records: [String: [String: Any]] = [:]
        for path in recordFiles {
            let data = try Data(contentsOf: URL(fileURLWithPath: "\(outbox)/records/\(path)"))
            records[path] = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        }
        return records
    }

    private func file(_ name: String) throws -> URL {
        let url = URL(fileURLWithPath: "\(root)/\(name)-\(UUID().uuidString)")
        try Data().write(to: url)
        return url
    }
}

/// Waits until something is so, looking often; false where it is not in time. Machines under load are slow, so the
/// time is generous and nothing waits longer than it must.
func eventually(
    within seconds: Double = 60, every pause: Double = 0.05, _ condition: () throws -> Bool
) rethrows -> Bool {
    let deadline = Date().addingTimeInterval(seconds)
    while Date() < deadline {
        if try condition() { return true }
        usleep(UInt32(pause * 1_000_000))
    }
    return try condition()
}

/// A daemon on a workplace, ended with the test.
final class RunningDaemon {
    private let process: Process
    let logPath: String

    init(_ workplace: Workplace, _ more: [String] = [], environment: [String: String] = [:]) throws {
        process = workplace.process(
            ["run", "--inbox", workplace.inbox, "--outbox", workplace.outbox] + more,
            environment: ["DATELINE_IDLE_SECONDS": "0.5"].merging(environment) { $1 })
        logPath = "\(workplace.root)/log-\(UUID().uuidString)"
        _ = FileManager.default.createFile(atPath: logPath, contents: nil)
        process.standardError = FileHandle(forWritingAtPath: logPath)
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let path = logPath
        #expect(eventually { Self.log(path).contains("started") }, "the daemon did not start: \(Self.log(path))")
    }

    deinit { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }

    var identifier: Int32 { process.processIdentifier }
    var log: String { Self.log(logPath) }
    var isRunning: Bool { process.isRunning }

    /// Kills it without a chance to tidy up.
    func kill9() {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Ends it in good order. Returns its exit code.
    func stop() -> Int32 {
        kill(process.processIdentifier, SIGTERM)
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// The process ids of its workers.
    var workers: [Int32] { children("worker") }

    /// The process ids of its children that run a command.
    func children(_ command: String) -> [Int32] {
        let children = "/proc/\(identifier)/task"
        let tasks = (try? FileManager.default.contentsOfDirectory(atPath: children)) ?? []
        return tasks.flatMap { task -> [Int32] in
            let list = (try? String(contentsOfFile: "\(children)/\(task)/children", encoding: .utf8)) ?? ""
            return list.split(separator: " ").compactMap { Int32($0) }
        }.filter { (try? String(contentsOfFile: "/proc/\($0)/cmdline", encoding: .utf8))?.contains(command) ?? false }
    }

    private static func log(_ path: String) -> String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }
}
