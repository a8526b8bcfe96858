import Foundation
import Language
import TestSupport
import Testing

@testable import Annotation

@Suite("Looking features up")
struct TagModelTests {
    /// A model of so many slots, in which about three of four are taken.
    private static func file(slots: Int) throws -> (model: TagModel, rows: [UInt8], remove: () -> Void) {
        var generator = SeededGenerator(seed: UInt64(slots))
        var bytes = withUnsafeBytes(of: TagModel.magic) { Array($0) } + withUnsafeBytes(of: UInt64(slots)) { Array($0) }
        bytes += [UInt8](repeating: 0, count: TagModel.headerBytes + TagModel.transitionBytes - bytes.count)
        let front = bytes.count
        for _ in 0..<slots {
            let isTaken = generator.next() % 4 > 0
            for lane in 0..<16 {
                // Few checks, so that many keys meet one.
                let number = lane == 15 ? (isTaken ? generator.next() % 4 << 1 | 1 : 0) : generator.next()
                bytes += withUnsafeBytes(of: UInt16(truncatingIfNeeded: number)) { Array($0) }
            }
        }
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("tags-\(UUID().uuidString)").path
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return (
            try TagModel(MappedFile(path: path)), Array(bytes[front...]),
            { try? FileManager.default.removeItem(atPath: path) }
        )
    }

    private static func number(_ rows: [UInt8], _ slot: Int, _ lane: Int) -> Int16 {
        let at = slot * TagModel.rowBytes + lane * 2
        return Int16(truncatingIfNeeded: Int(rows[at]) | Int(rows[at + 1]) << 8)
    }

    /// The slot of a key, looked for one by one.
    private static func plainPlace(_ key: UInt64, _ rows: [UInt8], slots: Int) -> Int {
        for step in 0..<TagModel.reach {
            let slot = (TagModel.slot(key, mask: slots - 1) + step) & (slots - 1)
            let found = number(rows, slot, 15)
            if found == TagModel.check(key) { return slot }
            if found == 0 { return -1 }
        }
        return -1
    }

    @Test("Four checks at once find what one by one finds", arguments: [1, 2, 4, 8, 64, 1024])
    func places(slots: Int) throws {
        let (model, rows, remove) = try Self.file(slots: slots)
        defer { remove() }
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<4000 {
            let key = generator.next() % UInt64(slots) | generator.next() % 8 << 48
            let (slot, isFound) = model.place(key, model.checks(near: key))
            #expect((isFound ? slot : -1) == Self.plainPlace(key, rows, slots: slots))
        }
    }

    @Test("A sum is that of the rows, however many features there are")
    func sums() throws {
        let (model, rows, remove) = try Self.file(slots: 64)
        defer { remove() }
        var sum = RowSum(model)
        var generator = SeededGenerator(seed: 5)
        for count in [0, 1, 127, 128, 129, 300] {
            var plain = [Int32](repeating: 0, count: 15)
            for _ in 0..<count {
                let key = generator.next() % 64 | generator.next() % 8 << 48
                sum.add(key)
                let place = Self.plainPlace(key, rows, slots: 64)
                if place >= 0 { for lane in plain.indices { plain[lane] += Int32(Self.number(rows, place, lane)) } }
            }
            let total = sum.take()
            #expect(plain.indices.allSatisfy { total[$0] == plain[$0] })
        }
    }
}
