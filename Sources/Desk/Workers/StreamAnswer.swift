import Foundation
import Pipeline
import Records

/// One line of a stream, as it is answered: `{"id", "record"}` or `{"id", "rejected"}`.
public enum StreamAnswer {
    /// The answer to a line, without its newline. Never throws: what is wrong with a line is its answer.
    public static func line(to line: [UInt8], task: StreamTask) -> [UInt8] {
        guard let request = StreamRequest(line: line) else {
            return rejection(
                Rejection(stage: "stream", code: "bad-json", message: "the line is not a JSON object of known fields"),
                id: .null)
        }
        let id = request.id ?? .null
        do throws(Rejection) {
            let record =
                switch task {
                case .extract: try Pipeline.record(of: try request.document())
                case .article: try Pipeline.record(of: try request.document(), isAnnotated: false)
                case .annotate: Pipeline.record(of: try request.cleanText(), name: request.name ?? id.name)
                }
            var json = JSONWriter()
            json.object {
                $0.member("id") { id.write(to: &$0) }
                $0.member("record", record)
            }
            return json.bytes
        } catch { return rejection(error, id: id) }
    }

    /// A rejection as a line, without its newline.
    public static func rejection(_ rejection: Rejection, id: StreamID) -> [UInt8] {
        var json = JSONWriter()
        json.object {
            $0.member("id") { id.write(to: &$0) }
            $0.member("rejected", rejection)
        }
        return json.bytes
    }

    /// What a worker answered.
    public enum Read: Sendable {
        /// A record.
        case record(ArticleRecord)
        /// Why there is none.
        case rejected(Rejection)
        /// The line is not what a sound worker answers.
        case garbled
    }

    private struct Line: Decodable {
        var record: ArticleRecord?
        var rejected: Rejection?
    }

    /// Reads an answer. The worker parsed untrusted bytes, so what it says is checked, not believed.
    public static func read(_ line: [UInt8]) -> Read {
        guard let answer = try? JSONDecoder().decode(Line.self, from: Data(line)) else { return .garbled }
        if let record = answer.record { return .record(record) }
        if let rejected = answer.rejected { return .rejected(rejected) }
        return .garbled
    }
}
