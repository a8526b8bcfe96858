import ArgumentParser
import Desk

/// The command: arguments, configuration, wiring and exit codes. All work is done in the modules.
struct Dateline: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dateline",
        abstract: "Turns a folder of news articles into structured records and a daily digest, offline.",
        discussion: """
            Drop articles (HTML, MHTML, text, Markdown, plain or gzipped) into the inbox; records, originals and the \
            daily digest appear in the outbox. Options win over DATELINE_* variables, those over the configuration \
            file, the file over the defaults.

            Exit codes: 0 done; 1 something was rejected; 2 usage; 3 configuration; 4 cannot run.
            """,
        version: Version.description,
        subcommands: [
            RunCommand.self, ExtractCommand.self, AnnotateCommand.self, DigestCommand.self, SearchCommand.self,
            StatusCommand.self,
            RetryCommand.self, RebuildCommand.self, VerifyCommand.self, SchemaCommand.self, ConfigCommand.self,
            DoctorCommand.self, WorkerCommand.self, ArchiveWorkerCommand.self,
        ])
}
