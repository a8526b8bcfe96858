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
        init?(_ entry: ArraySlice<UInt8>, base: Int) {
            var rest: ArraySlice<UInt8>? = entry
            guard let feature = Self.number(Self.field(&rest)), let text = Self.field(&rest),
                let value = Float(String(decoding: text, as: UTF8.self)), value.isFinite, feature >= -1
            else { return nil }
            self.feature = feature
            self.value = value
            left = 0
            right = 0
            if feature >= 0 {
                guard let first = Self.place(Self.field(&rest), base), let second = Self.place(Self.field(&rest), base)
                else { return nil }
                left = first
                right = second
            }
            if rest != nil { return nil }
        }

        /// Takes the next field and the tab behind it off an entry; nil where none is left, as `rest` is behind the last.
        private static func field(_ rest: inout ArraySlice<UInt8>?) -> ArraySlice<UInt8>? {
            guard let entry = rest else { return nil }
            let tab = entry.firstIndex(of: 0x09)
            rest = tab.map { entry[($0 + 1)...] }
            return entry[..<(tab ?? entry.endIndex)]
        }

        private static func place(_ field: ArraySlice<UInt8>?, _ base: Int) -> Int32? {
            guard let number = number(field) else { return nil }
            let (sum, isOver) = Int(number).addingReportingOverflow(base)
            return isOver ? nil : Int32(exactly: sum)
        }

        private static func number(_ field: ArraySlice<UInt8>?) -> Int32? {
            guard let field, !field.isEmpty else { return nil }
            return Int32(String(decoding: field, as: UTF8.self))
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
        var line = 0
        try list.forEachLine { (entry) throws(Fault) in
            line += 1
            if entry.elementsEqual("tree".utf8) {
                roots.append(nodes.count)
                return
            }
            guard let base = roots.last, let node = Node(entry, base: base) else { throw .malformed(line: line) }
            guard node.feature < width else { throw .feature(line: line) }
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
