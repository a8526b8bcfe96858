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
    private(set) var modified: String?
    private(set) var source: String?
    let fields: [HeaderField]

    /// The title a header line gives, or a mail's subject without "Fwd:".
    private var title: String? {
        if let title = value("title", "headline") { return title }
        guard var subject = value("subject", "betreff", "objet", "asunto", "oggetto") else { return nil }
        while let colon = subject.firstIndex(of: ":"), Self.forwards.contains(subject[..<colon].lowercased()) {
            subject = String(subject[subject.index(after: colon)...]).folded
        }
        return subject.isEmpty ? nil : subject
    }

    private static let forwards: Set<String> = ["fwd", "fw", "re", "wg", "aw", "tr", "rv", "i", "r"]

    /// The language a header line gives.
    var language: String? { value("language", "lang") }

    /// Paragraphs looked at for the first prose: the navigation of a pasted page has some dozens of lines.
    private static let looked = 80
    /// Paragraphs behind the first prose, and at the very end, that may still be byline or date.
    private static let margin = 3

    /// Reads an opening: the lines before the first prose hold headline, byline and date, and what stands above the
    /// headline goes; without header fields and without such a line there is no headline. `verdicts` are the rules' on each
    /// paragraph: what they take is passed over. Linear in the lines looked at.
    init(_ paragraphs: [TextLines.Paragraph], verdicts: [String?], fields: [HeaderField]) {
        self.fields = fields
        let open = paragraphs.indices.prefix(Self.looked).filter { verdicts[$0] == nil }
        guard open.count >= 2 else { return }
        let names = BylineNames(siteNames: [value("source", "site", "publication", "publisher")].compactMap { $0 })
        let prose = open.first { TextProse.isProse(paragraphs[$0]) && Self.signature(paragraphs[$0], names) == nil }
        // Without any prose the last line is the body's.
        let lines = open.filter { $0 < prose ?? open[open.count - 1] }
        let anchors = Set(lines.filter { Self.signature(paragraphs[$0], names) != nil })
        let title = title
        var found: Int?
        if let title {
            found = lines.first { paragraphs[$0].text.comparable == title.comparable }
        } else {
            found = TextHeadline(paragraphs, lines: lines, anchors: anchors).index
            // What is a sentence or a list above the line belongs to the text, and the line is no headline.
            if let line = found, lines.contains(where: { $0 < line && Self.isText(paragraphs[$0]) }) { found = nil }
            headline = found.map { paragraphs[$0].text }
        }
        if let found {
            taken[found] = "headline"
            for index in lines where index < found && !anchors.contains(index) { taken[index] = "navigation" }
        }
        guard headline != nil || title != nil else { return }
        readLines(paragraphs, lines.filter { $0 != found }, names)
        if let prose { readMargins(paragraphs, open.filter { $0 > prose }, verdicts, names) }
    }

    /// Whether a line that is no prose is text all the same: four words and more that end as a sentence does, an item of a
    /// list.
    private static func isText(_ line: TextLines.Paragraph) -> Bool {
        let words = line.text.split(separator: " ").count
        return words >= 4 && (line.kind == .listItem || ".:;!?".contains(line.text.last ?? " "))
    }

    /// What a line of names, roles and dates and nothing else gives; nil for any other line.
    private static func signature(
        _ line: TextLines.Paragraph, _ names: BylineNames, isBelow: Bool = false
    ) -> (bylines: [Byline], date: String?)? {
        guard line.kind == .paragraph, line.lines == 1 else { return nil }
        let date = line.text.utf8.count <= 120 ? DateReader.date(in: line.text, dayFirst: true) : nil
        if let bylines = names.bylines(inLine: line.text) { return (bylines, date) }
        if let day = DateLine.date(in: line.text, dayFirst: true) { return ([], day) }
        if BylineNames.agencies.contains(line.text.comparable) { return ([], nil) }
        // "Jane Doe, Staff Writer", "Jane Doe - 2 May 2024": a name is no byline by itself, with its role it is, and above
        // the text with the day; below it, that may as well be the paper and the day.
        var text = line.text
        for dash in [" - ", " – ", " — "] { text = text.replacing(dash, with: " | ") }
        let people = names.people(in: text)
        guard (date != nil && !isBelow) || people.contains(where: { $0.role != nil }),
            people.allSatisfy({ (2...4).contains($0.name.split(separator: " ").count) }),
            let bylines = names.bylines(inLine: text, known: Set(people.map(\.name.comparable)))
        else { return nil }
        return (bylines, date)
    }

    /// Byline, date and standfirst in the lines around a headline; the standfirst stays in the text.
    private mutating func readLines(_ paragraphs: [TextLines.Paragraph], _ lines: [Int], _ names: BylineNames) {
        for index in lines where taken[index] == nil {
            let line = paragraphs[index]
            if take(line, index, names) { continue }
            if standfirst == nil, line.isEmphasised || isDeck(paragraphs, index),
                line.text.split(separator: " ").count >= 5
            {
                standfirst = line.text
            }
        }
    }

    /// Whether a paragraph of one line is a deck: it stands alone right below the headline, and is no list, label or bar.
    private func isDeck(_ paragraphs: [TextLines.Paragraph], _ index: Int) -> Bool {
        let line = paragraphs[index]
        guard index > 0, taken[index - 1] == "headline", line.kind == .paragraph, line.lines <= 2,
            !TextProse.isBar(line.text), line.text.last != ":", !line.text.contains("@"), index + 1 < paragraphs.count
        else { return false }
        return paragraphs[index - 1].line + paragraphs[index - 1].lines < line.line
            && line.line + line.lines < paragraphs[index + 1].line
    }

    /// Byline and date behind a first paragraph, which then is the standfirst, or behind the last.
    private mutating func readMargins(
        _ paragraphs: [TextLines.Paragraph], _ rest: [Int], _ verdicts: [String?], _ names: BylineNames
    ) {
        for index in rest.prefix(Self.margin) {
            if TextProse.isProse(paragraphs[index]) || !take(paragraphs[index], index, names, isBelow: true) { break }
        }
        let end = paragraphs.indices.suffix(20).filter { verdicts[$0] == nil }.suffix(Self.margin)
        for index in end { takeSource(paragraphs[index], index) }
        for index in end.reversed() where taken[index] == nil {
            if TextProse.isProse(paragraphs[index]) || !take(paragraphs[index], index, names, isBelow: true) { break }
        }
    }

    /// An address below the text, alone or behind a label: "Source: https://…".
    private mutating func takeSource(_ line: TextLines.Paragraph, _ index: Int) {
        let words = line.text.split(separator: " ")
        guard words.count <= 3, let last = words.last, last.hasPrefix("http"), WebAddress(String(last)) != nil,
            words.count == 1 || words[words.count - 2].hasSuffix(":")
        else { return }
        source = source ?? String(last)
        taken[index] = "source"
    }

    private mutating func take(
        _ line: TextLines.Paragraph, _ index: Int, _ names: BylineNames, isBelow: Bool = false
    ) -> Bool {
        guard let found = Self.signature(line, names, isBelow: isBelow) else { return false }
        if bylines.isEmpty { bylines = found.bylines }
        let dates = Self.dates(line.text)
        published = published ?? dates.published ?? found.date
        modified = modified ?? dates.modified
        taken[index] = found.bylines.isEmpty ? "date" : "byline"
        return true
    }

    /// The days that a line tells of publication and last change, where it tells both: "Published: 9 January 2024 | Updated: …".
    private static func dates(_ line: String) -> (published: String?, modified: String?) {
        var dates: (published: String?, modified: String?) = (nil, nil)
        for part in line.split(separator: "|").flatMap({ DateLine.parts(of: String($0)) }) {
            guard let date = DateReader.date(in: String(part), dayFirst: true) else { continue }
            if DateLine.kind(of: String(part)) == .lineUpdated {
                dates.modified = dates.modified ?? date
            } else {
                dates.published = dates.published ?? date
            }
        }
        return dates.published == nil ? (nil, nil) : dates
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
        article.headline = (title ?? headline)?.folded.composed
        article.standfirst = value("standfirst", "subtitle", "description", "summary")?.folded.composed ?? standfirst
        let authors = values("author", "authors", "byline", "by").flatMap(Self.authors)
        article.bylines = authors.isEmpty ? bylines : authors
        article.section = value("section", "category")
        article.keywords = values("tags", "keywords").flatMap { $0.split(separator: ",").map { String($0).folded } }
        fillAddress(&article, hints: hints, savedFrom: savedFrom)
        if let field = value(
            "date", "published", "publication-date", "pubdate", "sent", "datum", "gesendet", "envoyé", "enviado",
            "inviato"),
            let date = DateReader.date(in: field, dayFirst: true)
        {
            article.published = DatedEvidence(value: date, from: .header, confidence: 0.95)
        } else if let published {
            article.published = DatedEvidence(value: published, from: .body, confidence: 0.8)
        } else if let day = article.dateline?.date {
            article.published = DatedEvidence(value: day, from: .dateline, confidence: 0.8)
        } else if let day = article.url.flatMap(WebAddress.init)?.day {
            article.published = DatedEvidence(value: day, from: .url, confidence: 0.85)
        }
        if let field = value("modified", "updated"), let date = DateReader.date(in: field, dayFirst: true) {
            article.modified = DatedEvidence(value: date, from: .header, confidence: 0.95)
        } else if let modified {
            article.modified = DatedEvidence(value: modified, from: .body, confidence: 0.8)
        }
    }

    private func fillAddress(_ article: inout Article, hints: ExtractionHints, savedFrom: String?) {
        let source = value("source", "site", "publication", "publisher")
        let candidates = [value("url", "link"), source, hints.url, savedFrom, self.source].compactMap { $0 }
        let address = candidates.compactMap(WebAddress.init).first
        article.url = address?.text
        let name = source.flatMap { WebAddress($0) == nil ? $0.folded.composed : nil }
        if name != nil || address != nil { article.site = Site(name: name, domain: address?.domain) }
    }
}
