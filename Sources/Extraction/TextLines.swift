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
    }

    /// The paragraphs in order.
    private(set) var paragraphs: [Paragraph] = []
    private let isMarkdown: Bool
    private let isWrapped: Bool

    /// Reads a text of which `skipped` lines were read before. Linear.
    init(_ text: String, isMarkdown: Bool, skipped: Int) {
        self.isMarkdown = isMarkdown
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        isWrapped = Self.isHardWrapped(lines)
        var pending: [String] = []
        var start = 0
        for (index, line) in lines.enumerated() {
            let folded = String(line).folded
            if folded.isEmpty || !isWrapped || (isMarkdown && startsBlock(folded)) {
                flush(&pending, line: start)
                start = index + 1 + skipped
            }
            if folded.isEmpty { continue }
            if pending.isEmpty { start = index + 1 + skipped }
            pending.append(folded)
        }
        flush(&pending, line: start)
    }

    /// Whether line ends are a typewriter's: of the lines that another follows at once, most are 40 to 100 characters
    /// long and few end a sentence. (RFC 5322 and old wires wrap at 65 to 80.)
    private static func isHardWrapped(_ lines: [Substring]) -> Bool {
        var followed = 0
        var wrapped = 0
        for (index, line) in lines.enumerated().prefix(2000) {
            guard index + 1 < lines.count, !line.allSatisfy(\.isWhitespace),
                !lines[index + 1].allSatisfy(\.isWhitespace)
            else { continue }
            followed += 1
            let length = line.utf8.count
            if (40...110).contains(length) { wrapped += 1 }
        }
        return followed >= 3 && wrapped * 10 >= followed * 7
    }

    private func startsBlock(_ line: String) -> Bool {
        line.hasPrefix("#") || line.hasPrefix("- ") || line.hasPrefix("* ") || line.hasPrefix("> ")
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
        var kind = Block.Kind.paragraph
        if isMarkdown { (text, kind) = Markdown.read(text) } else if Self.isBullet(text) { kind = .listItem }
        if !text.isEmpty {
            paragraphs.append(Paragraph(text: text, kind: kind, line: line, lines: pending.count))
        }
        pending = []
    }

    private static func isBullet(_ text: String) -> Bool {
        text.hasPrefix("• ") || text.hasPrefix("* ") || text.hasPrefix("- ")
    }
}

/// The part of Markdown that articles use.
enum Markdown {
    /// A paragraph without its marks, and what it is. Linear.
    static func read(_ text: String) -> (text: String, kind: Block.Kind) {
        if text.hasPrefix("#") {
            let title = text.drop { $0 == "#" }
            if title.first == " " { return (inline(String(title).folded), .heading) }
        }
        for bullet in ["- ", "* ", "+ "] where text.hasPrefix(bullet) {
            return (inline(String(text.dropFirst(2))), .listItem)
        }
        if text.hasPrefix("> ") { return (inline(String(text.dropFirst(2)).replacing(" > ", with: " ")), .quote) }
        if text.allSatisfy({ "-*_= ".contains($0) }) { return ("", .paragraph) }
        return (inline(text), .paragraph)
    }

    /// `[text](address)` becomes text, images go, `**` and `` ` `` go.
    private static func inline(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var output: [UInt8] = []
        var index = 0
        var lastClose = -1
        while index < bytes.count {
            let byte = bytes[index]
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            if byte == UInt8(ascii: "!"), next == UInt8(ascii: "["), index > lastClose,
                let end = linkEnd(bytes, index + 1, &lastClose)
            {
                index = end.address
            } else if byte == UInt8(ascii: "["), index > lastClose, let end = linkEnd(bytes, index, &lastClose) {
                output.append(contentsOf: bytes[(index + 1)..<end.text])
                index = end.address
            } else if byte == UInt8(ascii: "*"), next == byte {
                index += 2
            } else if byte == UInt8(ascii: "`") {
                index += 1
            } else {
                output.append(byte)
                index += 1
            }
        }
        return String(decoding: output, as: UTF8.self).folded
    }

    /// Where a link's text and address end. A failed search is remembered, so that many brackets stay linear.
    private static func linkEnd(_ bytes: [UInt8], _ open: Int, _ lastClose: inout Int) -> (text: Int, address: Int)? {
        guard let close = bytes[open...].prefix(1000).firstIndex(of: UInt8(ascii: "]")), close + 1 < bytes.count,
            bytes[close + 1] == UInt8(ascii: "("),
            let end = bytes[close...].prefix(2000).firstIndex(of: UInt8(ascii: ")"))
        else { return nil }
        return (close, end + 1)
    }
}
