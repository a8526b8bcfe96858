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
        var sorter = RowSorter(rows: min(count, Self.blockRows), nodes: longestTree)
        var columns = [Float](repeating: 0, count: width * min(count, Self.blockRows))
        for start in stride(from: 0, to: count, by: Self.blockRows) {
            let block = min(Self.blockRows, count - start)
            for row in 0..<block {
                for feature in 0..<width { columns[feature * block + row] = rows[(start + row) * width + feature] }
            }
            for root in roots { sorter.add(nodes, root, columns, block, to: &scores, at: start) }
        }
        return scores
    }

    /// The sum of the trees' leaves for one row of features.
    func score(_ row: [Float]) -> Float { scores(row).first ?? 0 }
}

/// Parts rows at the nodes of a tree until each is at its leaf.
private struct RowSorter {
    /// Rows that have come to a node: a stretch of one of the two lists.
    private struct Group {
        var node: Int
        var start: Int
        var end: Int
        var isInSecond: Bool
    }

    private var first: [UInt16]
    private var second: [UInt16]
    private var waiting: [Group]

    init(rows: Int, nodes: Int) {
        first = Array(repeating: 0, count: rows)
        second = first
        waiting = []
        // Of a tree at most all nodes wait at once.
        waiting.reserveCapacity(nodes)
    }

    /// Adds the leaves that `count` rows reach in one tree. `columns` holds feature after feature.
    mutating func add(
        _ nodes: [DecisionForest.Node], _ root: Int, _ columns: [Float], _ count: Int, to scores: inout [Float],
        at start: Int
    ) {
        for row in 0..<count { first[row] = UInt16(truncatingIfNeeded: row) }
        waiting.append(Group(node: root, start: 0, end: count, isInSecond: false))
        while let group = waiting.popLast() {
            let node = nodes[group.node]
            if node.feature < 0 {
                let rows = group.isInSecond ? second : first
                for index in group.start..<group.end { scores[start + Int(rows[index])] += node.value }
                continue
            }
            let column = Int(node.feature) * count
            let middle =
                group.isInSecond
                ? Self.part(group, second, into: &first, by: columns, column, node.value)
                : Self.part(group, first, into: &second, by: columns, column, node.value)
            if middle < group.end {
                waiting.append(
                    Group(node: Int(node.right), start: middle, end: group.end, isInSecond: !group.isInSecond))
            }
            if middle > group.start {
                waiting.append(
                    Group(node: Int(node.left), start: group.start, end: middle, isInSecond: !group.isInSecond))
            }
        }
    }

    /// Copies a group's rows, those of at most `limit` to its front, the others to its back; where the back begins.
    /// Rows and features were checked when lists and forest were made, so nothing is checked here.
    private static func part(
        _ group: Group, _ source: [UInt16], into target: inout [UInt16], by columns: [Float], _ column: Int,
        _ limit: Float
    ) -> Int {
        var front = group.start
        var back = group.end - 1
        source.withUnsafeBufferPointer { source in
            target.withUnsafeMutableBufferPointer { target in
                columns.withUnsafeBufferPointer { columns in
                    for index in group.start..<group.end {
                        let row = source[index]
                        let stays = columns[column + Int(row)] <= limit ? 1 : 0
                        target[front] = row
                        target[back] = row
                        front += stays
                        back -= 1 - stays
                    }
                }
            }
        }
        return front
    }
}
