import Foundation
import Markup

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

    /// A file's bytes, unpacked where its name ends in `.gz`.
    static func bytes(of file: URL) throws(Fault) -> [UInt8] {
        guard let data = try? Data(contentsOf: file) else { throw .unreadable(path: file.path) }
        guard file.pathExtension == "gz" else { return [UInt8](data) }
        guard let (bytes, isWhole) = try? Inflater.inflate([UInt8](data), limit: mostBytes), isWhole else {
            throw .unreadable(path: file.path)
        }
        return bytes
    }

    /// No corpus holds a file of more; what inflates to more is no data.
    private static let mostBytes = 1 << 31
}
