import Foundation
import Testing

/// `extract --warc`, from archive to answers.
@Suite(.serialized) struct ArchiveCommandTests {
    private func record(_ number: Int, digest: String? = nil) -> String {
        let block = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + SampleArticles.page(number)
        let line = digest.map { "WARC-Payload-Digest: \($0)\r\n" } ?? ""
        return "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/\(number)\r\n"
            + "WARC-Date: 2024-10-03T06:00:00Z\r\n\(line)Content-Length: \(block.utf8.count)\r\n\r\n\(block)\r\n\r\n"
    }

    private func ids(_ output: String) throws -> [String] {
        try output.split(separator: "\n").map {
            let answer = try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
            #expect(answer["record"] != nil, "\($0.prefix(200))")
            return try #require(answer["id"] as? String)
        }
    }

    @Test func `an archive's pages are answered in order, and work goes on behind an id`() throws {
        let place = try Workplace()
        let broken = record(9, digest: "sha1:" + String(repeating: "A", count: 32))
        let parts = [record(0), record(1), broken, record(2)]
        try Data(parts.joined().utf8).write(to: URL(fileURLWithPath: place.root + "/a.warc"))
        try Data(record(3).utf8).write(to: URL(fileURLWithPath: place.root + "/b.warc"))
        let whole = try place.run(["extract", "--warc", "a.warc", "b.warc", "--jobs", "2"])
        #expect(whole.code == 0, "\(whole.errors)")
        let all = try ids(whole.output)
        let starts = [0, parts[0].utf8.count, parts[0...2].map(\.utf8.count).reduce(0, +)]
        #expect(all == starts.map { "a.warc:\($0)" } + ["b.warc:0"])
        #expect(whole.errors.split(separator: "\n").count == 1 && whole.errors.contains("does not have its digest"))
        #expect(whole.output.contains("https://news.example/1"))
        let rest = try place.run(["extract", "--warc", "a.warc", "b.warc", "--jobs", "1", "--after", all[1]])
        #expect(try ids(rest.output) == Array(all[2...]))
        #expect(whole.output.hasSuffix(rest.output), "the same bytes")
    }

    @Test func `an archive that cannot be read gives one line and exit code 1`() throws {
        let place = try Workplace()
        let result = try place.run(["extract", "--warc", "gone.warc"])
        #expect(result.code == 1)
        #expect(result.errors.contains("gone.warc") && result.errors.split(separator: "\n").count == 1)
        #expect(try place.run(["extract", "--after", "a:1", "x.html"]).code == 2)
        #expect(try place.run(["extract", "--warc", "--after", "nonsense", "x.warc"]).code == 2)
    }
}
