extension DecisionForest {
    /// Rows judged at once: their columns fit the processor's second cache.
    static let blockRows = 256

    /// For each row of `width` features the sum of the trees' leaves, in the order of the trees: a log-odds. Linear in
    /// rows and trees; features behind the last whole row are left alone.
    ///
    /// Each tree parts a block of rows at its nodes, so that what a node asks is read once and nothing depends on
    /// guessing which way a row goes.
    func scores(_ rows: [Float]) -> [Float] {
        let count = rows.count / width
        var scores = [Float](repeating: 0, count: count)
        var room = RowSorter.Room(rows: min(count, Self.blockRows), width: width, nodes: longestTree)
        for start in stride(from: 0, to: count, by: Self.blockRows) {
            let block = start..<min(start + Self.blockRows, count)
            scores.withUnsafeMutableBufferPointer { scores in
                rows[(block.lowerBound * width)..<(block.upperBound * width)].withUnsafeBufferPointer { rows in
                    room.sorter(of: rows, into: UnsafeMutableBufferPointer(rebasing: scores[block])) { sorter in
                        nodes.withUnsafeBufferPointer { nodes in for root in roots { sorter.add(nodes, root) } }
                    }
                }
            }
        }
        return scores
    }

    /// The sum of the trees' leaves for one row of features.
    func score(_ row: [Float]) -> Float { scores(row).first ?? 0 }
}

/// Parts the rows of a block at the nodes of a tree until each is at its leaf. Pointers, because a page's rows meet some nine
/// thousand nodes, and whatever is done at each beside parting them counts: rows, features and nodes were checked when the
/// lists and the forest were made, so nothing is checked here.
private struct RowSorter {
    /// Rows that have come to a node: a stretch of one of the two lists.
    private struct Group {
        var node: Int
        var start: Int
        var end: Int
        var isInSecond: Bool
    }

    /// The memory in which rows are sorted, for all blocks of a page.
    struct Room {
        private var lists: [UInt16]
        private var columns: [Float]
        private var waiting: [Group]
        private let width: Int

        /// Room for blocks of so many rows of `width` features, and for trees of so many nodes.
        init(rows: Int, width: Int, nodes: Int) {
            lists = Array(repeating: 0, count: 2 * rows)
            columns = Array(repeating: 0, count: rows * width)
            // Of a tree at most all nodes wait at once.
            waiting = Array(repeating: Group(node: 0, start: 0, end: 0, isInSecond: false), count: nodes)
            self.width = width
        }

        /// Calls `body` with a sorter of a block's rows, whose leaves are added to `scores`, one for each row.
        mutating func sorter(
            of rows: UnsafeBufferPointer<Float>, into scores: UnsafeMutableBufferPointer<Float>,
            _ body: (RowSorter) -> Void
        ) {
            let count = scores.count
            lists.withUnsafeMutableBufferPointer { lists in
                columns.withUnsafeMutableBufferPointer { columns in
                    for row in 0..<count {
                        for feature in 0..<width { columns[feature * count + row] = rows[row * width + feature] }
                    }
                    waiting.withUnsafeMutableBufferPointer { waiting in
                        body(
                            RowSorter(
                                first: UnsafeMutableBufferPointer(rebasing: lists[..<count]),
                                second: UnsafeMutableBufferPointer(rebasing: lists[count..<(2 * count)]),
                                columns: UnsafeBufferPointer(columns), waiting: waiting, scores: scores))
                    }
                }
            }
        }
    }

    private let first: UnsafeMutableBufferPointer<UInt16>
    private let second: UnsafeMutableBufferPointer<UInt16>
    private let columns: UnsafeBufferPointer<Float>
    private let waiting: UnsafeMutableBufferPointer<Group>
    private let scores: UnsafeMutableBufferPointer<Float>

    /// Adds the leaves that all rows reach in one tree.
    func add(_ nodes: UnsafeBufferPointer<DecisionForest.Node>, _ root: Int) {
        for row in scores.indices { first[row] = UInt16(truncatingIfNeeded: row) }
        waiting[0] = Group(node: root, start: 0, end: scores.count, isInSecond: false)
        var count = 1
        while count > 0 {
            count -= 1
            let group = waiting[count]
            let node = nodes[group.node]
            let (source, target) = group.isInSecond ? (second, first) : (first, second)
            if node.feature < 0 {
                for index in group.start..<group.end { scores[Int(source[index])] += node.value }
                continue
            }
            let middle = part(group, source, into: target, Int(node.feature) * scores.count, node.value)
            if middle < group.end {
                waiting[count] = Group(
                    node: Int(node.right), start: middle, end: group.end, isInSecond: !group.isInSecond)
                count += 1
            }
            if middle > group.start {
                waiting[count] = Group(
                    node: Int(node.left), start: group.start, end: middle, isInSecond: !group.isInSecond)
                count += 1
            }
        }
    }

    /// Copies a group's rows, those of at most `limit` to its front, the others to its back; where the back begins.
    private func part(
        _ group: Group, _ source: UnsafeMutableBufferPointer<UInt16>, into target: UnsafeMutableBufferPointer<UInt16>,
        _ column: Int, _ limit: Float
    ) -> Int {
        var front = group.start
        var back = group.end - 1
        for index in group.start..<group.end {
            let row = source[index]
            let stays = columns[column + Int(row)] <= limit ? 1 : 0
            target[front] = row
            target[back] = row
            front += stays
            back -= 1 - stays
        }
        return front
    }
}
