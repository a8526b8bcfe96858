import Annotation
import ArgumentParser
import Foundation
import Language
import Records

/// `dateline-dev train names`: the model that tells which tokens are names, and of what.
struct TrainNamesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "names", abstract: "Learn the model of names from annotated corpora.",
        discussion: """
            Each file holds JSON lines, one a sentence, gzipped or not: id, doc, tokens, and spans of [start, end, PER|ORG|LOC|MISC]. \
            Or a text a line: id, text, and spans in code points, where the type ? leaves a stretch open. \
            A number behind a file, FILE=3, says how much its sentences count. With --check the figures of the new model over \
            annotated texts (id, text, gold) are printed.

              dateline-dev train names ~/corpora/news.jsonl.gz ~/corpora/politics.jsonl=2 \
                --model Sources/Annotation/Resources/name-tags.bin --check ~/corpora/check.jsonl
            """)

    @Argument(help: "Files of annotated sentences, each with =WEIGHT where it is not 1.")
    var data: [String]

    @Option(help: "The file to write the model to.")
    var model: String

    @Option(help: "Files of annotated texts to try the model on.")
    var check: [String] = []

    @Option(help: "How often the corpora are read.")
    var passes = 8

    @Option(help: "How many times it is learned, each in another order; the mean is kept.")
    var runs = 1

    @Option(help: "The most features that are kept.")
    var most = 150_000

    @Option(help: "The price of a weight.")
    var price: Float = 0.3

    @Option(help: "The pace of learning.")
    var pace: Float = 0.08

    @Option(help: "The share of features that are left out at random.")
    var dropped = 0.1

    @Option(help: "The share of tokens whose own word is left out at random.")
    var unknown = 0.25

    @Option(help: "How much copies of the texts count in which people have no Mr. and no Mrs.; 0 for none.")
    var plain: Float = 0

    @Option(help: "Features that are seen less often are left out.")
    var least = 2

    func run() throws {
        var training = NameTraining()
        for argument in data {
            let file = try WeightedFolder(argument)
            for document in try NameCorpus.documents(of: file.url) {
                training.add(document, weight: Float(file.weight))
            }
            guard plain > 0 else { continue }
            for document in try NameCorpus.documents(of: file.url, isPlain: true) {
                training.add(document, weight: Float(file.weight) * plain)
            }
        }
        var settings = ChainTrainer.Settings()
        settings.price = price
        settings.pace = pace
        settings.dropped = dropped
        settings.unknown = unknown
        print("\(training.sentences.count) sentences, \(training.tokens) tokens, \(training.lost) names cut by tokens")
        let learned = training.trained(passes: passes, least: least, runs: runs, settings: settings)
        var slots = 1024
        while slots * 3 < most * 4 { slots *= 2 }
        let file = TagModelFile(
            learned.weights, training.index, numbers: learned.numbers, slots: slots, most: most)
        try file.write(to: model)
        print("\(file.count) features in \(model)")
        let tagger = NameTagger(try TagModel(MappedFile(path: model)))
        for path in check {
            let score = try Self.score(of: tagger, over: URL(fileURLWithPath: path))
            print(path, score.figures.lines().joined(separator: "\n"), separator: "\n")
        }
    }

    /// How a tagger alone does over the annotated texts of a file.
    static func score(of tagger: NameTagger, over file: URL, limit: Int? = nil) throws -> EntityScore {
        var score = EntityScore()
        for gold in try GoldFile.lines(GoldDocument.self, in: file, limit: limit) {
            var annotations = Annotations()
            annotations.entities = tagger.names(in: gold.text).enumerated().compactMap { index, name in
                guard let type = name.type else { return nil }
                var entity = Entity(id: "e\(index + 1)", type: type, name: "")
                entity.mentions = [Mention(range: name.range, kind: .name)]
                return entity
            }
            score.add(gold, annotations.entities)
        }
        return score
    }
}
