/// Reads the pages of a WARC archive (ISO 28500, versions 1.0 and 1.1), plain or gzipped by record: response records of
/// HTTP that were answered with 200 and HTML. Others are passed over; broken ones are told of.
package final class WARCReader {
    /// A page of the archive.
    package struct Page {
        /// The HTML, with chunks and gzip undone.
        package var bytes: [UInt8]
        /// `Content-Type`, with its charset.
        package var mediaType: String
        /// `WARC-Target-URI`.
        package var url: String?
        /// `WARC-Date`.
        package var date: String?
    }

    /// What is found in an archive, with the number of the record's first byte.
    package enum Finding {
        case page(Page, start: Int)
        case skipped(reason: String, start: Int)
    }

    private let bytes: ArchiveBytes
    private let maximumBytes: Int
    private let hasDigest: ([UInt8], String) -> Bool?
    /// What was found and not given out yet.
    private var waiting: [Finding] = []

    /// Bytes of a record's own head, and of one line of it; heads have some hundreds.
    private static let headBytes = 1 << 16

    /// A reader of an input whose first byte has the number `start`. A record may have `maximumBytes`, packed and
    /// unpacked. `hasDigest` says whether a payload has a digest (`sha1:…`), nil where it does not know the algorithm.
    package init(
        start: Int, maximumBytes: Int, hasDigest: @escaping ([UInt8], String) -> Bool?, pull: @escaping () -> [UInt8]
    ) {
        bytes = ArchiveBytes(start: start, pull: pull)
        self.maximumBytes = maximumBytes
        self.hasDigest = hasDigest
    }

    /// The next page or broken record; nil at the end of the archive. Linear in the archive.
    package func next() -> Finding? {
        while waiting.isEmpty {
            let (isFound, skipped) = bytes.beginRecord()
            if skipped > 0 { skip("\(skipped) bytes before it are no record") }
            guard isFound else { break }
            readRecord()
        }
        return waiting.isEmpty ? nil : waiting.removeFirst()
    }

    private func skip(_ reason: String) { waiting.append(.skipped(reason: reason, start: bytes.recordStart)) }

    private func readRecord() {
        guard let fields = fields() else {
            return skip(bytes.isDamaged ? "the gzip member is damaged" : "no WARC head")
        }
        guard let text = fields["content-length"], let length = Int(text), length >= 0 else {
            return skip("no Content-Length")
        }
        let isResponse = fields["warc-type"]?.lowercased() == "response"
        let isWanted = isResponse && length <= maximumBytes
        let block = isWanted ? bytes.take(length) : nil
        guard isWanted ? block != nil : bytes.skip(length) else { return skip("it ends before its Content-Length") }
        // Read to the member's end before anything is made of it: its checksum stands there.
        let holdsMore = bytes.hasMoreInMember()
        if bytes.isDamaged { return skip("the gzip member is damaged") }
        if let block { readResponse(block, fields) }
        if isResponse, !isWanted { skip("it has \(length) bytes, the limit is \(maximumBytes)") }
        if holdsMore {
            skip("its gzip member holds more than one record; compress the archive by record (warcio recompress)")
        }
    }

    /// The fields of the record's head by name in small letters; nil where there is no head.
    private func fields() -> [String: String]? {
        guard let version = bytes.line(limit: Self.headBytes), version.starts(with: "WARC/1.".utf8) else { return nil }
        var head: [UInt8] = []
        while let line = bytes.line(limit: Self.headBytes) {
            if line.isEmpty { return MessageFields.read(head + [0x0A], from: 0).fields }
            head += line + [0x0A]
            if head.count > Self.headBytes { return nil }
        }
        return nil
    }

    private func readResponse(_ block: [UInt8], _ record: [String: String]) {
        guard record["content-type"]?.lowercased().hasPrefix("application/http") != false else { return }
        guard let response = HTTPResponse(block) else { return skip("no HTTP head") }
        let identified = record["warc-identified-payload-type"]?.lowercased()
        let type = response.fields["content-type"] ?? identified ?? ""
        guard response.status == 200, MessagePart.isPage(type.lowercased()),
            identified.map(MessagePart.isPage) ?? true
        else { return }
        let chunks = response.isChunked ? HTTPResponse.unchunked(response.body) : nil
        if let digest = record["warc-payload-digest"] {
            // The standard counts the payload without chunks, some writers count it as it was sent.
            var isRight = hasDigest(Array(response.body), digest)
            if isRight == false, let chunks { isRight = hasDigest(chunks, digest) }
            if isRight == false { return skip("the payload does not have its digest \(digest.prefix(80))") }
        }
        do throws(MarkupError) {
            let payload = try response.decoded(chunks ?? Array(response.body), limit: maximumBytes)
            let page = Page(
                bytes: payload, mediaType: type, url: record["warc-target-uri"].map(Self.withoutBrackets),
                date: record["warc-date"])
            waiting.append(.page(page, start: bytes.recordStart))
        } catch { skip(error.rejection.message) }
    }

    /// WARC 1.0 wrote URIs in angle brackets, 1.1 does not.
    private static func withoutBrackets(_ uri: String) -> String {
        uri.hasPrefix("<") && uri.hasSuffix(">") ? String(uri.dropFirst().dropLast()) : uri
    }
}
