import ArgumentParser
import Desk

/// The folders and the configuration file, as most commands take them.
struct FolderOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The folder that articles are dropped into.", valueName: "dir"), completion: .directory)
    var inbox: String?
    @Option(
        help: ArgumentHelp("The folder for records, originals and digests.", valueName: "dir"), completion: .directory)
    var outbox: String?
    @Option(
        help: ArgumentHelp("The folder for ledger and lock; .dateline in the outbox by default.", valueName: "dir"),
        completion: .directory)
    var state: String?
    @Option(help: ArgumentHelp("The configuration file (YAML).", valueName: "file"), completion: .file())
    var config: String?

    /// Finds each setting's value.
    var reader: SettingsReader {
        var options: [String: String] = [:]
        if let inbox { options["inbox"] = inbox }
        if let outbox { options["outbox"] = outbox }
        if let state { options["state"] = state }
        return SettingsReader(options: options, configurationPath: config)
    }
}
