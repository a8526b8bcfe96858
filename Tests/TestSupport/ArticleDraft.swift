import Records

/// An article record written as a marked text, so that no span is counted by hand. One sentence a line, a blank line
/// between paragraphs, `*` before a sentence of the summary. `⟨kind values;words⟩` marks the words as
///
/// - `person`, `org`, `country`, `city`: an entity, named as the words or as the value says;
/// - `role NAME`: a title of the person;
/// - `quote NAME`, `mixed NAME`: what the person says;
/// - `count CATEGORY VALUE [min|max|approx]`, `money CURRENCY VALUE`, `percent VALUE`: figures;
/// - `date VALUE`, `when VALUE`: a date, and the one of the main event;
/// - `where NAME`: the place of the main event.
public struct ArticleDraft: Sendable {
    /// The record, complete but for what the caller wants to set by hand.
    public var record: ArticleRecord

    private struct Mark {
        let kind: String
        let values: [String]
        let start: Int
    }

    /// A record from a marked text.
    public init(id: String, site: String, headline: String?, published: String? = nil, _ marked: String) {
        var article = Article()
        article.headline = headline
        article.language = "en"
        article.site = Site(name: site, domain: site.lowercased().filter { $0 != " " } + ".example")
        article.url = "https://\(article.site?.domain ?? "")/\(id)"
        article.published = published.map { DatedEvidence(value: $0, from: .jsonLD, confidence: 0.9) }
        record = ArticleRecord(
            generator: Generator(name: "dateline", version: "0.1.0"), id: id,
            source: Source(
                file: "\(id).html", collection: [], sha256: String(repeating: "0", count: 64), bytes: marked.utf8.count,
                mediaType: "text/html", encoding: "utf-8"),
            article: article, annotations: Annotations())
        read(marked)
    }

    private mutating func read(_ marked: String) {
        var text = String.UnicodeScalarView()
        var count = 0
        var open: [Mark] = []
        var paragraphStart = 0
        func isSpace() -> Bool { text.last == " " || text.last == "\n" || text.isEmpty }
        for line in marked.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty {
                if count > paragraphStart { closeParagraph(paragraphStart, count) }
                if count > 0 {
                    text.append(contentsOf: "\n\n".unicodeScalars)
                    count += 2
                }
                paragraphStart = count
                continue
            }
            if !isSpace() {
                text.append(" ")
                count += 1
            }
            let start = count
            var scalars = Array(line.unicodeScalars)[...]
            if scalars.first == "*" { scalars.removeFirst() }
            while let scalar = scalars.popFirst() {
                if scalar == "⟨" {
                    let head = scalars.prefix { $0 != ";" }
                    scalars = scalars.dropFirst(head.count + 1)
                    let words = String(String.UnicodeScalarView(head)).split(separator: " ").map(String.init)
                    open.append(Mark(kind: words.first ?? "", values: Array(words.dropFirst()), start: count))
                } else if scalar == "⟩", let mark = open.popLast() {
                    let passage = String(String.UnicodeScalarView(Array(text)[mark.start..<count]))
                    annotate(mark, TextRange(mark.start, count), passage)
                } else {
                    text.append(scalar)
                    count += 1
                }
            }
            record.annotations.sentences.append(TextRange(start, count))
            if line.hasPrefix("*") { record.annotations.summary.append(TextRange(start, count)) }
        }
        if count > paragraphStart { closeParagraph(paragraphStart, count) }
        record.article.text = String(text)
    }

    private mutating func closeParagraph(_ start: Int, _ end: Int) {
        record.article.blocks.append(Block(kind: .paragraph, range: TextRange(start, end)))
    }

    private mutating func annotate(_ mark: Mark, _ range: TextRange, _ text: String) {
        let rest = mark.values.joined(separator: " ")
        let name = rest.isEmpty ? text : rest
        switch mark.kind {
        case "person": mention(.person, name, range)
        case "org": mention(.organization, name, range)
        case "country": mention(.place, name, range, placeKind: "country")
        case "city": mention(.place, name, range, placeKind: "city")
        case "role": record.annotations.entities[entity(.person, rest)].roles.append(Role(title: text, range: range))
        case "quote", "mixed": quote(mark.kind == "quote" ? .direct : .mixed, by: rest, range, text)
        case "count": count(mark.values, range, text)
        case "money":
            record.annotations.amounts.append(
                Amount(
                    range: range, text: text, kind: .money, value: Double(mark.values[1]) ?? 0,
                    currency: mark.values[0]))
        case "percent":
            record.annotations.amounts.append(
                Amount(range: range, text: text, kind: .percent, value: Double(rest) ?? 0))
        case "date", "when":
            record.annotations.times.append(
                TimeExpression(range: range, text: text, type: .date, value: mark.values[0], relativeTo: .published))
            if mark.kind == "when" { answer { $0.when = .init(range: range, text: text, time: $1) } }
        case "where": answer { story, _ in story.where = .init(range: range, text: text) }
        default: preconditionFailure("no mark \(mark.kind)")
        }
    }

    private mutating func answer(_ set: (inout Story, Int) -> Void) {
        var story = record.annotations.story ?? Story()
        set(&story, record.annotations.times.count - 1)
        record.annotations.story = story
    }

    private mutating func quote(_ kind: Quote.Kind, by speaker: String, _ range: TextRange, _ text: String) {
        let id = record.annotations.entities[entity(.person, speaker)].id
        record.annotations.quotes.append(
            Quote(
                kind: kind, content: [range], text: text, speaker: Speaker(entity: id, text: speaker, range: range),
                confidence: 0.9))
    }

    private mutating func count(_ values: [String], _ range: TextRange, _ text: String) {
        record.annotations.counts.append(
            Count(
                range: range, text: text, value: Double(values[1]) ?? 0,
                modifier: values.count > 2 ? FigureModifier(rawValue: values[2]) : nil, object: "people",
                category: values[0]))
    }

    private mutating func mention(_ type: Entity.Kind, _ name: String, _ range: TextRange, placeKind: String? = nil) {
        let index = entity(type, name)
        record.annotations.entities[index].mentions.append(Mention(range: range, kind: .name))
        record.annotations.entities[index].placeKind = placeKind
    }

    private mutating func entity(_ type: Entity.Kind, _ name: String) -> Int {
        if let known = record.annotations.entities.firstIndex(where: { $0.name == name && $0.type == type }) {
            return known
        }
        let number = record.annotations.entities.count
        record.annotations.entities.append(Entity(id: "e\(number + 1)", type: type, name: name))
        return number
    }
}
