import ArgumentParser
import Desk
import Records

/// `dateline status`.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "What waits, what is in work, what was done today, what was rejected and why.",
        discussion: "Example: dateline status --json | jq .waiting")

    @OptionGroup var folders: FolderOptions
    @Flag(help: "As JSON.")
    var json = false

    func run() throws {
        let report = try StatusReport(settings: try folders.reader.settings())
        if json { return Output.standard(report.json(.pretty) + [0x0A]) }
        for line in report.lines { Output.line(line) }
    }
}

/// `dateline retry`.
struct RetryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract: "Put rejected inputs back into the inbox.",
        discussion: "Example: dateline retry broken.html   (all of them, where none is named)")

    @OptionGroup var folders: FolderOptions
    @Argument(help: "Names of inputs, as `dateline status` lists them, or as they lie in rejected/.")
    var names: [String] = []

    func run() throws {
        let result = try Retry(settings: try folders.reader.settings()).run(names: names)
        var hasFailed = !result.unknown.isEmpty
        for outcome in result.outcomes {
            switch outcome {
            case .back(let path): Output.line("back in the inbox: \(LogValue.escaped(path))")
            case .gone(let name): Output.line("gone: \(LogValue.escaped(name)); its error file is removed")
            case .inTheWay(let path):
                hasFailed = true
                Output.standardError(
                    "dateline: \(LogValue.escaped(path)) lies in the inbox already; left among the rejected\n")
            }
        }
        for name in result.unknown {
            Output.standardError("dateline: nothing rejected is called \(LogValue.escaped(name))\n")
        }
        if hasFailed { throw ExitCode.rejected }
    }
}

/// `dateline rebuild`.
struct RebuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rebuild",
        abstract: "Make the ledger again from the outbox.",
        discussion: """
            Example: dateline rebuild --outbox ~/Outbox   (stop the daemon first)

            One that was broken off goes on where it was when it is called again.
            """)

    @OptionGroup var folders: FolderOptions

    func run() throws {
        let progress = Progress(unit: "days")
        let outcome = try Rebuild(settings: try folders.reader.settings()).run { progress.update(done: $0, total: $1) }
        progress.end()
        let report = outcome.report
        if outcome.taken > 0 { Output.line("\(outcome.taken) records entered by a rebuild before that was broken off") }
        Output.line("\(report.entered) entries made, \(report.cleared) temporary files cleared")
        for path in report.damaged { Output.standardError("dateline: \(LogValue.escaped(path)) cannot be read\n") }
        if !report.damaged.isEmpty { throw ExitCode.rejected }
    }
}

/// `dateline verify`.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check every record and original in the outbox against ledger, hashes and contract.",
        discussion: "Example: dateline verify --outbox ~/Outbox && echo all is well")

    @OptionGroup var folders: FolderOptions

    func run() throws {
        let (outbox, state) = try DeskFolders.outboxAndState(try folders.reader.settings())
        let progress = Progress(unit: "days")
        var faults = 0
        let records = try Verification(outbox: outbox, ledger: try Ledger(state: state.path)).run { path, what in
            faults += 1
            Output.line("\(LogValue.escaped(path)): \(what)")
        } progress: {
            progress.update(done: $0, total: $1)
        }
        progress.end()
        Output.line("\(records) records, \(faults) faults")
        if faults > 0 { throw ExitCode.rejected }
    }
}
