import Foundation
import Testing

@testable import dateline_dev

@Suite("A figure that slides below its floor is seen")
struct FloorTableTests {
    private static let text = """
        # Figures.

        corpus\train\textraction\tnews/rain\t3\tabc
        floor\train\tsh_f1\t0.97\t0.96
        floor\train\tauth_spur\t0.05\t-

        corpus\tquotes.dev\tquotes\tquotes.dev.jsonl\t1\tdef
        floor\tquotes.dev\tdirect.ge80.R\t86.0\t85.5

        """

    private static func figures(_ f1: Double, _ spurious: Double) -> Figure {
        .named(["sh_f1": .number(f1), "auth_spur": .number(spurious)])
    }

    @Test("A table is written as it was read")
    func roundTrip() throws {
        let table = try FloorTable(Self.text)
        #expect(table.text == Self.text)
        #expect(table.corpora.map(\.every) == [3, 1])
        #expect(table.floors.count == 3)
    }

    @Test(
        "A line that is none is named", arguments: ["corpus\tx", "floor\tnobody\ta\t1\t1", "floor\train\ta\tb\t1", "x"])
    func malformed(_ line: String) {
        #expect(throws: FloorTable.Fault.malformed(line: 9)) { try FloorTable(Self.text + line) }
    }

    static let places = [
        ("/a/rain", "rain"), ("/a/quotes.dev.jsonl", "quotes.dev"), ("/a/quotes.dev.jsonl.gz", "quotes.dev"),
        ("/a/snow", nil),
    ]

    @Test("A corpus is known by its name", arguments: places)
    func corpus(path: String, name: String?) throws {
        #expect(try FloorTable(Self.text).corpus(of: URL(fileURLWithPath: path))?.name == name)
    }

    @Test(
        "Floors hold from below, ceilings from above",
        arguments: [(0.97, 0.05, []), (0.9699, 0.05, ["sh_f1"]), (0.99, 0.051, ["auth_spur"])])
    func holds(f1: Double, spurious: Double, slid: [String]) throws {
        let check = FloorCheck(
            Self.figures(f1, spurious), try FloorTable(Self.text), corpus: "rain", isSample: false)
        #expect(check.rows.filter { !$0.holds }.map(\.figure) == slid)
        #expect(check.holds == slid.isEmpty)
        #expect(check.failures.count == slid.count)
    }

    @Test("A figure that is gone does not hold, nor does a corpus without floors")
    func missing() throws {
        let table = try FloorTable(Self.text)
        #expect(!FloorCheck(.named([:]), table, corpus: "rain", isSample: true).holds)
        #expect(!FloorCheck(Self.figures(1, 0), table, corpus: "snow", isSample: true).holds)
    }

    @Test("Raising keeps what is higher already, and begins anew for another gold")
    func raise() throws {
        let table = try FloorTable(Self.text)
        let corpus = try #require(table.corpora.first)
        let figures = Self.figures(0.99, 0.09)
        let raised = FloorCheck.raised(table, by: figures, corpus: corpus, digest: "abc", isSample: false)
        #expect(raised.floors.first { $0.figure == "sh_f1" }?.whole == 0.985)
        #expect(raised.floors.first { $0.figure == "sh_f1" }?.sample == 0.96)
        #expect(raised.floors.first { $0.figure == "auth_spur" }?.whole == 0.05)
        let other = FloorCheck.raised(table, by: figures, corpus: corpus, digest: "new", isSample: false)
        #expect(other.floors.first { $0.figure == "auth_spur" }?.whole == 0.095)
        #expect(other.corpora.first?.digest == "new")
    }
}

/// The corpora are no part of the repository: `DATELINE_CORPORA` names the folder that holds them, laid out as
/// `Tests/floors.txt` says.
private let corpora = ProcessInfo.processInfo.environment["DATELINE_CORPORA"].map { URL(fileURLWithPath: $0) }

@Suite("The engine keeps to its floors on a sample of each corpus")
struct FloorTests {
    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("floors.txt")

    static let known: [FloorTable.Corpus] = (try? FloorTable(path: file.path).corpora) ?? []

    @Test("The table of floors can be read, and each of its corpora has floors for the sample")
    func table() throws {
        let table = try FloorTable(path: Self.file.path)
        #expect(!table.corpora.isEmpty)
        for corpus in table.corpora {
            #expect(table.floors.contains { $0.corpus == corpus.name && $0.sample != nil && $0.whole != nil })
        }
    }

    @Test(
        "No figure is below its floor",
        .enabled(if: corpora != nil, "DATELINE_CORPORA names no folder with the corpora: floors are not checked"),
        arguments: known)
    func floors(_ corpus: FloorTable.Corpus) throws {
        let data = try #require(corpora).appendingPathComponent(corpus.path)
        let gold = corpus.task == .extraction ? data.appendingPathComponent("gold.jsonl") : data
        guard FileManager.default.fileExists(atPath: gold.path) else {
            print("skipped: there is no \(gold.path)")
            return
        }
        guard try FloorCheck.digest(of: gold) == corpus.digest else {
            print("skipped: \(gold.path) is not the gold that its floors were measured on")
            return
        }
        let evaluation = try Evaluation(of: Engine(), task: corpus.task, data: data, every: corpus.every)
        let check = FloorCheck(
            evaluation.figures, try FloorTable(path: Self.file.path), corpus: corpus.name, isSample: true)
        #expect(check.failures == [])
        #expect(check.holds)
        #expect(evaluation.faults == [])
    }
}
