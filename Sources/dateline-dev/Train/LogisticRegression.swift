import Foundation

/// Weighted logistic regression over sparse rows of ones, with a quadratic price on weights, by limited-memory BFGS (Liu and
/// Nocedal, "On the limited memory BFGS method for large scale optimization", 1989). The same rows give the same weights.
struct LogisticRegression {
    /// Rows for training: the features each has, whether it is positive, how much it counts.
    struct Rows {
        var features: [[Int32]] = []
        var isPositive: [Bool] = []
        var weights: [Double] = []
    }

    /// Pairs of steps and changes of gradient that are remembered, and steps at most.
    private static let memory = 8
    private static let steps = 60

    /// A weight for each feature and, last, the bias.
    private(set) var weights: [Double]
    private let rows: Rows
    private let price: Double
    private let scale: Double

    /// Learns from rows over `width` features; `price` is that of a squared weight, in rows of average weight. Linear in the
    /// rows' features, sixty times over.
    init(_ rows: Rows, width: Int, price: Double) {
        self.rows = rows
        self.price = price
        weights = [Double](repeating: 0, count: width + 1)
        scale = Double(rows.weights.count) / max(1e-9, rows.weights.reduce(0, +))
        learn()
    }

    private mutating func learn() {
        var (loss, gradient) = value(at: weights)
        var pairs: [(step: [Double], change: [Double], curvature: Double)] = []
        for _ in 0..<Self.steps {
            let direction = Self.direction(gradient, pairs)
            let slope = Self.dot(direction, gradient)
            guard slope < 0 else { return }
            var length = pairs.isEmpty ? 1 / max(1, Self.dot(gradient, gradient).squareRoot()) : 1
            var next = weights
            var found: (loss: Double, gradient: [Double]) = (loss, gradient)
            // Halved until the loss falls as far as the slope promises (Armijo).
            for _ in 0..<20 {
                for index in next.indices { next[index] = weights[index] + length * direction[index] }
                found = value(at: next)
                if found.loss <= loss + 1e-4 * length * slope { break }
                length /= 2
            }
            guard found.loss < loss else { return }
            let step = zip(next, weights).map { $0 - $1 }
            let change = zip(found.gradient, gradient).map { $0 - $1 }
            let curvature = Self.dot(step, change)
            if curvature > 1e-12 { pairs.append((step, change, curvature)) }
            if pairs.count > Self.memory { pairs.removeFirst() }
            let gain = loss - found.loss
            (weights, loss, gradient) = (next, found.loss, found.gradient)
            if gain < 1e-6 * loss { return }
        }
    }

    /// The loss and its gradient.
    private func value(at point: [Double]) -> (loss: Double, gradient: [Double]) {
        var loss = 0.0
        var gradient = [Double](repeating: 0, count: point.count)
        let bias = point.count - 1
        for row in rows.features.indices {
            var sum = point[bias]
            for feature in rows.features[row] { sum += point[Int(feature)] }
            let sign: Double = rows.isPositive[row] ? 1 : -1
            let margin = sign * sum
            let weight = rows.weights[row] * scale
            loss += weight * (margin > 0 ? log1p(exp(-margin)) : -margin + log1p(exp(margin)))
            let pull = -sign * weight / (1 + exp(margin))
            for feature in rows.features[row] { gradient[Int(feature)] += pull }
            gradient[bias] += pull
        }
        for index in 0..<bias {
            loss += price / 2 * point[index] * point[index]
            gradient[index] += price * point[index]
        }
        return (loss, gradient)
    }

    /// The two loops of L-BFGS.
    private static func direction(
        _ gradient: [Double], _ pairs: [(step: [Double], change: [Double], curvature: Double)]
    ) -> [Double] {
        var direction = gradient.map { -$0 }
        var shares: [Double] = []
        for pair in pairs.reversed() {
            let share = dot(pair.step, direction) / pair.curvature
            shares.append(share)
            for index in direction.indices { direction[index] -= share * pair.change[index] }
        }
        if let last = pairs.last {
            let scale = last.curvature / dot(last.change, last.change)
            for index in direction.indices { direction[index] *= scale }
        }
        for (pair, share) in zip(pairs, shares.reversed()) {
            let other = dot(pair.change, direction) / pair.curvature
            for index in direction.indices { direction[index] += pair.step[index] * (share - other) }
        }
        return direction
    }

    private static func dot(_ one: [Double], _ other: [Double]) -> Double {
        var sum = 0.0
        for index in one.indices { sum += one[index] * other[index] }
        return sum
    }
}
