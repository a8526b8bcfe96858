import CLibXML2

/// What libxml2 alone makes of a page: the bar that reading and extraction are measured against. No record is made
/// with it.
public enum BareParse {
    /// Parses bytes as HTML in UTF-8 and counts the nodes of the tree, which is then freed; 0 where the parser gives no tree. Linear
    /// in the bytes. For trusted input: it sets no limits.
    public static func nodeCount(of bytes: [UInt8]) -> Int {
        let options =
            Int32(HTML_PARSE_RECOVER.rawValue) | Int32(HTML_PARSE_NOERROR.rawValue)
            | Int32(HTML_PARSE_NOWARNING.rawValue) | Int32(HTML_PARSE_NONET.rawValue)
            | Int32(XML_PARSE_HUGE.rawValue)
        let parsed = bytes.withUnsafeBytes { buffer -> htmlDocPtr? in
            guard let size = Int32(exactly: buffer.count), let start = buffer.baseAddress else { return nil }
            return htmlReadMemory(start.assumingMemoryBound(to: CChar.self), size, nil, "utf-8", options)
        }
        guard let document = parsed else { return 0 }
        defer { xmlFreeDoc(document) }
        var count = 0
        var next = xmlDocGetRootElement(document)
        while let node = next {
            count += 1
            next = successor(of: node)
        }
        return count
    }

    /// The next node in document order, or nil after the last. Entity references are not entered: their children belong
    /// to the entity.
    private static func successor(of node: xmlNodePtr) -> xmlNodePtr? {
        if node.pointee.type != XML_ENTITY_REF_NODE, let child = node.pointee.children { return child }
        var node = node
        while node.pointee.next == nil {
            guard let parent = node.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE else { return nil }
            node = parent
        }
        return node.pointee.next
    }
}
