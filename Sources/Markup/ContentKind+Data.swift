/// Text that is data: a feed, a site map, JSON. Nobody has written an article in it.
extension ContentKind {
    /// The first elements of XML that is no page, and what it is.
    private static let roots: [(name: String, kind: String)] = [
        ("rss", "a news feed"), ("feed", "a news feed"), ("rdf:rdf", "a news feed"), ("urlset", "a site map"),
        ("sitemapindex", "a site map"), ("opml", "a list of feeds"), ("plist", "a property list"), ("svg", "a drawing"),
    ]

    /// What data some text is, or nil. Reads the opening of the text and its last bytes.
    static func dataFormat(of utf8: [UInt8]) -> String? {
        guard let first = utf8.firstIndex(where: { !$0.isASCIISpace }) else { return nil }
        switch utf8[first] {
        case UInt8(ascii: "<"): return root(of: utf8, from: first)
        case UInt8(ascii: "{"): return isObject(utf8, from: first) ? "JSON data" : nil
        case UInt8(ascii: "["):
            let inner = utf8[(first + 1)...].firstIndex { !$0.isASCIISpace }
            return inner.map { utf8[$0] == UInt8(ascii: "{") && isObject(utf8, from: $0) } == true ? "JSON data" : nil
        default: return nil
        }
    }

    /// `{"name":` at the front and a bracket at the end.
    private static func isObject(_ utf8: [UInt8], from start: Int) -> Bool {
        let opening = utf8[(start + 1)...].drop { $0.isASCIISpace }
        guard opening.first == UInt8(ascii: "\""),
            let quote = opening.dropFirst().prefix(200).firstIndex(of: UInt8(ascii: "\"")),
            utf8[(quote + 1)...].first(where: { !$0.isASCIISpace }) == UInt8(ascii: ":"),
            let last = utf8.last(where: { !$0.isASCIISpace })
        else { return false }
        return last == UInt8(ascii: "}") || last == UInt8(ascii: "]")
    }

    /// What the first element behind declarations and comments says; 4 kB are looked at.
    private static func root(of utf8: [UInt8], from start: Int) -> String? {
        let end = min(utf8.count, start + 4096)
        var index = start
        while let open = utf8[index..<end].firstIndex(of: UInt8(ascii: "<")), open + 1 < end {
            let next = utf8[open + 1]
            if next == UInt8(ascii: "?") || next == UInt8(ascii: "!") {
                guard let close = utf8[open..<end].firstIndex(of: UInt8(ascii: ">")) else { return nil }
                index = close + 1
                continue
            }
            let name = utf8[(open + 1)..<end].prefix { $0.isASCIILetterOrDigit || $0 == UInt8(ascii: ":") }
            let word = String(decoding: name.map(\.lowercasedASCII), as: UTF8.self)
            return roots.first { $0.name == word }?.kind
        }
        return nil
    }
}
