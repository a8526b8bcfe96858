extension DecisionForest {
    /// Rows asked at once: what each holds of one feature fills a line of the processor's cache.
    private static let lanes = 16

    /// For each row of `width` features the sum of the trees' leaves, in the order of the trees: a log-odds. Linear in
    /// rows and nodes; features behind the last whole row are left alone.
    ///
    /// Every question of a tree is asked of every row, without a guess which way a row goes. A row that goes right loses the
    /// leaves on the left; the leftmost that is left is where it ends (QuickScorer; Lucchese and others, SIGIR 2015).
    func scores(_ rows: [Float]) -> [Float] {
        let count = rows.count / width
        var scores = [Float](repeating: 0, count: count)
        var columns = [Float](repeating: 0, count: width * Self.lanes)
        for start in stride(from: 0, to: count, by: Self.lanes) {
            let group = start..<min(start + Self.lanes, count)
            for row in group {
                for feature in 0..<width { columns[feature * Self.lanes + row - start] = rows[row * width + feature] }
            }
            scores.withUnsafeMutableBufferPointer { scores in
                columns.withUnsafeBytes { add($0, to: UnsafeMutableBufferPointer(rebasing: scores[group])) }
            }
        }
        return scores
    }

    /// The sum of the trees' leaves for one row of features.
    func score(_ row: [Float]) -> Float { scores(row).first ?? 0 }

    /// Adds what a group of rows comes to, whose features lie one behind the other, each of all rows. Features were checked when
    /// the forest was made, and a tree of any leaves leaves each row one. The leaves that are left are taken out of memory: a
    /// vector whose lane is told by a number is written and read as a whole each time.
    private func add(_ columns: UnsafeRawBufferPointer, to scores: UnsafeMutableBufferPointer<Float>) {
        questions.withUnsafeBufferPointer { questions in
            leaves.withUnsafeBufferPointer { leaves in
                var base = 0
                for tree in trees {
                    var left = SIMD16<UInt32>(repeating: .max)
                    for index in tree {
                        let question = questions[index]
                        let offset = Int(question.feature) &* Self.lanes &* MemoryLayout<Float>.size
                        let column = columns.loadUnaligned(fromByteOffset: offset, as: SIMD16<Float>.self)
                        let reached = SIMD16<UInt32>(repeating: question.right)
                        left &= reached.replacing(with: .max, where: column .<= question.limit)
                    }
                    withUnsafeBytes(of: left) { left in
                        for row in scores.indices {
                            let bits = left.load(fromByteOffset: row * MemoryLayout<UInt32>.size, as: UInt32.self)
                            scores[row] += leaves[base &+ bits.trailingZeroBitCount]
                        }
                    }
                    base &+= Self.mostLeaves
                }
            }
        }
    }
}
