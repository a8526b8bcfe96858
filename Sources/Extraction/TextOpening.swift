import Markup
import Records

/// The first lines of a plain text: headline, byline and date, where they really look so, and header fields.
struct TextOpening {
    /// The paragraph the body begins with.
    private(set) var bodyStart = 0
    /// Lines of the opening that went into fields.
    private(set) var removed: [RemovedPassage] = []
    private var headline: String?
    private var bylines: [Byline] = []
    private var published: String?
    private let fields: [HeaderField]

    /// The language a header line gives.
    var language: String? { value("language", "lang") }

    /// Reads an opening: a headline is a first line of 3 to 20 words that ends no sentence and that longer text
    /// follows; without header fields and without such a line there is none.
    init(_ paragraphs: [TextLines.Paragraph], fields: [HeaderField]) {
        self.fields = fields
        guard paragraphs.count >= 2 else { return }
        let hasTitle = value("title", "headline", "subject") != nil
        if let first = paragraphs.first, Self.looksLikeHeadline(first, before: paragraphs[1]) {
            if !hasTitle { headline = first.text }
            if !hasTitle || first.text.comparable == value("title", "headline", "subject")?.comparable {
                drop(first, rule: "headline")
            }
        }
        for _ in 0..<3 where bodyStart + 1 < paragraphs.count && (headline != nil || hasTitle) {
            let line = paragraphs[bodyStart]
            guard line.text.count <= 80, line.lines == 1 else { break }
            if bylines.isEmpty, let names = Self.names(in: line.text) {
                bylines = names
                drop(line, rule: "byline")
            } else if published == nil, let date = Self.date(in: line.text) {
                published = date
                drop(line, rule: "date")
            } else {
                break
            }
        }
    }

    private mutating func drop(_ paragraph: TextLines.Paragraph, rule: String) {
        bodyStart += 1
        removed.append(RemovedPassage(text: paragraph.text, rule: rule, location: "line \(paragraph.line)"))
    }

    private static func looksLikeHeadline(_ first: TextLines.Paragraph, before next: TextLines.Paragraph) -> Bool {
        if first.kind == .heading { return true }
        let words = first.text.split(separator: " ").count
        guard first.kind == .paragraph, first.lines <= 2, (3...20).contains(words), first.text.count <= 140,
            let last = first.text.last, !".,;:".contains(last)
        else { return false }
        return next.text.count > first.text.count || next.text.count <= 80
    }

    private static func names(in text: String) -> [Byline]? {
        guard let rest = BylineReader.withoutOpening(text) else { return nil }
        let names = rest.replacing(" and ", with: ",").split(separator: ",").map { String($0).folded }
        let people = names.filter { name in
            (1...4).contains(name.split(separator: " ").count) && name.first?.isUppercase == true
                && !name.contains(where: \.isNumber)
        }
        return people.isEmpty ? nil : people.map { Byline(name: $0) }
    }

    /// A line that is a date and little else.
    private static func date(in text: String) -> String? {
        guard text.split(separator: " ").count <= 9 else { return nil }
        return DateReader.date(in: text, dayFirst: true)
    }

    private func value(_ names: String...) -> String? {
        for name in names {
            if let field = fields.first(where: { $0.name == name && !$0.value.isEmpty }) { return field.value }
        }
        return nil
    }

    private func values(_ names: String...) -> [String] {
        fields.filter { names.contains($0.name) && !$0.value.isEmpty }.map(\.value)
    }

    /// Puts what was read into an article.
    mutating func fill(_ article: inout Article, hints: ExtractionHints, savedFrom: String?) {
        article.headline = (value("title", "headline", "subject") ?? headline)?.folded.composed
        article.standfirst = value("standfirst", "subtitle", "description", "summary")?.folded.composed
        let authors = values("author", "authors", "byline", "by").flatMap {
            $0.replacing(" and ", with: ",").split(separator: ",")
        }
        article.bylines =
            authors.isEmpty
            ? bylines
            : authors.map { String($0).folded }.map { Byline(name: BylineReader.withoutOpening($0) ?? $0) }
        article.section = value("section", "category")
        article.keywords = values("tags", "keywords").flatMap { $0.split(separator: ",").map { String($0).folded } }
        fillAddress(&article, hints: hints, savedFrom: savedFrom)
        if let field = value("date", "published", "publication-date", "pubdate"),
            let date = DateReader.date(in: field, dayFirst: true)
        {
            article.published = DatedEvidence(value: date, from: .header, confidence: 0.95)
        } else if let published {
            article.published = DatedEvidence(value: published, from: .body, confidence: 0.8)
        } else if let day = article.url.flatMap(WebAddress.init)?.day {
            article.published = DatedEvidence(value: day, from: .url, confidence: 0.85)
        }
        if let field = value("modified", "updated"), let date = DateReader.date(in: field, dayFirst: true) {
            article.modified = DatedEvidence(value: date, from: .header, confidence: 0.95)
        }
    }

    private func fillAddress(_ article: inout Article, hints: ExtractionHints, savedFrom: String?) {
        let source = value("source", "site", "publication", "publisher")
        let candidates = [value("url", "link"), source, hints.url, savedFrom].compactMap { $0 }
        let address = candidates.compactMap(WebAddress.init).first
        article.url = address?.text
        let name = source.flatMap { WebAddress($0) == nil ? $0.folded.composed : nil }
        if name != nil || address != nil { article.site = Site(name: name, domain: address?.domain) }
    }
}
