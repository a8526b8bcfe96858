import Foundation
import Glibc
import Testing

/// What a service manager sees, and what comes from outside while the daemon runs.
@Suite(.serialized) struct ServiceTests {
    @Test func `the service manager hears of readiness, life, reload and the end`() throws {
        let place = try Workplace()
        let manager = try NotificationSocket(at: place.root + "/notify")
        let daemon = try RunningDaemon(
            place, environment: ["NOTIFY_SOCKET": manager.path, "WATCHDOG_USEC": "500000"])
        #expect(eventually { manager.heard.contains { $0.contains("READY=1") } })
        #expect(eventually { manager.heard.contains { $0.contains("WATCHDOG=1") } })
        kill(daemon.identifier, SIGHUP)
        #expect(eventually { manager.heard.contains { $0.contains("RELOADING=1") } })
        #expect(eventually { daemon.log.contains("configuration read again") })
        #expect(daemon.stop() == 0)
        #expect(eventually { manager.heard.contains { $0.contains("STOPPING=1") } })
    }

    @Test func `a reload takes up what can change and keeps the old where the file is wrong`() throws {
        let place = try Workplace()
        let config = place.root + "/dateline.yaml"
        try Data("maximumMegabytes: 1\n".utf8).write(to: URL(fileURLWithPath: config))
        let daemon = try RunningDaemon(place, ["--config", config])
        try Data("maximumMegabytes: none\n".utf8).write(to: URL(fileURLWithPath: config))
        kill(daemon.identifier, SIGHUP)
        #expect(eventually { daemon.log.contains("configuration not taken up") })
        try Data("maximumMegabytes: 2\n".utf8).write(to: URL(fileURLWithPath: config))
        kill(daemon.identifier, SIGHUP)
        #expect(eventually { daemon.log.contains("configuration read again") })
        #expect(daemon.stop() == 0)
    }

    @Test func `signals make the digest now and log the status`() throws {
        let place = try Workplace()
        let daemon = try RunningDaemon(place)
        kill(daemon.identifier, SIGUSR2)
        #expect(eventually { daemon.log.contains("INFO status") })
        kill(daemon.identifier, SIGUSR1)
        #expect(eventually { place.files(in: "digests").contains { $0.hasSuffix("index.html") } }, "\(daemon.log)")
        #expect(daemon.stop() == 0)
    }

    @Test func `new folders are collections, also those that appear while it runs`() throws {
        let place = try Workplace()
        let daemon = try RunningDaemon(place)
        try place.drop(SampleArticles.text(1), as: "wire/europe/a.txt")
        #expect(eventually { place.recordFiles.count == 1 }, "\(daemon.log)")
        let record = try #require(try place.records().values.first)
        #expect((record["source"] as? [String: Any])?["collection"] as? [String] == ["wire", "europe"])
        // A whole folder moved in from elsewhere.
        let outside = place.root + "/outside"
        try FileManager.default.createDirectory(atPath: outside, withIntermediateDirectories: true)
        try Data(SampleArticles.text(2).utf8).write(to: URL(fileURLWithPath: outside + "/b.txt"))
        #expect(rename(outside, place.inbox + "/moved") == 0)
        #expect(eventually { place.recordFiles.count == 2 }, "\(daemon.log)")
        #expect(daemon.stop() == 0)
    }

    @Test func `an inbox that is replaced while it runs is taken up again`() throws {
        let place = try Workplace()
        let daemon = try RunningDaemon(place, environment: ["DATELINE_SCAN_SECONDS": "1"])
        #expect(rename(place.inbox, place.inbox + ".old") == 0)
        #expect(eventually { daemon.log.contains("the inbox is gone") }, "\(daemon.log)")
        #expect(mkdir(place.inbox, 0o755) == 0)
        #expect(eventually { daemon.log.contains("the inbox is another folder now") }, "\(daemon.log)")
        try place.drop(SampleArticles.text(1), as: "a.txt")
        #expect(eventually { place.recordFiles.count == 1 }, "\(daemon.log)")
        #expect(daemon.stop() == 0)
    }

    @Test func `an outbox that is moved away is not written to, and the one in its place is`() throws {
        let place = try Workplace()
        let daemon = try RunningDaemon(place)
        try place.drop(SampleArticles.text(1), as: "a.txt")
        #expect(eventually { place.recordFiles.count == 1 && place.waiting.isEmpty }, "\(daemon.log)")
        #expect(rename(place.outbox, place.outbox + ".old") == 0)
        try place.drop(SampleArticles.text(2), as: "b.txt")
        #expect(eventually { daemon.log.contains("publishing waits") }, "\(daemon.log)")
        #expect(place.waiting == ["b.txt"])
        #expect(mkdir(place.outbox, 0o755) == 0)
        #expect(eventually { place.recordFiles.count == 1 && place.waiting.isEmpty }, "\(daemon.log)")
        #expect(daemon.log.contains("the outbox is another folder now"), "\(daemon.log)")
        let isSaid = try eventually {
            try place.run(["status", "--inbox", place.inbox, "--outbox", place.outbox]).output
                .contains("running, process \(daemon.identifier)")
        }
        #expect(isSaid)
        #expect(daemon.stop() == 0)
        let verified = try place.run(["verify", "--outbox", place.outbox])
        #expect(verified.code == 0, "\(verified.output)\(verified.errors)")
    }

    @Test func `an inbox that is gone is looked for often, and status says so`() throws {
        let place = try Workplace()
        let daemon = try RunningDaemon(place)
        #expect(rename(place.inbox, place.inbox + ".old") == 0)
        #expect(eventually { daemon.log.contains("the inbox is gone") }, "\(daemon.log)")
        #expect(mkdir(place.inbox, 0o755) == 0)
        try place.drop(SampleArticles.text(1), as: "a.txt")
        #expect(eventually { place.recordFiles.count == 1 }, "\(daemon.log)")
        #expect(daemon.stop() == 0)
    }

    @Test func `an outbox that cannot be written rejects nothing and goes on by itself`() throws {
        // The file system refuses root nothing, so a file in a folder's place stands for the refusal.
        let place = try Workplace()
        let daemon = try RunningDaemon(place)
        let blocker = place.outbox + "/records"
        try Data("in the way".utf8).write(to: URL(fileURLWithPath: blocker))
        try place.drop(SampleArticles.text(1), as: "a.txt")
        #expect(eventually { daemon.log.contains("publishing waits") }, "\(daemon.log)")
        #expect(place.waiting == ["a.txt"])
        let status = try place.run(["status", "--inbox", place.inbox, "--outbox", place.outbox])
        #expect(status.output.contains("running, process \(daemon.identifier)"), "\(status.output)")
        let isSaid = try eventually {
            try place.run(["status", "--inbox", place.inbox, "--outbox", place.outbox]).output.contains("paused: ")
        }
        #expect(isSaid)
        try FileManager.default.removeItem(atPath: blocker)
        #expect(eventually { place.recordFiles.count == 1 }, "\(daemon.log)")
        #expect(place.files(in: "rejected").isEmpty)
        #expect(daemon.stop() == 0)
    }
}

/// The receiving end of `sd_notify`.
final class NotificationSocket {
    let path: String
    private let number: Int32
    private var messages: [String] = []

    init(at path: String) throws {
        self.path = path
        number = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        try #require(path.utf8.count < MemoryLayout.size(ofValue: address.sun_path))
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
        let result = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(number, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        try #require(result == 0)
    }

    deinit { close(number) }

    /// Every message so far.
    var heard: [String] {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = recv(number, &buffer, buffer.count, Int32(MSG_DONTWAIT))
            if count <= 0 { return messages }
            messages.append(String(decoding: buffer[..<count], as: UTF8.self))
        }
    }
}
