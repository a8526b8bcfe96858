import Foundation

/// A validator that is none of ours: Python's `jsonschema`, draft 2020-12.
public enum SchemaValidator {
    /// Whether this machine has it.
    public static let isInstalled: Bool = (try? run("import jsonschema.validators", input: Data())) != nil

    /// What is wrong with each JSON text, an empty string where nothing is.
    public static func verdicts(on texts: [String], schema: [UInt8]) throws -> [String] {
        let script = """
            import json, sys, jsonschema
            job = json.load(sys.stdin)
            schema = json.loads(job["schema"])
            jsonschema.Draft202012Validator.check_schema(schema)
            validator = jsonschema.Draft202012Validator(schema)
            verdicts = []
            for text in job["texts"]:
                first = next(validator.iter_errors(json.loads(text)), None)
                verdicts.append("" if first is None else f"{first.json_path}: {first.message[:200]}")
            json.dump(verdicts, sys.stdout)
            """
        let job: [String: Any] = ["schema": String(decoding: schema, as: UTF8.self), "texts": texts]
        let answer = try run(script, input: JSONSerialization.data(withJSONObject: job))
        return try JSONDecoder().decode([String].self, from: answer)
    }

    /// Python failed.
    struct Failure: Error { var status: Int32 }

    /// Runs a Python script on an input file, which spares a pipe that could fill up, and returns what it prints.
    private static func run(_ script: String, input: Data) throws -> Data {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("dateline-\(UUID().uuidString).json")
        try input.write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script]
        process.standardInput = try FileHandle(forReadingFrom: file)
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let answer = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
        return answer
    }
}
