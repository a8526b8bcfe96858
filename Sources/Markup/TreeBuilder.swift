import CLibXML2

/// Builds an `ElementTree` from the events of libxml2's HTML parser, without a tree of libxml2's own: no recursion, no
/// second walk. One builder serves one parse on one thread.
struct TreeBuilder {
    private(set) var tree = ElementTree()
    /// Whether a limit ended the tree before the input ended.
    private(set) var isCut = false

    /// Open elements, innermost last.
    private var open: [Int32] = []
    /// The parser's own idea of what is open; it differs where a paragraph was ended here.
    private var reported: [Int32] = []
    private var openParagraphs = 0

    /// Parses sifted markup. Linear in its length.
    static func tree(of markup: [UInt8]) -> (tree: ElementTree, isCut: Bool) {
        var builder = TreeBuilder()
        builder.tree.text.reserveCapacity(markup.count / 2)
        // An empty buffer makes no parser context; a page without markup is a tree without nodes.
        guard !markup.isEmpty, let context = htmlNewParserCtxt() else { return (builder.tree, false) }
        defer { htmlFreeParserCtxt(context) }
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue | XML_PARSE_HUGE.rawValue
        // The parser calls back only while it reads, and the builder stays in its place until then.
        withUnsafeMutablePointer(to: &builder) { builder in
            Self.listen(to: context, builder)
            markup.withUnsafeBytes { raw in
                let start = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
                let document = htmlCtxtReadMemory(
                    context, start, Int32(clamping: raw.count), nil, "UTF-8", Int32(bitPattern: options))
                if let document { xmlFreeDoc(document) }
            }
        }
        builder.close(downTo: 0)
        return (builder.tree, builder.isCut)
    }

    /// Replaces the parser's own tree-building callbacks.
    private static func listen(to context: htmlParserCtxtPtr, _ builder: UnsafeMutablePointer<TreeBuilder>) {
        guard let sax = context.pointee.sax else { return }
        context.pointee.userData = UnsafeMutableRawPointer(builder)
        sax.pointee.startDocument = nil
        sax.pointee.endDocument = nil
        sax.pointee.internalSubset = nil
        sax.pointee.comment = nil
        sax.pointee.processingInstruction = nil
        sax.pointee.cdataBlock = { TreeBuilder.of($0)?.pointee.append($1, $2) }
        sax.pointee.characters = { TreeBuilder.of($0)?.pointee.append($1, $2) }
        sax.pointee.ignorableWhitespace = { TreeBuilder.of($0)?.pointee.append($1, $2) }
        sax.pointee.startElement = { TreeBuilder.of($0)?.pointee.start($1, $2) }
        sax.pointee.endElement = { context, _ in TreeBuilder.of(context)?.pointee.end() }
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<TreeBuilder>? {
        context?.assumingMemoryBound(to: TreeBuilder.self)
    }

    private mutating func start(
        _ name: UnsafePointer<xmlChar>?, _ pairs: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        guard let name else { return }
        let element = Element.named(Self.bytes(name))
        guard tree.nodes.count < Limits.nodes else {
            isCut = true
            reported.append(-1)
            return
        }
        if openParagraphs > 0, element.endsParagraph { endParagraph() }
        let first = Int32(tree.attributes.count)
        if let pairs { read(pairs) }
        let index = Int32(tree.nodes.count)
        tree.nodes.append(
            ElementTree.Node(
                element: element, parent: open.last ?? -1, end: index + 1, first: first,
                last: Int32(tree.attributes.count)))
        reported.append(index)
        // Void elements get their end event at once, like all others.
        open.append(index)
        if element == .p { openParagraphs += 1 }
    }

    private mutating func end() {
        guard let node = reported.popLast(), node >= 0 else { return }
        // Already ended here, with a paragraph around it.
        guard let position = open.lastIndex(of: node) else { return }
        close(downTo: position)
    }

    private mutating func close(downTo position: Int) {
        while open.count > position, let node = open.popLast() {
            tree.nodes[Int(node)].end = Int32(tree.nodes.count)
            if tree.nodes[Int(node)].element == .p { openParagraphs -= 1 }
        }
    }

    /// Ends the innermost open paragraph, unless a table cell, a button or an object stands between (HTML standard,
    /// "button scope").
    private mutating func endParagraph() {
        var position = open.count - 1
        while position >= 0 {
            switch tree.nodes[Int(open[position])].element {
            case .p: return close(downTo: position)
            case .td, .th, .caption, .table, .button, .object, .html: return
            default: position -= 1
            }
        }
    }

    private mutating func append(_ characters: UnsafePointer<xmlChar>?, _ length: Int32) {
        guard let characters, length > 0, !isCut else { return }
        guard tree.nodes.count < Limits.nodes else {
            isCut = true
            return
        }
        let parent = open.last ?? -1
        let first = Int32(tree.text.count)
        tree.text.append(contentsOf: UnsafeBufferPointer(start: characters, count: Int(length)))
        let last = Int32(tree.text.count)
        if let previous = tree.nodes.last, previous.element == .text, previous.parent == parent {
            tree.nodes[tree.nodes.count - 1].last = last
            return
        }
        let index = Int32(tree.nodes.count)
        tree.nodes.append(
            ElementTree.Node(element: .text, parent: parent, end: index + 1, first: first, last: last))
    }

    /// Name and value pointers in turn, ended by a null name.
    private mutating func read(_ pairs: UnsafeMutablePointer<UnsafePointer<xmlChar>?>) {
        var index = 0
        while let name = pairs[index] {
            if let known = AttributeName.named(Self.bytes(name)) {
                let start = Int32(tree.values.count)
                if let value = pairs[index + 1] { tree.values.append(contentsOf: Self.bytes(value)) }
                tree.attributes.append(Attribute(name: known, start: start, end: Int32(tree.values.count)))
            }
            index += 2
        }
    }

    private static func bytes(_ text: UnsafePointer<xmlChar>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: text, count: Int(xmlStrlen(text)))
    }
}
