import Foundation
import Testing

/// The same inputs give the same Outbox, whatever the machine does.
@Suite(.serialized) struct DeterminismTests {
    @Test func `one worker and two make the same records and the same digest`() throws {
        let (one, two) = (try Workplace(), try Workplace())
        for place in [one, two] {
            for number in 0..<12 { try place.drop(SampleArticles.page(number), as: "page-\(number).html") }
            // A duplicate among them: which of the two is the record must not depend on who is first.
            try place.drop(SampleArticles.page(3), as: "again.html")
            try setTimes(place)
        }
        for (place, workers) in [(one, "1"), (two, "2")] {
            let result = try place.run(
                ["run", "--inbox", place.inbox, "--outbox", place.outbox, "--once", "--date", "2024-10-03"],
                environment: ["DATELINE_WORKERS": workers])
            #expect(result.code == 0, "\(result.errors)")
        }
        #expect(try contents(of: one) == contents(of: two))
    }

    @Test func `the ledger can be deleted`() throws {
        let place = try Workplace()
        for number in 0..<5 { try place.drop(SampleArticles.page(number), as: "page-\(number).html") }
        try place.drop(SampleArticles.page(2) + " ", as: "again.html")
        try place.drop("", as: "empty.html")
        #expect(try place.runOnce(["--date", "2024-10-03"]).code == 1)
        let before = try contents(of: place)
        try FileManager.default.removeItem(atPath: place.outbox + "/.dateline")
        let rebuilt = try place.run(["rebuild", "--outbox", place.outbox])
        #expect(rebuilt.code == 0, "\(rebuilt.errors)")
        let verified = try place.run(["verify", "--outbox", place.outbox])
        #expect(verified.code == 0, "\(verified.output)")
        let made = try place.run(["digest", "--outbox", place.outbox, "--date", "2024-10-03"])
        #expect(made.code == 0, "\(made.errors)")
        #expect(try contents(of: place) == before)
        let status = try place.run(["status", "--json", "--inbox", place.inbox, "--outbox", place.outbox])
        #expect(status.output.contains("\"code\": \"empty\""))
    }

    @Test func `an edition printed is the edition written`() throws {
        let place = try Workplace()
        for number in 0..<3 { try place.drop(SampleArticles.page(number), as: "page-\(number).html") }
        #expect(try place.runOnce(["--date", "2024-10-03"]).code == 0)
        for (format, file) in [
            ("html", "index.html"), ("md", "digest.md"), ("txt", "digest.txt"), ("json", "digest.json"),
        ] {
            let printed = try place.run(
                ["digest", "--outbox", place.outbox, "--date", "2024-10-03", "--format", format])
            let path = "\(place.outbox)/digests/2024-10-03/\(file)"
            #expect(printed.output == (try String(contentsOfFile: path, encoding: .utf8)), "\(format)")
        }
    }

    private func setTimes(_ place: Workplace) throws {
        for (index, name) in place.waiting.enumerated() {
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 1_700_000_000 + Double(index))],
                ofItemAtPath: place.inbox + "/" + name)
        }
    }

    private func contents(of place: Workplace) throws -> [String: Data] {
        var contents: [String: Data] = [:]
        for path in place.files(in: ".") where !path.contains(".dateline/") {
            contents[path] = try Data(contentsOf: URL(fileURLWithPath: place.outbox + "/" + path))
        }
        return contents
    }
}
