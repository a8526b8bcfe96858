import ArgumentParser
import Foundation

/// `dateline-dev bench`: how fast each stage is.
struct BenchCommand: ParsableCommand {
    /// What is timed.
    enum Subject: String, CaseIterable, ExpressibleByArgument {
        case extraction, annotation
    }

    private static let goldens = "Tests/Golden"
    /// Enough of the short articles for a round to take longer than the clock's grain.
    private static let copies = 50

    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Time each stage in documents and megabytes per CPU second.",
        discussion: """
            Reading, extraction, annotation and JSON are timed by the processor time of this process, over several \
            rounds after one that warms up; megabytes are those of the input. Build for release, or the figures mean \
            nothing. Without a subject the golden articles of \(goldens) are timed, each \(copies) times: few and short, but \
            always at hand.

              swift run -c release dateline-dev bench
              swift run -c release dateline-dev bench extraction ~/corpora/news-pages
              swift run -c release dateline-dev bench annotation ~/corpora/quotes.dev.jsonl --rounds 9
            """)

    @Argument(help: "extraction or annotation.")
    var subject: Subject?

    @Argument(help: "For extraction a folder with gold.jsonl and pages/ID.html.gz, else a .jsonl or .jsonl.gz file.")
    var data: String?

    @Option(help: "How many rounds are timed.")
    var rounds = 5

    @Option(help: "Read only so many documents.")
    var limit: Int?

    func validate() throws {
        guard rounds >= 1, limit ?? 1 >= 1 else { throw ValidationError("--rounds and --limit are numbers from 1.") }
        guard (subject == nil) == (data == nil) else { throw ValidationError("Say where the data is.") }
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
            let bench = PageBench(documents: Array(repeating: articles, count: Self.copies).flatMap(\.self))
            report(documents: bench.count, bytes: bench.bytes, round: bench.round)
        case .extraction:
            let bench = try PageBench(folder: place, limit: limit)
            report(documents: bench.count, bytes: bench.bytes, round: bench.round)
        case .annotation:
            let bench = try TextBench(file: place, limit: limit)
            report(documents: bench.count, bytes: bench.bytes, round: bench.round)
        }
    }

    private func report(documents: Int, bytes: Int, round: (inout StageTimes) -> Void) {
        var warmUp = StageTimes()
        round(&warmUp)
        var times = StageTimes()
        for _ in 0..<rounds { round(&times) }
        print("\(documents) documents, \(bytes / 1000) kB, \(rounds) rounds")
        for line in times.table(documents: documents, bytes: bytes) { print(line) }
    }
}
