/// The Markdown edition (CommonMark), 78 columns but for links. Pointers are reference links, defined at the end.
struct MarkdownEdition {
    private let manuscript: Manuscript
    private var lines: [String] = []
    private var previousIsList = false

    /// The Markdown of an edition. Linear in the edition.
    init(_ edition: Edition) {
        manuscript = Manuscript(edition)
        for block in manuscript.blocks { set(block) }
        lines.append("")
        for (number, article) in edition.articles.enumerated() {
            lines.append("[s\(number + 1)]: \(article.record.fromEdition)")
        }
    }

    /// UTF-8 with a final line break.
    var bytes: [UInt8] { Array((lines.joined(separator: "\n") + "\n").utf8) }

    private mutating func set(_ block: Manuscript.Block) {
        var isList = false
        switch block {
        case .title(let text): lines.append("# " + Self.oneLine([.text(text)]))
        case .section(let text): lines += ["", "## " + Self.oneLine([.text(text)])]
        case .head(let spans): lines += ["", "### " + Self.oneLine(spans)]
        case .paragraph(let spans): lines += [""] + set(spans)
        case .item(let spans):
            isList = true
            if !previousIsList { lines.append("") }
            lines += set(spans, first: "- ", rest: "  ")
        case .quotation(let words, let speaker):
            lines += [""] + set(words, first: "> ", rest: "> ") + [">"]
            lines += set([.text("—")] + speaker, first: "> ", rest: "> ")
        case .source(let number, let spans, let links, let isCopy):
            isList = true
            if !previousIsList { lines.append("") }
            let indent = isCopy ? "  " : ""
            lines += set([.text("(\(number))")] + spans, first: indent + "- ", rest: indent + "  ")
            lines += links.map { "\(indent)  [\($0.label)](\($0.href))" }
        }
        previousIsList = isList
    }

    private func set(_ spans: [Manuscript.Span], first: String = "", rest: String = "") -> [String] {
        Column.lines(of: spans.flatMap(Self.pieces), first: first, rest: rest, lineStart: Self.guarded)
    }

    /// Headings cannot be broken over lines.
    private static func oneLine(_ spans: [Manuscript.Span]) -> String {
        spans.flatMap(Self.pieces).enumerated().map { place, piece in
            (place > 0 && piece.hasSpaceBefore ? " " : "") + piece.text
        }.joined()
    }

    private static func pieces(of span: Manuscript.Span) -> [Column.Piece] {
        switch span {
        case .text(let text): return Column.pieces(of: text, escape: escaped)
        case .strong(let text): return enclosed(Column.pieces(of: text, escape: escaped), in: "**")
        case .emphasis(let text): return enclosed(Column.pieces(of: text, escape: escaped), in: "*")
        case .sign(let sign): return [Column.Piece(sign: sign)]
        case .mark(let mark):
            let text = "[\(mark.number):\(mark.start)-\(mark.end)][s\(mark.article + 1)]"
            return [
                Column.Piece(text: text, width: text.unicodeScalars.count, hasSpaceBefore: true, isFromInput: false)
            ]
        }
    }

    private static func enclosed(_ pieces: [Column.Piece], in sign: String) -> [Column.Piece] {
        guard let first = pieces.first else { return [] }
        var enclosed = pieces
        enclosed[0] = Column.Piece(
            text: sign + first.text, width: first.width + sign.count, hasSpaceBefore: true, isFromInput: false)
        let last = enclosed[enclosed.count - 1]
        enclosed[enclosed.count - 1] = Column.Piece(
            text: last.text + sign, width: last.width + sign.count, hasSpaceBefore: last.hasSpaceBefore,
            isFromInput: last.isFromInput)
        return enclosed
    }

    /// Every sign that can begin something inside a line, with a backslash before it; `:` and `@` too, which GitHub's
    /// Markdown makes links of.
    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "|", "~", "#", "$", "^", "@", "{", "}", "!": "\\\(scalar)"
        default: String(scalar)
        }
    }

    /// Words that would begin a list, a rule or a heading at the start of a line.
    private static func guarded(_ text: String) -> String {
        guard let first = text.unicodeScalars.first else { return text }
        if "-+=".unicodeScalars.contains(first) { return "\\" + text }
        let digits = text.unicodeScalars.prefix { ("0"..."9").contains($0) }
        let after = text.unicodeScalars.dropFirst(digits.count)
        guard !digits.isEmpty, let sign = after.first, sign == "." || sign == ")" else { return text }
        return String(String.UnicodeScalarView(digits)) + "\\" + String(String.UnicodeScalarView(after))
    }
}
