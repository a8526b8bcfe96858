import ArgumentParser
import Desk
import Digest
import Records

/// `dateline search`.
struct SearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search",
        abstract: "Find articles by their words and facts.",
        discussion: """
            Example: dateline search earthquake --place Oaxaca --since 2024-10-01

            All words must stand in the article: "a phrase" in quotation marks, -word must not, word* may go on. The \
            best hits come first; without words the newest.
            """)

    @OptionGroup var folders: FolderOptions
    @Argument(help: "Words and quoted phrases; none where the options say enough.")
    var query: [String] = []
    @Option(help: ArgumentHelp("Articles that name this person; may be repeated.", valueName: "name"))
    var person: [String] = []
    @Option(help: ArgumentHelp("Articles that name this organisation; may be repeated.", valueName: "name"))
    var organization: [String] = []
    @Option(help: ArgumentHelp("Articles that name this place; may be repeated.", valueName: "name"))
    var place: [String] = []
    @Option(help: ArgumentHelp("Articles of this publication, by name or domain.", valueName: "name"))
    var site: [String] = []
    @Option(help: ArgumentHelp("Articles with an event of this category, such as attack.", valueName: "category"))
    var event: [String] = []
    @Option(help: ArgumentHelp("Published on this day or later, YYYY-MM-DD.", valueName: "date"))
    var since: String?
    @Option(help: ArgumentHelp("Published on this day or earlier, YYYY-MM-DD.", valueName: "date"))
    var until: String?
    @Option(help: ArgumentHelp("How many hits are shown.", valueName: "count"))
    var limit = 20
    @Flag(help: "As JSON.")
    var json = false

    /// The most hits one answer holds; more is what the digest's JSON and the records are for.
    private static let mostHits = 1000

    func validate() throws {
        for day in [since, until] {
            if let day, CalendarDay(day) == nil {
                throw ValidationError("--since and --until must be days such as 2024-10-03")
            }
        }
        guard (1...Self.mostHits).contains(limit) else {
            throw ValidationError("--limit is a number from 1 to \(Self.mostHits)")
        }
        if asked.onlyExcludes { throw ValidationError("say what to look for, not only what to leave out") }
    }

    func run() throws {
        let settings = try folders.reader.settings()
        let result = try Search(settings: settings).run(asked)
        if !result.isWhole {
            Output.standardError(
                "dateline: the ledger does not hold the whole outbox yet; start the daemon, or `dateline rebuild`\n")
        }
        if json { return Output.standard(result.json(.pretty) + [0x0A]) }
        for (number, hit) in result.hits.enumerated() { show(hit, number: number + 1, outbox: settings.outbox) }
        Output.line(
            result.total > result.hits.count
                ? "\(result.hits.count) of \(result.total) articles"
                : result.total == 1 ? "1 article" : "\(result.total) articles")
    }

    private var asked: SearchQuery {
        // The shell took the quotation marks off a phrase, which is one argument then.
        let words = query.map { $0.contains(" ") && !$0.contains("\"") && query.count > 1 ? "\"\($0)\"" : $0 }
        var asked = SearchQuery(words: words.joined(separator: " "))
        asked.people = person
        asked.organizations = organization
        asked.places = place
        asked.sites = site
        asked.events = event
        asked.since = since.flatMap { CalendarDay($0) }
        asked.until = until.flatMap { CalendarDay($0) }
        asked.limit = limit
        return asked
    }

    private func show(_ hit: SearchHit, number: Int, outbox: String) {
        let (open, close) = Output.isTerminal ? ("\u{1B}[1m", "\u{1B}[0m") : ("*", "*")
        let origin = [hit.site, hit.day].compactMap { $0 }.joined(separator: ", ")
        Output.line("\(number). \(hit.headline) (\(origin))")
        let snippet = hit.snippet.map { $0.isMatch ? open + $0.text + close : $0.text }.joined()
        if !snippet.isEmpty { Output.line("   \(snippet)") }
        Output.line("   \(LogValue.escaped("\(outbox)/\(hit.record)"))")
        if let edition = hit.edition { Output.line("   \(LogValue.escaped("\(outbox)/\(edition)"))") }
    }
}
