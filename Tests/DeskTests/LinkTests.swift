import Foundation
import Glibc
import Testing

@testable import Desk

/// Links of both kinds, put where the daemon looks: nothing it could read for others comes out.
@Suite(.serialized) struct LinkTests {
    @Test func `a link on the way is not followed, nor one at the end`() throws {
        let place = try Workplace()
        let secret = place.root + "/secret"
        try FileManager.default.createDirectory(atPath: secret + "/deep", withIntermediateDirectories: true)
        try Data("secret".utf8).write(to: URL(fileURLWithPath: secret + "/deep/a.txt"))
        #expect(symlink(secret, place.inbox + "/link") == 0)
        #expect(mkdir(place.inbox + "/folder", 0o755) == 0)
        #expect(symlink(secret + "/deep/a.txt", place.inbox + "/folder/a.txt") == 0)
        let inbox = try Folder(at: place.inbox)
        #expect(throws: SystemError.self) { try inbox.file(RawPath("folder/a.txt")) }
        for path in ["link/deep/a.txt", "link/deep"] {
            #expect(throws: SystemError.self, "\(path)") { try inbox.entry(RawPath(path)) }
            #expect(throws: SystemError.self, "\(path)") { try inbox.file(RawPath(path)) }
            #expect(throws: SystemError.self, "\(path)") { try inbox.folder(RawPath(path)) }
            #expect(throws: SystemError.self, "\(path)") { try inbox.newFile(RawPath(path + "2"), mode: 0o644) }
        }
        try inbox.remove(RawPath("link/deep/a.txt"))
        #expect(FileManager.default.fileExists(atPath: secret + "/deep/a.txt"))
        #expect(try inbox.entry(RawPath("folder/a.txt")).kind == .symlink)
    }

    @Test func `a folder that turns into a link and back again and again gives nothing away`() throws {
        let place = try Workplace()
        let secret = place.root + "/secret"
        #expect(mkdir(secret, 0o755) == 0)
        let hidden = SampleArticles.text(1).replacing("council", with: "cabinet")
        let bait = place.root + "/bait"
        #expect(mkdir(bait, 0o755) == 0)
        let daemon = try RunningDaemon(place, environment: ["DATELINE_SETTLE_SECONDS": "0.1"])
        var rounds = 0
        let end = Date().addingTimeInterval(6)
        while Date() < end {
            let name = "a\(rounds).txt"
            rounds += 1
            // Where the daemon had the link in hand, the folder came back under another name.
            mkdir(bait, 0o755)
            try Data(hidden.utf8).write(to: URL(fileURLWithPath: "\(secret)/\(name)"))
            try Data(SampleArticles.text(2).utf8).write(to: URL(fileURLWithPath: "\(bait)/\(name)"))
            // The daemon may have taken the link, or either may be in the other's way: then it is the next round's turn.
            unlink(place.inbox + "/x")
            _ = rename(bait, place.inbox + "/x")
            usleep(UInt32.random(in: 0..<120_000))
            // The folder goes and the link stands in its place within a moment.
            _ = rename(place.inbox + "/x", bait)
            _ = symlink(secret, place.inbox + "/x")
            usleep(UInt32.random(in: 0..<60_000))
        }
        #expect(rounds > 10)
        #expect(daemon.stop() == 0)
        for path in place.files(in: ".") where !path.hasPrefix(".dateline") {
            let content = try? Data(contentsOf: URL(fileURLWithPath: "\(place.outbox)/\(path)"))
            #expect(content.map { String(decoding: $0, as: UTF8.self).contains("cabinet") } != true, "\(path)")
        }
    }

    @Test func `a second name for a file is published, and the first keeps what it had`() throws {
        let place = try Workplace()
        let other = place.root + "/other.txt"
        try Data(SampleArticles.text(3).utf8).write(to: URL(fileURLWithPath: other))
        #expect(chmod(other, 0o640) == 0)
        #expect(link(other, place.inbox + "/a.txt") == 0)
        #expect(try place.runOnce().code == 0)
        #expect(place.recordFiles.count == 1)
        #expect(try String(contentsOfFile: other, encoding: .utf8) == SampleArticles.text(3))
        var status = stat()
        #expect(stat(other, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o640)
    }
}
