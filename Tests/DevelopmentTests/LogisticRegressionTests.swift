import Foundation
import Testing

@testable import dateline_dev

@Suite("Weights are learned by logistic regression")
struct LogisticRegressionTests {
    /// Rows of one feature each, positive as often as `shares` says.
    private static func rows(_ shares: [Double], count: Int) -> LogisticRegression.Rows {
        var rows = LogisticRegression.Rows()
        for (feature, share) in shares.enumerated() {
            for index in 0..<count {
                rows.features.append([Int32(feature)])
                rows.isPositive.append(Double(index) < share * Double(count))
                rows.weights.append(1)
            }
        }
        return rows
    }

    @Test("they are the log-odds of what each feature says")
    func logOdds() {
        let learned = LogisticRegression(Self.rows([0.9, 0.5, 0.2], count: 100), width: 3, price: 0.01).weights
        for (weight, share) in zip(learned, [0.9, 0.5, 0.2]) {
            #expect(abs(weight + learned[3] - log(share / (1 - share))) < 0.02)
        }
    }

    @Test("a price draws them to nothing")
    func price() {
        let rows = Self.rows([0.9, 0.1], count: 100)
        let free = LogisticRegression(rows, width: 2, price: 0.01).weights
        let priced = LogisticRegression(rows, width: 2, price: 1000).weights
        #expect(abs(priced[0]) < abs(free[0]) / 10)
    }

    @Test("a row that counts for nothing teaches nothing")
    func weights() {
        var rows = Self.rows([0.9, 0.1], count: 100)
        let before = LogisticRegression(rows, width: 2, price: 1).weights
        rows.features.append([0])
        rows.isPositive.append(false)
        rows.weights.append(0)
        let after = LogisticRegression(rows, width: 2, price: 1).weights
        #expect(abs(before[0] - after[0]) < 0.05)
    }
}
