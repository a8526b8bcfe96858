import Foundation

/// Runs a check by an independent program, where the machine has one.
enum Python {
    /// The trimmed output of a script over some input, or nil where there is no Python or the script fails.
    static func run(_ script: String, on input: [UInt8]) throws -> String? {
        let interpreter = "/usr/bin/env"
        let process = Process()
        process.executableURL = URL(fileURLWithPath: interpreter)
        process.arguments = ["python3", "-c", script]
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("digest-\(UUID().uuidString)")
        try Data(input).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let output = Pipe()
        process.standardInput = try FileHandle(forReadingFrom: file)
        process.standardOutput = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { return nil }
        return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
