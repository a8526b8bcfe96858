import ArgumentParser

@main
struct Dateline: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "dateline", abstract: "Articles in, records out.")
}
