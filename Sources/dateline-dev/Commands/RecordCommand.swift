import ArgumentParser
import Foundation

/// `dateline-dev record`: writes what golden articles are expected to give.
struct RecordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Record what golden articles are expected to give.",
        discussion: """
            Writes expected.json beside the input of each golden article. Since that changes what the tests demand, it \
            happens only where \(GoldenArticle.switchName)=1 is set, and the command ends with 1 when anything changed: \
            read the difference before you commit it.

              \(GoldenArticle.switchName)=1 swift run dateline-dev record --all Tests/Golden
            """)

    @Flag(help: "Record every golden article of the folder; else name one.")
    var all = false

    @Argument(help: "[SLUG] DIR: the article's folder name, unless --all is given, and the folder of golden articles.")
    var places: [String]

    func validate() throws {
        guard places.count == (all ? 1 : 2) else {
            throw ValidationError("Give either --all DIR or SLUG DIR.")
        }
    }

    func run() throws {
        guard ProcessInfo.processInfo.environment[GoldenArticle.switchName] == "1" else {
            throw ValidationError(
                "Recording changes what the tests demand; set \(GoldenArticle.switchName)=1 to do it.")
        }
        let folder = URL(fileURLWithPath: places[places.count - 1])
        let articles =
            all
            ? try GoldenArticle.all(in: folder)
            : [try GoldenArticle(in: folder.appendingPathComponent(places[0]))]
        var changed = 0
        for article in articles {
            let isChanged = try article.record()
            changed += isChanged ? 1 : 0
            print("\(isChanged ? "recorded " : "unchanged") \(article.slug)")
        }
        if changed > 0 {
            print("\(changed) of \(articles.count) changed: read the difference, then run the tests without the switch")
            throw ExitCode(1)
        }
    }
}
