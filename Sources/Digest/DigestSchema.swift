import Foundation

/// The JSON Schema (2020-12) of `digest.json`.
public enum DigestSchema {
    /// The schema's bytes. A missing resource is a broken installation, which no input can cause; it stops the program
    /// with the path that was looked for.
    public static let json: [UInt8] = Array(Templates.resource("Schemas/digest.schema", withExtension: "json"))
}
