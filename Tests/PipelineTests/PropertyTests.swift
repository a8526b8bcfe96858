import Pipeline
import Records
import TestSupport
import Testing

/// Properties that hold for any input. Each seed is a run of its own, named in the report, and can be run again.
@Suite("Whatever comes in, what goes out keeps the contract")
struct PropertyTests {
    /// Enough inputs to reach the odd corners, few enough for a debug build to finish in seconds.
    static let seeds = Array(UInt64(1)...12)
    private static let inputsPerSeed = 8

    /// The outcome of one input as bytes: its record's, or its rejection's.
    private func outcome(_ document: Document) -> [UInt8] {
        do { return try Pipeline.record(of: document).json() } catch { return error.json() }
    }

    private func documents(_ seed: UInt64) -> [Document] {
        var generator = SeededGenerator(seed: seed)
        let names = ["a.html", "a.txt", "a.md", "a.mhtml", "2024-10-03 a.htm", ""]
        return (0..<Self.inputsPerSeed).map { number in
            let bytes =
                switch number % 4 {
                case 0: Noise.bytes(&generator, upTo: 2000)
                case 1: Array(Noise.text(&generator).utf8)
                default: Noise.page(&generator)
                }
            return Document(
                bytes: bytes, name: generator.pick(names), mediaType: generator.pick([nil, "text/html", "text/plain"]),
                url: generator.pick([nil, "https://news.example/a", "::"]),
                modified: generator.pick([nil, "2024-10-03T10:00:00Z"]))
        }
    }

    @Test("any bytes give a record without faults or a rejection that says why", arguments: seeds)
    func contract(seed: UInt64) {
        for document in documents(seed) {
            do {
                let record = try Pipeline.record(of: document)
                #expect(record.faults() == [], "\(document.bytes)")
            } catch {
                #expect(!error.stage.isEmpty && !error.code.isEmpty && !error.message.isEmpty)
                #expect(!error.message.contains("\n"))
            }
        }
    }

    @Test("the same document gives the same bytes", arguments: seeds)
    func determinism(seed: UInt64) {
        for document in documents(seed) { #expect(outcome(document) == outcome(document), "\(document.bytes)") }
    }

    @Test("any text can be annotated as it is", arguments: seeds)
    func annotation(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<Self.inputsPerSeed {
            let text = Noise.text(&generator)
            let record = Pipeline.record(of: CleanText(text: text, published: "2024-10-03"), name: "a")
            #expect(Array(record.article.text.utf8) == Array(text.utf8))
            #expect(record.faults() == [], "\(text.debugDescription)")
        }
    }

    @Test("the identity of a text is that of its words", arguments: seeds)
    func identity(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let paragraphs = Prose.article(&generator)
        let one = Pipeline.identity(of: paragraphs.joined(separator: "\n\n"))
        #expect(Pipeline.identity(of: " " + paragraphs.joined(separator: "\r\n \t") + "\n") == one)
        #expect(Pipeline.identity(of: paragraphs.dropLast().joined(separator: "\n\n")) != one)
    }

    @Test(
        "a clean article keeps its words, and extracting its own text again changes next to nothing", arguments: seeds)
    func idempotence(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let paragraphs = Prose.article(&generator)
        let written = paragraphs.joined(separator: "\n\n")
        let first = try Pipeline.record(of: Document(bytes: Array(written.utf8), name: "article.txt"))
        let second = try Pipeline.record(of: Document(bytes: Array(first.article.text.utf8), name: "article.txt"))
        #expect(share(of: written, keptIn: first.article.text) >= Self.keptWords)
        #expect(share(of: first.article.text, keptIn: second.article.text) >= Self.keptWords)
        #expect(share(of: second.article.text, keptIn: first.article.text) >= Self.keptWords)
    }

    /// How many of the words have to stay. The shortest of these articles has about 150 words, so that this lets one
    /// short line go, not a paragraph.
    private static let keptWords = 0.95

    /// The share of a text's words, repetitions counted, that another one holds.
    private func share(of text: String, keptIn other: String) -> Double {
        var counts: [Substring: Int] = [:]
        for word in other.split(whereSeparator: \.isWhitespace) { counts[word, default: 0] += 1 }
        let words = text.split(whereSeparator: \.isWhitespace)
        var kept = 0
        for word in words {
            guard let count = counts[word], count > 0 else { continue }
            counts[word] = count - 1
            kept += 1
        }
        return words.isEmpty ? 1 : Double(kept) / Double(words.count)
    }
}
