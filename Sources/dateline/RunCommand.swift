import ArgumentParser
import Desk
import Digest
import Glibc

/// `dateline run`: the daemon.
struct RunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Watch the inbox: records and digests appear in the outbox.",
        discussion: """
            Example: dateline run --inbox ~/Inbox --outbox ~/Outbox

            TERM and INT finish what is in work, then stop (a second one stops at once); HUP reads the configuration \
            again; USR1 makes the digest now; USR2 logs the status. With --once, exit code 1 says that something was \
            rejected.
            """)

    @OptionGroup var folders: FolderOptions
    @Flag(help: "One pass over what is there, the digest included, then exit.")
    var once = false
    @Flag(help: "Tell what would become of each file; write and move nothing.")
    var dryRun = false
    @Option(help: ArgumentHelp("File everything under this day (YYYY-MM-DD) instead of today's.", valueName: "date"))
    var date: String?

    func validate() throws {
        if let date, CalendarDay(date) == nil { throw ValidationError("--date must be a day such as 2024-10-03") }
    }

    func run() throws {
        let reader = folders.reader
        let settings = try reader.settings()
        if dryRun { return try rehearse(settings) }
        let progress = Progress(unit: "files")
        var options = DaemonOptions { () throws(SettingsError) in try reader.settings() }
        options.once = once
        options.fixedDay = date.flatMap { CalendarDay($0) }
        if once { options.progress = { progress.update(done: $0, total: $1) } }
        // A single pass on a terminal shows its progress instead of a line for each file.
        let isQuiet = once && isatty(2) != 0 && settings.logLevel >= .info
        let log = Log(minimum: isQuiet ? .warning : settings.logLevel)
        let result = try Daemon(settings: settings, options: options, log: log).run()
        progress.end()
        guard once else { return }
        Output.line(
            "\(result.records) records, \(result.duplicates) duplicates, \(result.rejected) rejected, \(result.kept) kept"
        )
        if result.kept > 0 || result.editionsFailed > 0 { throw ExitCode.cannotRun }
        if result.rejected > 0 { throw ExitCode.rejected }
    }

    private func rehearse(_ settings: Settings) throws {
        let rejected = try DryRun(settings: settings, log: Log(minimum: .warning)).run { Output.line($0) }
        if rejected > 0 { throw ExitCode.rejected }
    }
}
