import Foundation
import Markup
import Records

/// Finds the article's images: the one its head names, then those of its figures.
enum ImageReader {
    /// Images told of.
    private static let limit = 20

    /// The images, the lead first. Linear in the page.
    static func images(_ head: ArticleHead, _ decision: BodyReader.Decision) -> [ArticleImage] {
        var images: [ArticleImage] = []
        var seen: Set<String> = []
        func add(_ image: ArticleImage) {
            guard images.count < limit else { return }
            guard let address = WebAddress(absolute(image.url, head)) else {
                // A saved page's own copy of an image lies in a folder beside it, under the same name.
                if let known = images.firstIndex(where: { file($0.url) == file(image.url) && $0.caption == nil }) {
                    images[known].caption = image.caption
                    images[known].credit = image.credit
                }
                return
            }
            let path = address.rest.prefix { $0 != "?" }
            if seen.insert(address.host + path).inserted {
                images.append(ArticleImage(url: address.text, caption: image.caption, credit: image.credit))
            } else if image.caption != nil || image.credit != nil,
                let known = images.firstIndex(where: { $0.url == address.text && $0.caption == nil })
            {
                images[known].caption = image.caption
                images[known].credit = image.credit
            }
        }
        if let lead = head.meta.first("og:image", "og:image:url", "twitter:image") { add(ArticleImage(url: lead)) }
        if let image = head.linked.article?["image"]?.elements.first,
            let url = image.text ?? head.linked.resolved(image)["url"]?.text
        {
            add(ArticleImage(url: url))
        }
        for figure in figures(head, decision) { add(figure) }
        return images
    }

    /// The last part of an address's path; nothing but a file's name is told by less than five bytes.
    private static func file(_ url: String) -> Substring? {
        let name = url.prefix { $0 != "?" }.split(separator: "/").last ?? ""
        return name.utf8.count >= 5 ? name : nil
    }

    private static func figures(_ head: ArticleHead, _ decision: BodyReader.Decision) -> [ArticleImage] {
        let tree = head.tree
        let kept = decision.verdicts.indices.filter { decision.verdicts[$0] == .kept }
        guard let first = kept.first, let last = kept.last else { return [] }
        let start = head.headline >= 0 ? min(head.headline, first) : max(0, first - 4)
        let nodes = head.list.passages[start].node...max(head.list.passages[start].node, head.list.passages[last].node)
        var images: [ArticleImage] = []
        var index = nodes.lowerBound
        while index <= nodes.upperBound {
            if tree.nodes[index].element == .figure {
                if let image = image(in: tree, index) { images.append(image) }
                index = Int(tree.nodes[index].end)
            } else {
                index += 1
            }
        }
        return images
    }

    private static func image(in tree: ElementTree, _ figure: Int) -> ArticleImage? {
        var url: String?
        var caption: String?
        var credit: String?
        var index = figure + 1
        while index < Int(tree.nodes[figure].end) {
            switch tree.nodes[index].element {
            case .img where url == nil:
                url = [AttributeName.dataSrc, .src].compactMap { tree.value(of: $0, at: index) }.first { !$0.isEmpty }
            case .figcaption where caption == nil:
                (caption, credit) = captionAndCredit(tree, index)
            default: break
            }
            index += 1
        }
        return url.map { ArticleImage(url: $0, caption: caption, credit: credit) }
    }

    /// The caption's own text, and what an element named credit, copyright or source holds.
    private static func captionAndCredit(_ tree: ElementTree, _ node: Int) -> (String?, String?) {
        let whole = tree.foldedText(at: node)
        for index in (node + 1)..<max(node + 1, Int(tree.nodes[node].end)) where tree.nodes[index].element != .text {
            var isCredit = tree.nodes[index].element == .cite || tree.nodes[index].element == .small
            ContainerNames.forEachWord(tree, index) { word in
                let name = String(decoding: word, as: UTF8.self)
                isCredit = isCredit || ["credit", "credits", "copyright", "source", "photographer"].contains(name)
            }
            let credit = isCredit ? tree.foldedText(at: index) : ""
            guard !credit.isEmpty else { continue }
            let caption = whole.hasSuffix(credit) ? String(whole.dropLast(credit.count)).folded : whole
            return (caption.isEmpty ? nil : caption.composed, credit.composed)
        }
        return parted(whole)
    }

    /// A caption apart from a credit at its end that nothing but words marks: "The ferry. Photo: A. Berg", "(Image: B. Ek)". Where
    /// several sentences could open one, the first does.
    private static func parted(_ whole: String) -> (String?, String?) {
        if whole.isEmpty { return (nil, nil) }
        if CreditLine.rule(for: whole) != nil { return (nil, whole.composed) }
        for mark in [". ", " ("] {
            for range in whole.ranges(of: mark) {
                let tail = whole[range.upperBound...]
                guard CreditLine.rule(for: String(tail)) != nil else { continue }
                let credit = mark == " (" && tail.last == ")" ? tail.dropLast() : tail
                let caption = whole[..<(mark == " (" ? range.lowerBound : whole.index(before: range.upperBound))]
                return (String(caption).folded.composed, String(credit).folded.composed)
            }
        }
        return (whole.composed, nil)
    }

    private static func absolute(_ url: String, _ head: ArticleHead) -> String {
        let url = References.decoded(url).folded
        guard url.hasPrefix("/"), !url.hasPrefix("//"), let host = head.address?.host else { return url }
        return "https://\(host)\(url)"
    }
}
