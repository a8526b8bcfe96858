import Foundation
import Language

/// Gradient-boosted trees as flat tables: no recursion when they are asked.
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
                let value = DecimalText.float(text), value.isFinite, feature >= -1
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
            field.flatMap(DecimalText.integer)
        }
    }

    /// What an inner node asks of a row.
    struct Question {
        var feature: Int32
        /// Rows that hold at most this go left, others right.
        var limit: Float
        /// Clears the bits of the leaves on the left.
        var right: UInt32
    }

    /// The questions of all trees, tree behind tree.
    let questions: [Question]
    /// Where each tree's questions lie.
    let trees: [Range<Int>]
    /// The leaves' values, from left to right, `mostLeaves` a tree.
    let leaves: [Float]
    /// Features of a row.
    let width: Int

    /// The most leaves of a tree: a row's are the bits of a word.
    static let mostLeaves = 32

    /// What is wrong with a forest's file.
    enum Fault: Error, Equatable, CustomStringConvertible {
        case empty
        case malformed(line: Int)
        case feature(line: Int)
        case child(tree: Int, node: Int)
        case leaves(tree: Int)

        var description: String {
            switch self {
            case .empty: "it has no trees"
            case .malformed(let line): "entry \(line) is neither an inner node nor a leaf"
            case .feature(let line): "entry \(line) asks for a feature that there is not"
            case .child(let tree, let node): "node \(node) of tree \(tree) leads out of its tree or back"
            case .leaves(let tree): "tree \(tree) has more than \(DecisionForest.mostLeaves) leaves"
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
        var questions: [Question] = []
        var trees: [Range<Int>] = []
        var leaves: [Float] = []
        for (tree, root) in roots.enumerated() {
            let end = tree + 1 < roots.count ? roots[tree + 1] : nodes.count
            guard root < end else { throw .child(tree: tree, node: 0) }
            for index in root..<end where nodes[index].feature >= 0 {
                // Children stand behind their node: no walk can go round.
                let behind = index + 1..<end
                guard behind.contains(Int(nodes[index].left)), behind.contains(Int(nodes[index].right)) else {
                    throw .child(tree: tree, node: index - root)
                }
            }
            let first = questions.count
            guard let values = Self.lay(nodes, from: root, into: &questions) else { throw .leaves(tree: tree) }
            trees.append(first..<questions.count)
            leaves += values + repeatElement(0, count: Self.mostLeaves - values.count)
        }
        self.questions = questions
        self.trees = trees
        self.leaves = leaves
        self.width = width
    }

    /// Appends the questions of a tree and gives its leaves from left to right; nil where it has too many.
    private static func lay(_ nodes: [Node], from root: Int, into questions: inout [Question]) -> [Float]? {
        var leaves: [Float] = []
        // A node still to be seen, or one whose left side has been, with the number of leaves before that.
        var waiting: [(node: Int, before: Int?)] = [(root, nil)]
        while let (index, before) = waiting.popLast() {
            let node = nodes[index]
            if node.feature < 0 {
                guard leaves.count < mostLeaves else { return nil }
                leaves.append(node.value)
            } else if let before {
                let left = (before..<leaves.count).reduce(UInt32(0)) { $0 | 1 << UInt32($1) }
                questions.append(Question(feature: node.feature, limit: node.value, right: ~left))
                waiting.append((Int(node.right), nil))
            } else {
                waiting.append((index, leaves.count))
                waiting.append((Int(node.left), nil))
            }
        }
        return leaves
    }
}
