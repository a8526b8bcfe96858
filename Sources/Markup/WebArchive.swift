/// An MHTML file (RFC 2557): one message of several parts, of which the first HTML part is the page.
struct WebArchive {
    /// The page's bytes, decoded from quoted-printable or base64.
    var page: [UInt8]
    /// The page's media type with its charset.
    var mediaType: String
    /// Where the page was saved from.
    var url: String?

    /// Whether bytes open as a message with several related parts.
    static func isArchive(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first(where: { !$0.isASCIISpace }), first.isASCIILetter else { return false }
        let (fields, _) = MessageFields.read(bytes, from: 0)
        return fields["content-type"]?.lowercased().hasPrefix("multipart/") == true
            && (fields["mime-version"] != nil || fields["snapshot-content-location"] != nil)
    }

    /// The page of an archive; nil where it has none. Linear in the bytes.
    init?(_ bytes: [UInt8]) {
        let (fields, start) = MessageFields.read(bytes, from: 0)
        guard let type = fields["content-type"], let boundary = Self.parameter("boundary", of: type) else { return nil }
        let marker = Array("--\(boundary)".utf8)
        let snapshot = fields["snapshot-content-location"]
        var partStart: Int?
        var index = start
        while index <= bytes.count {
            let lineEnd = bytes[min(index, bytes.count)...].firstIndex(of: 0x0A) ?? bytes.count
            let isMarker = lineEnd - index >= marker.count && bytes[index..<lineEnd].starts(with: marker)
            if isMarker || lineEnd == bytes.count {
                let end = isMarker ? index : bytes.count
                if let partStart, let part = Self.part(of: bytes, in: partStart..<max(partStart, end)) {
                    page = part.page
                    mediaType = part.mediaType
                    url = part.url ?? snapshot
                    return
                }
                partStart = lineEnd + 1
            }
            index = lineEnd + 1
        }
        return nil
    }

    /// A part, if it is HTML (or, in mail, XHTML).
    private static func part(
        of bytes: [UInt8], in range: Range<Int>
    ) -> (page: [UInt8], mediaType: String, url: String?)? {
        guard range.lowerBound < bytes.count else { return nil }
        let (fields, start) = MessageFields.read(bytes, from: range.lowerBound)
        guard let type = fields["content-type"], start <= range.upperBound else { return nil }
        let kind = type.lowercased()
        guard kind.hasPrefix("text/html") || kind.hasPrefix("application/xhtml") else { return nil }
        let body = bytes[start..<range.upperBound]
        let page: [UInt8]
        switch fields["content-transfer-encoding"]?.lowercased() {
        case "quoted-printable": page = TransferCoding.quotedPrintable(body)
        case "base64": page = TransferCoding.base64(body)
        default: page = Array(body)
        }
        let location = fields["content-location"]
        return (page, type, location?.hasPrefix("http") == true ? location : nil)
    }

    private static func parameter(_ name: String, of value: String) -> String? {
        for piece in value.split(separator: ";").dropFirst() {
            let pair = piece.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, pair[0].lowercased().filter({ !$0.isWhitespace }) == name else { continue }
            let text = pair[1].drop { $0 == " " || $0 == "\"" || $0 == "\t" }
            return String(text.prefix { $0 != "\"" && $0 != "\r" && $0 != "\n" })
        }
        return nil
    }
}

/// The header fields of a message or of one of its parts.
enum MessageFields {
    /// Fields by name in small letters, folded lines joined, and where the body begins. Reads at most 64 kB.
    static func read(_ bytes: [UInt8], from start: Int) -> (fields: [String: String], body: Int) {
        var fields: [String: String] = [:]
        var last: String?
        var index = start
        let limit = min(bytes.count, start + 65536)
        while index < limit {
            let lineEnd = bytes[index..<limit].firstIndex(of: 0x0A) ?? limit
            var line = bytes[index..<lineEnd]
            if line.last == 0x0D { line.removeLast() }
            index = min(lineEnd + 1, bytes.count)
            if line.isEmpty {
                if fields.isEmpty { continue }
                break
            }
            if line.first?.isASCIISpace == true, let last {
                fields[last, default: ""] += " " + String(decoding: line.drop { $0.isASCIISpace }, as: UTF8.self)
            } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
                let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
                fields[name] = String(decoding: line[(colon + 1)...].drop { $0.isASCIISpace }, as: UTF8.self)
                last = name
            } else {
                break
            }
        }
        return (fields, index)
    }
}
