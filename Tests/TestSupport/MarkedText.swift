import Records

/// A text with its spans marked in the text itself: `MarkedText("[[Ada Lovelace]] wrote to [[Babbage]].")` has two
/// ranges, in the order in which they open. Spans may nest. A mark without its partner stops the test run, for it is
/// a mistake in the test.
public struct MarkedText: Sendable, Hashable, ExpressibleByStringLiteral {
    /// The text without the marks.
    public let text: String
    /// The marked spans, in code points.
    public let ranges: [TextRange]

    /// A text by its marked form.
    public init(_ marked: String) {
        var scalars = String.UnicodeScalarView()
        var count = 0
        var ranges: [TextRange] = []
        var open: [Int] = []
        var rest = Array(marked.unicodeScalars)[...]
        while let scalar = rest.popFirst() {
            if scalar == "[", rest.first == "[" {
                rest.removeFirst()
                open.append(ranges.count)
                ranges.append(TextRange(count, count))
            } else if scalar == "]", rest.first == "]" {
                rest.removeFirst()
                guard let span = open.popLast() else { preconditionFailure("]] without [[ in: \(marked)") }
                ranges[span].end = count
            } else {
                scalars.append(scalar)
                count += 1
            }
        }
        precondition(open.isEmpty, "[[ without ]] in: \(marked)")
        text = String(scalars)
        self.ranges = ranges
    }

    /// A text by its marked form, as a literal.
    public init(stringLiteral marked: String) { self.init(marked) }

    /// The only marked span; a text with none or several stops the test run.
    public var range: TextRange {
        precondition(ranges.count == 1, "\(ranges.count) spans are marked in: \(text)")
        return ranges[0]
    }

    /// The passage of a range of the text; empty where the range lies outside.
    public func passage(_ range: TextRange) -> String {
        let scalars = Array(text.unicodeScalars)
        guard range.start >= 0, range.start <= range.end, range.end <= scalars.count else { return "" }
        return String(String.UnicodeScalarView(scalars[range.start..<range.end]))
    }

    /// A text with ranges, in its marked form; what a failing test prints. Of ranges that open together the longer one
    /// is outside.
    public static func marking(_ ranges: [TextRange], in text: String) -> String {
        var marks: [Int: String] = [:]
        for range in ranges.sorted(by: { ($0.start, -$0.end) < ($1.start, -$1.end) }) {
            marks[range.start, default: ""] += "[["
            marks[range.end] = "]]" + (marks[range.end] ?? "")
        }
        var marked = ""
        for (position, scalar) in text.unicodeScalars.enumerated() {
            marked += marks[position] ?? ""
            marked.unicodeScalars.append(scalar)
        }
        return marked + (marks[text.unicodeScalars.count] ?? "")
    }
}
