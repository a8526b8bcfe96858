/// A part of a message: its header fields and where its body lies.
struct MessagePart {
    /// The header fields, by name in small letters.
    var fields: [String: String]
    /// The body, in bytes of the message.
    var body: Range<Int>

    /// Levels of parts within parts that are opened: a mail with attachments has two.
    private static let depth = 4
    /// Parts that are looked at: a page of a browser has some hundreds.
    private static let limit = 10_000

    /// The part that lies in a range. Linear in its header.
    init(_ bytes: [UInt8], in range: Range<Int>) {
        let (fields, start) = MessageFields.read(bytes, from: range.lowerBound)
        self.fields = fields
        body = min(start, range.upperBound)..<range.upperBound
    }

    /// The media type with its parameters.
    var type: String { fields["content-type"] ?? "text/plain" }

    /// Whether a media type in small letters is that of a page.
    static func isPage(_ type: String) -> Bool {
        type.hasPrefix("text/html") || type.hasPrefix("application/xhtml")
    }

    /// The body with its transfer coding undone. Linear in the body.
    func content(in bytes: [UInt8]) -> [UInt8] {
        let coding = fields["content-transfer-encoding"]?.lowercased() ?? ""
        if coding.hasPrefix("quoted-printable") { return TransferCoding.quotedPrintable(bytes[body]) }
        return coding.hasPrefix("base64") ? TransferCoding.base64(bytes[body]) : Array(bytes[body])
    }

    /// The parts of a message that have no parts themselves, in order, and whether every boundary that was opened was
    /// closed. Linear in the message for each of at most four levels.
    static func leaves(of message: MessagePart, in bytes: [UInt8]) -> (parts: [MessagePart], isWhole: Bool) {
        var parts = [message]
        var isWhole = true
        for _ in 0..<depth {
            var next: [MessagePart] = []
            for part in parts {
                guard part.type.lowercased().hasPrefix("multipart/"), next.count < limit,
                    let boundary = parameter("boundary", of: part.type), !boundary.isEmpty
                else {
                    next.append(part)
                    continue
                }
                let (inner, isClosed) = part.split(at: Array("--\(boundary)".utf8), in: bytes)
                next += inner
                isWhole = isWhole && isClosed
            }
            guard next.count != parts.count || next.contains(where: { $0.isMultipart }) else { return (next, isWhole) }
            parts = next
        }
        return (parts, isWhole)
    }

    private var isMultipart: Bool { type.lowercased().hasPrefix("multipart/") }

    /// The parts between the lines that open with a marker, and whether the last marker says that it is the last.
    private func split(at marker: [UInt8], in bytes: [UInt8]) -> (parts: [MessagePart], isClosed: Bool) {
        var parts: [MessagePart] = []
        var start: Int?
        var index = body.lowerBound
        while index < body.upperBound {
            let lineEnd = bytes[index..<body.upperBound].firstIndex(of: 0x0A) ?? body.upperBound
            if lineEnd - index >= marker.count, bytes[index..<lineEnd].starts(with: marker) {
                if let start { parts.append(MessagePart(bytes, in: start..<max(start, index))) }
                let after = bytes[(index + marker.count)..<lineEnd]
                if after.starts(with: "--".utf8) || parts.count >= Self.limit { return (parts, true) }
                start = lineEnd + 1
            }
            index = lineEnd + 1
        }
        if let start, start < body.upperBound { parts.append(MessagePart(bytes, in: start..<body.upperBound)) }
        return (parts, false)
    }

    /// A parameter of a field's value, without quotation marks; nil where it is absent.
    static func parameter(_ name: String, of value: String) -> String? {
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
                fields[last, default: ""] += " " + text(of: line.drop { $0.isASCIISpace })
            } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
                let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
                fields[name] = text(of: line[(colon + 1)...].drop { $0.isASCIISpace })
                last = name
            } else {
                break
            }
        }
        return (fields, index)
    }

    private static func text(of bytes: ArraySlice<UInt8>) -> String {
        String(decoding: MarkPiles.cut(Array(bytes))?.utf8 ?? Array(bytes), as: UTF8.self)
    }
}
