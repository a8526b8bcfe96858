import Foundation
import Pipeline
import Records

/// An article in a folder of its own, `input.*`, with the record it has to give, `expected.json`.
struct GoldenArticle {
    /// The environment variable without which nothing is recorded.
    static let switchName = "DATELINE_RECORD_GOLDENS"

    /// The folder's name.
    let slug: String
    private let input: URL
    private let expected: URL

    /// Why a folder is no golden article.
    enum Fault: Error, Equatable, CustomStringConvertible {
        case noInput(folder: String)

        var description: String {
            switch self {
            case .noInput(let folder): "\(folder) holds no input.*, or several"
            }
        }
    }

    /// The golden article of a folder.
    init(in folder: URL) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasPrefix("input.") }
        guard let name = names.first, names.count == 1 else { throw Fault.noInput(folder: folder.path) }
        slug = folder.lastPathComponent
        input = folder.appendingPathComponent(name)
        expected = folder.appendingPathComponent("expected.json")
    }

    /// Every golden article of a folder, by name.
    static func all(in folder: URL) throws -> [GoldenArticle] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            .map { folder.appendingPathComponent($0) }
            .filter(\.hasDirectoryPath)
            .map { try GoldenArticle(in: $0) }
    }

    /// The input.
    func document() throws -> Document {
        Document(bytes: [UInt8](try Data(contentsOf: input)), name: input.lastPathComponent)
    }

    /// What the engine makes of the input: its record, or its rejection, in pretty form with a final newline.
    func outcome() throws -> [UInt8] {
        let document = try document()
        do {
            return try Pipeline.record(of: document).json(.pretty) + [0x0A]
        } catch {
            return error.json(.pretty) + [0x0A]
        }
    }

    /// Writes the outcome as what is expected from now on. Returns whether that changed.
    func record() throws -> Bool {
        let outcome = Data(try outcome())
        if (try? Data(contentsOf: expected)) == outcome { return false }
        try outcome.write(to: expected, options: .atomic)
        return true
    }
}
