import Foundation
import Language

/// Gradient-boosted trees as a flat table: no allocation and no recursion when they are asked.
struct DecisionForest: Sendable {
    /// An inner node, or a leaf where `feature` is -1.
    private struct Node {
        var feature: Int32
        /// Of an inner node what is compared with, of a leaf its value.
        var value: Float
        var left: Int32
        var right: Int32
    }

    private let nodes: [Node]
    private let roots: [Int]

    /// Reads a forest from a resource: a line `tree` opens a tree, then a line a node: feature, threshold, left and
    /// right (counted within the tree); a leaf is `-1` and its value. Nodes that do not fit end the reading.
    init(named name: String) {
        var nodes: [Node] = []
        var roots: [Int] = []
        for entry in WordList(named: name, in: .module).entries {
            if entry[0] == "tree" {
                roots.append(nodes.count)
            } else if let base = roots.last, entry.count >= 2, let feature = Int32(entry[0]),
                let value = Float(entry[1])
            {
                let left = entry.count > 3 ? Int32(entry[2]) ?? 0 : 0
                let right = entry.count > 3 ? Int32(entry[3]) ?? 0 : 0
                nodes.append(
                    Node(feature: feature, value: value, left: left + Int32(base), right: right + Int32(base)))
            }
        }
        self.nodes = nodes
        self.roots = roots
    }

    /// The sum of the trees' leaves for a row of features: a log-odds. Linear in the number of trees.
    func score(_ row: ArraySlice<Float>) -> Float {
        row.withUnsafeBufferPointer { row in
            nodes.withUnsafeBufferPointer { nodes in
                var sum: Float = 0
                for root in roots {
                    var node = nodes[root]
                    while node.feature >= 0 {
                        node = nodes[Int(row[Int(node.feature)] <= node.value ? node.left : node.right)]
                    }
                    sum += node.value
                }
                return sum
            }
        }
    }
}
