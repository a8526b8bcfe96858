import Markup

/// A page's passages with the numbers they are judged by: what a forest is trained on.
package struct PassageSample {
    /// Numbers of one passage.
    package static let width = PassageFeatures.width
    /// The passages' texts, in the page's order.
    package let texts: [String]
    /// Their numbers, row by row.
    package let rows: [Float]

    /// The sample of a page; nil where it is no markup or has no passages. Linear in the page.
    package init?(of page: Page) {
        guard case .tree(let tree) = page.content else { return nil }
        let list = PassageReader.passages(of: tree)
        guard !list.passages.isEmpty else { return nil }
        let anchors = PassageAnchors(MetaTags(tree), LinkedData(tree.linkedData))
        texts = list.passages.map(list.string)
        rows = PassageFeatures(tree, list, anchors).rows()
    }
}
