/// An answer of a web server, as an archive keeps it.
struct HTTPResponse {
    /// The status, 200 where all is well.
    var status: Int
    /// The header fields by name in small letters.
    var fields: [String: String]
    /// What follows the header.
    var body: ArraySlice<UInt8>

    /// The answer in some bytes; nil where they do not open as one.
    init?(_ block: [UInt8]) {
        guard block.starts(with: "HTTP/".utf8), let end = block.prefix(4096).firstIndex(of: 0x0A) else { return nil }
        let words = block[..<end].split(separator: 0x20, maxSplits: 2)
        guard words.count > 1, let status = Int(String(decoding: words[1].prefix(3), as: UTF8.self)) else { return nil }
        let (fields, start) = MessageFields.read(block, from: end + 1)
        self.status = status
        self.fields = fields
        body = block[min(start, block.count)...]
    }

    /// Whether the body says that it comes in chunks.
    var isChunked: Bool { fields["transfer-encoding"]?.lowercased().contains("chunked") == true }

    /// The chunks joined (RFC 9112, 7.1); nil where the bytes are no chunks, as when they were joined before. A body that
    /// was cut keeps its whole chunks and what there is of the last. Linear.
    static func unchunked(_ body: ArraySlice<UInt8>) -> [UInt8]? {
        var joined: [UInt8] = []
        var index = body.startIndex
        while index < body.endIndex {
            // A size has at most 8 digits here, extensions behind it are not read.
            guard let end = body[index...].prefix(256).firstIndex(of: 0x0A) else {
                return joined.isEmpty ? nil : joined
            }
            var size = 0
            var digits = 0
            for byte in body[index..<end] {
                guard let digit = TransferCoding.hexadecimal(byte) else { break }
                digits += 1
                if digits > 8 { return nil }
                size = size * 16 + Int(digit)
            }
            guard digits > 0 else { return joined.isEmpty ? nil : joined }
            if size == 0 { return joined }
            let start = end + 1
            let stop = min(start + size, body.endIndex)
            joined.append(contentsOf: body[start..<stop])
            index = stop
            if index < body.endIndex, body[index] == 0x0D { index += 1 }
            if index < body.endIndex, body[index] == 0x0A { index += 1 }
        }
        return joined
    }

    /// A payload with its content coding undone: gzip, or none where an archiver undid it and left the field as it was.
    func decoded(_ payload: [UInt8], limit: Int) throws(MarkupError) -> [UInt8] {
        let coding = fields["content-encoding"]?.lowercased() ?? ""
        if Inflater.isGzip(payload) { return try Inflater.inflate(payload, limit: limit).bytes }
        // Packed with Brotli, Zstandard or deflate, the payload does not open as text does.
        let isText = payload.first { !$0.isASCIISpace && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF } == UInt8(ascii: "<")
        guard coding.isEmpty || coding == "identity" || isText else { throw .damaged(container: "\(coding) content") }
        return payload
    }
}
