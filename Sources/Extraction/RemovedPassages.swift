import Markup
import Records

/// What was taken out, told so that a reader can check it.
enum RemovedPassages {
    /// Passages told of; those nearest to the article come first when there are more.
    static let limit = 200
    /// Code points of one passage.
    static let length = 300

    /// The removed passages of a page in document order. Linear in the page.
    static func list(_ head: ArticleHead, _ decision: BodyReader.Decision) -> [RemovedPassage] {
        var told: [RemovedPassage] = []
        let kept = decision.verdicts.indices.filter { decision.verdicts[$0] == .kept }
        guard let first = kept.first, let last = kept.last else { return [] }
        // From before the article as many as from behind it; what lies inside is always told.
        let inside = last - first + 1 - kept.count
        let margin = max(0, limit - inside) / 2
        let window = max(0, first - margin)..<min(decision.verdicts.count, last + margin + 1)
        for index in window {
            guard case .dropped(let rule) = decision.verdicts[index], told.count < limit else { continue }
            let passage = head.list.passages[index]
            told.append(
                RemovedPassage(
                    text: cut(head.list.string(passage).folded), rule: rule,
                    location: head.tree.path(of: passage.node)))
        }
        return told
    }

    /// A text of at most `length` code points.
    static func cut(_ text: String) -> String {
        guard text.unicodeScalars.count > length else { return text }
        var short = String.UnicodeScalarView()
        short.append(contentsOf: text.unicodeScalars.prefix(length - 1))
        return String(short) + "…"
    }
}
