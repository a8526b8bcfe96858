import Foundation
import Glibc
import Testing

/// The real program, the real file system: everything that may be dropped, and where it ends.
@Suite(.serialized) struct InboxRulesTests {
    @Test func `an article dropped into a running daemon is a record and in the digest within seconds`() throws {
        let place = try Workplace()
        let daemon = try RunningDaemon(place)
        try place.drop(SampleArticles.text(1), as: "council.txt")
        #expect(eventually { place.recordFiles.count == 1 }, "\(daemon.log)")
        #expect(eventually { place.files(in: "digests").contains { $0.hasSuffix("index.html") } }, "\(daemon.log)")
        let record = try #require(try place.records().values.first)
        #expect((record["text"] as? String)?.hasSuffix("need new concrete.") == true)
        #expect(eventually { place.files(in: "originals").count == 1 && place.waiting.isEmpty })
        #expect(place.waiting.isEmpty)
        #expect(daemon.stop() == 0)
    }

    @Test func `files written slowly are read once, and whole`() throws {
        let place = try Workplace()
        let daemon = try RunningDaemon(place)
        let text = Array(SampleArticles.text(2).utf8)
        let path = place.inbox + "/slow.txt"
        let number = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o644)
        #expect(write(number, text, text.count / 2) == text.count / 2)
        // Longer than the settle time: somebody who pauses has not finished.
        sleep(3)
        #expect(place.recordFiles.isEmpty, "half a file was read")
        let rest = Array(text[(text.count / 2)...])
        #expect(write(number, rest, rest.count) == rest.count)
        close(number)
        #expect(eventually { place.recordFiles.count == 1 }, "\(daemon.log)")
        let record = try #require(try place.records().values.first)
        #expect((record["text"] as? String)?.hasSuffix("need new concrete.") == true)
        #expect(daemon.stop() == 0)
    }

    @Test func `a writer who pauses again and again is waited for`() throws {
        let place = try Workplace()
        let daemon = try RunningDaemon(place, environment: ["DATELINE_SETTLE_SECONDS": "0.3"])
        let text = Array(SampleArticles.text(2).utf8)
        let number = open(place.inbox + "/slow.txt", O_WRONLY | O_CREAT | O_EXCL, 0o644)
        for part in 0..<4 {
            let piece = Array(text[(part * text.count / 4)..<((part + 1) * text.count / 4)])
            #expect(write(number, piece, piece.count) == piece.count)
            usleep(1_500_000)
            #expect(place.recordFiles.isEmpty, "half a file was read")
        }
        close(number)
        #expect(eventually { place.recordFiles.count == 1 && place.waiting.isEmpty }, "\(daemon.log)")
        let record = try #require(try place.records().values.first)
        #expect((record["text"] as? String)?.hasSuffix("need new concrete.") == true)
        #expect(daemon.stop() == 0)
    }

    @Test func `a file that is half written at start-up waits for its writer`() throws {
        let place = try Workplace()
        let text = Array(SampleArticles.text(3).utf8)
        let number = open(place.inbox + "/early.txt", O_WRONLY | O_CREAT | O_EXCL, 0o644)
        #expect(write(number, text, text.count / 2) == text.count / 2)
        let daemon = try RunningDaemon(place)
        sleep(4)
        #expect(place.recordFiles.isEmpty, "half a file was read")
        let rest = Array(text[(text.count / 2)...])
        #expect(write(number, rest, rest.count) == rest.count)
        close(number)
        #expect(eventually { place.recordFiles.count == 1 }, "\(daemon.log)")
        #expect(daemon.stop() == 0)
    }

    @Test func `what is no article ends among the rejected with its reason`() throws {
        let place = try Workplace()
        let daemon = try RunningDaemon(place)
        #expect(mkfifo(place.inbox + "/pipe.html", 0o644) == 0)
        #expect(symlink("/etc/passwd", place.inbox + "/link.txt") == 0)
        try Data().write(to: URL(fileURLWithPath: place.inbox + "/empty.txt"))
        let png: [UInt8] =
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + [UInt8](repeating: 7, count: 500)
        try Data(png).write(to: URL(fileURLWithPath: place.inbox + "/picture.html"))
        let large = [UInt8](repeating: UInt8(ascii: "a"), count: (16 << 20) + 1)
        try Data(large).write(to: URL(fileURLWithPath: place.inbox + "/large.txt"))
        #expect(eventually { place.waiting.isEmpty }, "still waiting: \(place.waiting)\n\(daemon.log)")
        let codes = try rejections(in: place)
        #expect(codes["pipe.html"] == "not-a-file")
        #expect(codes["link.txt"] == "not-a-file")
        #expect(codes["empty.txt"] == "empty")
        #expect(codes["picture.html"] == "not-text")
        #expect(codes["large.txt"] == "too-large")
        #expect(try place.records().isEmpty)
        // The link itself was moved, not what it points to.
        #expect(FileManager.default.fileExists(atPath: "/etc/passwd"))
        #expect(daemon.stop() == 0)
    }

    @Test func `names of any bytes are taken`() throws {
        let place = try Workplace()
        let daemon = try RunningDaemon(place)
        let names: [[UInt8]] = [
            Array("two\nlines.txt".utf8), Array("it's \"quoted\" & <b>.txt".utf8),
            Array(String(repeating: "n", count: 251).utf8) + Array(".txt".utf8),
            [0x66, 0xFF, 0xFE, 0x6F] + Array(".txt".utf8), Array("-rf.txt".utf8), Array("übermäßig 新闻.txt".utf8),
        ]
        for (index, name) in names.enumerated() {
            let text = Array(SampleArticles.text(10 + index).utf8)
            let temporary = place.root + "/outside-\(index)"
            try Data(text).write(to: URL(fileURLWithPath: temporary))
            let target = (Array((place.inbox + "/").utf8) + name + [0]).map { CChar(bitPattern: $0) }
            #expect(rename(temporary, target) == 0)
        }
        #expect(eventually { place.recordFiles.count == names.count }, "\(daemon.log)")
        // The record comes first, then the input moves.
        #expect(eventually { place.files(in: "originals").count == names.count }, "\(daemon.log)")
        #expect(place.files(in: "rejected").isEmpty)
        for line in daemon.log.split(separator: "\n") {
            #expect(line.contains(" INFO ") || line.contains(" WARN "), "a name broke a log line: \(line)")
        }
        #expect(daemon.stop() == 0)
    }

    @Test func `half-made downloads and litter are left alone`() throws {
        let place = try Workplace()
        for name in [".hidden", "page.html.part", "page.crdownload", "old~", "~$doc.txt", "Thumbs.db", "README.md"] {
            try place.drop(SampleArticles.text(4), as: name)
        }
        let result = try place.runOnce()
        #expect(result.code == 0, "\(result.errors)")
        #expect(place.waiting.count == 7)
        #expect(place.recordFiles.isEmpty)
    }

    @Test func `a saved page takes its folder along`() throws {
        let place = try Workplace()
        try place.drop(SampleArticles.page(5), as: "reuters/Page.html")
        try place.drop("body { color: black }", as: "reuters/Page_files/style.css")
        try place.drop(SampleArticles.text(6), as: "reuters/Page_files/other.txt")
        let result = try place.runOnce()
        #expect(result.code == 0, "\(result.errors)")
        let record = try #require(try place.records().values.first)
        #expect(try place.records().count == 1)
        #expect((record["source"] as? [String: Any])?["collection"] as? [String] == ["reuters"])
        let originals = place.files(in: "originals")
        #expect(originals.contains { $0.hasSuffix("-Page_files/style.css") }, "\(originals)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.inbox + "/reuters").isEmpty)
    }

    @Test func `the same article twice is one record and one duplicate`() throws {
        let place = try Workplace()
        try place.drop(SampleArticles.text(7), as: "first.txt")
        try place.drop(SampleArticles.text(7), as: "second.txt")
        // The same words, wrapped otherwise: other bytes, the same article.
        try place.drop(SampleArticles.text(7) + "\n\n", as: "third.txt")
        let result = try place.runOnce()
        #expect(result.code == 0, "\(result.errors)")
        #expect(place.recordFiles.count == 1)
        #expect(place.files(in: "duplicates").filter { $0.hasSuffix(".duplicate.json") }.count == 2)
        #expect(place.waiting.isEmpty)
    }

    private func rejections(in place: Workplace) throws -> [String: String] {
        var codes: [String: String] = [:]
        for path in place.files(in: "rejected") where path.hasSuffix(".error.json") {
            let data = try Data(contentsOf: URL(fileURLWithPath: "\(place.outbox)/rejected/\(path)"))
            let object = try JSONSerialization.jsonObject(with: data) as? [String: Any]
            if let file = object?["file"] as? String { codes[file] = object?["code"] as? String }
        }
        return codes
    }
}
