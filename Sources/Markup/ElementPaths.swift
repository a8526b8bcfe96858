/// Tells where nodes stand. The children of a node are counted once, however many of them are asked for.
public struct ElementPaths {
    private let tree: ElementTree
    /// A node's position among its siblings of one name, 0 while it is not counted; negative behind the limit.
    private var positions: [Int32]
    private let names = Self.names
    private static let names = Element.allCases.map { Array($0.name.utf8) }

    /// Siblings that are counted; of those behind them the position says so.
    private static let counted = 1000
    /// Steps of a path.
    private static let steps = 8

    /// The paths of a tree.
    public init(_ tree: ElementTree) {
        self.tree = tree
        positions = Array(repeating: 0, count: tree.nodes.count)
    }

    /// Where a node stands: `body/div[2]/p[1]`, counting siblings of one name; at most the eight innermost steps. Over
    /// all nodes of a tree linear in the tree.
    public mutating func path(of node: Int) -> String {
        var way: [Int] = []
        way.reserveCapacity(Self.steps)
        var current = tree.nodes[node].element == .text ? Int(tree.nodes[node].parent) : node
        while current >= 0, way.count < Self.steps {
            way.append(current)
            current = Int(tree.nodes[current].parent)
        }
        var path: [UInt8] = []
        path.reserveCapacity(128)
        for step in way.reversed() {
            if !path.isEmpty { path.append(UInt8(ascii: "/")) }
            append(step, to: &path)
        }
        return String(decoding: path, as: UTF8.self)
    }

    private mutating func append(_ node: Int, to path: inout [UInt8]) {
        let element = tree.nodes[node].element
        path.append(contentsOf: names[Int(element.rawValue)])
        let parent = Int(tree.nodes[node].parent)
        if parent < 0 || element == .body || element == .html { return }
        if positions[node] == 0 { count(childrenOf: parent) }
        path.append(UInt8(ascii: "["))
        Self.append(abs(positions[node]), to: &path)
        if positions[node] < 0 { path.append(UInt8(ascii: "+")) }
        path.append(UInt8(ascii: "]"))
    }

    /// A number from 0 to 9999, as siblings are counted.
    private static func append(_ number: Int32, to path: inout [UInt8]) {
        var scale: Int32 = number >= 1000 ? 1000 : number >= 100 ? 100 : number >= 10 ? 10 : 1
        while scale > 0 {
            path.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / scale % 10))
            scale /= 10
        }
    }

    private mutating func count(childrenOf parent: Int) {
        var counts = [Int32](repeating: 0, count: Element.allCases.count)
        var seen = 0
        var child = parent + 1
        while child < Int(tree.nodes[parent].end) {
            let element = Int(tree.nodes[child].element.rawValue)
            if seen < Self.counted { counts[element] += 1 }
            seen += 1
            // A name that the counted siblings have not is at position 0, which negated is no sign; -1 tells it as well.
            positions[child] = seen < Self.counted ? counts[element] : -max(1, counts[element])
            child = max(child + 1, Int(tree.nodes[child].end))
        }
    }
}
