import Markup

/// A page's passages with the numbers they are judged by: what the tables and the forest are trained on.
package struct PassageSample {
    /// Numbers of one passage.
    package static let width = PassageFeatures.width
    /// The passages' texts, in the page's order.
    package let texts: [String]
    /// Their numbers, row by row.
    package let rows: [Float]

    /// The sample of a page, its words weighed by tables; nil where it is no markup or has no passages. Linear in the page.
    package init?(of page: Page, tables: PassageTables) {
        guard case .tree(let tree) = page.content else { return nil }
        let list = PassageReader.passages(of: tree, tables: tables)
        guard !list.passages.isEmpty else { return nil }
        let anchors = PassageAnchors(MetaTags(tree), LinkedData(tree.linkedData))
        texts = list.passages.map(list.string)
        rows = PassageFeatures(tree, list, anchors, tables: tables).rows()
    }
}

/// The words that a page's passages are judged by, of which the tables of weights are learned.
package struct PassageWords {
    /// The passages' texts, in the page's order.
    package let texts: [String]
    /// The tokens of each passage, nil for one that is no line.
    package let tokens: [[String]?]
    /// The tokens of each passage's two ends, nil for a short one.
    package let ends: [[String]?]
    /// The words of the names of each passage's containers and their elements (`<aside>`), each once, sorted.
    package let containers: [[String]]

    /// The words of a page; nil where it is no markup or has no passages.
    package init?(of page: Page) {
        guard case .tree(let tree) = page.content else { return nil }
        let list = PassageReader.passages(of: tree)
        guard !list.passages.isEmpty else { return nil }
        texts = list.passages.map(list.string)
        tokens = list.passages.map { LineWords(list.bytes($0))?.tokens }
        ends = list.passages.map { PassageEnds(list.bytes($0))?.tokens }
        var around: [Set<String>] = []
        for frame in list.frames {
            var words = frame.parent >= 0 ? around[frame.parent] : []
            words.insert("<\(frame.element)>")
            ContainerNames.forEachWord(tree, frame.node) { words.insert(String(decoding: $0, as: UTF8.self)) }
            around.append(words)
        }
        containers = list.passages.map { around[$0.frame].sorted() }
    }
}
