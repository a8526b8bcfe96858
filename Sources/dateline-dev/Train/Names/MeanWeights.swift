/// The mean of what several trainers learned from the same sentences in other orders: what one of them has by chance alone
/// counts less (Collins, 2002; Izmailov and others, 2018).
struct MeanWeights {
    typealias Row = ChainTrainer.Row

    private var sums: [Row]
    private var stepSums = [Row](repeating: Row(), count: 16)
    private var count: Float = 0

    /// The mean of no trainers yet, for so many features.
    init(features: Int) { sums = [Row](repeating: Row(), count: features) }

    /// Adds a trainer. Linear in the features.
    mutating func add(_ trainer: ChainTrainer) {
        for row in sums.indices { sums[row] += trainer.weights(row) }
        for tag in 0..<16 { stepSums[tag] += trainer.steps(tag) }
        count += 1
    }

    /// The weights of a feature.
    func weights(_ row: Int) -> Row { sums[row] / count }

    /// The weights of what follows a tag; 15 is the edge.
    func steps(_ tag: Int) -> Row { stepSums[tag] / count }
}
