import Annotation
import Foundation

/// A model of tags in the form that `TagModel` reads.
struct TagModelFile {
    private var bytes: [UInt8] = []
    /// How many features it holds.
    let count: Int

    /// The most important features that were learned, and the steps. A feature's importance is its largest weight, times the
    /// fourth root of how often it is seen.
    init(_ learned: MeanWeights, _ index: FeatureIndex, numbers: [Int32], slots: Int, most: Int) {
        var ranked: [(key: UInt64, row: Int, importance: Float)] = []
        for (feature, row) in numbers.enumerated() where row >= 0 {
            let weights = learned.weights(Int(row))
            let largest = max(weights.max(), -weights.min())
            guard largest > 0.5 / Float(TagModel.unit) else { continue }
            let often = Float(index.counts[feature])
            ranked.append((index.features[feature], Int(row), largest * often.squareRoot().squareRoot()))
        }
        ranked.sort { ($1.importance, $0.key) < ($0.importance, $1.key) }
        ranked = Array(ranked.prefix(most))
        count = ranked.count
        var table = [[Int16]](repeating: [], count: slots)
        for feature in ranked {
            var slot = TagModel.slot(feature.key, mask: slots - 1)
            let check = TagModel.check(feature.key)
            var looked = 1
            while !table[slot].isEmpty, table[slot][15] != check, looked < TagModel.reach {
                slot = (slot + 1) & (slots - 1)
                looked += 1
            }
            guard table[slot].isEmpty else { continue }
            let weights = learned.weights(feature.row)
            table[slot] = (0..<15).map { Self.whole($0, weights) } + [check]
        }
        write(table, learned)
    }

    private static func whole(_ tag: Int, _ weights: MeanWeights.Row) -> Int16 {
        Int16(clamping: Int((weights[tag] * Float(TagModel.unit)).rounded()))
    }

    private mutating func write(_ table: [[Int16]], _ learned: MeanWeights) {
        append(TagModel.magic)
        append(UInt64(table.count))
        bytes += [UInt8](repeating: 0, count: TagModel.headerBytes - bytes.count)
        for from in 0..<16 {
            let weights = learned.steps(from)
            for to in 0..<16 {
                let may = Chances.allowed[from][to] == 1
                append(may ? Int32((weights[to] * Float(TagModel.unit)).rounded()) : TagModel.never)
            }
        }
        let free = [Int16](repeating: 0, count: 16)
        for row in table { for number in row.isEmpty ? free : row { append(number) } }
    }

    private mutating func append<Number: FixedWidthInteger>(_ number: Number) {
        withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
    }

    /// Writes the file.
    func write(to path: String) throws { try Data(bytes).write(to: URL(fileURLWithPath: path)) }
}
