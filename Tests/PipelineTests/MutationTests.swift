import Foundation
import Pipeline
import Records
import TestSupport
import Testing

/// Golden articles as faulty disks, transfers and publishing systems hand them over. Each seed is a run of its own.
@Suite("Damaged articles give sound records or rejections")
struct MutationTests {
    static let seeds = Array(UInt64(1)...4)
    /// Mutations of each article by each seed: 4 seeds try some 270 in a few seconds of a debug build.
    private static let mutations = 1
    /// Bytes beyond which an article is left to the other tests: 70 of them fit many times into the time of one.
    private static let longest = 20_000
    /// The step of places where articles are cut: no power of two, so that all parts of characters are met.
    private static let step = 97

    private static let documents: [Document] = GoldenTests.slugs.compactMap { slug in
        guard let document = try? GoldenTests.document(of: slug) else { return nil }
        return document.bytes.count <= longest ? document : nil
    }

    @Test("cut off, flipped, repeated, nested: no crash, no fault", arguments: seeds)
    func mutations(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for document in Self.documents {
            for _ in 0..<Self.mutations {
                var damaged = document
                let kind = Self.damage(&damaged.bytes, &generator)
                do {
                    let record = try Pipeline.record(of: damaged)
                    #expect(record.faults() == [], "\(document.bytes.count) bytes, \(kind)")
                } catch {
                    #expect(!error.code.isEmpty && !error.message.contains("\n"), "\(kind)")
                }
            }
        }
    }

    /// Damages an input in one way; returns which.
    private static func damage(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) -> String {
        guard bytes.count > step else { return "nothing" }
        let place = generator.number(0...bytes.count - 1)
        switch generator.number(0...5) {
        case 0, 1:
            let end = generator.number(1...bytes.count / step) * step
            bytes.removeLast(bytes.count - end)
            return "cut at \(end)"
        case 2:
            for _ in 0..<generator.number(1...20) {
                bytes[generator.number(0...bytes.count - 1)] = UInt8(truncatingIfNeeded: generator.next())
            }
            return "bytes replaced"
        case 3:
            let end = min(bytes.count, place + generator.number(1...400))
            bytes.removeSubrange(place..<end)
            return "\(place)..<\(end) left out"
        case 4:
            let piece = Array(bytes[place..<min(bytes.count, place + generator.number(1...400))])
            for _ in 0..<generator.number(1...30) { bytes.insert(contentsOf: piece, at: place) }
            return "a piece at \(place) repeated"
        default:
            let tag = generator.pick(["<div>", "<table><tr><td>", "<!--", "<b><p>", "&amp;amp;", "> ", "{\"a\":["])
            bytes.insert(contentsOf: Array(String(repeating: tag, count: 700).utf8), at: place)
            return "\(tag) at \(place)"
        }
    }

    @Test(
        "an article many times over costs no more than its length", arguments: ["input.html", "input.txt", "input.mht"])
    func time(name: String) throws {
        guard let document = Self.documents.first(where: { $0.name == name }) else {
            Issue.record("no article is called \(name)")
            return
        }
        var long = document
        long.bytes = Array(repeatElement(document.bytes, count: 20).joined())
        let clock = ContinuousClock()
        let time = clock.measure { _ = try? Pipeline.record(of: long) }
        // A debug build on a busy machine; what is quadratic here takes minutes.
        #expect(time < .seconds(20), "\(name)")
    }
}
