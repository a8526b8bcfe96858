import Foundation
import Glibc
import Testing

/// What the command answers, with which exit code.
@Suite(.serialized) struct CommandLineTests {
    @Test func `bad input gives one clear line and the documented exit code`() throws {
        let place = try Workplace()
        try Data("inbx: /tmp\n".utf8).write(to: URL(fileURLWithPath: place.root + "/misspelt.yaml"))
        try Data("workers: many\n".utf8).write(to: URL(fileURLWithPath: place.root + "/many.yaml"))
        try Data("- a\n- b\n".utf8).write(to: URL(fileURLWithPath: place.root + "/list.yaml"))
        let cases: [(words: [String], code: Int32, says: String)] = [
            (["run", "--inbox", "/not/there", "--outbox", place.outbox], 4, "/not/there"),
            (["run", "--inbox", place.inbox, "--outbox", "/not/there"], 4, "/not/there"),
            (["run", "--inbox", place.inbox, "--outbox", place.inbox], 4, "keep the folders apart"),
            (["run", "--config", "/not/there.yaml"], 3, "no such file"),
            (["run", "--config", place.root + "/misspelt.yaml"], 3, "did you mean 'inbox'"),
            (["run", "--config", place.root + "/many.yaml"], 3, "a whole number from 0 to 256"),
            (["run", "--config", place.root + "/list.yaml"], 3, "expected 'key: value' lines"),
        ]
        for item in cases {
            let result = try place.run(item.words)
            #expect(result.code == item.code, "\(item.words): \(result.errors)")
            #expect(result.errors.contains(item.says), "\(item.words): \(result.errors)")
            #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
            #expect(result.output.isEmpty)
        }
        for words in [["run", "--bogus"], ["extract"], ["digest", "--date", "tomorrow"], ["frobnicate"]] {
            #expect(try place.run(words).code == 2, "\(words)")
        }
    }

    @Test func `a second daemon on one inbox says so and ends`() throws {
        let place = try Workplace()
        let daemon = try RunningDaemon(place)
        let second = try place.run(["run", "--inbox", place.inbox, "--outbox", place.outbox])
        #expect(second.code == 4)
        #expect(second.errors.contains("another dateline serves"))
        let other = try Workplace()
        let third = try place.run(["run", "--inbox", place.inbox, "--outbox", other.outbox])
        #expect(third.code == 4, "the same inbox with another outbox")
        #expect(daemon.stop() == 0)
    }

    @Test func `every command has help with an example, and schemas are JSON`() throws {
        let place = try Workplace()
        let commands = [
            "run", "extract", "annotate", "digest", "search", "status", "retry", "rebuild", "verify", "schema",
            "config",
            "doctor",
        ]
        for command in commands {
            let help = try place.run([command, "--help"])
            #expect(help.code == 0)
            #expect(help.output.contains("xample"), "\(command) --help has no example")
        }
        for subject in ["record", "digest", "config"] {
            let schema = try place.run(["schema", subject])
            let object = try JSONSerialization.jsonObject(with: Data(schema.output.utf8)) as? [String: Any]
            #expect(object?["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema", "\(subject)")
        }
        #expect(try place.run(["--version"]).output.contains("dateline/article/1"))
    }

    @Test func `a stream is answered line by line, in order, whatever the lines hold`() throws {
        let place = try Workplace()
        var lines: [String] = []
        for number in 0..<20 {
            let text = try JSONSerialization.data(withJSONObject: [
                "id": number, "content": SampleArticles.text(number),
            ])
            lines.append(String(decoding: text, as: UTF8.self))
        }
        lines.insert("this is not JSON", at: 5)
        lines.insert("{\"id\": \"empty\"}", at: 10)
        lines.insert("{\"id\": \"gone\", \"path\": \"/not/there.html\"}", at: 15)
        let result = try place.run(["extract", "--stream", "--jobs", "2"], input: lines.joined(separator: "\n") + "\n")
        #expect(result.code == 0, "\(result.errors)")
        let answers = try result.output.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
        #expect(answers.count == lines.count)
        let ids = answers.compactMap { $0["id"] as? Int }
        #expect(ids == Array(0..<20))
        #expect((answers[5]["rejected"] as? [String: Any])?["code"] as? String == "bad-json")
        #expect(answers[5]["id"] is NSNull)
        #expect((answers[10]["rejected"] as? [String: Any])?["code"] as? String == "no-content")
        #expect((answers[15]["rejected"] as? [String: Any])?["code"] as? String == "unreadable")
    }

    @Test func `annotate takes a text as it is`() throws {
        let place = try Workplace()
        let text = "  On Monday, Ada Marsh said:\t\"It is open.\"\n\n\nIt cost €5 million.  "
        let line = try JSONSerialization.data(withJSONObject: ["id": "a", "text": text, "published": "2024-10-03"])
        let result = try place.run(["annotate", "--stream"], input: String(decoding: line, as: UTF8.self))
        let answer = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        #expect((answer?["record"] as? [String: Any])?["text"] as? String == text)
    }

    @Test func `extract leaves annotation out where it is told to, and says so`() throws {
        let place = try Workplace()
        let line = #"{"id": 1, "content": "PARIS, May 3 - Rents rose by 3 percent in April, the city said on Monday."}"#
        let whole = try record(place.run(["extract", "--stream"], input: line).output)
        let bare = try record(place.run(["extract", "--stream", "--without-annotation"], input: line).output)
        #expect(bare["text"] as? String == whole["text"] as? String)
        #expect((whole["sentences"] as? [Any])?.isEmpty == false)
        #expect((bare["sentences"] as? [Any] ?? []).isEmpty)
        let notices = bare["notices"] as? [[String: Any]] ?? []
        #expect(notices.contains { $0["code"] as? String == "not-annotated" })
    }

    private func record(_ answer: String) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(answer.utf8)) as? [String: Any]
        return object?["record"] as? [String: Any] ?? [:]
    }

    @Test func `extract prints one record a line in a pipe and tells rejections apart`() throws {
        let place = try Workplace()
        try Data(SampleArticles.page(1).utf8).write(to: URL(fileURLWithPath: place.root + "/a.html"))
        try Data().write(to: URL(fileURLWithPath: place.root + "/b.html"))
        let result = try place.run(["extract", "a.html", "b.html"])
        #expect(result.code == 1)
        #expect(result.output.split(separator: "\n").count == 1)
        #expect(result.errors.contains("b.html"))
    }

    @Test func `rejected inputs go back where they came from`() throws {
        let place = try Workplace()
        try place.drop("", as: "wire/empty one.txt")
        #expect(try place.runOnce().code == 1)
        #expect(place.files(in: "rejected").count == 2)
        let unknown = try place.run(["retry", "--inbox", place.inbox, "--outbox", place.outbox, "never.txt"])
        #expect(unknown.code == 1)
        let back = try place.run(["retry", "--inbox", place.inbox, "--outbox", place.outbox, "empty one.txt"])
        #expect(back.code == 0, "\(back.errors)")
        #expect(FileManager.default.fileExists(atPath: place.inbox + "/wire/empty one.txt"))
        #expect(place.files(in: "rejected").isEmpty)
    }

    @Test func `verify finds what was changed behind the ledger's back`() throws {
        let place = try Workplace()
        try place.drop(SampleArticles.page(1), as: "a.html")
        #expect(try place.runOnce().code == 0)
        #expect(try place.run(["verify", "--outbox", place.outbox]).code == 0)
        let path = place.outbox + "/records/" + (try #require(place.recordFiles.first))
        var text = try String(contentsOfFile: path, encoding: .utf8)
        text = text.replacingOccurrences(of: "council", with: "counsel")
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        let result = try place.run(["verify", "--outbox", place.outbox])
        #expect(result.code == 1)
        #expect(result.output.contains("has changed since it was written"))
    }

    @Test func `a dry run moves nothing`() throws {
        let place = try Workplace()
        try place.drop(SampleArticles.page(1), as: "a.html")
        try place.drop("", as: "b.html")
        let result = try place.run(["run", "--inbox", place.inbox, "--outbox", place.outbox, "--dry-run"])
        #expect(result.code == 1)
        #expect(result.output.contains("record     a.html"), "\(result.output)\(result.errors)")
        #expect(result.output.contains("rejected   b.html"))
        #expect(place.waiting == ["a.html", "b.html"])
        #expect(place.recordFiles.isEmpty)
    }

    @Test func `options win over the environment, the environment over the file`() throws {
        let place = try Workplace()
        let config = place.root + "/dateline.yaml"
        try Data("inbox: /from/file\noutbox: /from/file\nsettleSeconds: 7\n".utf8).write(
            to: URL(fileURLWithPath: config))
        let result = try place.run(
            ["config", "--config", config, "--inbox", "/from/option"],
            environment: ["DATELINE_INBOX": "/from/environment", "DATELINE_OUTBOX": "/from/environment"])
        #expect(result.code == 0, "\(result.errors)")
        let lines = result.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        func line(_ key: String) -> [String]? { lines.first { $0.first == key } }
        #expect(line("inbox")?[1...2] == ["/from/option", "(--inbox)"])
        #expect(line("outbox")?[1...2] == ["/from/environment", "(DATELINE_OUTBOX)"])
        #expect(line("settleSeconds")?[1] == "7")
        #expect(line("scanSeconds")?[1...2] == ["300", "(default)"])
    }
}
