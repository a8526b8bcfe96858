import Markup

/// Turns a tree into passages: one walk over the flat nodes, no recursion.
struct PassageReader {
    private let tree: ElementTree
    private let tables: PassageTables
    private var list = PassageList()
    private var open: [OpenElement] = []
    private var current: Pending?
    private var dataTables: Set<Int> = []
    /// Where the table of data that is being read ends.
    private var dataTableEnd = 0
    /// What has stood on the page since the last passage.
    private var images = 0
    private var hasRule = false

    /// An element whose descendants are being read.
    private struct OpenElement {
        var end: Int
        var isBlock: Bool
        var frame: Int
        var surroundings: Passage.Surroundings
        var isLink: Bool
        var isStrong: Bool
        var isEmphasised: Bool
        /// The heading around it.
        var heading: Element?
        var isPreformatted: Bool
        var isSilent: Bool
    }

    /// A passage whose end is not reached.
    private struct Pending {
        var passage: Passage
        /// Line breaks at its end that wait for text.
        var breaks = 0
    }

    /// The passages of a tree. Linear in its nodes and text.
    static func passages(of tree: ElementTree, tables: PassageTables = .standard) -> PassageList {
        var reader = PassageReader(tree: tree, tables: tables)
        reader.read()
        return reader.list
    }

    private init(tree: ElementTree, tables: PassageTables) {
        self.tree = tree
        self.tables = tables
    }

    private mutating func read() {
        dataTables = DataTables.nodes(in: tree)
        for index in tree.nodes.indices {
            while let last = open.last, last.end <= index {
                if last.isBlock { flush() }
                open.removeLast()
            }
            let element = tree.nodes[index].element
            if element == .text {
                append(index)
            } else if element == .br {
                breakLine()
            } else {
                enter(index, element)
            }
        }
        flush()
    }

    private mutating func enter(_ index: Int, _ element: Element) {
        let outer = open.last
        var isSilent = outer?.isSilent == true || Self.isSilent(element)
        if element == .table, dataTables.contains(index) { dataTableEnd = Int(tree.nodes[index].end) }
        // Inside a table of data a row is one passage, its cells parted by bars.
        let isInRow = index < dataTableEnd && element != .tr && element != .table && element != .caption
        let isBlock = element.isBlock && !isInRow && outer?.isSilent != true
        if isBlock { flush() }
        if !isBlock, !isSilent {
            isSilent = isForScreenReaders(index) || current != nil && FootnoteMark(tree: tree).isMark(index, element)
        }
        if isInRow, element == .td || element == .th, current != nil { partCells() }
        var surroundings = outer?.surroundings ?? []
        surroundings.formUnion(Self.surroundings(of: element))
        if tree.nodes[index].last > tree.nodes[index].first { surroundings.formUnion(attributeSurroundings(index)) }
        var frame = outer?.frame ?? -1
        if isBlock || frame < 0 { frame = addFrame(index, element, parent: frame) }
        note(element, in: frame)
        guard tree.nodes[index].end > Int32(index + 1) else { return }
        open.append(
            OpenElement(
                end: Int(tree.nodes[index].end), isBlock: isBlock, frame: frame, surroundings: surroundings,
                isLink: element == .a || outer?.isLink == true,
                isStrong: element == .b || element == .strong || outer?.isStrong == true,
                isEmphasised: element == .em || element == .i || outer?.isEmphasised == true,
                heading: element.headingLevel == nil ? outer?.heading : element,
                isPreformatted: element == .pre || outer?.isPreformatted == true, isSilent: isSilent))
        if element == .a { current?.passage.links += 1 }
    }

    /// Counts what says something of the passages beside it though it has no text.
    private mutating func note(_ element: Element, in frame: Int) {
        switch element {
        case .img, .iframe, .video:
            list.frames[frame].images += 1
            images += 1
        case .hr: hasRule = true
        default: break
        }
    }

    private mutating func addFrame(_ node: Int, _ element: Element, parent: Int) -> Int {
        let (weight, signature) = ContainerNames.reading(tree, node, tables)
        let outer = parent >= 0 ? list.frames[parent] : nil
        list.frames.append(
            Frame(
                node: node, parent: parent, element: element, weight: weight,
                lowest: min(weight, outer?.lowest ?? 0), highest: max(weight, outer?.highest ?? 0),
                total: weight + (outer?.total ?? 0), signature: signature,
                depth: (outer?.depth ?? -1) + 1))
        return list.frames.count - 1
    }

    private mutating func append(_ index: Int) {
        guard let outer = open.last, !outer.isSilent else { return }
        let source = tree.textBytes(at: index)
        if current == nil {
            guard source.contains(where: { !$0.isASCIISpace }) else { return }
            let node = list.frames[outer.frame].node
            current = Pending(
                passage: Passage(
                    text: list.text.count..<list.text.count, node: node,
                    element: outer.heading ?? tree.nodes[node].element, surroundings: outer.surroundings,
                    links: outer.isLink ? 1 : 0, frame: outer.frame))
            list.text.append(0x0A)
        }
        if let breaks = current?.breaks, breaks > 0, source.contains(where: { !$0.isASCIISpace }) {
            if breaks > 1 {
                flush()
                return append(index)
            }
            if list.text.last == 0x20 { list.text.removeLast() }
            list.text.append(0x0A)
            current?.breaks = 0
        }
        let before = list.text.count
        if outer.isPreformatted {
            list.text.append(contentsOf: source)
        } else {
            FoldedText.append(source, to: &list.text)
        }
        let added = list.text.count - before
        if outer.isLink { current?.passage.linkBytes += added }
        if outer.isStrong { current?.passage.strongBytes += added }
        if outer.isEmphasised { current?.passage.emphasisBytes += added }
        if outer.surroundings.contains(.time) { current?.passage.hasTime = true }
    }

    private mutating func partCells() {
        if list.text.last != 0x20 { list.text.append(0x20) }
        list.text.append(contentsOf: "| ".utf8)
    }

    private mutating func breakLine() { current?.breaks += 1 }

    private mutating func flush() {
        guard var pending = current else { return }
        current = nil
        // The first byte is the guard that keeps folding from joining two passages.
        var start = pending.passage.text.lowerBound + 1
        var end = list.text.count
        while end > start, list.text[end - 1].isASCIISpace { end -= 1 }
        while start < end, list.text[start].isASCIISpace { start += 1 }
        guard start < end else { return }
        pending.passage.text = start..<end
        pending.passage.images = images
        pending.passage.isBelowRule = hasRule
        images = 0
        hasRule = false
        list.passages.append(pending.passage)
    }
}

extension PassageReader {
    private static func surroundings(of element: Element) -> Passage.Surroundings {
        switch element {
        case .article: .article
        case .main: .main
        case .aside: .aside
        case .nav, .menu: .navigation
        case .footer: .footer
        case .header: .header
        case .form, .fieldset, .search: .form
        case .figure: .figure
        case .figcaption: .caption
        case .table: .table
        case .ul, .ol, .dl: .list
        case .blockquote: .quote
        case .button, .label: .button
        case .address: .address
        case .dialog: .dialog
        case .details: .details
        case .time: .time
        default: []
        }
    }

    private func attributeSurroundings(_ index: Int) -> Passage.Surroundings {
        var found: Passage.Surroundings = []
        let node = tree.nodes[index]
        for position in Int(node.first)..<Int(node.last) {
            let attribute = tree.attributes[position]
            let value = tree.values[Int(attribute.start)..<Int(attribute.end)]
            switch attribute.name {
            case .hidden: if !value.elementsEqual("until-found".utf8) { found.insert(.hidden) }
            case .style: if Self.hides(value) { found.insert(.hidden) }
            case .itemprop: if value.elementsEqual("articleBody".utf8) { found.insert(.articleBody) }
            case .role: found.formUnion(Self.surroundings(ofRole: value))
            default: break
            }
        }
        return found
    }

    /// Whether an element within a line is only read out: "(opens in a new tab)".
    private func isForScreenReaders(_ index: Int) -> Bool {
        guard tree.nodes[index].last > tree.nodes[index].first else { return false }
        if let names = tree.bytes(of: .class, at: index), Self.readOut.areIn(names.prefix(512)) { return true }
        return tree.bytes(of: .style, at: index).map { Self.clips(Self.squeezed($0)) } ?? false
    }

    /// Whether a style, its white space taken out, clips an element down to nothing, as screen readers' words are hidden.
    private static func clips(_ style: String) -> Bool {
        style.contains("clip:rect(0") || style.contains("clip-path:inset(50%") || style.contains("clip-path:inset(100%")
    }

    private static let readOut = ByteWords([
        "sr-only", "sronly", "sr_only", "screen-reader", "screenreader", "visually-hidden", "visuallyhidden",
        "visually_hidden", "hidden-visually", "assistive-text",
    ])

    /// Elements whose text is not on the page.
    private static func isSilent(_ element: Element) -> Bool {
        switch element {
        case .head, .select, .option, .textarea, .object, .audio, .video, .canvas: true
        default: false
        }
    }

    private static func surroundings(ofRole role: ArraySlice<UInt8>) -> Passage.Surroundings {
        switch String(decoding: role.prefix(24), as: UTF8.self).lowercased() {
        case "navigation", "menu", "menubar", "tablist", "breadcrumb": .navigation
        case "complementary": .aside
        case "contentinfo": .footer
        case "banner": .header
        case "dialog", "alertdialog": .dialog
        case "search", "form": .form
        case "main": .main
        case "article": .article
        case "button": .button
        case "figure": .figure
        default: []
        }
    }

    /// Whether a style takes the element off the page.
    private static func hides(_ style: ArraySlice<UInt8>) -> Bool {
        let text = squeezed(style)
        return text.holds("display:none") || text.holds("visibility:hidden") || clips(text)
    }

    private static func squeezed(_ style: ArraySlice<UInt8>) -> String {
        var squeezed: [UInt8] = []
        for byte in style.prefix(1024) where !byte.isASCIISpace { squeezed.append(byte.lowercasedASCII) }
        return String(decoding: squeezed, as: UTF8.self)
    }
}
