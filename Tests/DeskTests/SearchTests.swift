import Foundation
import GRDB
import Records
import Testing

@testable import Desk

/// What `dateline search` finds, and that its index is filled whatever the ledger's age.
@Suite(.serialized) struct SearchTests {
    private static func article(_ headline: String, site: String, date: String, _ text: String) -> String {
        """
        Title: \(headline)
        Date: \(date)T08:00:00Z
        URL: https://\(site.lowercased().filter { $0 != " " }).example/\(headline.count)
        Source: \(site)

        \(text)

        The council will look at the matter again when it meets, and letters from readers are welcome until then. Nobody
        whom this newspaper asked wished to add anything to what was said, and the offices were closed on the day after.
        """
    }

    /// A workplace with three articles filed.
    private func filled() throws -> Workplace {
        let place = try Workplace()
        try place.drop(
            Self.article(
                "Mayor opens lighthouse", site: "Harbour Post", date: "2024-10-01",
                "The mayor of Oslo, Sigrid Haugland, opened the old lighthouse to visitors on Tuesday. "
                    + "“It has a new lamp,” Haugland said in Oslo."), as: "one.txt")
        try place.drop(
            Self.article(
                "Museum buys lamp", site: "Coast Ledger", date: "2024-10-03",
                "The National Museum in Bergen bought a lamp from an old lighthouse on Thursday. "
                    + "It was made in Paris, the director Jonas Teder said."), as: "two.txt")
        try place.drop(
            Self.article(
                "Ferry stops", site: "Coast Ledger", date: "2024-10-04",
                "The ferry between Bergen and the islands made its last crossing on Friday. "
                    + "<b>Nobody</b> \u{1B}[31mcried, Jonas Teder said on board."), as: "three.txt")
        #expect(try place.runOnce().code == 0)
        return place
    }

    private func headlines(_ place: Workplace, _ words: [String]) throws -> [String] {
        let result = try place.run(["search", "--outbox", place.outbox, "--json"] + words)
        #expect(result.code == 0, "\(result.errors)")
        let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        return (object?["hits"] as? [[String: Any]] ?? []).compactMap { $0["headline"] as? String }
    }

    @Test func `words, phrases, names and days narrow down what is found, the best first`() throws {
        let place = try filled()
        let cases: [(words: [String], headlines: [String])] = [
            (["lighthouse"], ["Mayor opens lighthouse", "Museum buys lamp"]),
            (["lamp", "lighthouse"], ["Museum buys lamp", "Mayor opens lighthouse"]),
            (["\"new lamp\""], ["Mayor opens lighthouse"]),
            (["--", "lighthouse", "-museum"], ["Mayor opens lighthouse"]),
            (["light*", "--since", "2024-10-02"], ["Museum buys lamp"]),
            (["--since", "2024-10-02"], ["Ferry stops", "Museum buys lamp"]),
            (["--since", "2030-01-01"], []),
            (["light*", "--since", "2030-01-01"], []),
            ([], ["Ferry stops", "Museum buys lamp", "Mayor opens lighthouse"]),
            (["lighthouse", "--until", "2024-10-01"], ["Mayor opens lighthouse"]),
            (["--place", "Bergen"], ["Ferry stops", "Museum buys lamp"]),
            (["--person", "haugland"], ["Mayor opens lighthouse"]),
            (["--site", "Coast Ledger", "crossing"], ["Ferry stops"]),
            (["--site", "coastledger.example", "lamp"], ["Museum buys lamp"]),
            (["submarine"], []),
            (["lighthouse\" OR 1 NEAR(x"], []),
        ]
        for item in cases {
            #expect(try Set(headlines(place, item.words)) == Set(item.headlines), "\(item.words)")
        }
        #expect(try headlines(place, ["lighthouse"]).first == "Mayor opens lighthouse")
    }

    @Test func `a hit tells the passage with the match marked, the record and the edition`() throws {
        let place = try filled()
        let result = try place.run(["search", "--outbox", place.outbox, "crossing"])
        #expect(result.output.contains("last *crossing* on Friday"))
        #expect(result.output.contains("/records/") && result.output.contains("/index.html#a-"))
        #expect(result.output.hasSuffix("1 article\n"))
        // A terminal obeys nothing that an article says.
        #expect(!result.output.contains("\u{1B}"))
        let hit = try #require(result.output.split(separator: "\n").first { $0.contains("index.html#") })
        let parts = hit.drop { $0 == " " }.split(separator: "#")
        let page = try String(contentsOfFile: String(parts[0]), encoding: .utf8)
        #expect(page.contains("id=\"\(parts[1])\""))
    }

    @Test func `what makes no sense is refused`() throws {
        let place = try filled()
        for words in [["--", "-x"], ["x", "--since", "tomorrow"], ["x", "--limit", "0"]] {
            #expect(try place.run(["search", "--outbox", place.outbox] + words).code == 2, "\(words)")
        }
    }

    @Test func `a rebuilt ledger finds the same`() throws {
        let place = try filled()
        let before = try place.run(["search", "--outbox", place.outbox, "lamp"]).output
        #expect(before.contains("2 articles"))
        #expect(try place.run(["rebuild", "--outbox", place.outbox]).code == 0)
        #expect(try place.run(["search", "--outbox", place.outbox, "lamp"]).output == before)
    }

    @Test(arguments: ["1", "2"])
    func `a ledger of an earlier version is taken over, its index filled from the records`(_ version: String) throws {
        let place = try filled()
        let path = place.outbox + "/.dateline/ledger.sqlite"
        let rows = try DatabaseQueue(path: path).read { db in
            try Ledger.Row.order(Column("id")).fetchAll(db)
        }
        #expect(rows.count == 3)
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
        let old = try DatabaseQueue(path: path)
        try Ledger.migrations.migrate(old, upTo: version)
        try old.write { db in
            for row in rows { try row.insert(db) }
            try db.execute(sql: "INSERT INTO edition (day, state) VALUES ('2024-10-03', 'kept')")
        }
        try old.close()
        #expect(try headlines(place, ["crossing"]) == ["Ferry stops"])
        #expect(try headlines(place, ["--since", "2024-10-03"]) == ["Ferry stops", "Museum buys lamp"])
        let kept = try DatabaseQueue(path: path).read { db in
            try String.fetchOne(db, sql: "SELECT state FROM edition WHERE day = '2024-10-03'")
        }
        #expect(kept == "kept")
        #expect(try DatabaseQueue(path: path).read { try Ledger.Row.fetchCount($0) } == 3)
    }
}
