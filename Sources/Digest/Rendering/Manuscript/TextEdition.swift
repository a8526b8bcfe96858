/// The plain-text edition, 78 columns, for terminals and mail.
struct TextEdition {
    private let manuscript: Manuscript
    private var lines: [String] = []
    /// What the block before was, as far as a blank line between two kinds goes.
    private var previous = Kind.other

    private enum Kind {
        case item, source, other
    }

    /// The plain text of an edition. Linear in the edition.
    init(_ edition: Edition) {
        manuscript = Manuscript(edition)
        for block in manuscript.blocks { set(block) }
    }

    /// UTF-8 with a final line break.
    var bytes: [UInt8] { Array((lines.joined(separator: "\n") + "\n").utf8) }

    private mutating func set(_ block: Manuscript.Block) {
        switch block {
        case .item, .source: break
        default: previous = .other
        }
        switch block {
        case .title(let text): setHead(pieces([.text(text)]), rule: "=")
        case .section(let text): setSection(text)
        case .head(let spans): setHead(pieces(spans), rule: "-")
        case .paragraph(let spans): lines += [""] + Column.lines(of: pieces(spans))
        case .item(let spans):
            begin(.item)
            lines += Column.lines(of: pieces(spans), first: "  * ", rest: "    ")
        case .quotation(let words, let speaker):
            lines += [""] + Column.lines(of: pieces(words), first: "    ", rest: "    ")
            lines += Column.lines(of: pieces([.text("—")] + speaker), first: "      ", rest: "      ")
        case .source(let number, let spans, let links, let isCopy):
            begin(.source)
            let indent = isCopy ? "      " : "  "
            let label = "\(indent)[\(number)] "
            let rest = String(repeating: " ", count: label.unicodeScalars.count)
            lines += Column.lines(of: pieces(spans), first: label, rest: rest)
            lines += links.map { "\(rest)\($0.label): \($0.href)" }
        }
    }

    /// A blank line where a list begins, unless one is there.
    private mutating func begin(_ kind: Kind) {
        if previous != kind, lines.last?.isEmpty == false { lines.append("") }
        previous = kind
    }

    private mutating func setHead(_ pieces: [Column.Piece], rule: String) {
        let head = Column.lines(of: pieces)
        let widest = head.map { $0.unicodeScalars.reduce(0) { $0 + Column.displayWidth(of: $1) } }.max() ?? 0
        if !lines.isEmpty { lines.append("") }
        lines += head + [String(repeating: rule, count: widest)]
    }

    private mutating func setSection(_ text: String) {
        let rule = String(repeating: "=", count: Column.width)
        lines += ["", rule, text.uppercased(), rule]
    }

    private func pieces(_ spans: [Manuscript.Span]) -> [Column.Piece] {
        spans.flatMap { span -> [Column.Piece] in
            switch span {
            case .text(let text), .strong(let text), .emphasis(let text):
                return Column.pieces(of: text) { String($0) }
            case .sign(let sign): return [Column.Piece(sign: sign)]
            case .mark(let mark):
                return Column.pieces(of: "[\(mark.number):\(mark.start)-\(mark.end)]") { String($0) }
            }
        }
    }
}
