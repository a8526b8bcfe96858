import Extraction
import Markup
import Pipeline
import Records

/// Why an input became what it became, ready to be shown: the blocks with what became of each, the candidates of each
/// field, and what the record says with its evidence. Of a record that was filed before, the record alone is known.
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

    /// The record, nil where there is none.
    let record: ArticleRecord?
    /// Why there is none.
    let rejection: Rejection?
    /// How the article came out of its page, nil where only the record is known or the input could not be read.
    let trace: ExtractionTrace?
    private let file: String
    private let index: PassageIndex

    /// Explains a record by itself.
    init(_ record: ArticleRecord) {
        self.record = record
        rejection = nil
        trace = nil
        file = record.source.file
        index = PassageIndex(record.article.text)
    }

    /// Runs an input through the engine and explains what it does.
    init(of document: Document) {
        var made: (record: ArticleRecord?, trace: ExtractionTrace?)
        var refused: Rejection?
        do {
            let page = try Page(
                reading: document.bytes,
                hints: InputHints(name: document.name, mediaType: document.mediaType, url: document.url))
            let trace = Extractor.trace(
                in: page, hints: ExtractionHints(name: document.name, url: document.url, modified: document.modified))
            made.trace = trace
            switch trace.outcome {
            case .success(let article): made.record = Pipeline.record(of: document, page: page, article: article)
            case .failure(let error): refused = error.rejection
            }
        } catch { refused = error.rejection }
        record = made.record
        rejection = refused
        trace = made.trace
        file = document.name
        index = PassageIndex(made.record?.article.text ?? "")
    }

    /// The passage of a range; empty where the range is none of the text.
    func passage(_ range: TextRange) -> String {
        index.passage(range).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// What is odd or wrong, where anything is.
    var warnings: [Section] { [notices, faults].filter { !$0.lines.isEmpty } }

    /// What the record says beside its text.
    var facts: [Section] {
        [metadata, summary, entities, quotes, times, figures, events, story].filter { !$0.lines.isEmpty }
    }

    /// The blocks that were kept.
    var kept: Section {
        Section(
            title: "Kept",
            lines: (record?.article.blocks ?? []).map { Line(label: $0.kind.rawValue, value: passage($0.range)) })
    }

    /// The passages that were dropped, with the rule and the place of each.
    var dropped: Section {
        Section(
            title: "Dropped",
            lines: (record?.article.removed ?? []).map { Line(label: $0.rule, value: $0.text, evidence: $0.location) })
    }

    /// The title of the whole.
    var title: String { record?.article.headline ?? file }

    private var metadata: Section {
        guard let record else { return Section(title: "Record", lines: []) }
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
        return Section(title: "Record", lines: lines)
    }

    private static func evidence(_ date: DatedEvidence?) -> String {
        guard let date else { return "" }
        return "from \(date.from.rawValue)" + (date.confidence.map { ", confidence \($0)" } ?? "")
    }

    private var notices: Section {
        Section(
            title: "Notices",
            lines: (record?.article.notices ?? []).map { Line(label: $0.code, value: $0.message) })
    }

    /// What breaks the record's contract; of a sound record, nothing.
    private var faults: Section {
        Section(title: "Faults", lines: (record?.faults() ?? []).map { Line(label: "fault", value: $0) })
    }
}
