import Language
import Records

/// What every annotator is given: the text read once, and what the article says of itself.
struct Reading: Sendable {
    /// The tokens.
    let text: TokenizedText
    /// The clues each token's word gives about names; as many as there are tokens.
    let clues: [NameClues]
    /// Which sentences are set in title case, or in capitals.
    let isTitleCase: [Bool]
    /// The day of publication.
    let published: CalendarDay?
    /// The minute of that day at which it was published, where that is told.
    let publishedMinute: Int?
    /// The dateline that opens the article.
    let dateline: TextRange?
    /// The country whose domain the article was published under.
    let home: CountryCode
    /// The text's language (ISO 639-1), English where the article tells none.
    let language: String
    /// Whether the rules for English apply; names of the gazetteer are found in any language.
    let isEnglish: Bool
    /// From bytes to code points.
    let offsets: ScalarOffsets

    init(_ article: Article) {
        let bytes = Array(article.text.utf8)
        offsets = ScalarOffsets(bytes)
        let language = article.language.map { String($0.prefix { $0 != "-" && $0 != "_" }) } ?? "en"
        self.language = language
        text = TokenizedText(
            bytes: bytes, blocks: Self.byteBlocks(article.blocks, bytes), elides: Self.eliding.contains(language))
        let (text, clues) = (text, NameClues.of(text))
        self.clues = clues
        isTitleCase = text.sentences.map { Self.isTitleCase($0, text, clues) }
        published = article.published.flatMap { CalendarDay(iso: $0.value) }
        publishedMinute = article.published.flatMap { Self.minute(iso: $0.value) }
        dateline = article.dateline?.range
        home = HomeCountry.code(of: article)
        isEnglish = language == "en"
    }

    /// Languages in which small words lose their vowel before a name.
    private static let eliding: Set<String> = ["ca", "fr", "it"]

    /// The minute of the day of "2024-10-03T21:40:00Z"; nil without a time, and for midnight, which stands for none.
    private static func minute(iso: String) -> Int? {
        let bytes = Array(iso.utf8)
        guard bytes.count >= 16, bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"),
            let hour = Int(String(decoding: bytes[11..<13], as: UTF8.self)),
            let minute = Int(String(decoding: bytes[14..<16], as: UTF8.self)), hour < 24, minute < 60
        else { return nil }
        return hour == 0 && minute == 0 ? nil : hour * 60 + minute
    }

    /// The blocks' ranges in bytes. Linear in the text; ranges beyond the text are cut to it.
    private static func byteBlocks(
        _ blocks: [Block], _ bytes: [UInt8]
    ) -> [(kind: Block.Kind, range: Range<Int>)] {
        guard !blocks.isEmpty else { return [] }
        var edges = blocks.flatMap { [$0.range.start, $0.range.end] }
        edges.sort()
        var byteAt: [Int: Int] = [:]
        var edge = 0
        var scalar = 0
        for (offset, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
            while edge < edges.count, edges[edge] <= scalar {
                byteAt[edges[edge]] = offset
                edge += 1
            }
            scalar += 1
        }
        return blocks.map { block in
            let start = byteAt[block.range.start] ?? bytes.count
            return (block.kind, start..<max(start, byteAt[block.range.end] ?? bytes.count))
        }
    }

    /// A range of bytes as the record's range.
    func range(_ bytes: Range<Int>) -> TextRange { offsets.range(bytes) }

    /// A range of tokens as the record's range.
    func range(tokens: Range<Int>) -> TextRange { offsets.range(text.byteRange(tokens)) }

    /// Whether a paragraph is running text, not a heading or a caption.
    func isProse(paragraph: Int) -> Bool {
        switch text.paragraphs[paragraph].kind {
        case .heading, .caption, .table, .preformatted: false
        default: true
        }
    }
}
