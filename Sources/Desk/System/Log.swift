import Foundation
import Glibc

/// How grave a log line is: INFO for the ordinary course, WARN when odd and nothing is lost, ERROR when a person is
/// needed.
public enum LogLevel: String, Sendable, CaseIterable, Comparable {
    case debug, info, warning, error

    /// The syslog priority, as journald reads it from `<N>`.
    var priority: Int {
        switch self {
        case .debug: 7
        case .info: 6
        case .warning: 4
        case .error: 3
        }
    }

    var label: String {
        switch self {
        case .debug: "DEBUG"
        case .info: "INFO"
        case .warning: "WARN"
        case .error: "ERROR"
        }
    }

    /// From least to most grave.
    public static func < (a: LogLevel, b: LogLevel) -> Bool { a.priority > b.priority }
}

/// Values as they may stand in a log line.
public enum LogValue {
    /// Whatever could end the line, steer a terminal or hide is written as an escape; the rest stands as it is.
    public static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            let isControl = scalar.properties.generalCategory == .control
            let isFormat = scalar.properties.generalCategory == .format
            let isSeparator = scalar.value == 0x2028 || scalar.value == 0x2029
            if scalar == "\\" || scalar == "\"" {
                result.unicodeScalars.append("\\")
                result.unicodeScalars.append(scalar)
            } else if isControl || isFormat || isSeparator {
                result += "\\u{" + String(scalar.value, radix: 16) + "}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// `value` or `"value with spaces"`.
    static func quoted(_ text: String) -> String {
        let escaped = escaped(text)
        let needsQuotes = escaped.isEmpty || escaped.contains { $0 == " " || $0 == "=" || $0 == "\\" || $0 == "\"" }
        return needsQuotes ? "\"" + escaped + "\"" : escaped
    }
}

/// Single log lines on standard error: a message of our own, then `key=value` fields, escaped. No article text.
public struct Log: Sendable {
    /// What is left out.
    public var minimum: LogLevel
    /// Whether journald reads along, which adds time and priority itself.
    private let isJournal: Bool

    /// A log to standard error.
    public init(minimum: LogLevel = .info, isJournal: Bool = getenv("JOURNAL_STREAM") != nil) {
        self.minimum = minimum
        self.isJournal = isJournal
    }

    /// One line. Each goes out in one write, so that lines never mix.
    public func callAsFunction(_ level: LogLevel, _ message: String, _ fields: KeyValuePairs<String, String> = [:]) {
        guard level >= minimum else { return }
        var line = isJournal ? "<\(level.priority)>" : "\(Self.timestamp()) \(level.label) "
        line += message
        for (key, value) in fields { line += " \(key)=\(LogValue.quoted(value))" }
        line += "\n"
        let bytes = Array(line.utf8)
        // A log that cannot be written has nowhere to complain.
        _ = bytes.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
    }

    private static func timestamp() -> String {
        var now = time(nil)
        var parts = tm()
        gmtime_r(&now, &parts)
        var buffer = [CChar](repeating: 0, count: 32)
        let count = strftime(&buffer, buffer.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
        return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
