import Annotation
import ArgumentParser
import Foundation
import Pipeline
import Records

/// `dateline-dev evaluate`: scores the engine against gold data.
struct EvaluateCommand: ParsableCommand {
    /// What is scored.
    enum Task: String, CaseIterable, ExpressibleByArgument {
        case extraction, entities, quotes, timex, money, w5h1, who, figures, dated, said, stories

        /// Whether its data are texts of our own with marks in them, as in `Tests/Marked`.
        var isMarked: Bool { [.who, .figures, .dated, .said, .stories].contains(self) }
    }

    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Score the engine against gold data.",
        discussion: """
            The figures and their names are those of the reference scorers; of pages, by type and language too. Data that \
            is not there is no failure: the command says so and ends with 0. With --floors it ends with 1 where a figure \
            slid below its floor.

              dateline-dev evaluate extraction ~/corpora/news-pages --worst 10
              dateline-dev evaluate extraction ~/corpora/news-pages --confidence
              dateline-dev evaluate entities ~/corpora/names.jsonl --confidence
              dateline-dev evaluate quotes ~/corpora/quotes.dev.jsonl --json
              dateline-dev evaluate quotes ~/corpora/quotes.dev.jsonl --floors
              dateline-dev evaluate who Tests/Marked/who.txt --worst 40
              dateline-dev evaluate figures Tests/Marked/counts.txt --worst 40
              dateline-dev evaluate dated Tests/Marked/dated.txt --worst 40
              dateline-dev evaluate said Tests/Marked/said.txt --worst 40
              dateline-dev evaluate stories Tests/Marked/stories.txt --worst 40
            """)

    @Argument(help: "The task.")
    var task: Task

    @Argument(
        help:
            "For extraction a folder with gold.jsonl and pages/ID.html.gz, for marked text its file, else a .jsonl or .jsonl.gz file."
    )
    var data: String

    @Flag(help: "Print the figures as JSON.")
    var json = false

    @Option(help: "Read only so many documents.")
    var limit: Int?

    @Option(help: "Score the answers of this file, {\"id\", \"record\"} a line, in place of running the engine.")
    var answers: String?

    @Option(
        help: "Judge each page by the model of this folder that has not seen its site, as train passages makes them.")
    var parts: String?

    @Option(help: "Write what became of each page's blocks to this file, a JSON object a page.")
    var blocks: String?

    @Option(
        help:
            "Show the pages that came out worst, what was lost of them and what was too much; of marked text the first errors."
    )
    var worst: Int?

    @Option(
        help:
            "A file to write the errors of the tasks entities, timex and quotes to: kind, gold, answer, context, document."
    )
    var errors: String?

    @Flag(help: "Show how often metadata, or entities, are right by the confidence stated for them.")
    var confidence = false

    @Flag(help: "For entities: score the tagger alone, without what the document decides.")
    var tagger = false

    @Flag(help: "Compare with the floors of the corpus; 1 where a figure slid below its own.")
    var floors = false

    @Flag(help: "Raise the floors of the corpus to what is reached now.")
    var raiseFloors = false

    @Option(help: "The table of floors.")
    var floorTable = "Tests/floors.txt"

    @Flag(help: "Take the sample of the corpus that the tests take, and its floors.")
    var sample = false

    func validate() throws {
        if let limit, limit < 1 { throw ValidationError("--limit is a number from 1.") }
        if let worst, worst < 1 { throw ValidationError("--worst is a number from 1.") }
        if blocks != nil, task != .extraction || json {
            throw ValidationError("--blocks is for extraction, and not for --json.")
        }
        if confidence, task != .extraction && task != .entities || tagger || json {
            throw ValidationError("--confidence is for extraction and entities, and not for --tagger and --json.")
        }
        if parts != nil, task != .extraction || confidence || answers != nil || floors || raiseFloors {
            throw ValidationError("--parts is for extraction alone, without --confidence, --answers and floors.")
        }
        if worst != nil, task != .extraction && !task.isMarked || json {
            throw ValidationError("--worst is for extraction and marked text, and not for --json.")
        }
        if tagger, task != .entities || json || answers != nil || floors || raiseFloors {
            throw ValidationError("--tagger is for entities alone, without --json, --answers and floors.")
        }
        if floors || raiseFloors, limit != nil {
            throw ValidationError("Floors hold for whole corpora or their samples: leave out --limit.")
        }
    }

    func run() throws {
        let place = URL(fileURLWithPath: data)
        let file = task == .extraction ? place.appendingPathComponent("gold.jsonl") : place
        guard FileManager.default.fileExists(atPath: file.path) else {
            print("skipped: there is no \(file.path)")
            return
        }
        let table = floors || raiseFloors || sample ? try FloorTable(path: floorTable) : nil
        let corpus = table?.corpus(of: place)
        let parts = try parts.map { try ModelParts(in: $0) }
        let engine =
            try answers.map { try Engine(answersIn: URL(fileURLWithPath: $0)) } ?? parts.map { Engine(judgedBy: $0) }
            ?? Engine()
        if tagger {
            let score = try TrainNamesCommand.score(of: NameTagger(), over: file, limit: limit)
            if let errors {
                try Data(score.errors.map { $0 + "\n" }.joined().utf8).write(to: URL(fileURLWithPath: errors))
            }
            print(score.figures.table(width: 8).joined(separator: "\n"))
            return
        }
        let every = sample ? corpus?.every ?? 1 : 1
        let evaluation = try Evaluation(
            of: engine, task: task, data: place, limit: limit, every: every, confidence: confidence)
        if let errors {
            let lines = evaluation.errors.map { $0 + "\n" }.joined()
            try Data(lines.utf8).write(to: URL(fileURLWithPath: errors))
        }
        print(json ? evaluation.json : text(evaluation))
        if let blocks { try TracedPages(parts: parts).write(evaluation.pages, in: place, to: blocks) }
        for fault in evaluation.faults { FileHandle.standardError.write(Data("fault in \(fault)\n".utf8)) }
        guard let table, floors || raiseFloors else { return }
        guard let corpus else {
            print("there are no floors for \(place.lastPathComponent)")
            return
        }
        let digest = try FloorCheck.digest(of: file)
        if raiseFloors {
            let raised = FloorCheck.raised(
                table, by: evaluation.figures, corpus: corpus, digest: digest, isSample: sample)
            try Data(raised.text.utf8).write(to: URL(fileURLWithPath: floorTable), options: .atomic)
        } else if digest != corpus.digest {
            print("skipped: \(place.lastPathComponent) is not the corpus that its floors were measured on")
        } else {
            let check = FloorCheck(evaluation.figures, table, corpus: corpus.name, isSample: sample)
            for line in check.lines { print(line) }
            if !check.holds { throw ExitCode(1) }
        }
    }

    private func text(_ evaluation: Evaluation) -> String {
        let lines =
            switch task {
            case .extraction: evaluation.figures.table(width: 12)
            case .entities: evaluation.figures.table(width: 8)
            default: evaluation.figures.lines()
            }
        let pages = task == .extraction ? PageBreakdown(evaluation.pages).lines : []
        let worst =
            worst.map { count in
                task != .extraction
                    ? Array(evaluation.errors.prefix(count)) : WorstPages(evaluation.pages, count: count).lines
            } ?? []
        return (lines + ["cost \(evaluation.cost)"] + pages + (evaluation.confidence?.lines ?? []) + worst)
            .joined(separator: "\n")
    }
}

extension Evaluation {
    /// Scores a task's data.
    init(
        of engine: Engine, task: EvaluateCommand.Task, data: URL, limit: Int? = nil, every: Int = 1,
        confidence: Bool = false
    ) throws {
        let score: any AnnotationScore
        switch task {
        case .extraction:
            try self.init(of: engine, pagesIn: data, limit: limit, every: every, confidence: confidence)
            return
        case .who:
            try self.init(of: engine, passagesIn: data, limit: limit, every: every)
            return
        case .figures:
            try self.init(of: engine, figuresIn: data, limit: limit, every: every)
            return
        case .dated:
            try self.init(of: engine, sentencesIn: data, limit: limit, every: every)
            return
        case .said:
            try self.init(of: engine, sayingsIn: data, limit: limit, every: every)
            return
        case .stories:
            try self.init(of: engine, storiesIn: data)
            return
        case .entities: score = EntityScore()
        case .quotes: score = QuoteScore()
        case .timex: score = TimeScore()
        case .money: score = MoneyScore()
        case .w5h1: score = StoryScore()
        }
        try self.init(
            of: engine, documentsIn: data, limit: limit, every: every, confidence: confidence, score: score)
    }
}
