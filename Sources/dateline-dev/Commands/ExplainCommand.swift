import ArgumentParser
import Foundation
import Pipeline

/// `dateline-dev explain`: why a record says what it says.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Show why a file's record says what it says.",
        discussion: """
            Which blocks were kept, what was dropped by which rule and where it stood, where each date comes from, who \
            said what by which cue; and what in the record breaks its contract.

              dateline-dev explain Inbox/page.html
              dateline-dev explain Inbox/page.html --html why.html
            """)

    @Argument(help: "An article's file, as it would be dropped into the Inbox.")
    var file: String

    @Option(help: "Write an HTML page to this file in place of text to standard output.")
    var html: String?

    func run() throws {
        let place = URL(fileURLWithPath: file)
        guard let data = try? Data(contentsOf: place) else {
            throw ValidationError("\(file) cannot be read.")
        }
        let explanation: Explanation
        do {
            let document = Document(bytes: [UInt8](data), name: place.lastPathComponent)
            explanation = Explanation(try Pipeline.record(of: document))
        } catch {
            print("rejected at \(error.stage), \(error.code): \(error.message)")
            throw ExitCode(1)
        }
        if let html {
            try Data(explanation.html.utf8).write(to: URL(fileURLWithPath: html), options: .atomic)
        } else {
            print(explanation.text, terminator: "")
        }
    }
}
