import Annotation
import Extraction
import Foundation
import Pipeline
import Records

/// What each annotator costs: its share of annotation's processor time, and how fast it is alone.
struct AnnotatorBench {
    private let articles: [Article]
    private let bytes: Int

    /// The documents of a file of JSON lines, made articles of beforehand.
    init(file: URL, limit: Int?) throws {
        let golds = try GoldFile.lines(GoldDocument.self, in: file, limit: limit)
        articles = golds.map {
            Extractor.article(
                clean: $0.text, published: $0.published, headline: $0.headline, standfirst: $0.standfirst,
                language: "en")
        }
        bytes = golds.reduce(0) { $0 + $1.text.utf8.count }
    }

    /// The lines of the table: the median of so many rounds, after one that warms up.
    func lines(rounds: Int) -> [String] {
        let stages = AnnotationStages.Stage.allCases
        var seconds = [[Double]](repeating: [], count: stages.count)
        for number in 0...rounds {
            let round = oneRound()
            guard number > 0 else { continue }
            for index in stages.indices { seconds[index].append(round[index]) }
        }
        let medians = seconds.map { $0.sorted()[$0.count / 2] }
        let all = medians.reduce(0, +)
        let head = "\(articles.count) documents, \(bytes / 1000) kB, \(rounds) rounds"
        return [head, Self.row("annotator", "share %", "MB per CPU s")]
            + zip(stages, medians).map { row($0.rawValue, $1, of: all) } + [row("all", all, of: all)]
    }

    /// The seconds of each annotator over all articles.
    private func oneRound() -> [Double] {
        let all = AnnotationStages.Stage.allCases
        var seconds = [Double](repeating: 0, count: all.count)
        for article in articles {
            var stages = AnnotationStages(article)
            for (index, stage) in all.enumerated() {
                ProcessorClock.measure(&seconds[index]) { stages.run(stage) }
            }
        }
        return seconds
    }

    private func row(_ name: String, _ seconds: Double, of all: Double) -> String {
        Self.row(
            name, Figure.rounded(100 * seconds / max(all, 1e-9), decimals: 1).printed,
            Figure.rounded(Double(bytes) / 1e6 / max(seconds, 1e-9), decimals: 2).printed)
    }

    private static func row(_ name: String, _ share: String, _ speed: String) -> String {
        func padded(_ text: String, _ width: Int) -> String {
            String(repeating: " ", count: max(1, width - text.count)) + text
        }
        return name + padded(share, 22 - name.count) + padded(speed, 14)
    }
}
