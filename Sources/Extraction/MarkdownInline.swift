import Markup

/// What Markdown's marks inside a paragraph leave: words. Emphasis and code lose their marks, links their addresses,
/// images go.
struct MarkdownInline {
    private let bytes: [UInt8]
    /// For each bracket or parenthesis the place of its partner, -1 for none.
    private var partner: [Int]
    private var output: [UInt8] = []
    /// Places in `output` that are marks of emphasis.
    private var isMark: [Bool] = []
    /// Runs of emphasis that wait for their end, by character.
    private var openers: [UInt8: [Range<Int>]] = [:]
    private let definitions: Set<String>

    /// The words of one paragraph; `definitions` are the labels that the text defines. Linear.
    static func words(of text: String, _ definitions: Set<String>) -> String {
        var inline = MarkdownInline(Array(text.utf8), definitions)
        inline.read()
        let words = zip(inline.output, inline.isMark).filter { !$0.1 }.map(\.0)
        return String(decoding: words, as: UTF8.self).folded
    }

    /// The label of a line such as `[1]: https://a.example "Title"`, nil for any other line. Footnotes are text.
    static func definition(_ line: String) -> String? {
        guard line.hasPrefix("["), !line.hasPrefix("[^"), let close = line.firstIndex(of: "]") else { return nil }
        let label = line[line.index(after: line.startIndex)..<close]
        let rest = line[line.index(after: close)...]
        guard rest.first == ":", !label.isEmpty, label.utf8.count <= 200 else { return nil }
        let target = String(rest.dropFirst()).folded
        let address = target.prefix { $0 != " " }
        let title = target.dropFirst(address.count).drop { $0 == " " }
        guard !address.isEmpty, title.isEmpty || "\"'(".contains(title.first ?? " ") else { return nil }
        let comparable = String(label).comparable
        return comparable.isEmpty ? nil : comparable
    }

    private init(_ bytes: [UInt8], _ definitions: Set<String>) {
        self.bytes = bytes
        self.definitions = definitions
        partner = Self.partners(bytes)
        output.reserveCapacity(bytes.count)
        isMark.reserveCapacity(bytes.count)
    }

    private static func partners(_ bytes: [UInt8]) -> [Int] {
        var partner = [Int](repeating: -1, count: bytes.count)
        var brackets: [Int] = []
        var parentheses: [Int] = []
        var index = 0
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "["): brackets.append(index)
            case UInt8(ascii: "("): parentheses.append(index)
            case UInt8(ascii: "]"):
                if let open = brackets.popLast() { (partner[open], partner[index]) = (index, open) }
            case UInt8(ascii: ")"):
                if let open = parentheses.popLast() { (partner[open], partner[index]) = (index, open) }
            default: break
            }
            index += 1
        }
        return partner
    }

    private func byte(_ index: Int) -> UInt8 { bytes.indices.contains(index) ? bytes[index] : 0x20 }

    private mutating func append(_ byte: UInt8) {
        output.append(byte)
        isMark.append(false)
    }

    private mutating func read() {
        var index = 0
        /// Where a link's text ends, and where reading goes on then.
        var leaps: [(close: Int, next: Int)] = []
        while index < bytes.count {
            if let leap = leaps.last, leap.close == index {
                index = leap.next
                leaps.removeLast()
                continue
            }
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\\") where Self.isPunctuation(self.byte(index + 1)):
                append(bytes[index + 1])
                index += 2
            case UInt8(ascii: "!") where self.byte(index + 1) == UInt8(ascii: "["):
                if let end = linkEnd(index + 1) { index = end } else { copy(&index) }
            case UInt8(ascii: "["):
                if let end = linkEnd(index) {
                    leaps.append((partner[index], end))
                    index += 1
                } else {
                    copy(&index)
                }
            case UInt8(ascii: "`"):
                index += 1
            case UInt8(ascii: "<"):
                if let end = tagEnd(index) { index = end } else { copy(&index) }
            case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"):
                readRun(&index)
            default:
                copy(&index)
            }
        }
    }

    private mutating func copy(_ index: inout Int) {
        append(bytes[index])
        index += 1
    }

    /// Where reading goes on after the link whose text opens at `open`; nil where the bracket opens none.
    private func linkEnd(_ open: Int) -> Int? {
        let close = partner[open]
        guard close > open else { return nil }
        if byte(close + 1) == UInt8(ascii: "("), partner[close + 1] > close { return partner[close + 1] + 1 }
        var label = open + 1..<close
        var end = close + 1
        if byte(close + 1) == UInt8(ascii: "["), partner[close + 1] > close {
            end = partner[close + 1] + 1
            if end > close + 3 { label = close + 2..<(end - 1) }
        }
        guard label.count <= 200 else { return nil }
        return definitions.contains(String(decoding: bytes[label], as: UTF8.self).comparable) ? end : nil
    }

    /// Where a tag such as `<br>` or `</b>` ends, or the bracket of an address such as `<https://a.example>`, which is
    /// left as it is. No tag of articles has more than 300 bytes.
    private mutating func tagEnd(_ open: Int) -> Int? {
        let first = byte(open + 1)
        guard first.isASCIILetter || first == UInt8(ascii: "/"),
            let close = bytes[(open + 1)...].prefix(300).firstIndex(of: UInt8(ascii: ">"))
        else { return nil }
        let inner = bytes[(open + 1)..<close]
        if !inner.contains(0x20), inner.contains(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "@") }) {
            for byte in inner { append(byte) }
        } else if inner.starts(with: "br".utf8) {
            append(0x20)
        }
        return close + 1
    }

    /// A run of marks: it closes the last open run of its kind, opens one, or is text, by what stands on either side.
    private mutating func readRun(_ index: inout Int) {
        let mark = bytes[index]
        let start = index
        while index < bytes.count, bytes[index] == mark { index += 1 }
        let place = output.count..<(output.count + index - start)
        for _ in start..<index { append(mark) }
        let before = byte(start - 1)
        let after = byte(index)
        var mayOpen =
            !after.isASCIISpace && (!Self.isPunctuation(after) || before.isASCIISpace || Self.isPunctuation(before))
        var mayClose =
            !before.isASCIISpace && (!Self.isPunctuation(before) || after.isASCIISpace || Self.isPunctuation(after))
        if mark == UInt8(ascii: "_") {
            (mayOpen, mayClose) = (
                mayOpen && !(mayClose && !Self.isPunctuation(before)),
                mayClose && !(mayOpen && !Self.isPunctuation(after))
            )
        }
        if mark == UInt8(ascii: "~"), place.count != 2 { return }
        var rest = place
        while mayClose, !rest.isEmpty, let opener = openers[mark]?.popLast() {
            let count = min(rest.count, opener.count)
            for offset in 0..<count {
                isMark[opener.upperBound - 1 - offset] = true
                isMark[rest.lowerBound + offset] = true
            }
            rest = (rest.lowerBound + count)..<rest.upperBound
            let left = opener.lowerBound..<(opener.upperBound - count)
            if !left.isEmpty { openers[mark, default: []].append(left) }
        }
        if mayOpen, !rest.isEmpty { openers[mark, default: []].append(rest) }
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        (0x21...0x2F).contains(byte) || (0x3A...0x40).contains(byte) || (0x5B...0x60).contains(byte)
            || (0x7B...0x7E).contains(byte)
    }
}
