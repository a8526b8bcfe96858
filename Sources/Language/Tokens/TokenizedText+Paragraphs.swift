import Records

extension TokenizedText {
    /// A line shorter than this, in bytes, that ends without a stop is a heading, not a wrapped line. Set by judgement:
    /// plain text is commonly wrapped at 65 to 80 columns.
    private static let shortestWrappedLine = 50

    /// Gives every token to a paragraph: to a block where there are blocks, else to the run of lines it stands in.
    mutating func divideIntoParagraphs(_ blocks: [(kind: Block.Kind, range: Range<Int>)]) {
        var begins = [Bool](repeating: false, count: count)
        var kindAt: [Int: Block.Kind] = [:]
        if blocks.isEmpty {
            for token in 0..<count where token == 0 || lineBreaks(before: token) { begins[token] = true }
        } else {
            for block in blocks {
                let first = token(atOrAfter: block.range.lowerBound)
                if first < count {
                    begins[first] = true
                    kindAt[first] = block.kind
                }
                let after = token(atOrAfter: block.range.upperBound)
                if after < count { begins[after] = true }
            }
        }
        var first = 0
        for token in 1..<max(count, 1) where token < count && begins[token] {
            paragraphs.append(Paragraph(tokens: first..<token, sentences: 0..<0, kind: kindAt[first] ?? .paragraph))
            first = token
        }
        if count > first {
            paragraphs.append(Paragraph(tokens: first..<count, sentences: 0..<0, kind: kindAt[first] ?? .paragraph))
        }
    }

    /// Whether a paragraph begins at a token: after an empty line, or after a line that was not merely wrapped.
    private func lineBreaks(before token: Int) -> Bool {
        guard flags[token].contains(.spaced) else { return false }
        var newlines = 0
        for at in ends[token - 1]..<starts[token] where bytes[at] == 0x0A { newlines += 1 }
        guard newlines > 0 else { return false }
        if newlines > 1 { return true }
        if kinds[token] == .word, !flags[token].contains(.capital) { return false }
        let last = kinds[token - 1]
        if last == .terminator || last == .quote || last == .close || last == .colon { return true }
        var lineStart = ends[token - 1]
        while lineStart > 0, ends[token - 1] - lineStart < Self.shortestWrappedLine, bytes[lineStart - 1] != 0x0A {
            lineStart -= 1
        }
        return ends[token - 1] - lineStart < Self.shortestWrappedLine
    }
}
