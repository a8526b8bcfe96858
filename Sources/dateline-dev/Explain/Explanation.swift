import Records

/// What a record says of its own making, ready to be shown: every part with its evidence, in the record's order. Made
/// from the record alone.
struct Explanation {
    /// A line of a section: a label, a value, and the evidence for it.
    struct Line: Equatable {
        var label: String
        var value: String
        var evidence = ""
    }

    /// A titled run of lines.
    struct Section: Equatable {
        var title: String
        var lines: [Line]
    }

    private let record: ArticleRecord
    private let index: PassageIndex

    init(_ record: ArticleRecord) {
        self.record = record
        index = PassageIndex(record.article.text)
    }

    /// The passage of a range; empty where the range is none of the text.
    func passage(_ range: TextRange) -> String {
        index.passage(range).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// The sections before the text.
    var opening: [Section] { [metadata, notices].filter { !$0.lines.isEmpty } }

    /// The sections after the text.
    var closing: [Section] {
        [summary, entities, quotes, times, figures, events, story, faults].filter { !$0.lines.isEmpty }
    }

    /// The blocks that were kept.
    var kept: Section {
        Section(
            title: "Kept",
            lines: record.article.blocks.map { Line(label: $0.kind.rawValue, value: passage($0.range)) })
    }

    /// The passages that were dropped, with the rule and the place of each.
    var dropped: Section {
        Section(
            title: "Dropped",
            lines: record.article.removed.map { Line(label: $0.rule, value: $0.text, evidence: $0.location) })
    }

    /// The title of the whole.
    var title: String { record.article.headline ?? record.source.file }

    private var metadata: Section {
        let article = record.article
        let source = record.source
        var lines = [
            Line(
                label: "file", value: source.file,
                evidence: "\(source.mediaType), \(source.encoding), \(source.bytes) bytes"),
            Line(label: "id", value: record.id),
        ]
        func add(_ label: String, _ value: String?, _ evidence: String = "") {
            if let value, !value.isEmpty { lines.append(Line(label: label, value: value, evidence: evidence)) }
        }
        add("headline", article.headline)
        add("standfirst", article.standfirst)
        for byline in article.bylines { add("byline", byline.name, byline.role ?? "") }
        add("published", article.published?.value, Self.evidence(article.published))
        add("modified", article.modified?.value, Self.evidence(article.modified))
        add("url", article.url)
        for url in article.urls { add("other url", url.url, url.from) }
        add("site", article.site?.name ?? article.site?.domain, article.site?.domain ?? "")
        add("section", article.section)
        add("keywords", article.keywords.joined(separator: ", "))
        add("language", article.language)
        for image in article.images {
            add("image", image.url, [image.caption, image.credit].compactMap(\.self).joined(separator: " / "))
        }
        add(
            "dateline", article.dateline?.text,
            [article.dateline?.agency, article.dateline?.date].compactMap(\.self).joined(separator: ", "))
        return Section(title: "Metadata", lines: lines)
    }

    private static func evidence(_ date: DatedEvidence?) -> String {
        guard let date else { return "" }
        return "from \(date.from.rawValue)" + (date.confidence.map { ", confidence \($0)" } ?? "")
    }

    private var notices: Section {
        Section(
            title: "Notices",
            lines: record.article.notices.map { Line(label: $0.code, value: $0.message) })
    }

    /// What breaks the record's contract; of a sound record, nothing.
    private var faults: Section {
        Section(title: "Faults", lines: record.faults().map { Line(label: "fault", value: $0) })
    }
}

extension Explanation {
    private var summary: Section {
        Section(
            title: "Summary", lines: record.annotations.summary.map { Line(label: "sentence", value: passage($0)) })
    }

    private var entities: Section {
        Section(
            title: "Entities",
            lines: record.annotations.entities.map { entity in
                let forms = Set(entity.mentions.map { passage($0.range) }).sorted().joined(separator: " / ")
                let roles = entity.roles.map { ($0.former == true ? "former " : "") + $0.title }
                let facts = [entity.placeKind, entity.country].compactMap(\.self) + roles
                return Line(
                    label: "\(entity.id) \(entity.type.rawValue)",
                    value: ([entity.name] + facts).joined(separator: "; "),
                    evidence: "\(entity.mentions.count) mentions: \(forms)")
            })
    }

    private var quotes: Section {
        Section(
            title: "Quotes",
            lines: record.annotations.quotes.map { quote in
                let speaker = quote.speaker.map { speaker in
                    speaker.text + (speaker.entity.map { " (\($0))" } ?? "")
                }
                let cue = quote.cue.map { "cue \"\($0.text)\"" } ?? "no cue"
                return Line(
                    label: quote.kind.rawValue, value: quote.text,
                    evidence: "\(speaker ?? "nobody"), \(cue), confidence \(quote.confidence)")
            })
    }

    private var times: Section {
        Section(
            title: "Times",
            lines: record.annotations.times.map { time in
                let modifier = time.modifier.map { ", \($0)" } ?? ""
                let anchor = time.relativeTo.map { ", relative to \($0.rawValue)" } ?? ""
                return Line(label: time.type.rawValue, value: time.text, evidence: time.value + modifier + anchor)
            })
    }

    private var figures: Section {
        let amounts = record.annotations.amounts.map { amount in
            let unit = amount.currency ?? amount.unit ?? ""
            let modifier = amount.modifier?.rawValue ?? ""
            return Line(
                label: amount.kind.rawValue, value: amount.text,
                evidence: [modifier, "\(amount.value)", unit].filter { !$0.isEmpty }.joined(separator: " "))
        }
        let counts = record.annotations.counts.map { count in
            let modifier = count.modifier?.rawValue ?? ""
            return Line(
                label: count.category ?? "count", value: count.text,
                evidence: [modifier, "\(count.value)", count.object].filter { !$0.isEmpty }.joined(separator: " "))
        }
        return Section(title: "Figures", lines: amounts + counts)
    }

    private var events: Section {
        Section(
            title: "Events",
            lines: record.annotations.events.map { event in
                let parts = [
                    event.actors.isEmpty ? nil : "actors " + event.actors.joined(separator: " "),
                    event.targets.isEmpty ? nil : "targets " + event.targets.joined(separator: " "),
                    event.place.map { "at \($0)" }, "confidence \(event.confidence)",
                ]
                return Line(
                    label: "\(event.status.rawValue) \(event.category)", value: passage(event.trigger),
                    evidence: parts.compactMap(\.self).joined(separator: ", "))
            })
    }

    private var story: Section {
        let story = record.annotations.story
        let answers = [
            ("who", story?.who), ("what", story?.what), ("when", story?.when), ("where", story?.`where`),
            ("why", story?.why), ("how", story?.how),
        ]
        return Section(
            title: "Story",
            lines: answers.compactMap { question, answer in
                answer.map { Line(label: question, value: $0.text, evidence: $0.entity ?? "") }
            })
    }
}
