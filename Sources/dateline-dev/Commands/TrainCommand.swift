import ArgumentParser
import Extraction
import Foundation
import Markup

/// `dateline-dev train`: what the learned tables are made from.
struct TrainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "train", abstract: "Write what a learned table is trained on.",
        subcommands: [
            TrainPassagesCommand.self, TrainEvidenceCommand.self, TrainNamesCommand.self, TrainConfidenceCommand.self,
        ])

    /// An empty file to write to.
    static func newFile(_ path: String) throws -> FileHandle {
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let file = FileHandle(forWritingAtPath: path)
        else { throw ValidationError("\(path) cannot be written.") }
        return file
    }

    /// The pages of some folders in the order of their gold.
    static func forEachPage(of folders: [WeightedFolder], _ body: (GoldPage, WeightedFolder) throws -> Void) throws {
        for folder in folders {
            let list = folder.url.appendingPathComponent("gold.jsonl")
            for gold in try GoldFile.lines(GoldPage.self, in: list, limit: nil) { try body(gold, folder) }
        }
    }
}

/// `dateline-dev train passages`: labelled passages for the forest that tells text from boilerplate.
struct TrainPassagesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "passages", abstract: "Write the labelled features of each page's passages.",
        discussion: """
            Each folder holds gold.jsonl and pages/ID.html.gz. A number behind it, DATA=0.25, says how much its pages count. \
            The output is one JSON object a page: site, corpus (the folder's name), digest, weight, the passages' features (base64 of 32-bit floats, \
            row by row), their labels and their numbers of words. scripts/train-passages.py makes the forest of it. \
            The tables of words' weights are learned first: for a page's features from the pages of other parts of the \
            sites, for the files of --tables from all.

              dateline-dev train passages ~/corpora/news=3 ~/corpora/other=0.25 --features passages.jsonl \
                --tables Sources/Extraction/Resources
              scripts/train-passages.py passages.jsonl Sources/Extraction/Resources/forest.txt

            With --parts the tables of each part are kept too, and the script keeps the forest of each part beside them: \
            with these evaluate extraction judges every page by a model that has not seen its site.
            """)

    @Argument(help: "Folders with gold.jsonl and pages/ID.html.gz, each with =WEIGHT where it is not 1.")
    var data: [String]

    @Option(help: "The file to write the features to.")
    var features: String

    @Option(help: "The folder to write container-words.txt and passage-words.txt to.")
    var tables: String

    @Option(help: "The folder for the tables of each part of the sites, for evaluate --parts.")
    var parts: String?

    func run() throws {
        let folders = try data.map(WeightedFolder.init)
        var words = WordTables()
        try TrainCommand.forEachPage(of: folders) { gold, folder in
            guard let text = gold.text, let (_, page) = try LabelledPage.page(gold, in: folder),
                let found = PassageWords(of: page)
            else { return }
            let site = LabelledPage.site(of: gold.url) ?? gold.id
            words.add(found, PassageLabels(found.texts, reviewed: text), site: site, weight: folder.weight)
        }
        let unseen = (0..<WordTables.folds).map { words.weights(without: $0) }
        if let parts {
            for (part, weights) in unseen.enumerated() {
                let place = ModelParts.place(of: part, in: parts)
                try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
                try write(weights, to: place.path)
            }
        }
        let pages = try writeFeatures(folders, unseen.map { PassageTables($0) })
        let all = words.weights(without: nil)
        try write(all, to: tables)
        print("\(pages) pages in \(features); \(all.containers.count) and \(all.tokens.count) words in \(tables)")
    }

    private func write(_ weights: (containers: [String: Float], tokens: [String: Float]), to folder: String) throws {
        try WordTableFile(weights.containers, about: WordTableFile.containers).write(
            to: folder, name: "container-words")
        try WordTableFile(weights.tokens, about: WordTableFile.tokens).write(to: folder, name: "passage-words")
    }

    private func writeFeatures(_ folders: [WeightedFolder], _ parts: [PassageTables]) throws -> Int {
        let file = try TrainCommand.newFile(features)
        defer { try? file.close() }
        var pages = 0
        try TrainCommand.forEachPage(of: folders) { gold, folder in
            guard let page = try LabelledPage(gold, in: folder, tables: parts) else { return }
            try file.write(contentsOf: Data(page.json + [0x0A]))
            pages += 1
        }
        return pages
    }
}

/// `dateline-dev train evidence`: labelled candidates for the weights of metadata's evidence.
struct TrainEvidenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evidence", abstract: "Write each page's labelled candidates for headline, authors and date.",
        discussion: """
            Each folder holds gold.jsonl and pages/ID.html.gz. A number behind it, DATA=0.25, says how much its pages count. \
            The output is one JSON object a page: site, part of the sites, corpus (the folder's name), digest, weight, and \
            for each field what the gold says and the candidates, each with its clues, what it says, and whether that is \
            right. scripts/train-evidence.py makes the table of weights of it.

              dateline-dev train evidence ~/corpora/news=2 ~/corpora/other=0.2 --traces evidence.jsonl
              scripts/train-evidence.py evidence.jsonl Sources/Extraction/Resources/evidence-weights.txt
            """)

    @Argument(help: "Folders with gold.jsonl and pages/ID.html.gz, each with =WEIGHT where it is not 1.")
    var data: [String]

    @Option(help: "The file to write the candidates to.")
    var traces: String

    func run() throws {
        let folders = try data.map(WeightedFolder.init)
        let file = try TrainCommand.newFile(traces)
        defer { try? file.close() }
        var pages = 0
        try TrainCommand.forEachPage(of: folders) { gold, folder in
            guard let page = try LabelledEvidence(gold, in: folder) else { return }
            try file.write(contentsOf: Data(page.json + [0x0A]))
            pages += 1
        }
        print("\(pages) pages in \(traces)")
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
