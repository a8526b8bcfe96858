import Foundation

/// Reads evaluation data: JSON lines and pages, gzipped or not.
enum GoldFile {
    /// What was wrong with the data.
    enum Fault: Error, Equatable, CustomStringConvertible {
        case unreadable(path: String)
        case malformed(path: String, line: Int)

        var description: String {
            switch self {
            case .unreadable(let path): "\(path) cannot be read; check that it is there and whole"
            case .malformed(let path, let line): "\(path), line \(line), is not JSON of this task"
            }
        }
    }

    /// The values of a file of JSON lines, at most `limit`.
    static func lines<Value: Decodable>(
        _ type: Value.Type, in file: URL, limit: Int?
    ) throws(Fault) -> [Value] {
        let decoder = JSONDecoder()
        var values: [Value] = []
        let lines = try bytes(of: file).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() where !line.isEmpty {
            if let limit, values.count >= limit { break }
            guard let value = try? decoder.decode(type, from: Data(line)) else {
                throw .malformed(path: file.path, line: number + 1)
            }
            values.append(value)
        }
        return values
    }

    /// A file's bytes, unpacked where its name ends in `.gz`. Unpacking is left to `gzip`, in a process of its own, so
    /// that its time is not counted as the engine's.
    static func bytes(of file: URL) throws(Fault) -> [UInt8] {
        guard file.pathExtension == "gz" else {
            guard let data = try? Data(contentsOf: file) else { throw .unreadable(path: file.path) }
            return [UInt8](data)
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "--decompress", "--stdout", "--", file.path]
        let output = Pipe()
        process.standardOutput = output
        do { try process.run() } catch { throw .unreadable(path: file.path) }
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw .unreadable(path: file.path) }
        return [UInt8](data)
    }
}
