import ArgumentParser
import Foundation
import Pipeline
import Records

/// `dateline-dev evaluate`: scores the engine against gold data.
struct EvaluateCommand: ParsableCommand {
    /// What is scored.
    enum Task: String, CaseIterable, ExpressibleByArgument {
        case extraction, entities, quotes, timex, money, w5h1
    }

    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Score the engine against gold data.",
        discussion: """
            The figures and their names are those of the reference scorers. Data that is not there is no failure: the \
            command says so and ends with 0.

              dateline-dev evaluate extraction ~/corpora/news-pages
              dateline-dev evaluate quotes ~/corpora/quotes.dev.jsonl --json
            """)

    @Argument(help: "extraction, entities, quotes, timex, money or w5h1.")
    var task: Task

    @Argument(help: "For extraction a folder with gold.jsonl and pages/ID.html.gz, else a .jsonl or .jsonl.gz file.")
    var data: String

    @Flag(help: "Print the figures as JSON.")
    var json = false

    @Option(help: "Read only so many documents.")
    var limit: Int?

    @Option(help: "Score the answers of this file, {\"id\", \"record\"} a line, in place of running the engine.")
    var answers: String?

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit is a number from 1.") }
    }

    func run() throws {
        let place = URL(fileURLWithPath: data)
        let file = task == .extraction ? place.appendingPathComponent("gold.jsonl") : place
        guard FileManager.default.fileExists(atPath: file.path) else {
            print("skipped: there is no \(file.path)")
            return
        }
        let engine = try answers.map { try Engine(answersIn: URL(fileURLWithPath: $0)) } ?? Engine()
        let evaluation =
            if let score {
                try Evaluation(of: engine, documentsIn: file, limit: limit, score: score)
            } else {
                try Evaluation(of: engine, pagesIn: place, limit: limit)
            }
        print(json ? evaluation.json : text(evaluation))
        for fault in evaluation.faults { FileHandle.standardError.write(Data("fault in \(fault)\n".utf8)) }
    }

    /// The scorer of an annotation task; pages have one of their own.
    private var score: (any AnnotationScore)? {
        switch task {
        case .extraction: nil
        case .entities: EntityScore()
        case .quotes: QuoteScore()
        case .timex: TimeScore()
        case .money: MoneyScore()
        case .w5h1: StoryScore()
        }
    }

    private func text(_ evaluation: Evaluation) -> String {
        let lines =
            switch task {
            case .extraction: evaluation.figures.table(width: 12)
            case .entities: evaluation.figures.table(width: 8)
            default: evaluation.figures.lines()
            }
        return (lines + ["cost \(evaluation.cost)"]).joined(separator: "\n")
    }
}
