import Foundation
import Pipeline
import Records
import Testing

/// A worker, shut in behind its walls, makes the records that this process makes without walls: nothing it needs is
/// loaded too late.
@Suite(.serialized) struct WorkerRecordTests {
    private static let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Golden")

    /// Each fourth golden article: a process for each of them takes its time, and what is loaded differs by form and
    /// character set, which go by turns in the order of the names.
    private static var inputs: [URL] {
        let all = allInputs
        return stride(from: 0, to: all.count, by: 4).map { all[$0] }
    }

    private static var allInputs: [URL] {
        let walker = FileManager.default.enumerator(at: golden, includingPropertiesForKeys: nil)
        return (walker?.allObjects as? [URL] ?? []).filter { $0.lastPathComponent.hasPrefix("input.") }
            .sorted { $0.path < $1.path }
    }

    @Test func `records made inside the walls are those made outside`() throws {
        #expect(!Self.inputs.isEmpty)
        let place = try Workplace()
        // One worker, and each input in a stream of its own, so that no input finds what another one loaded.
        for input in Self.inputs {
            let bytes = Array(try Data(contentsOf: input))
            let request: [String: Any] = [
                "id": "golden", "name": input.lastPathComponent, "contentBase64": Data(bytes).base64EncodedString(),
            ]
            let line = String(decoding: try JSONSerialization.data(withJSONObject: request), as: UTF8.self)
            let result = try place.run(["extract", "--stream"], input: line)
            let document = Document(bytes: bytes, name: input.lastPathComponent)
            do {
                let expected = try Pipeline.record(of: document).json()
                let answer = "{\"id\":\"golden\",\"record\":" + String(decoding: expected, as: UTF8.self) + "}\n"
                #expect(result.output == answer, "\(input.path): \(result.output.prefix(300))")
            } catch {
                #expect(result.output.contains("\"code\":\"\(error.code)\""), "\(input.path): \(result.output)")
            }
        }
    }
}
