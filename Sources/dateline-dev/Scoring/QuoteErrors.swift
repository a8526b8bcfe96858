import Records

/// The quotations that were read wrongly, by kind, for whoever sorts errors.
struct QuoteErrors {
    /// How a quotation is wrong: in quotation marks missed, taken for speech and none, or given to another speaker or cue;
    /// as a whole missed, with other bounds, or none.
    enum Kind: String { case segmentMissed, segmentFalse, speaker, cue, missed, bounds, spurious }

    /// One line an error: kind, kind of quotation, the gold's content, speaker and cue, those that were read, the words
    /// around it, and the document.
    private(set) var lines: [String] = []

    /// Code points shown on either side.
    private static let context = 120
    private static let text = 300

    /// Notes one error at a range.
    mutating func note(
        _ kind: Kind, gold: QuoteSpans?, predicted: QuoteSpans?, at range: Range<Int>, _ text: Codepoints, _ id: String
    ) {
        let front = text.string(text.clamped((range.lowerBound - Self.context)..<range.lowerBound))
        let back = text.string(text.clamped(range.upperBound..<(range.upperBound + Self.context)))
        func told(_ spans: [Range<Int>]?) -> String {
            guard let spans, !spans.isEmpty else { return "-" }
            return String(spans.map(text.string).joined(separator: " + ").prefix(Self.text))
        }
        let fields = [
            kind.rawValue, gold?.kind ?? predicted?.kind ?? "-", told(gold?.content), told(gold?.source),
            told(gold?.cue), told(predicted?.content), told(predicted?.source), told(predicted?.cue),
            "\(front)[\(String(text.string(range).prefix(Self.text)))]\(back)", "\(id)@\(range.lowerBound)",
        ]
        let line = fields.map { String($0.map { $0 == "\t" ? " " : $0 }) }.joined(separator: "\t")
        lines.append(String(line.map { $0.isNewline ? "¶" : $0 }))
    }
}
