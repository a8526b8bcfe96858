import ArgumentParser
import Desk
import Digest
import Records

/// `dateline schema`.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print a JSON Schema.",
        discussion: "Example: dateline schema record > record.schema.json")

    enum Subject: String, ExpressibleByArgument, CaseIterable {
        case record, digest, config
    }

    @Argument(help: "What to describe: record, digest or config.")
    var subject: Subject

    func run() throws {
        switch subject {
        case .record: Output.standard(RecordSchema.json)
        case .digest: Output.standard(DigestSchema.json)
        case .config: Output.standard(SettingsSchema.json + [0x0A])
        }
    }
}

/// `dateline config`.
struct ConfigCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "What is in force, and where each value came from.",
        discussion: "Example: dateline config --config /etc/dateline/dateline.yaml")

    @OptionGroup var folders: FolderOptions

    func run() throws {
        let reader = folders.reader
        _ = try reader.settings()
        let values = try reader.values()
        let width = values.map(\.key.count).max() ?? 0
        for value in values {
            let key = value.key + String(repeating: " ", count: width - value.key.count)
            Output.line("\(key)  \(LogValue.escaped(value.text))  (\(LogValue.escaped(value.origin)))")
        }
    }
}

/// `dateline doctor`.
struct DoctorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Can this machine run dateline: folders, permissions, kernel features, clock, a worker.",
        discussion: "Example: dateline doctor --inbox ~/Inbox --outbox ~/Outbox")

    @OptionGroup var folders: FolderOptions

    func run() throws {
        let findings = Doctor(settings: try folders.reader.settings()).findings()
        for finding in findings {
            let state = finding.state.rawValue + String(repeating: " ", count: 5 - finding.state.rawValue.count)
            Output.line("\(state) \(finding.subject): \(LogValue.escaped(finding.text))")
        }
        if findings.contains(where: { $0.state == .bad }) { throw ExitCode.cannotRun }
    }
}

/// `dateline worker`: the sandboxed half.
struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker",
        abstract: "The sandboxed half; started by the other commands.",
        discussion: "It answers requests on descriptor 3 and is of no use by itself.",
        shouldDisplay: false)

    @Option(help: "extract, article or annotate.")
    var task: String
    @Option(help: "Bytes of memory it may have.")
    var memory: Int
    @Option(help: "CPU seconds it may use in its life.")
    var cpu: Int

    func run() throws {
        guard let task = StreamTask(rawValue: task), memory > 0, cpu > 0 else {
            throw ValidationError("--task must be extract, article or annotate, --memory and --cpu positive")
        }
        try WorkerMain.serve(task: task, sandbox: Sandbox(memoryBytes: memory, cpuSeconds: cpu))
    }
}

/// `dateline archive-worker`: what `extract --warc` starts, for each archive.
struct ArchiveWorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "archive-worker",
        abstract: "The sandboxed reader of an archive; started by extract --warc.",
        discussion: "It reads the archive from standard input and answers on descriptor 3; it is of no use by itself.",
        shouldDisplay: false)

    @Option(help: "The archive's name.")
    var name: String
    @Option(help: "The number of the first byte.")
    var start: Int
    @Flag(help: "Leave out the record at the first byte.")
    var after = false
    @Option(help: "Bytes a record may have.")
    var limit: Int
    @Option(help: "Bytes of memory it may have.")
    var memory: Int
    @Option(help: "CPU seconds it may use.")
    var cpu: Int

    func run() throws {
        guard start >= 0, limit > 0, memory > 0, cpu > 0 else {
            throw ValidationError("--start must not be negative; --limit, --memory and --cpu must be positive")
        }
        try ArchiveMain.serve(
            name: name, start: start, isAfter: after, maximumBytes: limit,
            sandbox: Sandbox(memoryBytes: memory, cpuSeconds: cpu))
    }
}
