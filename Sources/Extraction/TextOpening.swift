import Markup
import Records

/// The first lines of a plain text: headline, byline and date, where they really look so, and header fields.
struct TextOpening {
    /// Paragraphs of the opening that went into fields, with the rule of each.
    private(set) var taken: [Int: String] = [:]
    private(set) var headline: String?
    private(set) var standfirst: String?
    private(set) var bylines: [Byline] = []
    private(set) var published: String?
    let fields: [HeaderField]

    /// The language a header line gives.
    var language: String? { value("language", "lang") }

    /// Reads an opening: a headline is a first line of 3 to 20 words that ends no sentence and that longer text
    /// follows; without header fields and without such a line there is none. `verdicts` are the rules' on each paragraph:
    /// what they take is passed over.
    init(_ paragraphs: [TextLines.Paragraph], verdicts: [String?], fields: [HeaderField]) {
        self.fields = fields
        let open = paragraphs.indices.filter { verdicts[$0] == nil }.prefix(6)
        guard open.count >= 2, let first = open.first else { return }
        let title = value("title", "headline", "subject")
        var rest = open.dropFirst(0)
        if Self.looksLikeHeadline(paragraphs[first], before: paragraphs[open[1]]) {
            if title == nil { headline = paragraphs[first].text }
            if title == nil || paragraphs[first].text.comparable == title?.comparable {
                taken[first] = "headline"
                rest = rest.dropFirst()
            }
        }
        if headline != nil || title != nil { readLines(paragraphs, rest) }
    }

    /// Byline, date and standfirst in the first lines below a headline; the standfirst stays in the text. The last of
    /// the lines looked at is the body's.
    private mutating func readLines(_ paragraphs: [TextLines.Paragraph], _ indices: ArraySlice<Int>) {
        let names = BylineNames(siteNames: [value("source", "site", "publication", "publisher")].compactMap { $0 })
        for index in indices.dropLast().prefix(4) {
            let line = paragraphs[index]
            if line.kind == .heading { return }
            if line.lines == 1, bylines.isEmpty, let found = names.bylines(inLine: line.text) {
                bylines = found
                taken[index] = "byline"
            } else if line.lines == 1, published == nil, let date = DateLine.date(in: line.text, dayFirst: true) {
                published = date
                taken[index] = "date"
            } else if line.isEmphasised, standfirst == nil, line.text.split(separator: " ").count >= 5 {
                standfirst = line.text
            } else {
                return
            }
        }
    }

    private static func looksLikeHeadline(_ first: TextLines.Paragraph, before next: TextLines.Paragraph) -> Bool {
        if first.kind == .heading { return true }
        let words = first.text.split(separator: " ").count
        guard first.kind == .paragraph, first.lines <= 2, (3...20).contains(words), first.text.count <= 140,
            let last = first.text.last, !".,;:".contains(last)
        else { return false }
        return next.text.count > first.text.count || next.text.count <= 80
    }

    private func value(_ names: String...) -> String? {
        for name in names {
            if let field = fields.first(where: { $0.name == name && !$0.value.isEmpty }) { return field.value }
        }
        return nil
    }

    func values(_ names: String...) -> [String] {
        fields.filter { names.contains($0.name) && !$0.value.isEmpty }.map(\.value)
    }

    /// The people of an author field; where it names none as bylines do, its parts as they are.
    static func authors(_ field: String) -> [Byline] {
        let people = BylineNames().people(in: field)
        if !people.isEmpty { return people }
        return field.split(separator: ",").map { String($0).folded }.filter { !$0.isEmpty }
            .map { Byline(name: BylineNames.withoutOpening($0) ?? $0) }
    }

    /// Puts what was read into an article.
    mutating func fill(_ article: inout Article, hints: ExtractionHints, savedFrom: String?) {
        article.headline = (value("title", "headline", "subject") ?? headline)?.folded.composed
        article.standfirst = value("standfirst", "subtitle", "description", "summary")?.folded.composed ?? standfirst
        let authors = values("author", "authors", "byline", "by").flatMap(Self.authors)
        article.bylines = authors.isEmpty ? bylines : authors
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
