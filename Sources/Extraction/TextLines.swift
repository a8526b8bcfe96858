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
        /// Whether it is links and nothing else, which Markdown tells.
        var isLinks = false
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
        let wrapping = TextWrapping(lines)
        var pending: [String] = []
        var indent = 0
        var start = 0
        for (index, line) in lines.enumerated() {
            let folded = String(line).folded
            if folded.isEmpty {
                flush(&pending, line: start)
                continue
            }
            let next = TextWrapping.indent(of: line)
            if let last = pending.last, wrapping?.isBroken(last, indent, folded, next) ?? true {
                flush(&pending, line: start)
            }
            if pending.isEmpty { start = index + 1 + skipped }
            pending.append(folded)
            indent = next
        }
        flush(&pending, line: start)
    }

    private mutating func flush(_ pending: inout [String], line: Int) {
        guard let first = pending.first else { return }
        var text = first
        for next in pending.dropFirst() {
            // A word parted at the line's end: "govern-" and "ment"; "mid-" and "October" keep their hyphen.
            if text.hasSuffix("-"), text.dropLast().last?.isLowercase == true, next.first?.isLowercase == true {
                text.removeLast()
                text += next
            } else if TextWrapping.isUnspaced(text.unicodeScalars.last),
                TextWrapping.isUnspaced(next.unicodeScalars.first)
            {
                text += next
            } else {
                text += " " + next
            }
        }
        let kind = TextWrapping.isBullet(text) ? Block.Kind.listItem : .paragraph
        paragraphs.append(Paragraph(text: text, kind: kind, line: line, lines: pending.count))
        pending = []
    }
}
