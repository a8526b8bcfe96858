extension RecordInspection {
    /// Identity, source, metadata, blocks.
    mutating func inspectArticle() {
        let article = record.article
        if !Self.isHexadecimal(record.id, digits: 32) { note("id", "is not 32 lower-case hex digits") }
        if !Self.isHexadecimal(record.source.sha256, digits: 64) {
            note("source.sha256", "is not 64 lower-case hex digits")
        }
        if record.source.bytes < 0 { note("source.bytes", "is negative") }
        inspect(article.published, "published")
        inspect(article.modified, "modified")
        if let dateline = article.dateline {
            passage(dateline.range, dateline.text, "dateline")
            entity(dateline.place, "dateline.place")
        } else if record.annotations.datelinePlace != nil {
            note("dateline.place", "is given without a dateline")
        }
        entity(record.annotations.datelinePlace, "dateline.place")
        sequence(article.blocks.lazy.map(\.range), "blocks")
        for (position, notice) in article.notices.enumerated() {
            if let range = notice.range { passage(range, "notices[\(position)]") }
        }
    }

    private mutating func inspect(_ date: DatedEvidence?, _ place: String) {
        guard let date else { return }
        if !Self.opensWithDay(date.value) { note("\(place).value", "does not open with a day, YYYY-MM-DD") }
        share(date.confidence, "\(place).confidence")
    }

    private static func isHexadecimal(_ text: String, digits: Int) -> Bool {
        text.utf8.count == digits
            && text.utf8.allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                    || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
            }
    }

    /// Whether a time opens with the day of ISO 8601 and goes on, if at all, with `T`.
    private static func opensWithDay(_ value: String) -> Bool {
        let pattern = Array("dddd-dd-ddT".utf8)
        let bytes = Array(value.utf8.prefix(pattern.count))
        return bytes.count >= 10
            && zip(bytes, pattern).allSatisfy { byte, shape in
                shape == UInt8(ascii: "d")
                    ? (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) : byte == shape
            }
    }
}
