import ArgumentParser
import Foundation
import Pipeline
import Records

/// `dateline-dev explain`: why a record says what it says.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Show why a file's record says what it says.",
        discussion: """
            Each block of the page, kept or dropped, by which rule or by the model with which score, and where it stands; \
            each field's candidates and why the losers lost; who said what by which cue; and what in the record breaks its \
            contract. An input that is rejected is shown with its blocks, and the command ends with 1. Of a record of the \
            Outbox only what it says itself is known.

              dateline-dev explain Inbox/page.html
              dateline-dev explain Inbox/page.html --url https://news.example/a --html why.html
              dateline-dev explain Outbox/records/2024/10/03/wolves-return-5d41402a.json
            """)

    @Argument(help: "An article's file, as it would be dropped into the Inbox, or a record.")
    var file: String

    @Option(help: "Write an HTML page to this file in place of text to standard output.")
    var html: String?

    @Option(help: "The address the page was fetched from.")
    var url: String?

    func run() throws {
        let place = URL(fileURLWithPath: file)
        guard let data = try? Data(contentsOf: place) else {
            throw ValidationError("\(file) cannot be read.")
        }
        let explanation = explanation(of: data, named: place.lastPathComponent)
        if let html {
            try Data(explanation.html.utf8).write(to: URL(fileURLWithPath: html), options: .atomic)
        } else {
            print(explanation.text, terminator: "")
        }
        if explanation.rejection != nil { throw ExitCode(1) }
    }

    /// What is to say of a record, or of an input.
    private func explanation(of data: Data, named name: String) -> Explanation {
        if data.first == UInt8(ascii: "{"), let record = try? JSONDecoder().decode(ArticleRecord.self, from: data) {
            return Explanation(record)
        }
        return Explanation(of: Document(bytes: [UInt8](data), name: name, url: url))
    }
}
