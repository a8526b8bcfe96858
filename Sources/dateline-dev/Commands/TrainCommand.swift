import ArgumentParser
import Foundation

/// `dateline-dev train`: what the learned tables are made from.
struct TrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train", abstract: "Write what a learned table is trained on.",
        subcommands: [TrainPassagesCommand.self])
}

/// `dateline-dev train passages`: labelled passages for the forest that tells text from boilerplate.
struct TrainPassagesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "passages", abstract: "Write the labelled features of each page's passages.",
        discussion: """
            Each folder holds gold.jsonl and pages/ID.html.gz. A number behind it, DATA=0.25, says how much its pages count. \
            The output is one JSON object a page: site, corpus (the folder's name), digest, weight, the passages' features (base64 of 32-bit floats, \
            row by row), their labels and their numbers of words. scripts/train-passages.py makes the forest of it.

              dateline-dev train passages ~/corpora/news=3 ~/corpora/other=0.25 --features passages.jsonl
              scripts/train-passages.py passages.jsonl Sources/Extraction/Resources/forest.txt
            """)

    @Argument(help: "Folders with gold.jsonl and pages/ID.html.gz, each with =WEIGHT where it is not 1.")
    var data: [String]

    @Option(help: "The file to write.")
    var features: String

    func run() throws {
        guard FileManager.default.createFile(atPath: features, contents: nil),
            let file = FileHandle(forWritingAtPath: features)
        else { throw ValidationError("\(features) cannot be written.") }
        defer { try? file.close() }
        var pages = 0
        for folder in try data.map(WeightedFolder.init) {
            for gold in try GoldFile.lines(
                GoldPage.self, in: folder.url.appendingPathComponent("gold.jsonl"), limit: nil)
            {
                guard let page = try LabelledPage(gold, in: folder) else { continue }
                try file.write(contentsOf: Data(page.json + [0x0A]))
                pages += 1
            }
        }
        print("\(pages) pages in \(features)")
    }
}

/// A folder of pages and how much they count.
struct WeightedFolder {
    let url: URL
    let weight: Double

    /// Reads `FOLDER` or `FOLDER=WEIGHT`.
    init(_ argument: String) throws {
        if let mark = argument.lastIndex(of: "="), let weight = Double(argument[argument.index(after: mark)...]) {
            guard weight > 0, weight.isFinite else { throw ValidationError("\(argument): a weight is more than 0.") }
            url = URL(fileURLWithPath: String(argument[..<mark]))
            self.weight = weight
        } else {
            url = URL(fileURLWithPath: argument)
            weight = 1
        }
    }
}
