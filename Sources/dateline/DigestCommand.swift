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
            """)

    @OptionGroup var folders: FolderOptions
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
    }

    func run() throws {
        let settings = try folders.reader.settings()
        let outbox = try DeskFolders.outboxAndState(settings).outbox
        let desk = EditionDesk(outbox: outbox, fullStories: settings.fullStories)
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
}
