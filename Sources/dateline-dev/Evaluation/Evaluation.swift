import Foundation
import Pipeline
import Records

/// One run of the engine over gold data: its figures and what it cost. The cost is the processor time of the engine and
/// of writing its records as JSON, without reading and scoring the data.
struct Evaluation {
    /// The scorer's figures.
    private(set) var figures: Figure
    /// How many documents were read.
    private(set) var documents = 0
    /// The processor time in seconds.
    private(set) var seconds = 0.0
    /// The size of the input in bytes, unpacked.
    private(set) var bytes = 0
    /// How many documents gave no record.
    private(set) var rejected = 0
    /// How many records break their contract.
    private(set) var faulty = 0
    /// The first faults, each with the id of its document.
    private(set) var faults: [String] = []
    /// How many faults are kept: enough to see what kind they are.
    private static let keptFaults = 20

    /// What came out otherwise than annotated or marked, a line each.
    private(set) var errors: [String] = []

    /// The pages of an extraction set, in its order.
    private(set) var pages: [ScoredPage] = []
    /// How sure the engine was of the metadata, or of the entities, and how right, where that was asked for.
    private(set) var confidence: ConfidenceTable?

    /// Nothing scored yet.
    init() { figures = .group([]) }

    /// Takes over what a scorer found.
    mutating func finish(_ figures: Figure, errors: [String]) {
        self.figures = figures
        self.errors = errors
    }

    /// Runs the engine on a document of some bytes and counts what it costs.
    mutating func record(of id: String, bytes: Int, _ make: () -> ArticleRecord?) -> ArticleRecord? {
        self.bytes += bytes
        return record(of: id, make)
    }

    /// Scores the pages of a folder, every so many of them.
    init(of engine: Engine, pagesIn folder: URL, limit: Int?, every: Int = 1, confidence isAsked: Bool = false) throws {
        figures = .group([])
        if isAsked { confidence = ConfidenceTable() }
        var score = ExtractionScore()
        let file = folder.appendingPathComponent("gold.jsonl")
        for gold in Self.sample(try GoldFile.lines(GoldPage.self, in: file, limit: limit), every: every) {
            let document = try gold.document(in: folder)
            bytes += document.bytes.count
            let record = record(of: gold.id) { engine.record(of: document, id: gold.id) }
            let page = ScoredPage(gold, record)
            score.add(gold, page.answer)
            pages.append(page)
            confidence?.add(gold, document)
        }
        figures = score.figures
    }

    /// Scores the documents of a file, every so many of them.
    init(
        of engine: Engine, documentsIn file: URL, limit: Int?, every: Int = 1, confidence isAsked: Bool = false,
        score: any AnnotationScore
    ) throws {
        figures = .group([])
        var score = score
        for gold in Self.sample(try GoldFile.lines(GoldDocument.self, in: file, limit: limit), every: every) {
            let clean = CleanText(
                text: gold.text, published: gold.published.flatMap(Self.day),
                headline: gold.headline.flatMap(Self.filled),
                standfirst: gold.standfirst.flatMap(Self.filled))
            bytes += gold.text.utf8.count
            let record = record(of: gold.id) { engine.record(of: clean, id: gold.id) }
            score.add(gold, record)
        }
        errors = score.errors
        figures = score.figures
        if isAsked { confidence = score.confidence }
    }

    /// Scores the marked passages of a file, every so many of them.
    init(of engine: Engine, passagesIn file: URL, limit: Int? = nil, every: Int = 1) throws {
        figures = .group([])
        var score = WhoScore()
        let text = String(decoding: try GoldFile.bytes(of: file), as: UTF8.self)
        let passages = Array(try MarkedPassage.passages(in: text).prefix(limit ?? .max))
        for passage in Self.sample(passages, every: every) {
            let clean = CleanText(
                text: passage.text, published: Self.passagesDay, headline: passage.headline, language: "en")
            bytes += passage.text.utf8.count
            score.add(passage, record(of: passage.id) { engine.record(of: clean, id: passage.id) })
        }
        figures = score.figures
        errors = score.errors
    }

    /// Scores the marked figures of a file, every so many of its sentences.
    init(of engine: Engine, figuresIn file: URL, limit: Int? = nil, every: Int = 1) throws {
        figures = .group([])
        var score = FigureScore()
        let text = String(decoding: try GoldFile.bytes(of: file), as: UTF8.self)
        let sentences = Array(try MarkedFigures.sentences(in: text).prefix(limit ?? .max))
        for sentence in Self.sample(sentences, every: every) {
            let clean = CleanText(text: sentence.text, published: Self.passagesDay, language: "en")
            bytes += sentence.text.utf8.count
            score.add(
                sentence, record(of: "line \(sentence.line)") { engine.record(of: clean, id: "\(sentence.line)") })
        }
        figures = score.figures
        errors = score.errors
    }

    /// Scores the dated sentences of a file, every so many of them.
    init(of engine: Engine, sentencesIn file: URL, limit: Int? = nil, every: Int = 1) throws {
        figures = .group([])
        var score = DatedScore()
        let text = String(decoding: try GoldFile.bytes(of: file), as: UTF8.self)
        let sentences = Array(try DatedSentences.sentences(in: text).prefix(limit ?? .max))
        for sentence in Self.sample(sentences, every: every) {
            let id = "line \(sentence.line)"
            let clean = CleanText(text: sentence.text, published: sentence.published, language: "en")
            bytes += sentence.text.utf8.count
            score.add(sentence, record(of: id) { engine.record(of: clean, id: id) })
        }
        figures = score.figures
        errors = score.errors
    }

    /// Scores the marked quotations of a file, every so many passages.
    init(of engine: Engine, sayingsIn file: URL, limit: Int? = nil, every: Int = 1) throws {
        figures = .group([])
        var score = SaidScore()
        let text = String(decoding: try GoldFile.bytes(of: file), as: UTF8.self)
        let passages = Array(try SaidPassage.passages(in: text).prefix(limit ?? .max))
        for passage in Self.sample(passages, every: every) {
            let clean = CleanText(text: passage.text, published: Self.passagesDay, language: "en")
            bytes += passage.text.utf8.count
            score.add(passage, record(of: passage.id) { engine.record(of: clean, id: passage.id) })
        }
        figures = score.figures
        errors = score.errors
    }

    /// Marked passages have no day of their own.
    private static let passagesDay = "2024-10-04"

    private static func sample<Value>(_ values: [Value], every: Int) -> [Value] {
        stride(from: 0, to: values.count, by: max(1, every)).map { values[$0] }
    }

    /// Runs the engine on one document and counts what it costs.
    private mutating func record(of id: String, _ make: () -> ArticleRecord?) -> ArticleRecord? {
        documents += 1
        let made = ProcessorClock.measure(&seconds) { () -> ArticleRecord? in
            guard let record = make() else { return nil }
            return record.json().isEmpty ? nil : record
        }
        guard let made else {
            rejected += 1
            return nil
        }
        let found = made.faults()
        if !found.isEmpty { faulty += 1 }
        faults += found.prefix(max(0, Self.keptFaults - faults.count)).map { "\(id): \($0)" }
        return made
    }

    private static func day(_ time: String) -> String? { filled(String(time.unicodeScalars.prefix(10))) }

    private static func filled(_ text: String) -> String? { text.isEmpty ? nil : text }
}

extension Evaluation {
    /// The cost as one line of JSON.
    var cost: String {
        var faults: [String] = []
        if rejected > 0 { faults.append("\(rejected) rejected") }
        if faulty > 0 { faults.append("\(faulty) break the record's contract") }
        var writer = JSONWriter()
        writer.object { json in
            json.member("documents", documents)
            json.member("cpu_seconds") { $0.number(Self.rounded(seconds, decimals: 3) ?? 0) }
            json.member("documents_per_cpu_second") { json in
                json.number(Self.rounded(Double(documents) / seconds, decimals: 1) ?? .nan)
            }
            json.member("MB_per_cpu_second") { json in
                json.number(Self.rounded(Double(bytes) / 1e6 / seconds, decimals: 2) ?? .nan)
            }
            json.member("faults", faults)
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// Figures and cost as one JSON object.
    var json: String {
        var bytes = Array(#"{"figures":"#.utf8)
        figures.write(to: &bytes)
        return String(decoding: bytes, as: UTF8.self) + #","cost":"# + cost + "}"
    }

    private static func rounded(_ value: Double, decimals: Int) -> Double? {
        guard case .number(let rounded) = Figure.rounded(value, decimals: decimals) else { return nil }
        return rounded
    }
}

extension Figure {
    /// Appends the figure as JSON.
    fileprivate func write(to json: inout [UInt8]) {
        switch self {
        case .whole(let value): json += Array(String(value).utf8)
        case .number(let value): json += Array((value?.description ?? "null").utf8)
        case .group(let entries):
            json.append(UInt8(ascii: "{"))
            for (position, entry) in entries.enumerated() {
                if position > 0 { json.append(UInt8(ascii: ",")) }
                var key = JSONWriter()
                key.string(entry.name)
                json += key.bytes
                json.append(UInt8(ascii: ":"))
                entry.figure.write(to: &json)
            }
            json.append(UInt8(ascii: "}"))
        }
    }
}
