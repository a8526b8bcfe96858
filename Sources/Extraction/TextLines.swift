import Markup
import Records

/// A plain text as paragraphs: hard-wrapped lines joined, Markdown's marks read.
struct TextLines {
    /// A paragraph, and the line it begins in.
    struct Paragraph: Equatable {
        var text: String
        var kind: Block.Kind
        /// Counted from 1.
        var line: Int
        /// Lines it was made of.
        var lines: Int
        /// Whether Markdown sets the whole of it off.
        var isEmphasised = false
    }

    /// The paragraphs in order.
    private(set) var paragraphs: [Paragraph] = []

    /// Reads a text of which `skipped` lines were read before. Linear.
    init(_ text: String, isMarkdown: Bool, skipped: Int) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        if isMarkdown {
            paragraphs = MarkdownBlocks(lines, skipped: skipped).paragraphs
            return
        }
        let width = Self.wrappedWidth(lines)
        var pending: [String] = []
        var start = 0
        for (index, line) in lines.enumerated() {
            let folded = String(line).folded
            if folded.isEmpty || width == nil || pending.last.map({ Self.isBroken($0, folded, width ?? 0) }) == true {
                flush(&pending, line: start)
                start = index + 1 + skipped
            }
            if folded.isEmpty { continue }
            if pending.isEmpty { start = index + 1 + skipped }
            pending.append(folded)
        }
        flush(&pending, line: start)
    }

    /// The usual width of a typewriter's lines, nil where line ends are meant: of the lines that another follows at once,
    /// most are 40 to 110 bytes long. (RFC 5322 and old wires wrap at 65 to 80.)
    private static func wrappedWidth(_ lines: [Substring]) -> Int? {
        var followed = 0
        var widths: [Int] = []
        for (index, line) in lines.enumerated().prefix(2000) {
            guard index + 1 < lines.count, !line.allSatisfy(\.isWhitespace),
                !lines[index + 1].allSatisfy(\.isWhitespace)
            else { continue }
            followed += 1
            if (40...110).contains(line.utf8.count) { widths.append(line.utf8.count) }
        }
        guard followed >= 3, widths.count * 10 >= followed * 7 else { return nil }
        return widths.sorted()[widths.count / 2]
    }

    /// Whether the next line's first word would have stood well inside the width: then the line end is meant. Three
    /// quarters leave room for long words that wrapping kept together.
    private static func isBroken(_ line: String, _ next: String, _ width: Int) -> Bool {
        let word = next.utf8.prefix { $0 != 0x20 }.count
        return !line.hasSuffix("-") && (line.utf8.count + 1 + word) * 4 < width * 3
    }

    private mutating func flush(_ pending: inout [String], line: Int) {
        guard let first = pending.first else { return }
        var text = first
        for next in pending.dropFirst() {
            // A word parted at the line's end: "govern-" and "ment"; "mid-" and "October" keep their hyphen.
            if text.hasSuffix("-"), text.dropLast().last?.isLowercase == true, next.first?.isLowercase == true {
                text.removeLast()
                text += next
            } else {
                text += " " + next
            }
        }
        let kind = Self.isBullet(text) ? Block.Kind.listItem : .paragraph
        paragraphs.append(Paragraph(text: text, kind: kind, line: line, lines: pending.count))
        pending = []
    }

    private static func isBullet(_ text: String) -> Bool {
        text.hasPrefix("• ") || text.hasPrefix("* ") || text.hasPrefix("- ")
    }
}
