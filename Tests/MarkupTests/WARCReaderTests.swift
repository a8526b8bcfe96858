import CZlib
import Testing

@testable import Markup

/// What is read of archives, whole and broken.
@Suite struct WARCReaderTests {
    private static let page = "<html><body><p>Rents rose by 3 percent.</p></body></html>"

    private static func record(
        type: String = "response", http: String = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n",
        body: String = page, more: String = "", length: Int? = nil
    ) -> [UInt8] {
        let block = Array((http + "\r\n" + body).utf8)
        let head = """
            WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: <https://news.example/a>\r\n\
            WARC-Date: 2024-10-03T06:00:00Z\r\n\(more)Content-Type: application/http; msgtype=response\r\n\
            Content-Length: \(length ?? block.count)\r\n\r\n
            """
        return Array(head.utf8) + block + Array("\r\n\r\n".utf8)
    }

    /// A gzip member by zlib itself.
    private static func packed(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        _ = deflateInit2_(
            &stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        defer { deflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: bytes.count + 1024)
        let room = output.count
        input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(room)
                _ = deflate(&stream, Z_FINISH)
            }
        }
        return Array(output[..<(room - Int(stream.avail_out))])
    }

    /// What a reader finds in bytes that come in pieces of some size.
    private func read(_ bytes: [UInt8], piece: Int = 7, limit: Int = 1 << 20) -> [String] {
        var rest = bytes[...]
        let reader = WARCReader(
            start: 0, maximumBytes: limit, hasDigest: { bytes, digest in digest == "size:\(bytes.count)" }
        ) {
            defer { rest = rest.dropFirst(piece) }
            return Array(rest.prefix(piece))
        }
        var found: [String] = []
        while let finding = reader.next() {
            switch finding {
            case .page(let page, let start):
                found.append(
                    "\(start) \(page.url ?? "-") \(page.mediaType) \(String(decoding: page.bytes, as: UTF8.self))")
            case .skipped(let reason, let start): found.append("\(start) skipped: \(reason)")
            }
        }
        return found
    }

    private func expected(_ start: Int) -> String {
        "\(start) https://news.example/a text/html; charset=utf-8 \(Self.page)"
    }

    @Test(arguments: [1, 7, 100_000]) func `pages come with place, address and type, however they are packed`(
        piece: Int
    ) {
        let one = Self.record()
        let info = Self.record(type: "warcinfo")
        #expect(read(info + one + one, piece: piece) == [expected(info.count), expected(info.count + one.count)])
        let (small, large) = (Self.packed(info), Self.packed(one))
        #expect(
            read(small + large + large, piece: piece)
                == [expected(small.count), expected(small.count + large.count)])
    }

    @Test func `other types, statuses and requests are passed over`() {
        let image = Self.record(http: "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n")
        let gone = Self.record(http: "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n")
        let identified = Self.record(more: "WARC-Identified-Payload-Type: application/pdf\r\n")
        #expect(read(image + gone + identified + Self.record(type: "request")).isEmpty)
    }

    @Test func `chunks and gzip are undone, also where an archiver undid them and left the field`() {
        let http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nTransfer-Encoding: chunked\r\n"
        let half = Self.page.utf8.count / 2
        let first = Self.page.prefix(half)
        let last = Self.page.dropFirst(half)
        let chunks =
            "\(String(first.utf8.count, radix: 16));x=y\r\n\(first)\r\n\(String(last.utf8.count, radix: 16))\r\n\(last)\r\n0\r\n\r\n"
        #expect(read(Self.record(http: http, body: chunks)) == [expected(0)])
        #expect(read(Self.record(http: http)) == [expected(0)])
        let coded = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\n"
        #expect(read(Self.record(http: coded)) == [expected(0)])
        #expect(read(Self.record(http: coded, body: "\u{1}\u{2}")).first?.contains("skipped: the gzip content") == true)
    }

    @Test func `a payload without its digest is skipped, and one whose digest is of another kind is not`() {
        let right = Self.record(more: "WARC-Payload-Digest: size:\(Self.page.utf8.count)\r\n")
        let wrong = Self.record(more: "WARC-Payload-Digest: size:1\r\n")
        let found = read(right + wrong + right)
        #expect(found.count == 3)
        #expect(found[0] == expected(0) && found[2] == expected(right.count + wrong.count))
        #expect(found[1] == "\(right.count) skipped: the payload does not have its digest size:1")
    }

    @Test func `after a broken record the next one is found`() {
        let one = Self.record()
        let short = read(one.dropLast(30) + one)
        #expect(short.contains { $0.contains("skipped") })
        let noise = Array("\r\nnoise\r\n".utf8)
        #expect(read(one + noise + one).last == expected(one.count + noise.count))
        #expect(read(one + noise + one).count == 3)
        var damaged = Self.packed(one)
        for index in 40..<60 { damaged[index] ^= 0xFF }
        let whole = Self.packed(one)
        let found = read(whole + damaged + whole)
        #expect(found.first == expected(0) && found.last == expected(whole.count + damaged.count))
        #expect(found.contains { $0.contains("the gzip member is damaged") })
        #expect(read(Array(whole.dropLast(12))).allSatisfy { $0.contains("skipped") })
    }

    @Test func `a record over the limit, and an archive packed as a whole, are told of`() {
        let one = Self.record()
        let large = Self.record(body: String(repeating: "x", count: 5000))
        let found = read(large + one, limit: 2000)
        #expect(found.count == 2 && found[0].contains("the limit is 2000") && found[1] == expected(large.count))
        let both = read(Self.packed(one + one))
        #expect(both.count == 2 && both[0] == expected(0) && both[1].contains("more than one record"))
        #expect(read([]).isEmpty)
        #expect(read(Array("no archive at all".utf8)).allSatisfy { $0.contains("skipped") })
    }
}
