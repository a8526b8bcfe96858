/// Finds the label of a character set where inputs carry one.
enum EncodingLabel {
    /// Bytes of a document that are searched: four times what the HTML standard's prescan reads, because saved pages
    /// put their own comment first.
    private static let window = 4096

    /// The label in `text/html; charset=…`, or nil.
    static func inMediaType(_ mediaType: String?) -> String? {
        guard let mediaType else { return nil }
        return value(after: "charset", in: Array(mediaType.utf8), from: 0)
    }

    /// The label in a document's `<meta … charset=…>` or XML declaration, or nil.
    static func inDocument(_ bytes: [UInt8]) -> String? {
        let opening = Array(bytes.prefix(window))
        if opening.starts(with: "<?xml".utf8), let label = value(after: "encoding", in: opening, from: 5) {
            return label
        }
        var index = 0
        let tag = Array("<meta".utf8)
        while let found = firstIndex(of: tag, in: opening, from: index) {
            let end = opening[found...].firstIndex(of: UInt8(ascii: ">")) ?? opening.count
            if let label = value(after: "charset", in: Array(opening[found..<end]), from: 0) { return label }
            index = found + tag.count
        }
        return nil
    }

    /// Where a word of small ASCII letters occurs next, whatever the case.
    private static func firstIndex(of word: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard bytes.count >= word.count, start <= bytes.count - word.count else { return nil }
        return (start...(bytes.count - word.count)).first { index in
            word.indices.allSatisfy { bytes[index + $0].lowercasedASCII == word[$0] }
        }
    }

    private static func value(after key: String, in bytes: [UInt8], from start: Int) -> String? {
        guard let found = firstIndex(of: Array(key.utf8), in: bytes, from: start) else { return nil }
        var index = found + key.utf8.count
        func skipSpace() { while index < bytes.count, bytes[index].isASCIISpace { index += 1 } }
        skipSpace()
        guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return nil }
        index += 1
        skipSpace()
        if index < bytes.count, bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") { index += 1 }
        let end =
            bytes[index...].firstIndex { byte in
                !byte.isASCIILetterOrDigit && !"-_:.()".utf8.contains(byte)
            } ?? bytes.count
        return index < end ? String(decoding: bytes[index..<end], as: UTF8.self) : nil
    }
}
