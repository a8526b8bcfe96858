import Annotation
import Records
import Testing

/// A text in which the passages that are looked for stand between ⟦ and ⟧.
struct MarkedText: Sendable, CustomTestStringConvertible {
    let text: String
    let passages: [TextRange]
    let testDescription: String

    init(_ marked: String) {
        testDescription = marked
        var plain = String.UnicodeScalarView()
        var passages: [TextRange] = []
        var start = 0
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "⟦": start = plain.count
            case "⟧": passages.append(TextRange(start, plain.count))
            default: plain.append(scalar)
            }
        }
        text = String(plain)
        self.passages = passages
    }

    /// The article of this text, a paragraph a line.
    func article(published: String? = "2024-10-04") -> Article {
        var article = Article()
        article.text = text
        article.language = "en"
        article.published = published.map { DatedEvidence(value: $0, from: .meta) }
        return article
    }

    func annotations(published: String? = "2024-10-04") -> Annotations {
        Annotator.annotations(of: article(published: published))
    }

    /// The passage of a range.
    func slice(_ range: TextRange) -> String {
        let scalars = Array(text.unicodeScalars)
        return String(String.UnicodeScalarView(scalars[range.start..<range.end]))
    }
}
