import Language
import Records

/// The article's text as it grows: blocks joined by one blank line.
struct ArticleText {
    private var text = ""
    private var blocks: [(kind: Block.Kind, bytes: Range<Int>)] = []

    /// Appends a block; `joined` puts it on a new line of the last block of the same kind instead (rows of a table).
    mutating func append(_ passage: String, _ kind: Block.Kind, joined: Bool = false) {
        let passage = passage.composed
        guard !passage.isEmpty else { return }
        if joined, let last = blocks.indices.last, blocks[last].kind == kind {
            text += "\n" + passage
            blocks[last].bytes = blocks[last].bytes.lowerBound..<text.utf8.count
            return
        }
        if !text.isEmpty { text += "\n\n" }
        let start = text.utf8.count
        text += passage
        blocks.append((kind, start..<text.utf8.count))
    }

    /// Puts text, blocks and dateline into an article. Linear in the text.
    func finish(_ article: inout Article) {
        article.text = text
        let bytes = Array(text.utf8)
        let offsets = ScalarOffsets(bytes)
        article.blocks = blocks.map { Block(kind: $0.kind, range: offsets.range($0.bytes)) }
        // A dateline opens the first paragraph, or the one below a standfirst.
        article.dateline =
            blocks.prefix(2).lazy.compactMap { block -> Dateline? in
                let opening = String(decoding: bytes[block.bytes], as: UTF8.self)
                guard var dateline = DatelineReader.dateline(of: opening) else { return nil }
                let start = offsets.range(block.bytes).start
                dateline.range = TextRange(dateline.range.start + start, dateline.range.end + start)
                return dateline
            }.first
    }

    /// The number of words: runs between white space, or half the characters where the script has no spaces. Linear.
    var words: Int {
        var text = text
        return text.withUTF8 { bytes in
            var runs = 0
            var unspaced = 0
            var isInside = false
            var index = 0
            while index < bytes.count {
                let (width, kind) = Self.kind(of: bytes, at: index)
                if kind == .unspaced { unspaced += 1 }
                if kind != .space, !isInside { runs += 1 }
                isInside = kind != .space
                index += width
            }
            return max(runs, unspaced / 2)
        }
    }

    /// What a character is to a counter of words.
    private enum Kind { case space, spaced, unspaced }

    /// The kind of the character at an index, and its width. Thai (U+0E00 to U+0E7F), kana and
    /// ideographs (U+3040 to U+9FFF) are written without spaces.
    private static func kind(of bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (width: Int, kind: Kind) {
        let lead = bytes[index]
        if lead < 0x80 { return (1, lead == 0x20 || (0x09...0x0D).contains(lead) ? .space : .spaced) }
        if lead < 0xE0 {
            let next = index + 1 < bytes.count ? bytes[index + 1] : 0
            return (2, lead == 0xC2 && (next == 0x85 || next == 0xA0) ? .space : .spaced)
        }
        guard lead < 0xF0, index + 2 < bytes.count else { return (4, .spaced) }
        let value = UInt32(lead & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
        switch value {
        case 0x0E00..<0x0E80, 0x3040...0x9FFF: return (3, .unspaced)
        case 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: return (3, .space)
        default: return (3, .spaced)
        }
    }
}

extension Extractor {
    /// An article of text that is clean already: the text is taken as it is, to the byte; blocks are its paragraphs,
    /// parted by blank lines. Linear in the text.
    public static func article(
        clean text: String, published: String?, headline: String?, standfirst: String?, language: String?
    ) -> Article {
        var article = Article()
        article.text = text
        article.headline = headline
        article.standfirst = standfirst
        article.language = language ?? LanguageDetector.language(of: text)
        let bytes = Array(text.utf8)
        let offsets = ScalarOffsets(bytes)
        article.blocks = Paragraphs.ranges(in: bytes).map { Block(kind: .paragraph, range: offsets.range($0)) }
        article.dateline = DatelineReader.dateline(of: text)
        if let published { article.published = DatedEvidence(value: published, from: .header) }
        return article
    }
}

/// Paragraphs of plain text.
enum Paragraphs {
    /// The byte ranges between blank lines, without white space at either end. Linear.
    static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start: Int?
        var end = 0
        var lineStart = 0
        while lineStart < bytes.count {
            let lineEnd = bytes[lineStart...].firstIndex(of: 0x0A) ?? bytes.count
            let isSpace: (UInt8) -> Bool = { $0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D) }
            let first = bytes[lineStart..<lineEnd].firstIndex { !isSpace($0) }
            let last = bytes[lineStart..<lineEnd].lastIndex { !isSpace($0) }
            if let first, let last {
                start = start ?? first
                end = last + 1
            } else if let opened = start {
                ranges.append(opened..<end)
                start = nil
            }
            lineStart = lineEnd + 1
        }
        if let start { ranges.append(start..<end) }
        return ranges
    }
}
