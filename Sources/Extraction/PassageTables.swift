import Language
import Markup

/// The learned weights of words: log-odds that a passage is article text, by a logistic regression over the words of its
/// containers' names, and by another over the tokens of short lines.
package struct PassageTables: Sendable {
    /// By the hash of a container's word or element (`<aside>`).
    let containers: HashedTable<Float>
    /// By the hash of a token of `LineWords`.
    let tokens: HashedTable<Float>
    /// A line's odds before its tokens are known.
    let lineBias: Float
    /// The weights of the elements themselves, by raw value.
    let elements: [Float]

    /// What stands in a table for the odds of a line without tokens.
    private static let bias = "=bias"

    /// Tables of words and their weights. Linear.
    package init(containers: [String: Float], tokens: [String: Float]) {
        let names = HashedTable(containers.map { (key: LineWords.hash(of: $0.key), value: $0.value) }, none: 0)
        self.containers = names
        self.tokens = HashedTable(tokens.map { (key: LineWords.hash(of: $0.key), value: $0.value) }, none: 0)
        lineBias = tokens[Self.bias] ?? 0
        elements = (0...UInt8.max).map { raw in
            Element(rawValue: raw).flatMap { names[LineWords.hash(of: "<\($0)>")] } ?? 0
        }
    }

    /// The tables that the program carries: `container-words.txt` and `passage-words.txt`.
    static let standard = PassageTables(
        containers: weights(WordList(named: "container-words", in: .module)),
        tokens: weights(WordList(named: "passage-words", in: .module)))

    /// The weights of a list: a word and its weight a line. Linear.
    static func weights(_ list: WordList) -> [String: Float] {
        var weights: [String: Float] = [:]
        for entry in list.entries where entry.count == 2 {
            weights[entry[0]] = Float(entry[1]) ?? 0
        }
        return weights
    }

    /// The sum and the lowest of a line's weights. Linear.
    func reading(of line: LineWords) -> (sum: Float, lowest: Float) {
        var sum = lineBias
        var lowest: Float = 0
        line.forEachToken { token in
            guard let weight = tokens[token] else { return }
            sum += weight
            lowest = min(lowest, weight)
        }
        return (sum, lowest)
    }
}
