import Annotation
import ArgumentParser
import Foundation
import Language
import Records

/// `dateline-dev train confidence`: the weights that tell how likely an entity is right.
struct TrainConfidenceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confidence", abstract: "Learn how likely an entity is right.",
        discussion: """
            Reads the same files as train names, which the tagger given by --model must not have learned from, and writes the weight of \
            each sign that speaks for or against an entity, in hundredths of a natural logarithm of odds. A country is a place whatever \
            the corpus calls it.

              dateline-dev train confidence ~/corpora/held-out.jsonl=2 --model ~/held-out.bin \
                --table Sources/Annotation/Resources/entity-confidence.txt
            """)

    @Argument(help: "Files of annotated sentences, each with =WEIGHT where it is not 1.")
    var data: [String]

    @Option(help: "A model of names that has not seen these sentences.")
    var model: String

    @Option(help: "The file to write the weights to.")
    var table: String

    @Option(help: "How much copies count in which people have no Mr. and no Mrs.; 0 for none.")
    var plain = 0.5

    @Option(help: "The price of a weight.")
    var price = 2.0

    func run() throws {
        let tagger = NameTagger(try TagModel(MappedFile(path: model)))
        var rows = LogisticRegression.Rows()
        for argument in data {
            let file = try WeightedFolder(argument)
            try add(NameCorpus.documents(of: file.url), weight: file.weight, to: &rows, tagger)
            guard plain > 0 else { continue }
            try add(NameCorpus.documents(of: file.url, isPlain: true), weight: file.weight * plain, to: &rows, tagger)
        }
        let learned = LogisticRegression(rows, width: EntityFeature.names.count, price: price).weights
        let units = learned.map { Int(($0 * 100).rounded()) }
        var lines = zip(EntityFeature.names, units).filter { $1 != 0 }.map { "\($0)\t\($1)" }
        lines.append("bias\t\(units.last ?? 0)")
        let head = "# Made by dateline-dev train confidence; docs/annotation.md tells from what."
        try Data(([head] + lines.sorted()).map { $0 + "\n" }.joined().utf8).write(to: URL(fileURLWithPath: table))
        print("\(rows.features.count) entities, \(lines.count) weights in \(table)")
    }

    private func add(
        _ documents: [NamedText], weight: Double, to rows: inout LogisticRegression.Rows, _ tagger: NameTagger
    ) throws {
        let knowsOthers = documents.contains { $0.names.contains { $0.kind == nil } }
        for document in documents {
            let gold = document.names.map { name in
                (span: name.range.scalarRange, type: name.kind.map { EntityScore.types[$0] } ?? EntityJudgement.other)
            }
            let judgement = EntityJudgement(gold, in: Codepoints(document.text))
            for sample in EntitySample.samples(in: document.text, tagger: tagger) {
                guard knowsOthers || EntityScore.type(of: sample.type) != nil else { continue }
                rows.features.append(sample.features.map { Int32($0.number) })
                rows.isPositive.append(judgement.isRight(sample.type, named: sample.names, isCountry: sample.isCountry))
                rows.weights.append(weight)
            }
        }
    }
}
