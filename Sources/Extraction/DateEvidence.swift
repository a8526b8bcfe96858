import Markup
import Records

/// Chooses the dates a page gives for its article, with the evidence for each.
struct DateEvidence {
    private let head: ArticleHead
    private let dayFirst: Bool

    /// A reader of one page's dates; `dayFirst` settles 03/10/2024.
    init(_ head: ArticleHead, dayFirst: Bool) {
        self.head = head
        self.dayFirst = dayFirst
    }

    /// One reading.
    private struct Reading {
        var value: String
        var from: DateSource
        /// How often such a source is right by itself (the development pages' 1,617, rounded down).
        var confidence: Double
    }

    /// When the article was published.
    var published: DatedEvidence? { chosen(publishedReadings) }

    /// When it was last changed.
    var modified: DatedEvidence? {
        var readings: [Reading] = []
        add(&readings, head.linked.article?["dateModified"]?.text, .jsonLD, 0.95)
        add(&readings, property("dateModified"), .microdata, 0.9)
        add(&readings, head.meta.first("article:modified_time", "og:updated_time"), .openGraph, 0.9)
        add(&readings, head.meta.first("last-modified", "dcterms.modified", "dc.date.modified"), .meta, 0.8)
        guard let found = chosen(readings), found.value != published?.value else { return nil }
        return found
    }

    private var publishedReadings: [Reading] {
        var readings: [Reading] = []
        add(&readings, head.linked.article?["datePublished"]?.text, .jsonLD, 0.97)
        add(&readings, head.linked.article?["dateCreated"]?.text, .jsonLD, 0.85)
        for type in ["WebPage", "VideoObject"] {
            add(&readings, head.linked.things(of: type).compactMap { $0["datePublished"]?.text }.first, .jsonLD, 0.9)
        }
        add(&readings, property("datePublished"), .microdata, 0.92)
        add(&readings, head.meta.first("article:published_time", "og:published_time"), .openGraph, 0.95)
        for name in [
            "datepublished", "date", "pubdate", "publishdate", "publish-date", "publication_date", "dc.date",
            "dc.date.issued", "dcterms.created", "dcterms.date", "dcterms.issued", "parsely-pub-date", "sailthru.date",
            "article.published", "cxenseparse:recs:publishtime", "citation_publication_date", "citation_date", "pdate",
            "published_time", "article_date_original", "originalpublicationdate", "datecreated", "dc.created",
            "created",
        ] {
            add(&readings, head.meta.first(name), .meta, 0.88)
        }
        addTimeElements(&readings)
        addShownDates(&readings)
        if let day = head.address?.day { readings.append(Reading(value: day, from: .url, confidence: 0.85)) }
        return readings
    }

    private func add(_ readings: inout [Reading], _ text: String?, _ from: DateSource, _ confidence: Double) {
        guard let text, let value = DateReader.date(in: text, dayFirst: dayFirst) else { return }
        readings.append(Reading(value: value, from: from, confidence: confidence))
    }

    private func property(_ name: String) -> String? {
        for node in head.properties[name] ?? [] {
            let value =
                head.tree.value(of: .content, at: node) ?? head.tree.value(of: .datetime, at: node)
                ?? head.tree.foldedText(at: node)
            if !value.isEmpty { return value }
        }
        return nil
    }

    /// `<time>` near the headline: between six passages before it and the first of the body.
    private func addTimeElements(_ readings: inout [Reading]) {
        let passages = head.list.passages
        guard !passages.isEmpty else { return }
        let from = passages[max(0, min(passages.count - 1, head.headline - 6))].node
        let until = passages[min(passages.count - 1, max(head.bodyStart, head.headline + 1) + 1)].node
        for index in head.tree.nodes.indices where head.tree.nodes[index].element == .time {
            guard index >= from, index <= max(until, from + 1) else { continue }
            let isPublished = head.tree.value(of: .pubdate, at: index) != nil
            let value = head.tree.value(of: .datetime, at: index) ?? head.tree.foldedText(at: index)
            add(&readings, value, .timeElement, isPublished ? 0.92 : 0.85)
        }
    }

    /// Short lines around the headline that hold a date.
    private func addShownDates(_ readings: inout [Reading]) {
        let start = max(0, head.headline - 5)
        let end = min(head.list.passages.count, max(head.bodyStart, head.headline + 1) + 2)
        guard start < end else { return }
        for passage in head.list.passages[start..<end] where passage.text.count <= 120 {
            guard passage.surroundings.isDisjoint(with: [.hidden, .navigation, .aside, .footer]) else { continue }
            add(&readings, head.list.string(passage), .body, 0.75)
        }
    }

    /// The first reading; each other source of the same day takes away a third of what is left to doubt.
    private func chosen(_ readings: [Reading]) -> DatedEvidence? {
        guard let first = readings.first else { return nil }
        let day = first.value.prefix(10)
        var doubt = 1 - first.confidence
        var seen: Set<String> = [first.from.rawValue]
        for reading in readings.dropFirst() where seen.insert(reading.from.rawValue).inserted {
            doubt *= reading.value.prefix(10) == day ? 0.67 : 1.25
        }
        let confidence = (max(0.3, min(0.99, 1 - doubt)) * 100).rounded() / 100
        return DatedEvidence(value: first.value, from: first.from, confidence: confidence)
    }
}
