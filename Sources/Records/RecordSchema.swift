import Foundation

/// The record's contract as a JSON Schema, draft 2020-12.
public enum RecordSchema {
    /// The schema's bytes, as they ship; read once. A missing schema is a broken installation, which no input can
    /// cause; it stops the program with the path that was looked for.
    public static let json: [UInt8] = {
        let file = Bundle.module.bundleURL.appendingPathComponent("Schemas/record.schema.json")
        guard let data = try? Data(contentsOf: file) else {
            preconditionFailure("\(file.path) is missing; install dateline again")
        }
        return [UInt8](data)
    }()
}
