import Annotation
import Foundation

/// Learns a linear-chain conditional random field over tags (Lafferty, McCallum and Pereira, 2001), sentence by sentence, with
/// FTRL-Proximal (McMahan and others, 2013), whose price on weights leaves most features without any.
struct ChainTrainer {
    /// How it learns.
    struct Settings {
        /// The pace of learning.
        var pace: Float = 0.08
        /// What slows the pace of rarely seen features.
        var ease: Float = 1
        /// The price of a weight.
        var price: Float = 0.3
        /// The price of a squared weight.
        var squared: Float = 0.02
        /// The share of features that are left out at random, so that none is leant on alone.
        var dropped: Double = 0.1
        /// The share of tokens whose own word is left out, of half of them all that is known of it, too: so what surrounds a name is
        /// learned as for words that nobody knows.
        var unknown: Double = 0.25
        /// The share of sentences that are read without what a first reading tells, as the first reading itself is.
        var first: Double = 0.4
    }

    /// Tokens as rows of features, with their tags.
    struct Sentence {
        /// Where each token's rows begin in `rows` of the corpus, and the end.
        var bounds: [Int]
        /// The tag of each token; `NameTag.open` where nobody knows.
        var tags: [UInt8]
        var weight: Float
        /// The rows that a second reading adds to each token; none before there was a first.
        var second: [[Int32]] = []
    }

    typealias Row = SIMD16<Float>

    private let settings: Settings
    private var sums: [Row]
    private var squares: [Row]
    private var stepSums = [Row](repeating: Row(), count: 16)
    private var stepSquares = [Row](repeating: Row(), count: 16)
    private var random: SplitMix

    /// A trainer for so many features.
    init(features: Int, settings: Settings, seed: UInt64) {
        self.settings = settings
        sums = [Row](repeating: Row(), count: features)
        squares = [Row](repeating: Row(), count: features)
        random = SplitMix(state: seed)
    }

    /// The weights of a feature.
    @inline(__always)
    func weights(_ row: Int) -> Row { Self.weights(sums[row], squares[row], settings) }

    /// The weights of what follows a tag; 15 is the edge.
    func steps(_ tag: Int) -> Row { Self.weights(stepSums[tag], stepSquares[tag], settings) }

    @inline(__always)
    private static func weights(_ sum: Row, _ square: Row, _ settings: Settings) -> Row {
        let price = settings.price
        let beyond = sum - sum.clamped(lowerBound: Row(repeating: -price), upperBound: Row(repeating: price))
        return -beyond / ((square.squareRoot() + settings.ease) / settings.pace + settings.squared)
    }

    /// Static, so that no array is held twice while one of its rows changes.
    @inline(__always)
    private static func learn(_ gradient: Row, _ sum: inout Row, _ square: inout Row, _ settings: Settings) {
        let weight = weights(sum, square, settings)
        let grown = square + gradient * gradient
        sum += gradient - (grown.squareRoot() - square.squareRoot()) / settings.pace * weight
        square = grown
    }

    /// One pass over the sentences in an order of its own; gives the mean loss of a token.
    mutating func pass(_ sentences: [Sentence], rows: [Int32], sources: [TaggerSample.Source]) -> Double {
        var order = Array(sentences.indices)
        for index in order.indices.reversed() where index > 0 {
            order.swapAt(index, Int(random.next() % UInt64(index + 1)))
        }
        var loss = 0.0
        var tokens = 0
        for index in order {
            loss += learn(sentences[index], rows, sources)
            tokens += sentences[index].tags.count
        }
        return loss / Double(max(tokens, 1))
    }

    private mutating func learn(_ sentence: Sentence, _ rows: [Int32], _ sources: [TaggerSample.Source]) -> Double {
        let kept = chosen(sentence, rows, sources)
        let count = sentence.tags.count
        var scores = [Row](repeating: Row(), count: count)
        for token in 0..<count { for row in kept[token] { scores[token] += weights(Int(row)) } }
        let stepWeights = (0..<16).map { steps($0) }
        let chances = Chances(scores, steps: stepWeights)
        // Of tokens whose tags are left open the model's own reading, given the others, stands for the truth.
        let told =
            sentence.tags.contains(NameTag.open)
            ? Chances(Chances.held(scores, to: sentence.tags), steps: stepWeights) : nil
        for token in 0..<count {
            var gradient = chances.tags[token]
            if let told { gradient -= told.tags[token] } else { gradient[Int(sentence.tags[token])] -= 1 }
            gradient *= sentence.weight
            // What is known for sure teaches nothing.
            guard gradient.max() > 0.001 || gradient.min() < -0.001 else { continue }
            for row in kept[token] { Self.learn(gradient, &sums[Int(row)], &squares[Int(row)], settings) }
        }
        var expected = chances.steps
        if let told {
            for tag in 0..<16 { expected[tag] -= told.steps[tag] }
        } else {
            var before = 15
            for tag in sentence.tags {
                expected[before][Int(tag)] -= 1
                before = Int(tag)
            }
            expected[before][15] -= 1
        }
        for tag in 0..<16 {
            Self.learn(expected[tag] * sentence.weight, &stepSums[tag], &stepSquares[tag], settings)
        }
        return told.map { chances.whole - $0.whole } ?? chances.loss(of: sentence.tags, scores)
    }

    /// The likeliest tag of each token of a sentence by itself.
    func tags(of sentence: Sentence, rows: [Int32]) -> [UInt8] {
        let scores = sentence.tags.indices.map { token in
            rows[sentence.bounds[token]..<sentence.bounds[token + 1]].reduce(into: Row()) { sum, row in
                if row >= 0 { sum += weights(Int(row)) }
            }
        }
        return Chances(scores, steps: (0..<16).map { steps($0) }).tags.map { chances in
            UInt8((0..<NameTag.count).max { chances[$0] < chances[$1] } ?? NameTag.outside)
        }
    }

    /// The features of each token that a sentence is learned with this time.
    private mutating func chosen(_ sentence: Sentence, _ rows: [Int32], _ sources: [TaggerSample.Source]) -> [[Int32]] {
        let isFirst = sentence.second.isEmpty || happens(settings.first)
        var kept: [[Int32]] = []
        kept.reserveCapacity(sentence.tags.count)
        for token in sentence.tags.indices {
            let isUnknown = happens(settings.unknown)
            let isStrange = isUnknown && happens(0.5)
            var own: [Int32] = []
            for place in sentence.bounds[token]..<sentence.bounds[token + 1] where rows[place] >= 0 {
                if isUnknown, sources[place] == .word || isStrange && sources[place] == .classes { continue }
                if happens(settings.dropped) { continue }
                own.append(rows[place])
            }
            kept.append(isFirst ? own : own + sentence.second[token])
        }
        return kept
    }

    /// Whether something of a probability happens this time.
    @inline(__always)
    private mutating func happens(_ probability: Double) -> Bool {
        probability > 0 && random.next() >> 32 < UInt64(probability * Double(UInt32.max))
    }
}

/// Numbers at random from a seed (splitmix64, Steele, Lea and Flood, 2014).
struct SplitMix {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
