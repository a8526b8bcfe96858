import ArgumentParser

@main
struct DatelineDev: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "dateline-dev", abstract: "Articles in, records out.")
}
