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
        var paths = ElementPaths(head.tree)
        for index in window {
            guard case .dropped(let rule) = decision.verdicts[index], told.count < limit else { continue }
            let passage = head.list.passages[index]
            told.append(
                RemovedPassage(
                    text: cut(folding: head.list.bytes(passage)), rule: rule, location: paths.path(of: passage.node)))
        }
        return told
    }

    /// A passage with its white space folded, at most `length` code points of it.
    private static func cut(folding passage: ArraySlice<UInt8>) -> String {
        var folded: [UInt8] = []
        folded.reserveCapacity(passage.count)
        FoldedText.append(passage, to: &folded)
        if folded.last == 0x20 { folded.removeLast() }
        return cut(String(decoding: folded, as: UTF8.self))
    }

    /// A text of at most `length` code points.
    static func cut(_ text: String) -> String {
        guard text.utf8.count > length, text.unicodeScalars.count > length else { return text }
        var short = String.UnicodeScalarView()
        short.append(contentsOf: text.unicodeScalars.prefix(length - 1))
        return String(short) + "…"
    }
}
