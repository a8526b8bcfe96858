import ArgumentParser
import Foundation

/// `dateline-dev bench`: how fast each stage is.
struct BenchCommand: ParsableCommand {
    /// What is timed.
    enum Subject: String, CaseIterable, ExpressibleByArgument {
        case extraction, pipeline, annotation, annotators, names
    }

    private static let goldens = "Tests/Golden"
    /// Enough of the short articles for a round to take longer than the clock's grain.
    private static let copies = 50

    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Time each stage in documents and megabytes per CPU second.",
        discussion: """
            extraction takes pages from bytes to clean text and metadata, in turns with a bare parse by libxml2 of the same \
            bytes; pipeline takes them on through annotation to checked JSON; annotation takes clean texts, annotators tells each annotator's share of it; names tells what \
            the tagger of names costs, a token and to start. Processor time of this process, over several rounds after one that warms up; megabytes are those of the input. Build for \
            release, or the figures mean nothing. Without a subject the golden articles of \(goldens) are timed, each \
            \(copies) times: few and short, but always at hand.

              swift run -c release dateline-dev bench
              swift run -c release dateline-dev bench extraction ~/corpora/news-pages --memory
              swift run -c release dateline-dev bench annotation ~/corpora/quotes.dev.jsonl --rounds 9
            """)

    @Argument(help: "extraction, pipeline, annotation, annotators or names.")
    var subject: Subject?

    @Argument(
        help:
            "A folder with gold.jsonl and pages/ID.html.gz; for annotation, annotators and names a .jsonl or .jsonl.gz file."
    )
    var data: String?

    @Option(help: "How many rounds are timed.")
    var rounds = 5

    @Option(help: "Read only so many documents.")
    var limit: Int?

    @Flag(help: "Weigh the stages too, each in a process of its own: peak memory over the pages and over large inputs.")
    var memory = false

    func validate() throws {
        guard rounds >= 1, limit ?? 1 >= 1 else { throw ValidationError("--rounds and --limit are numbers from 1.") }
        guard (subject == nil) == (data == nil) else { throw ValidationError("Say where the data is.") }
        if memory, subject != .extraction, subject != .pipeline {
            throw ValidationError("--memory weighs pages: bench extraction DIR --memory.")
        }
    }

    func run() throws {
        let place = URL(fileURLWithPath: data ?? Self.goldens)
        guard FileManager.default.fileExists(atPath: place.path) else {
            print("skipped: there is no \(place.path)")
            return
        }
        #if DEBUG
            FileHandle.standardError.write(Data("a debug build is many times slower than a release build\n".utf8))
        #endif
        switch subject {
        case nil:
            let articles = try GoldenArticle.all(in: place).map { try $0.document() }
            let documents = Array(repeating: articles, count: Self.copies).flatMap(\.self)
            report(PageBench(documents: documents, isWhole: true))
        case .extraction: report(try PageBench(folder: place, limit: limit, isWhole: false))
        case .pipeline: report(try PageBench(folder: place, limit: limit, isWhole: true))
        case .annotation:
            let bench = try TextBench(file: place, limit: limit)
            report(documents: bench.count, bytes: bench.bytes, round: bench.round)
        case .annotators:
            for line in try AnnotatorBench(file: place, limit: limit).lines(rounds: rounds) { print(line) }
        case .names: for line in try NameBench(file: place, limit: limit).lines(rounds: rounds) { print(line) }
        }
        if memory { try weigh(pagesIn: place) }
    }

    private func report(_ bench: PageBench) {
        report(documents: bench.count, bytes: bench.bytes, round: bench.round)
    }

    private func report(documents: Int, bytes: Int, round: (Int, inout StageTimes) -> Void) {
        var warmUp = StageTimes()
        round(0, &warmUp)
        var times = StageTimes()
        for number in 1...rounds { round(number, &times) }
        print("\(documents) documents, \(bytes / 1000) kB, \(rounds) rounds")
        for line in times.table(documents: documents, bytes: bytes) { print(line) }
        if let line = times.ratioLine { print(line) }
    }

    private func weigh(pagesIn folder: URL) throws {
        let pages = try GoldFile.lines(GoldPage.self, in: folder.appendingPathComponent("gold.jsonl"), limit: limit)
        var largest: (page: GoldPage, size: Int)?
        for page in pages {
            let size = try page.document(in: folder).bytes.count
            if size > largest?.size ?? -1 { largest = (page, size) }
        }
        let inputs =
            [largest.map { WeighedInput.page($0.page, folder: folder) }].compactMap(\.self)
            + [.all(folder: folder, limit: limit)] + LargeInput.allCases.map(WeighedInput.large)
        for line in MemoryBench.table(of: inputs) { print(line) }
    }
}
