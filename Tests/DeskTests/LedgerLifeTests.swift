import Foundation
import GRDB
import Testing

@testable import Desk

/// What becomes of the ledger over the years: rebuilds that are broken off, versions, starts with many days behind.
@Suite(.serialized) struct LedgerLifeTests {
    private func ledger(_ place: Workplace) throws -> DatabaseQueue {
        try DatabaseQueue(path: place.outbox + "/.dateline/ledger.sqlite")
    }

    /// Takes records out of the ledger, and leaves it as a rebuild does that was killed before them.
    private func forget(_ condition: String, isComplete: Bool, in place: Workplace) throws {
        let database = try ledger(place)
        try database.write { db in
            try db.execute(sql: "DELETE FROM search WHERE rowid IN (SELECT searchRow FROM record WHERE \(condition))")
            try db.execute(sql: "DELETE FROM record WHERE \(condition)")
            try Ledger.setComplete(isComplete, in: db)
        }
        try database.close()
    }

    private func count(_ place: Workplace) throws -> Int {
        try ledger(place).read { try Ledger.Row.fetchCount($0) }
    }

    private func drop(_ numbers: Range<Int>, day: String, in place: Workplace) throws {
        for number in numbers { try place.drop(SampleArticles.text(number), as: "article-\(number).txt") }
        #expect(try place.runOnce(["--date", day]).code == 0)
    }

    @Test func `a rebuild that was broken off goes on where it was, and the next begins anew`() throws {
        let place = try Workplace()
        try drop(0..<6, day: "2024-10-03", in: place)
        try forget("id IN (SELECT id FROM record ORDER BY path LIMIT 2)", isComplete: false, in: place)
        let resumed = try place.run(["rebuild", "--outbox", place.outbox])
        #expect(resumed.code == 0, "\(resumed.errors)")
        #expect(resumed.output.contains("4 records entered by a rebuild before that was broken off"))
        #expect(resumed.output.contains("2 entries made"))
        #expect(try place.run(["verify", "--outbox", place.outbox]).code == 0)
        let anew = try place.run(["rebuild", "--outbox", place.outbox])
        #expect(anew.output.hasPrefix("6 entries made"), "\(anew.output)")
    }

    @Test func `a broken-off rebuild whose ledger is damaged begins anew`() throws {
        let place = try Workplace()
        try drop(0..<3, day: "2024-10-03", in: place)
        let path = place.outbox + "/.dateline/ledger.sqlite"
        try Data("no database, but long enough to be taken for one: \(String(repeating: "x", count: 4096))".utf8)
            .write(to: URL(fileURLWithPath: path))
        let rebuilt = try place.run(["rebuild", "--outbox", place.outbox])
        #expect(rebuilt.code == 0 && rebuilt.output.hasPrefix("3 entries made"), "\(rebuilt.output)\(rebuilt.errors)")
    }

    @Test func `a start looks over all days until the ledger has been whole once, then over the last`() throws {
        let place = try Workplace()
        try drop(0..<2, day: "2020-01-01", in: place)
        try drop(2..<4, day: "2024-10-03", in: place)
        #expect(try count(place) == 4)
        try forget("day = '2020-01-01'", isComplete: false, in: place)
        #expect(try place.runOnce(["--date", "2024-10-03"]).code == 0)
        #expect(try count(place) == 4, "an unfinished ledger was taken for a whole one")
        try forget("day = '2020-01-01'", isComplete: true, in: place)
        #expect(try place.runOnce(["--date", "2024-10-03"]).code == 0)
        #expect(try count(place) == 2, "every start walks over all days there ever were")
        let verified = try place.run(["verify", "--outbox", place.outbox])
        #expect(verified.code == 1 && verified.output.contains("run `dateline rebuild`"))
    }

    @Test func `a search over a ledger that is not whole says so`() throws {
        let place = try Workplace()
        try drop(0..<2, day: "2024-10-03", in: place)
        #expect(try place.run(["search", "--outbox", place.outbox, "council"]).errors.isEmpty)
        try forget("id IN (SELECT id FROM record ORDER BY path LIMIT 1)", isComplete: false, in: place)
        let searched = try place.run(["search", "--outbox", place.outbox, "council"])
        #expect(searched.code == 0)
        #expect(searched.errors.contains("does not hold the whole outbox"))
    }

    @Test func `a copy made while the daemon works holds every article that was dropped before`() throws {
        let place = try Workplace()
        let copy = try Workplace()
        let daemon = try RunningDaemon(place)
        let count = 40
        for number in 0..<count { try place.drop(SampleArticles.page(number), as: "article-\(number).html") }
        #expect(eventually { place.recordFiles.count >= 10 }, "\(daemon.log)")
        // In this order; files that go meanwhile are in what is copied later.
        let shelves = ["originals", "duplicates", "rejected", "records", "digests"]
        for (source, target) in [(place.inbox, copy.inbox)]
            + shelves.map({ ("\(place.outbox)/\($0)", "\(copy.outbox)/\($0)") })
        {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/cp")
            process.arguments = ["-a", "-T", source, target]
            process.standardError = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
        }
        #expect(daemon.stop() == 0)
        #expect(try copy.runOnce().code == 0)
        #expect(copy.waiting.isEmpty)
        let names = try copy.records().values.compactMap { ($0["source"] as? [String: Any])?["file"] as? String }
        #expect(names.count == count && Set(names).count == count)
        let verified = try copy.run(["verify", "--outbox", copy.outbox])
        #expect(verified.code == 0, "\(verified.output)")
    }
}
