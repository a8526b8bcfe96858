import ArgumentParser
import Foundation
import Pipeline
import Records

/// `dateline-dev explain`: why a record says what it says.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Show why a file's record says what it says.",
        discussion: """
            Which blocks were kept, what was dropped by which rule and where it stood, where each date comes from, who \
            said what by which cue; and what in the record breaks its contract. A record of the Outbox is explained as it \
            is.

              dateline-dev explain Inbox/page.html
              dateline-dev explain Inbox/page.html --html why.html
              dateline-dev explain Outbox/records/2024/10/03/wolves-return-5d41402a.json
            """)

    @Argument(help: "An article's file, as it would be dropped into the Inbox, or a record.")
    var file: String

    @Option(help: "Write an HTML page to this file in place of text to standard output.")
    var html: String?

    func run() throws {
        let place = URL(fileURLWithPath: file)
        guard let data = try? Data(contentsOf: place) else {
            throw ValidationError("\(file) cannot be read.")
        }
        let record: ArticleRecord
        do {
            record = try Self.record(of: data, named: place.lastPathComponent)
        } catch {
            print("rejected at \(error.stage), \(error.code): \(error.message)")
            throw ExitCode(1)
        }
        let explanation = Explanation(record)
        if let html {
            try Data(explanation.html.utf8).write(to: URL(fileURLWithPath: html), options: .atomic)
        } else {
            print(explanation.text, terminator: "")
        }
    }

    /// The record that some data is, or that the engine makes of it.
    private static func record(of data: Data, named name: String) throws(Rejection) -> ArticleRecord {
        if data.first == UInt8(ascii: "{"), let record = try? JSONDecoder().decode(ArticleRecord.self, from: data) {
            return record
        }
        return try Pipeline.record(of: Document(bytes: [UInt8](data), name: name))
    }
}
