/// One key of the configuration: its name, what it may hold, its default and what it means.
public struct Setting: Sendable {
    /// What a value may be.
    public enum Kind: Sendable, Equatable {
        /// Any text.
        case text
        /// A path; relative ones are taken from the working directory.
        case path
        /// A whole number within bounds.
        case count(ClosedRange<Int>)
        /// A number of seconds within bounds.
        case seconds(ClosedRange<Double>)
        /// Octal permission bits.
        case mode
        /// One of a few words.
        case word([String])
    }

    /// The key in the file, in camel case.
    public let key: String
    /// What it may hold.
    public let kind: Kind
    /// The value where nobody gives one.
    public let fallback: String
    /// One sentence for a person.
    public let help: String

    /// The environment variable: `DATELINE_` and the key in capitals, parts joined by underscores.
    public var environmentName: String {
        var name = "DATELINE_"
        for character in key {
            if character.isUppercase { name += "_" }
            name += character.uppercased()
        }
        return name
    }

    /// Every key there is, in the order of the documentation.
    public static let all: [Setting] = [
        Setting(key: "inbox", kind: .path, fallback: "Inbox", help: "The folder that articles are dropped into."),
        Setting(key: "outbox", kind: .path, fallback: "Outbox", help: "The folder for records, originals and digests."),
        Setting(
            key: "state", kind: .path, fallback: "",
            help: "The folder for ledger and lock; .dateline in the Outbox when empty."),
        Setting(key: "workers", kind: .count(0...256), fallback: "0", help: "Worker processes; 0 is one a core."),
        Setting(
            key: "settleSeconds", kind: .seconds(0.1...3600), fallback: "2",
            help: "How long a file must stay the same where no event tells that it is complete."),
        Setting(
            key: "scanSeconds", kind: .seconds(1...86400), fallback: "300",
            help: "How often the whole Inbox is looked over besides the events."),
        Setting(
            key: "idleSeconds", kind: .seconds(0.1...3600), fallback: "1",
            help: "How long after the last article the day's digest is made anew."),
        Setting(
            key: "maximumMegabytes", kind: .count(1...1024), fallback: "16",
            help: "Files larger than this are rejected."),
        Setting(
            key: "deadlineSeconds", kind: .seconds(0.5...3600), fallback: "20",
            help: "How long a worker may take over one document."),
        Setting(
            key: "workerMemoryMegabytes", kind: .count(64...65536), fallback: "512",
            help: "How much memory a worker may have."),
        Setting(
            key: "originals", kind: .word(["keep", "delete"]), fallback: "keep",
            help: "What happens to an input whose record is safe."),
        Setting(
            key: "originalsDays", kind: .count(0...36500), fallback: "0",
            help: "After how many days originals are deleted; 0 keeps them."),
        Setting(
            key: "duplicatesDays", kind: .count(0...36500), fallback: "0",
            help: "After how many days duplicates are deleted; 0 keeps them."),
        Setting(
            key: "timeZone", kind: .text, fallback: "",
            help: "The zone whose calendar the editions follow, such as Europe/Oslo; the machine's when empty."),
        Setting(
            key: "dayEndsAtHour", kind: .count(0...23), fallback: "0",
            help: "The hour at which a day's edition closes; 0 is midnight."),
        Setting(
            key: "fullStories", kind: .count(1...1000), fallback: "12",
            help: "How many stories an edition tells in full."),
        Setting(key: "fileMode", kind: .mode, fallback: "0644", help: "The permissions of the files in the Outbox."),
        Setting(key: "directoryMode", kind: .mode, fallback: "0755", help: "The permissions of its folders."),
        Setting(key: "group", kind: .text, fallback: "", help: "The group that the Outbox's files are given to."),
        Setting(
            key: "logLevel", kind: .word(LogLevel.allCases.map(\.rawValue)), fallback: "info",
            help: "The least grave messages that are logged."),
    ]

    /// The setting with a key.
    public static func named(_ key: String) -> Setting? { all.first { $0.key == key } }
}
