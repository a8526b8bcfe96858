import ArgumentParser

/// The command for those who work on dateline; it is not installed.
@main
struct DatelineDev: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dateline-dev",
        abstract: "Measure dateline, look inside its decisions, record its golden articles.",
        subcommands: [
            EvaluateCommand.self, BenchCommand.self, ExplainCommand.self, RecordCommand.self, TrainCommand.self,
            WeighCommand.self,
        ])
}
