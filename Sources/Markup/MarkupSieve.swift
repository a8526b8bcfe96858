/// Sifts markup before the parser sees it: scripts, styles, comments, drawings, inlined data, unread attributes and
/// excess depth go; what parsers of HTML 4 get wrong is put right (raw text, C1 references, templates, text after the
/// end). One pass, linear in the input, whatever it holds.
struct MarkupSieve {
    /// The sifted markup.
    var output: [UInt8] = []
    /// JSON-LD scripts.
    var linkedData: [[UInt8]] = []
    /// The address in a browser's "saved from url" comment.
    var savedFrom: String?
    /// Whether something was left out because of a limit.
    var isCut = false
    /// Whether tags were dropped because of their depth.
    var isFlattened = false
    /// Whether the input ends within a tag, a comment, a script or a style: it was cut off.
    var isBroken = false
    /// Whether the page is a set of frames, whose contents lie in other files.
    var isFrameset = false

    /// The markup. A pointer because slices of an array are counted, and a page has thousands of tags and attributes; it is
    /// used within `init` alone, for as long as the array it points into lives.
    private var source: UnsafeBufferPointer<UInt8>
    private var index = 0
    private var depth = 0
    private var linkedBytes = 0
    private var seen: Set<UInt64> = []
    /// Names whose end tag does not come any more, so that it is searched for once only.
    private var unclosed: Set<String> = []

    /// Where the last end tag of a paragraph stands, -1 for none. Looked for once.
    private lazy var lastParagraphEnd: Int = {
        let wanted = Array("</p>".utf8)
        var start = source.count - wanted.count
        while start >= 0, zip(source[start...], wanted).contains(where: { $0.lowercasedASCII != $1 }) { start -= 1 }
        return start
    }()

    /// Elements whose contents are dropped unread.
    private static let dropped: Set<String> = [
        "script", "style", "svg", "noscript", "noembed", "noframes", "iframe", "template", "textarea", "select",
        "datalist", "canvas",
    ]

    /// Sifts markup, UTF-8.
    init(_ source: [UInt8]) {
        self.source = UnsafeBufferPointer(start: nil, count: 0)
        output.reserveCapacity(min(source.count / 2 + 64, Limits.readBytes))
        source.withUnsafeBufferPointer { source in
            self.source = source
            sift()
            self.source = UnsafeBufferPointer(start: nil, count: 0)
        }
    }

    private func piece(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        precondition(range.lowerBound >= 0 && range.upperBound <= source.count)
        return UnsafeBufferPointer(rebasing: source[range])
    }

    private mutating func sift() {
        while index < source.count {
            if output.count > Limits.readBytes {
                isCut = true
                return
            }
            let next = source.position(of: UInt8(ascii: "<"), from: index) ?? source.count
            CharacterReference.appendCorrected(source, index..<next, to: &output)
            index = next
            if index < source.count { siftTag() }
        }
    }

    private mutating func siftTag() {
        let next = index + 1 < source.count ? source[index + 1] : 0
        switch next {
        case UInt8(ascii: "!"): skipDeclaration()
        case UInt8(ascii: "?"): skip(past: index)
        case UInt8(ascii: "/"):
            if index + 2 < source.count, source[index + 2].isASCIILetter { siftEndTag() } else { skip(past: index) }
        case _ where next.isASCIILetter: siftStartTag()
        default:
            output.append(contentsOf: "&lt;".utf8)
            index += 1
        }
    }

    private mutating func skip(past start: Int) {
        index = source.position(of: UInt8(ascii: ">"), from: start).map { $0 + 1 } ?? source.count
    }

    private mutating func skipDeclaration() {
        guard source[index...].starts(with: "<!--".utf8) else { return skip(past: index) }
        let start = index + 4
        if start < source.count, source[start] == UInt8(ascii: ">") {
            index = start + 1
            return
        }
        var end = start
        while let dash = source.position(of: UInt8(ascii: "-"), from: end) {
            if source[dash...].starts(with: "-->".utf8) || source[dash...].starts(with: "--!>".utf8) {
                readSavedFrom(piece(start..<dash))
                skip(past: dash)
                return
            }
            end = dash + 1
        }
        isBroken = true
        index = source.count
    }

    /// `saved from url=(0023)https://…`, as browsers write it.
    private mutating func readSavedFrom(_ comment: UnsafeBufferPointer<UInt8>) {
        guard savedFrom == nil, comment.count < 4096, Self.mayTellAddress(comment) else { return }
        let text = String(decoding: comment, as: UTF8.self)
        guard let mark = text.firstRange(of: "saved from url=(") else {
            // SingleFile: " url: https://… "
            guard text.contains("SingleFile"), let line = text.firstRange(of: "url: ") else { return }
            savedFrom = String(text[line.upperBound...].prefix { !$0.isWhitespace })
            return
        }
        let rest = text[mark.upperBound...].drop { $0 != ")" }.dropFirst()
        savedFrom = String(rest.prefix { !$0.isWhitespace })
    }

    /// Whether a comment has "url", as both kinds have and hardly any other.
    private static func mayTellAddress(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.count > 5
            && (2..<bytes.count).contains {
                bytes[$0] == UInt8(ascii: "l") && bytes[$0 - 1] == UInt8(ascii: "r")
                    && bytes[$0 - 2] == UInt8(ascii: "u")
            }
    }

    private mutating func siftEndTag() {
        var end = index + 2
        while end < source.count, !source[end].closesTagName { end += 1 }
        let name = piece((index + 2)..<end)
        let element = Element.named(name)
        skip(past: end - 1)
        if source.last != UInt8(ascii: ">"), index == source.count { isBroken = true }
        // What follows the end of the body belongs to the body all the same.
        if element == .body || element == .html { return }
        if !element.endsByItself, !element.isVoid {
            if depth > Limits.depth {
                depth -= 1
                return
            }
            depth = max(0, depth - 1)
        }
        output.append(contentsOf: "</".utf8)
        appendName(name)
        output.append(UInt8(ascii: ">"))
    }

    /// A tag's name as the parser takes it: letters, digits, `-`; at most 32 bytes.
    private mutating func appendName(_ name: UnsafeBufferPointer<UInt8>) {
        for byte in name.prefix(32) {
            output.append(
                byte.isASCIILetterOrDigit || byte == UInt8(ascii: "-") ? byte.lowercasedASCII : UInt8(ascii: "-"))
        }
    }

    private mutating func siftStartTag() {
        var end = index + 1
        while end < source.count, !source[end].closesTagName { end += 1 }
        let name = piece((index + 1)..<end)
        let element = Element.named(name)
        let word =
            element == .other || element == .select || element == .textarea || element == .iframe
                || element == .canvas
            ? String(decoding: name.prefix(32).map(\.lowercasedASCII), as: UTF8.self) : ""
        let mark = output.count
        output.append(UInt8(ascii: "<"))
        appendName(name)
        index = end
        let tag = siftAttributes()
        output.append(UInt8(ascii: ">"))
        if word == "frameset" { isFrameset = true }
        if !tag.isWhole {
            // What is no tag to its end is no tag.
            isBroken = true
            output.removeSubrange(mark...)
        } else if !word.isEmpty, Self.dropped.contains(word) {
            dropContents(of: word, tag: tag, mark: mark)
        } else if element == .title {
            siftTitle()
        } else if !isKept(element) {
            output.removeSubrange(mark...)
        }
    }

    /// Keeps the first html, head and body only, and nothing below the depth limit.
    private mutating func isKept(_ element: Element) -> Bool {
        if element == .html || element == .head || element == .body {
            return seen.insert(UInt64(element.rawValue)).inserted
        }
        guard !element.isVoid, !element.endsByItself else { return true }
        depth += 1
        if depth > Limits.depth { isFlattened = true }
        return depth <= Limits.depth
    }

    /// What of a start tag decides about its contents.
    private struct Tag {
        var type: Range<Int>?
        var isShadowRoot = false
        var closesItself = false
        var isWhole = false
    }

    private mutating func dropContents(of word: String, tag: Tag, mark: Int) {
        output.removeSubrange(mark...)
        // A declarative shadow tree is what the reader sees; its template's tags go, its contents stay.
        if tag.isShadowRoot || (tag.closesItself && word == "svg") { return }
        guard let end = endTag(of: word) else {
            // A script or a style that no paragraph follows was cut off, and the rest is code; before more paragraphs the
            // tag is a mistake, and so are the other tags.
            guard word == "script" || word == "style", index > lastParagraphEnd else { return }
            isBroken = true
            index = source.count
            return
        }
        if word == "script", let type = tag.type, isLinkedData(type), linkedBytes + end - index <= Limits.scriptBytes {
            linkedBytes += end - index
            linkedData.append(Array(piece(index..<end)))
        }
        skip(past: end)
        output.append(0x20)
    }

    private func isLinkedData(_ type: Range<Int>) -> Bool {
        let wanted = "ld+json".utf8
        let bytes = piece(type)
        return bytes.indices.dropLast(wanted.count - 1).contains { start in
            zip(bytes[start...], wanted).allSatisfy { $0.lowercasedASCII == $1 }
        }
    }

    /// Where the end tag of a name stands from here on.
    private mutating func endTag(of word: String) -> Int? {
        guard !unclosed.contains(word) else { return nil }
        let wanted = Array(word.utf8)
        var from = index
        while let open = source.position(of: UInt8(ascii: "<"), from: from) {
            let end = open + 2 + wanted.count
            if end < source.count, source[open + 1] == UInt8(ascii: "/"), source[end].closesTagName,
                wanted.indices.allSatisfy({ source[open + 2 + $0].lowercasedASCII == wanted[$0] })
            {
                return open
            }
            from = open + 1
        }
        unclosed.insert(word)
        return nil
    }

    /// A title is text up to its end tag, whatever it holds.
    private mutating func siftTitle() {
        guard let end = endTag(of: "title") else { return }
        for byte in piece(index..<min(end, index + 4096)) {
            if byte == UInt8(ascii: "<") { output.append(contentsOf: "&lt;".utf8) } else { output.append(byte) }
        }
        index = end
        depth += 1
    }
}

extension MarkupSieve {
    /// Copies the attributes that are read, from the tag's name to behind its `>`.
    private mutating func siftAttributes() -> Tag {
        var tag = Tag()
        var kept = 0
        while index < source.count {
            let byte = source[index]
            if byte == UInt8(ascii: ">") {
                tag.closesItself = source[index - 1] == UInt8(ascii: "/")
                tag.isWhole = true
                index += 1
                return tag
            }
            if byte.isASCIISpace || byte == UInt8(ascii: "/") {
                index += 1
                continue
            }
            let start = index
            index += 1
            while index < source.count, source[index] != UInt8(ascii: "="), !source[index].closesTagName { index += 1 }
            let name = piece(start..<index)
            let value = attributeValue()
            if name.count == 14, name.elementsEqual("shadowrootmode".utf8) { tag.isShadowRoot = true }
            guard kept < Limits.attributes, let known = AttributeName.named(name) else { continue }
            if known == .type { tag.type = value }
            kept += 1
            append(known, value)
        }
        return tag
    }

    private mutating func attributeValue() -> Range<Int> {
        var ahead = index
        while ahead < source.count, source[ahead].isASCIISpace { ahead += 1 }
        guard ahead < source.count, source[ahead] == UInt8(ascii: "=") else { return index..<index }
        ahead += 1
        while ahead < source.count, source[ahead].isASCIISpace { ahead += 1 }
        guard ahead < source.count else {
            index = ahead
            return ahead..<ahead
        }
        let quote = source[ahead]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let end = source.position(of: quote, from: ahead + 1) ?? source.count
            index = min(end + 1, source.count)
            return (ahead + 1)..<end
        }
        var end = ahead
        while end < source.count, !source[end].isASCIISpace, source[end] != UInt8(ascii: ">") { end += 1 }
        index = end
        return ahead..<end
    }

    private mutating func append(_ name: AttributeName, _ value: Range<Int>) {
        var value = value
        // Inlined data is no address anybody can follow.
        if piece(value).starts(with: "data:".utf8) { value = value.lowerBound..<value.lowerBound }
        if value.count > Limits.attributeBytes {
            value = value.lowerBound..<(value.lowerBound + Limits.attributeBytes)
            while value.count > 0, source[value.upperBound] & 0xC0 == 0x80 {
                value = value.lowerBound..<(value.upperBound - 1)
            }
        }
        if name == .style, !mayHide(value) { return }
        output.append(contentsOf: AttributeName.openings[Int(name.rawValue)])
        if isPlain(value) {
            output.append(contentsOf: piece(value))
            output.append(UInt8(ascii: "\""))
            return
        }
        var corrected: [UInt8] = []
        CharacterReference.appendCorrected(source, value, to: &corrected)
        for byte in corrected {
            switch byte {
            case UInt8(ascii: "\""): output.append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }

    /// Whether a value can stand between quotation marks as it is.
    private func isPlain(_ value: Range<Int>) -> Bool {
        !piece(value).contains { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "<") }
    }

    /// Whether a style says "none" or "hidden"; what else it says is how, not what.
    private func mayHide(_ style: Range<Int>) -> Bool {
        let bytes = piece(style)
        // The "n" of "none" and the "dd" of "hidden" are looked for; whoever reads the style looks closer.
        return (0..<max(0, bytes.count - 3)).contains { index in
            let first = bytes[index].lowercasedASCII
            let second = bytes[index + 1].lowercasedASCII
            return (first == UInt8(ascii: "n") && second == UInt8(ascii: "o"))
                || (first == UInt8(ascii: "d") && second == UInt8(ascii: "d"))
        }
    }
}
