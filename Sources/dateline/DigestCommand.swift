import ArgumentParser
import Desk
import Digest

/// `dateline digest`: an edition made again, or printed.
struct DigestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "digest",
        abstract: "Make a day's edition again from the outbox, or print it.",
        discussion: """
            Example: dateline digest --date 2024-10-03 --format txt | less

            Without --format the edition's files, the index and the feed are written; with it the edition is printed.

            Several outboxes make one edition, in which an article that is in two of them counts once: it is printed, or \
            written into a folder of its own, dateline digest --outbox A --outbox B --into Merged
            """)

    @Option(help: ArgumentHelp("The folder that articles are dropped into.", valueName: "dir"), completion: .directory)
    var inbox: String?
    @Option(
        help: ArgumentHelp("A folder of records, originals and digests; may be repeated.", valueName: "dir"),
        completion: .directory)
    var outbox: [String] = []
    @Option(
        help: ArgumentHelp("The folder for ledger and lock; .dateline in the outbox by default.", valueName: "dir"),
        completion: .directory)
    var state: String?
    @Option(help: ArgumentHelp("The configuration file (YAML).", valueName: "file"), completion: .file())
    var config: String?
    @Option(
        help: ArgumentHelp("Write into this folder instead, which must be there.", valueName: "dir"),
        completion: .directory)
    var into: String?
    @Option(help: ArgumentHelp("The day, YYYY-MM-DD; today by default.", valueName: "date"))
    var date: String?
    @Option(
        help: ArgumentHelp(
            "Print instead: html, md, txt, json, ics (one edition), atom (the feed).", valueName: "format"))
    var format: String?

    private static let feed = "atom"

    func validate() throws {
        if let date, CalendarDay(date) == nil { throw ValidationError("--date must be a day such as 2024-10-03") }
        let known = EditionFormat.allCases.map(\.rawValue) + [Self.feed]
        if let format, !known.contains(format) {
            throw ValidationError("--format must be one of \(known.joined(separator: ", "))")
        }
        if into != nil, format != nil { throw ValidationError("--into writes, --format prints: give one of them") }
        if outbox.count > 1, into == nil, format == nil || format == Self.feed {
            throw ValidationError("several outboxes are written into a folder of their own: --into DIR")
        }
    }

    func run() throws {
        guard DaemonTie.hold() else { throw ExitCode.cannotRun }
        let settings = try settings(outbox: outbox.first)
        let desk = try desk(settings)
        if format == Self.feed { return Output.standard(try desk.feed()) }
        let today = WallClock(timeZone: settings.timeZone, dayEndsAtHour: settings.dayEndsAtHour).today
        let day = date.flatMap { CalendarDay($0) } ?? today
        let edition = try desk.edition(of: day, isClosed: day < today)
        if let format = format.flatMap({ EditionFormat(rawValue: $0) }) {
            Output.standard(edition.rendered(as: format) ?? [])
        } else {
            try desk.write(edition)
        }
    }

    private func desk(_ settings: Settings) throws -> EditionDesk {
        let first = try DeskFolders.outboxAndState(settings).outbox
        guard outbox.count > 1 || into != nil else {
            return EditionDesk(outbox: first, fullStories: settings.fullStories)
        }
        let all = [first] + (try outbox.dropFirst().map { try opened($0) })
        let target = try into.map { try opened($0) }
        if let target { try MergedFolder(target).link(to: all) }
        return EditionDesk(merging: all, into: target ?? first, fullStories: settings.fullStories)
    }

    private func opened(_ path: String) throws -> Outbox {
        var settings = try settings(outbox: path)
        settings.outbox = path
        do throws(SystemError) { return try Outbox(settings) } catch {
            throw error.isMissing ? DeskError.missingFolder(name: "outbox", path: path) : .system(error)
        }
    }

    private func settings(outbox: String?) throws -> Settings {
        var folders = FolderOptions()
        (folders.inbox, folders.outbox, folders.state, folders.config) = (inbox, outbox, state, config)
        return try folders.reader.settings()
    }
}
