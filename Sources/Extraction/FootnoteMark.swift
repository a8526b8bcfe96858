import Markup

/// Tells the marks of footnotes within a line, which count and say nothing: "daily²" would read as "daily2". A mark is a raised number,
/// letter or star that links to a place on the page, or the arrow that leads back from there.
struct FootnoteMark {
    /// A mark has at most so many nodes and bytes: `<sup id="…"><a href="#fn12">[12]</a></sup>`.
    private static let mostNodes = 8
    private static let mostBytes = 8

    let tree: ElementTree

    /// Whether the element at a node, a link or raised, is a mark. Looks at a bounded number of nodes.
    func isMark(_ node: Int, _ element: Element) -> Bool {
        guard element == .a || element == .sup else { return false }
        let end = Int(tree.nodes[node].end)
        guard end - node <= Self.mostNodes else { return false }
        var isRaised = element == .sup
        var isLink = element == .a && isLocal(node)
        var label: [UInt8] = []
        for inner in (node + 1)..<max(node + 1, end) {
            switch tree.nodes[inner].element {
            case .sup: isRaised = true
            case .a: isLink = isLink || isLocal(inner)
            case .text: label += tree.textBytes(at: inner).filter { !$0.isASCIISpace }
            default: break
            }
            guard label.count <= Self.mostBytes else { return false }
        }
        guard isLink else { return false }
        return isRaised && Self.counts(label) || Self.leadsBack(label)
    }

    private func isLocal(_ node: Int) -> Bool {
        tree.bytes(of: .href, at: node)?.first == UInt8(ascii: "#")
    }

    /// "12", "[12]", "(a)", "*".
    private static func counts(_ label: [UInt8]) -> Bool {
        var inner = label[...]
        if let first = inner.first, first == UInt8(ascii: "[") || first == UInt8(ascii: "(") {
            inner = inner.dropFirst()
        }
        if let last = inner.last, last == UInt8(ascii: "]") || last == UInt8(ascii: ")") { inner = inner.dropLast() }
        guard !inner.isEmpty else { return false }
        let isNumber = inner.count <= 3 && inner.allSatisfy { (0x30...0x39).contains($0) }
        let isLetter = inner.count == 1 && inner.first.map { (0x61...0x7A).contains($0 | 0x20) } ?? false
        return isNumber || isLetter || inner.allSatisfy { $0 == UInt8(ascii: "*") }
            || String(decoding: inner, as: UTF8.self).allSatisfy { "†‡".contains($0) }
    }

    /// "↩", "↑", with or without the selector of its look.
    private static func leadsBack(_ label: [UInt8]) -> Bool {
        let arrows = String(decoding: label, as: UTF8.self).unicodeScalars.filter {
            $0.value != 0xFE0E && $0.value != 0xFE0F
        }
        return !arrows.isEmpty && arrows.allSatisfy { "↩⏎↑⤴".unicodeScalars.contains($0) }
    }
}
