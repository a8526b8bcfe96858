import Language
import Markup

/// The learned weights of words: log-odds that a passage is article text, by a logistic regression over the words of its
/// containers' names, and by another over the tokens of short lines, and a third over those of the ends of longer passages.
package final class PassageTables: Sendable {
    /// By the hash of a container's word or element (`<aside>`).
    let containers: HashedTable<Float>
    /// By the hash of a token of `LineWords`.
    let tokens: HashedTable<Float>
    /// A line's odds before its tokens are known.
    let lineBias: Float
    /// The weights of the elements themselves, by raw value.
    let elements: [Float]

    /// The odds of a longer passage before the words of its ends are known.
    let endsBias: Float

    /// What stands in a table for the odds of a line without tokens.
    private static let bias = "=bias"
    /// The same of the ends of longer passages.
    private static let biasOfEnds = "(=bias"

    /// Tables of words and their weights. Linear.
    package convenience init(containers: [String: Float], tokens: [String: Float]) {
        self.init(
            containers: containers.map { (key: LineWords.hash(of: $0.key), value: $0.value) },
            tokens: tokens.map { (key: LineWords.hash(of: $0.key), value: $0.value) })
    }

    /// Tables of lists: a word and its weight a line. Linear.
    convenience init(containers: WordList, tokens: WordList) {
        self.init(containers: Self.weights(containers), tokens: Self.weights(tokens))
    }

    private init(containers: [(key: UInt64, value: Float)], tokens: [(key: UInt64, value: Float)]) {
        let names = HashedTable(containers, none: 0)
        self.containers = names
        self.tokens = HashedTable(tokens, none: 0)
        lineBias = self.tokens[LineWords.hash(of: Self.bias)] ?? 0
        endsBias = self.tokens[LineWords.hash(of: Self.biasOfEnds)] ?? 0
        elements = (0...UInt8.max).map { raw in
            Element(rawValue: raw).flatMap { names[LineWords.hash(of: "<\($0)>")] } ?? 0
        }
    }

    /// The tables that the program carries: `container-words.txt` and `passage-words.txt`.
    static let standard = PassageTables(
        containers: WordList(named: "container-words", in: .module),
        tokens: WordList(named: "passage-words", in: .module))

    /// The weights of a list by the hashes of its words. Linear.
    private static func weights(_ list: WordList) -> [(key: UInt64, value: Float)] {
        var weights: [(key: UInt64, value: Float)] = []
        list.forEachPair { word, weight in
            guard !weight.isEmpty, !weight.contains(0x09) else { return }
            weights.append((FNV1a.hash(of: word), DecimalText.float(weight) ?? 0))
        }
        return weights
    }

    /// The sums of the weights at a passage's beginning, with the bias, and at its end. Linear.
    func reading(of ends: PassageEnds) -> (opening: Float, closing: Float) {
        var opening = endsBias
        var closing: Float = 0
        ends.forEachToken {
            opening += tokens[$0] ?? 0
        } closing: {
            closing += tokens[$0] ?? 0
        }
        return (opening, closing)
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
