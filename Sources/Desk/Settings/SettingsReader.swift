import Foundation
import Glibc

/// Finds each setting's value: options win over the environment, the environment over the file, the file over the
/// defaults.
public struct SettingsReader: Sendable {
    /// A value and where it came from.
    public struct Value: Sendable, Equatable {
        /// The setting.
        public let key: String
        /// The value as it was given.
        public let text: String
        /// `--inbox`, `DATELINE_INBOX`, `/etc/dateline.yaml line 3` or `default`.
        public let origin: String
    }

    private let options: [String: String]
    private let environment: [String: String]
    private let configurationPath: String?

    /// A reader over options by key, the environment, and a file's path; where none is given, `DATELINE_CONFIG` names
    /// it.
    public init(
        options: [String: String], environment: [String: String] = ProcessInfo.processInfo.environment,
        configurationPath: String? = nil
    ) {
        self.options = options
        self.environment = environment
        self.configurationPath = configurationPath ?? environment["DATELINE_CONFIG"].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Every setting's value and origin, in the order of the documentation.
    public func values() throws(SettingsError) -> [Value] {
        let file: SettingsFile?
        if let configurationPath { file = try SettingsFile(at: configurationPath) } else { file = nil }
        return Setting.all.map { setting in
            if let text = options[setting.key] {
                return Value(key: setting.key, text: text, origin: "--\(setting.key)")
            }
            if let text = environment[setting.environmentName] {
                return Value(key: setting.key, text: text, origin: setting.environmentName)
            }
            if let file, let found = file.values[setting.key] {
                return Value(key: setting.key, text: found.text, origin: "\(file.path) line \(found.line)")
            }
            return Value(key: setting.key, text: setting.fallback, origin: "default")
        }
    }

    /// The settings in force.
    public func settings() throws(SettingsError) -> Settings {
        var settings = Settings()
        for value in try values() { try Self.apply(value, to: &settings) }
        if settings.state.isEmpty { settings.state = settings.outbox + "/.dateline" }
        if settings.workers == 0 { settings.workers = ProcessInfo.processInfo.activeProcessorCount }
        return settings
    }

    private static func apply(_ value: Value, to settings: inout Settings) throws(SettingsError) {
        switch value.key {
        case "inbox": settings.inbox = try path(value)
        case "outbox": settings.outbox = try path(value)
        case "state": settings.state = value.text
        case "workers": settings.workers = try count(value)
        case "settleSeconds": settings.settleSeconds = try seconds(value)
        case "scanSeconds": settings.scanSeconds = try seconds(value)
        case "idleSeconds": settings.idleSeconds = try seconds(value)
        case "maximumMegabytes": settings.maximumBytes = try count(value) << 20
        case "deadlineSeconds": settings.deadlineSeconds = try seconds(value)
        case "workerMemoryMegabytes": settings.workerMemoryBytes = try count(value) << 20
        case "originals": settings.keepsOriginals = try word(value) == "keep"
        case "originalsDays": settings.originalsDays = try count(value)
        case "duplicatesDays": settings.duplicatesDays = try count(value)
        case "timeZone": settings.timeZone = try timeZone(value)
        case "dayEndsAtHour": settings.dayEndsAtHour = try count(value)
        case "fullStories": settings.fullStories = try count(value)
        case "fileMode": settings.fileMode = try mode(value)
        case "directoryMode": settings.directoryMode = try mode(value)
        case "group": settings.group = try group(value)
        case "logLevel": settings.logLevel = LogLevel(rawValue: try word(value)) ?? .info
        default: preconditionFailure("setting \(value.key) is listed but not read")
        }
    }

    private static func bad(_ value: Value, _ expected: String) -> SettingsError {
        .badValue(key: value.key, value: value.text, origin: value.origin, expected: expected)
    }

    private static func path(_ value: Value) throws(SettingsError) -> String {
        guard !value.text.isEmpty, !value.text.utf8.contains(0) else { throw bad(value, "the path of a folder") }
        return value.text
    }

    private static func count(_ value: Value) throws(SettingsError) -> Int {
        guard case .count(let bounds)? = Setting.named(value.key)?.kind, let number = Int(value.text),
            bounds.contains(number)
        else { throw bad(value, Setting.named(value.key)?.expectation ?? "a number") }
        return number
    }

    private static func seconds(_ value: Value) throws(SettingsError) -> Double {
        guard case .seconds(let bounds)? = Setting.named(value.key)?.kind, let number = Double(value.text),
            bounds.contains(number)
        else { throw bad(value, Setting.named(value.key)?.expectation ?? "a number") }
        return number
    }

    private static func word(_ value: Value) throws(SettingsError) -> String {
        guard case .word(let words)? = Setting.named(value.key)?.kind, words.contains(value.text) else {
            throw bad(value, Setting.named(value.key)?.expectation ?? "a word")
        }
        return value.text
    }

    private static func mode(_ value: Value) throws(SettingsError) -> mode_t {
        guard let mode = mode_t(value.text, radix: 8), mode <= 0o7777, mode & 0o600 == 0o600 else {
            throw bad(value, "octal permissions that let the owner read and write, such as 0644")
        }
        return mode
    }

    private static func group(_ value: Value) throws(SettingsError) -> gid_t? {
        if value.text.isEmpty { return nil }
        if let number = gid_t(value.text) { return number }
        guard let entry = getgrnam(value.text) else { throw bad(value, "the name of a group on this machine") }
        return entry.pointee.gr_gid
    }

    private static func timeZone(_ value: Value) throws(SettingsError) -> String {
        guard value.text.isEmpty || TimeZone(identifier: value.text) != nil else {
            throw bad(value, "a time zone such as Europe/Oslo")
        }
        return value.text
    }
}

extension Setting {
    /// What a value must be, in words.
    public var expectation: String {
        switch kind {
        case .text: "text"
        case .path: "a path"
        case .count(let bounds): "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)"
        case .seconds(let bounds): "a number of seconds from \(bounds.lowerBound) to \(bounds.upperBound)"
        case .mode: "octal permissions such as 0644"
        case .word(let words): "one of \(words.joined(separator: ", "))"
        }
    }
}
