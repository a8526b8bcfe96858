import Markup

/// Lists of nothing but links to other pages of the site that stand behind an article's last paragraph, with their headings:
/// "Other cases this week".
enum LinkedLists {
    /// Links from which a list is one of other articles.
    private static let fewest = 2

    /// Drops such lists from the end of a body. What would go has to be less than half of the body: a page of links is
    /// left as it is. On unseen sites of the development pages 27 lines of 38 at the end of articles were none of the text,
    /// and those that were pointed to other sites. Linear in the lines dropped and their elements.
    static func drop(from verdicts: inout [BodyReader.Verdict], _ head: ArticleHead) {
        let kept = verdicts.indices.filter { verdicts[$0] == .kept }
        var lines: [Int] = []
        var links = 0
        var rest = kept[...]
        while let last = rest.last {
            let passage = head.list.passages[last]
            if passage.element == .li, isLink(passage, head) {
                links += 1
            } else if passage.element.headingLevel == nil || lines.isEmpty {
                break
            }
            lines.append(last)
            rest.removeLast()
        }
        let bytes = lines.reduce(0) { $0 + head.list.passages[$1].text.count }
        let whole = kept.reduce(0) { $0 + head.list.passages[$1].text.count }
        guard links >= fewest, bytes * 2 < whole else { return }
        for line in lines { verdicts[line] = .dropped(rule: "related") }
    }

    /// Whether all of a passage is a link to a page of the same site.
    private static func isLink(_ passage: Passage, _ head: ArticleHead) -> Bool {
        guard passage.linkBytes * 10 >= passage.text.count * 9 else { return false }
        let tree = head.tree
        var node = passage.node
        while node < Int(tree.nodes[passage.node].end), tree.nodes[node].element != .a { node += 1 }
        guard node < Int(tree.nodes[passage.node].end), let target = tree.value(of: .href, at: node) else {
            return false
        }
        guard let address = WebAddress(target) else { return !target.hasPrefix("#") && !target.contains(":") }
        return address.host == head.address?.host
    }
}
