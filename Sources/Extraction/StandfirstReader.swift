import Markup

/// Finds the standfirst: the deck that the page shows and its head confirms.
enum StandfirstReader {
    /// The standfirst, or nil. It is what the page shows between headline and body, or as the body's first passage,
    /// if it says what the description says or stands in a container named so; a description that is only the body's
    /// opening is none.
    static func standfirst(_ head: ArticleHead, _ decision: BodyReader.Decision) -> String? {
        let descriptions = [
            head.linked.article?["description"]?.text, head.meta.first("og:description"),
            head.meta.first("description"), head.linked.article?["alternativeHeadline"]?.text,
        ].compactMap { $0 }.map { References.decoded($0).comparable }.filter { $0.utf8.count >= 20 }
        let end = min(head.list.passages.count, decision.start + 2)
        for index in max(0, head.headline)..<max(max(0, head.headline), end) where index != head.headline {
            let passage = head.list.passages[index]
            guard (20...600).contains(passage.text.count), !passage.surroundings.contains(.hidden) else { continue }
            let text = head.list.string(passage)
            let comparable = text.comparable
            let isConfirmed = descriptions.contains { $0 == comparable }
            if isConfirmed || (isNamed(head, passage) && comparable.split(separator: " ").count >= 5) {
                return text.composed
            }
        }
        return nil
    }

    private static let names: Set<String> = [
        "standfirst", "subtitle", "subheadline", "subheading", "dek", "deck", "excerpt", "lead", "lede", "chapo",
        "sottotitolo", "teaser", "abstract", "strapline", "subhead", "vorspann", "ingress",
    ]

    private static func isNamed(_ head: ArticleHead, _ passage: Passage) -> Bool {
        var isNamed = false
        ContainerNames.forEachWord(head.tree, passage.node) { word in
            isNamed = isNamed || names.contains(String(decoding: word, as: UTF8.self))
        }
        return isNamed
    }
}
