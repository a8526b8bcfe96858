import Annotation
import Foundation

/// What the tagger of names costs: to start, and a token.
struct NameBench {
    private let texts: [PreparedText]
    private let startSeconds: Double
    private let modelSeconds: Double

    /// Loads the tables, timed, and reads the texts of a file of annotated documents. The tagger's own tables come first, as long
    /// as nothing else has loaded them.
    init(file: URL, limit: Int?) throws {
        var model = 0.0
        var rest = 0.0
        ProcessorClock.measure(&model) { TagModel.warmUp() }
        ProcessorClock.measure(&rest) { Annotator.warmUp() }
        modelSeconds = model
        startSeconds = model + rest
        texts = try GoldFile.lines(GoldDocument.self, in: file, limit: limit).map { PreparedText($0.text) }
    }

    /// The lines of the table after so many rounds.
    func lines(rounds: Int) -> [String] {
        let tagger = NameTagger()
        let tokens = texts.reduce(0) { $0 + $1.tokens }
        var names = 0
        var speeds: [Double] = []
        // The first round warms up.
        for round in 0...rounds {
            var seconds = 0.0
            names = ProcessorClock.measure(&seconds) { texts.reduce(0) { $0 + $1.names(by: tagger) } }
            if round > 0 { speeds.append(Double(tokens) / seconds) }
        }
        speeds.sort()
        let told = [speeds[0], speeds[speeds.count / 2], speeds[speeds.count - 1]].map { "\(Int($0))" }
        return [
            "\(texts.count) documents, \(tokens) tokens, \(names) names, \(rounds) rounds",
            "tokens per CPU second: min \(told[0]), median \(told[1]), max \(told[2])",
            "start-up: model \(Self.milliseconds(modelSeconds)) ms, all of annotation's tables \(Self.milliseconds(startSeconds)) ms of CPU",
        ]
    }

    private static func milliseconds(_ seconds: Double) -> String { String(format: "%.1f", seconds * 1000) }
}
