import Foundation
import Pipeline

/// The input of a golden article.
enum GaugedInput {
    /// A folder that holds no `input.*`, or several.
    struct Missing: Error {
        let folder: String
    }

    /// The one file of a folder that is called `input.*`.
    static func document(in folder: String) throws -> Document {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasPrefix("input.") }
        guard let name = names.first, names.count == 1 else { throw Missing(folder: folder) }
        let bytes = try Data(contentsOf: URL(fileURLWithPath: folder).appendingPathComponent(name))
        return Document(bytes: [UInt8](bytes), name: name)
    }
}
