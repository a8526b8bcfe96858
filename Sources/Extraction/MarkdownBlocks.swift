import Foundation
import Markup
import Records

/// A Markdown text as paragraphs, by the rules of CommonMark that articles use: lines are joined until a blank line or the
/// next block begins; link definitions, rules and images leave nothing.
struct MarkdownBlocks {
    /// The paragraphs in order.
    private(set) var paragraphs: [TextLines.Paragraph] = []
    private var pending: [String] = []
    private var kind = Block.Kind.paragraph
    private var start = 0
    private var fence: Fence?
    private let definitions: Set<String>

    /// What opened a run of lines that are taken as they are.
    private struct Fence {
        var mark: Character
        var length: Int
    }

    /// Reads lines of which `skipped` were read before. Linear.
    init(_ lines: [Substring], skipped: Int) {
        definitions = Set(lines.compactMap { MarkdownInline.definition(String($0).folded) })
        for (index, line) in lines.enumerated() { read(line, number: index + 1 + skipped) }
        flush()
    }

    private mutating func read(_ line: Substring, number: Int) {
        let folded = String(line).folded
        if let open = fence {
            if Self.fence(folded).map({ $0.mark == open.mark && $0.length >= open.length }) == true {
                flush()
                fence = nil
            } else {
                pending.append(Self.withoutEnd(line))
            }
            return
        }
        if let opened = Self.fence(folded) {
            begin(.preformatted, number)
            fence = opened
        } else if folded.isEmpty || Self.isComment(folded) || MarkdownInline.definition(folded) != nil {
            flush()
        } else if Self.isUnderline(folded) {
            // Below a line of text it makes that line a heading; anywhere else it is a rule.
            if pending.count == 1, kind == .paragraph, !folded.contains(where: { "*_ ".contains($0) }) {
                kind = .heading
            }
            flush()
        } else if let title = Self.heading(folded) {
            begin(.heading, number)
            pending = [title]
            flush()
        } else if let item = Self.listItem(folded, inParagraph: kind == .paragraph && !pending.isEmpty) {
            begin(.listItem, number)
            pending = [item]
        } else if folded.first == ">" {
            readQuote(String(folded.drop { $0 == ">" || $0 == " " }), number)
        } else if folded.first == "|", folded.last == "|", folded.count > 1 {
            readRow(folded, number)
        } else {
            if kind == .table { flush() }
            if pending.isEmpty { begin(.paragraph, number) }
            pending.append(folded)
        }
    }

    private mutating func readQuote(_ rest: String, _ number: Int) {
        if rest.isEmpty { return flush() }
        if kind != .quote || pending.isEmpty { begin(.quote, number) }
        pending.append(rest)
    }

    private mutating func readRow(_ row: String, _ number: Int) {
        if kind != .table || pending.isEmpty { begin(.table, number) }
        let cells = row.dropFirst().dropLast()
        if cells.allSatisfy({ "-:| ".contains($0) }) { return }
        pending.append(
            cells.split(separator: "|", omittingEmptySubsequences: false).map { String($0).folded }
                .joined(separator: " | "))
    }

    private mutating func begin(_ next: Block.Kind, _ number: Int) {
        flush()
        kind = next
        start = number
    }

    private mutating func flush() {
        defer {
            pending = []
            kind = .paragraph
        }
        guard !pending.isEmpty else { return }
        let isVerbatim = kind == .preformatted
        let joined = pending.joined(separator: isVerbatim || kind == .table ? "\n" : " ")
        let text =
            isVerbatim
            ? joined
            : joined.split(separator: "\n").map { MarkdownInline.words(of: String($0), definitions) }
                .filter { !$0.isEmpty }.joined(separator: "\n")
        guard text.contains(where: { !$0.isWhitespace }) else { return }
        paragraphs.append(
            TextLines.Paragraph(
                text: text, kind: kind, line: start, lines: pending.count,
                isEmphasised: kind == .paragraph && Self.isEmphasised(joined),
                isLinks: kind == .paragraph && Self.isLinks(joined)))
    }
}

extension MarkdownBlocks {
    /// Three backticks or tildes and more open and close a run of lines that are taken as they are.
    private static func fence(_ line: String) -> Fence? {
        guard let mark = line.first, mark == "`" || mark == "~" else { return nil }
        let length = line.prefix { $0 == mark }.count
        let isCode = length < 3 || (mark == "`" && line.dropFirst(length).contains("`"))
        return isCode ? nil : Fence(mark: mark, length: length)
    }

    private static func withoutEnd(_ line: Substring) -> String {
        var line = line
        while line.last?.isWhitespace == true { line.removeLast() }
        return String(line).replacing("\t", with: "    ")
    }

    private static func isComment(_ line: String) -> Bool { line.hasPrefix("<!--") && line.hasSuffix("-->") }

    /// `***`, `- - -`, `===`: three marks of one kind and nothing else.
    private static func isUnderline(_ line: String) -> Bool {
        guard let mark = line.first, "-*_=".contains(mark) else { return false }
        return line.allSatisfy { $0 == mark || $0 == " " } && line.count { $0 == mark } >= 3
    }

    private static func heading(_ line: String) -> String? {
        let level = line.prefix { $0 == "#" }.count
        guard (1...6).contains(level), line.dropFirst(level).first == " " else { return nil }
        var title = line.dropFirst(level)
        while title.last == "#" { title.removeLast() }
        return String(title).folded
    }

    /// Inside a paragraph only a list's first number opens one, since a wrapped line may begin with "11. Dezember".
    private static func listItem(_ line: String, inParagraph: Bool) -> String? {
        for bullet in ["- ", "* ", "+ ", "• "] where line.hasPrefix(bullet) { return String(line.dropFirst(2)) }
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        guard (1...3).contains(digits.count), !inParagraph || digits == "1" else { return nil }
        let rest = line.dropFirst(digits.count)
        return rest.hasPrefix(". ") || rest.hasPrefix(") ") ? String(rest.dropFirst(2)) : nil
    }

    /// Whether a paragraph is two links and more with marks between them, as a way to other pages is.
    private static func isLinks(_ text: String) -> Bool {
        var links = 0
        var rest = text[...]
        while let open = rest.firstIndex(of: "[") {
            guard !rest[..<open].contains(where: { $0.isLetter || $0.isNumber || $0 == "!" }),
                let middle = rest[open...].firstRange(of: "]("),
                let close = rest[middle.upperBound...].firstIndex(of: ")")
            else { return false }
            links += 1
            rest = rest[rest.index(after: close)...]
        }
        return links >= 2 && !rest.contains { $0.isLetter || $0.isNumber }
    }

    /// Whether a paragraph is one emphasised run.
    private static func isEmphasised(_ text: String) -> Bool {
        for mark in ["***", "**", "*", "__", "_"] where text.hasPrefix(mark) && text.hasSuffix(mark) {
            let inner = text.dropFirst(mark.count).dropLast(mark.count)
            if let sign = mark.first, !inner.isEmpty { return !inner.contains(sign) }
        }
        return false
    }
}
