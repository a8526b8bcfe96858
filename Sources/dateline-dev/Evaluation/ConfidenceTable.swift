import Extraction
import Markup
import Pipeline

/// How often the chosen values of a field, or the entities of a type, are right, by the confidence that was stated for them.
/// Calibrated means that of the values given 0.9 nine in ten are right.
struct ConfidenceTable {
    /// The fields that gold pages have, as traces name them.
    static let fields = ["headline", "bylines", "published"]

    /// What is told apart, in the order of the tables.
    private let fields: [String]
    /// The buckets' lower bounds: narrow where most values are.
    private static let bounds = [0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98]

    /// The values of one bucket.
    private struct Bucket {
        var count = 0
        var right = 0
        var stated = 0.0
        /// Values for which the gold has nothing to compare.
        var unknown = 0
    }

    private var buckets: [String: [Bucket]] = [:]

    /// Nothing counted yet.
    init(fields: [String] = Self.fields) { self.fields = fields }

    /// Traces a page and counts the values that were chosen for it.
    mutating func add(_ gold: GoldPage, _ document: Document) {
        guard let page = document.page else { return }
        let trace = Extractor.trace(in: page, hints: ExtractionHints(name: document.name, url: document.url))
        guard trace.article != nil else { return }
        for field in trace.fields {
            for candidate in field.candidates where candidate.verdict == "chosen" {
                guard let confidence = candidate.confidence else { continue }
                add(field.field, confidence, isRight: Self.isRight(candidate.value, field.field, gold))
            }
        }
    }

    /// Counts one value; `isRight` is nil where the gold has nothing to compare it with.
    mutating func add(_ field: String, _ confidence: Double, isRight: Bool?) {
        guard fields.contains(field) else { return }
        let index = (Self.bounds.firstIndex { $0 > confidence } ?? Self.bounds.count) - 1
        var all = buckets[field] ?? Array(repeating: Bucket(), count: Self.bounds.count)
        if let isRight {
            all[max(0, index)].count += 1
            all[max(0, index)].right += isRight ? 1 : 0
            all[max(0, index)].stated += confidence
        } else {
            all[max(0, index)].unknown += 1
        }
        buckets[field] = all
    }

    /// Whether a value is the gold's, as the scorer compares them; nil where the gold has none.
    private static func isRight(_ value: String, _ field: String, _ gold: GoldPage) -> Bool? {
        switch field {
        case "headline":
            guard let title = gold.title, !title.isEmpty else { return nil }
            return ExtractionScore.loose(Codepoints(value)) == ExtractionScore.loose(Codepoints(title))
        case "bylines":
            let names = AuthorNames.normalised(gold.authors)
            return names.isEmpty ? nil : AuthorNames.normalised([value]).isSubset(of: names)
        default:
            guard let date = gold.date, !date.isEmpty else { return nil }
            return value.hasPrefix(date)
        }
    }

    /// One table a field: the bucket, its values, the mean confidence stated, the share that is right; under it the mean
    /// distance of the two.
    var lines: [String] {
        fields.flatMap { field -> [String] in
            guard let all = buckets[field] else { return [] }
            let known = all.reduce(0) { $0 + $1.count }
            let head = ["", Self.row("confidence: \(field)", ["values", "stated", "right", "without gold"])]
            let rows = all.indices.filter { all[$0].count + all[$0].unknown > 0 }.map { index in
                let bucket = all[index]
                let upper = index + 1 < Self.bounds.count ? Self.bounds[index + 1] : 1
                return Self.row(
                    "  \(Self.bounds[index]) to \(upper)",
                    [
                        String(bucket.count), Self.share(bucket.stated, of: bucket.count),
                        Self.share(Double(bucket.right), of: bucket.count), String(bucket.unknown),
                    ])
            }
            guard known > 0, let distance = distance(of: field) else { return head + rows }
            return head + rows + ["  stated and right lie \(Figure.rounded(distance, decimals: 3).printed) apart"]
        }
    }

    /// How far what is stated for a field lies from what is right, a value, in the mean over the buckets; nil where there is no
    /// gold.
    func distance(of field: String) -> Double? {
        guard let all = buckets[field] else { return nil }
        let known = all.reduce(0) { $0 + $1.count }
        guard known > 0 else { return nil }
        return all.reduce(0) { $0 + abs($1.stated - Double($1.right)) } / Double(known)
    }

    private static func share(_ part: Double, of whole: Int) -> String {
        whole == 0 ? "-" : Figure.rounded(part / Double(whole), decimals: 3).printed
    }

    private static func row(_ name: String, _ cells: [String]) -> String {
        name.padding(toLength: max(26, name.count), withPad: " ", startingAt: 0)
            + cells.map { String(repeating: " ", count: max(1, 13 - $0.count)) + $0 }.joined()
    }
}
