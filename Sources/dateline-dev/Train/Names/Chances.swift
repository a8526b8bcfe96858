import Annotation
import Foundation

/// How probable each tag of a sentence, and each step from tag to tag, is (forward-backward).
struct Chances {
    typealias Row = ChainTrainer.Row

    /// The probability of each tag at each token.
    private(set) var tags: [Row]
    /// How often each step is to be expected; 15 is the edge.
    private(set) var steps = [Row](repeating: Row(), count: 16)
    private let weights: [Row]
    /// The logarithm of the sum of the odds of all sequences.
    private(set) var whole = 0.0

    /// Which steps there may be, as 1 and 0.
    static let allowed: [Row] = (0..<16).map { from in
        var row = Row()
        for to in 0..<16 {
            let may = NameTag.mayFollow(to == 15 ? nil : to, from == 15 ? nil : from)
            row[to] = may && !(from == 15 && to == 15) ? 1 : 0
        }
        return row
    }

    /// Reckons with what features and steps say, as logarithms of odds.
    init(_ scores: [Row], steps weights: [Row]) {
        self.weights = weights
        let count = scores.count
        let factors = (0..<16).map { Self.exponential(weights[$0]) * Self.allowed[$0] }
        let tops = scores.map { Self.top($0) }
        let odds = zip(scores, tops).map { Self.exponential($0 - $1) * Self.isTag }
        var forward: [Row] = []
        forward.reserveCapacity(count)
        for token in 0..<count {
            var next = Row()
            if token == 0 {
                next = factors[15]
            } else {
                for tag in 0..<NameTag.count { next += factors[tag] * forward[token - 1][tag] }
            }
            next *= odds[token]
            let sum = next.sum()
            whole += Double(log(sum)) + Double(tops[token])
            forward.append(next / sum)
        }
        let last = (0..<NameTag.count).reduce(into: Row()) { $0[$1] = factors[$1][15] }
        let end = (forward[count - 1] * last).sum()
        whole += Double(log(end))
        tags = [Row](repeating: Row(), count: count)
        var backward = last / end
        tags[count - 1] = forward[count - 1] * backward
        for tag in 0..<NameTag.count { steps[tag][15] = tags[count - 1][tag] }
        for token in stride(from: count - 1, to: 0, by: -1) {
            let ahead = backward * odds[token]
            var own = Row()
            for tag in 0..<NameTag.count { own[tag] = (factors[tag] * ahead).sum() }
            let norm = (forward[token - 1] * own).sum()
            for tag in 0..<NameTag.count { steps[tag] += factors[tag] * ahead * (forward[token - 1][tag] / norm) }
            backward = own / norm
            tags[token - 1] = forward[token - 1] * backward
        }
        steps[15] = tags[0]
    }

    /// What is left where some tokens' tags are known and those of others, `NameTag.open`, are not.
    static func held(_ scores: [Row], to tags: [UInt8]) -> [Row] {
        zip(scores, tags).map { score, tag in
            guard tag != NameTag.open else { return score }
            var row = Row(repeating: -3e4)
            row[Int(tag)] = score[Int(tag)]
            return row
        }
    }

    /// How improbable some tags are, as the negative logarithm.
    func loss(of gold: [UInt8], _ scores: [Row]) -> Double {
        var sum = 0.0
        var before = 15
        for (token, tag) in gold.enumerated() {
            sum += Double(scores[token][Int(tag)] + weights[before][Int(tag)])
            before = Int(tag)
        }
        return whole - sum - Double(weights[before][15])
    }

    private static let isTag: Row = {
        var row = Row(repeating: 1)
        row[15] = 0
        return row
    }()

    private static func top(_ row: Row) -> Float {
        var row = row
        row[15] = -Float.greatestFiniteMagnitude
        return row.max()
    }

    private static func exponential(_ row: Row) -> Row {
        var result = Row()
        for lane in 0..<16 { result[lane] = exp(row[lane]) }
        return result
    }
}
