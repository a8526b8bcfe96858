import Foundation
import Language

/// Gradient-boosted trees as a flat table: no allocation and no recursion when they are asked.
struct DecisionForest: Sendable {
    /// An inner node, or a leaf where `feature` is -1.
    struct Node {
        var feature: Int32
        /// Of an inner node what is compared with, of a leaf its value.
        var value: Float
        var left: Int32
        var right: Int32

        /// A node of a tree whose first node has the index `base`; nil where the entry is none.
        init?(_ entry: [String], base: Int) {
            guard entry.count == 2 || entry.count == 4, let feature = Int32(entry[0]), let value = Float(entry[1]),
                value.isFinite, (feature == -1) == (entry.count == 2), feature >= -1
            else { return nil }
            let children = entry.dropFirst(2).compactMap { Int32($0) }.map { Int($0).addingReportingOverflow(base) }
            let places = children.compactMap { $0.overflow ? nil : Int32(exactly: $0.partialValue) }
            guard places.count == entry.count - 2 else { return nil }
            self.feature = feature
            self.value = value
            left = places.first ?? 0
            right = places.last ?? 0
        }
    }

    /// All nodes, tree behind tree.
    let nodes: [Node]
    /// The first node of each tree.
    let roots: [Int]
    /// Features of a row.
    let width: Int
    /// Nodes of the tree that has most.
    let longestTree: Int

    /// What is wrong with a forest's file.
    enum Fault: Error, Equatable, CustomStringConvertible {
        case empty
        case malformed(line: Int)
        case feature(line: Int)
        case child(tree: Int, node: Int)

        var description: String {
            switch self {
            case .empty: "it has no trees"
            case .malformed(let line): "entry \(line) is neither an inner node nor a leaf"
            case .feature(let line): "entry \(line) asks for a feature that there is not"
            case .child(let tree, let node): "node \(node) of tree \(tree) leads out of its tree or back"
            }
        }
    }

    /// Reads a forest from a resource. A damaged file is a broken installation, which no input can cause; it stops the
    /// program with what is wrong.
    init(named name: String, width: Int) {
        do {
            try self.init(WordList(named: name, in: .module), width: width)
        } catch {
            fatalError("the resource \(name).txt is damaged: \(error); install dateline again")
        }
    }

    /// Reads a forest over rows of `width` features: a line `tree` opens a tree, then a line a node: feature, threshold,
    /// left and right (counted within the tree, both behind the node); a leaf is `-1` and its value. Every index is
    /// checked here, so that `scores` need not. Linear.
    init(_ list: WordList, width: Int) throws(Fault) {
        var nodes: [Node] = []
        var roots: [Int] = []
        for (index, entry) in list.entries.enumerated() {
            if entry == ["tree"] {
                roots.append(nodes.count)
                continue
            }
            guard let base = roots.last, let node = Node(entry, base: base) else { throw .malformed(line: index + 1) }
            guard node.feature < width else { throw .feature(line: index + 1) }
            nodes.append(node)
        }
        guard !roots.isEmpty else { throw .empty }
        var longest = 0
        for (tree, root) in roots.enumerated() {
            let end = tree + 1 < roots.count ? roots[tree + 1] : nodes.count
            guard root < end else { throw .child(tree: tree, node: 0) }
            longest = max(longest, end - root)
            for index in root..<end where nodes[index].feature >= 0 {
                // Children stand behind their node: no walk can go round.
                let behind = index + 1..<end
                guard behind.contains(Int(nodes[index].left)), behind.contains(Int(nodes[index].right)) else {
                    throw .child(tree: tree, node: index - root)
                }
            }
        }
        self.nodes = nodes
        self.roots = roots
        self.width = width
        longestTree = longest
    }
}
