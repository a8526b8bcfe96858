/// A parsed page, flat: nodes in document order, so that a node's descendants are those from the next index to its
/// `end`. Nobody needs to recurse.
public struct ElementTree: Sendable {
    /// An element or a stretch of text.
    public struct Node: Sendable {
        /// What it is.
        public var element: Element
        /// Its parent's index; -1 for the root.
        public var parent: Int32
        /// The index after its last descendant.
        public var end: Int32
        /// Of text: its first byte in `text`. Of an element: its first attribute in `attributes`.
        public var first: Int32
        /// Of text: the byte after its last. Of an element: the index after its last attribute.
        public var last: Int32
    }

    /// The nodes in document order.
    public internal(set) var nodes: [Node] = []
    /// All text, UTF-8, character references resolved.
    public internal(set) var text: [UInt8] = []
    /// All attributes that are read.
    public internal(set) var attributes: [Attribute] = []
    /// Their values, UTF-8.
    public internal(set) var values: [UInt8] = []
    /// The contents of JSON-LD scripts, as they stood.
    public internal(set) var linkedData: [[UInt8]] = []

    /// An empty tree.
    public init() {}

    /// An attribute's value, or nil. Linear in the node's attributes.
    public func value(of name: AttributeName, at node: Int) -> String? {
        bytes(of: name, at: node).map { String(decoding: $0, as: UTF8.self) }
    }

    /// An attribute's value as bytes, or nil.
    public func bytes(of name: AttributeName, at node: Int) -> ArraySlice<UInt8>? {
        let element = nodes[node]
        guard element.element != .text else { return nil }
        for index in Int(element.first)..<Int(element.last) where attributes[index].name == name {
            return values[Int(attributes[index].start)..<Int(attributes[index].end)]
        }
        return nil
    }

    /// The bytes of a text node.
    public func textBytes(at node: Int) -> ArraySlice<UInt8> { text[Int(nodes[node].first)..<Int(nodes[node].last)] }

    /// The text under a node, white space folded. Linear in the node's descendants.
    public func foldedText(at node: Int) -> String {
        var folded: [UInt8] = []
        var pending = false
        for index in node..<Int(nodes[node].end) {
            let element = nodes[index].element
            if element != .text {
                if element.isBlock || element == .br { pending = !folded.isEmpty }
                continue
            }
            for byte in textBytes(at: index) {
                if byte.isASCIISpace {
                    pending = !folded.isEmpty
                } else {
                    if pending { folded.append(0x20) }
                    pending = false
                    folded.append(byte)
                }
            }
        }
        return String(decoding: folded, as: UTF8.self)
    }
}
