import Records

/// An MHTML file (RFC 2557), or a mail: a message of parts, of which one is the page, or at least a text.
struct WebArchive {
    /// The page's bytes, decoded from quoted-printable or base64.
    var page: [UInt8]
    /// The page's media type with its charset.
    var mediaType: String
    /// Where the page was saved from.
    var url: String?
    /// Whether the page is a frame, because the archive's own page shows next to nothing.
    var isFrame = false
    /// Whether the archive ends before its last part does.
    var isCut: Bool
    /// Subject and date of a mail that has no page but a text.
    var fields: [HeaderField] = []
    /// Whether it has a text alone.
    var isText = false

    /// Bytes of prose that a page must show to be preferred to its frames: three sentences.
    private static let leastProse = 300

    /// Whether bytes open as a message with parts, or with a page.
    static func isArchive(_ bytes: [UInt8]) -> Bool {
        guard let first = bytes.first(where: { !$0.isASCIISpace }), first.isASCIILetter else { return false }
        let (fields, _) = MessageFields.read(bytes, from: 0)
        guard let type = fields["content-type"]?.lowercased() else { return false }
        let isMessage = fields["mime-version"] != nil || fields["snapshot-content-location"] != nil
        if type.hasPrefix("text/plain") { return isMessage && fields["content-transfer-encoding"] != nil }
        return isMessage && (type.hasPrefix("multipart/") || MessagePart.isPage(type))
    }

    /// The page of an archive; nil where it has none. Linear in the bytes.
    init?(_ bytes: [UInt8]) {
        let message = MessagePart(bytes, in: 0..<bytes.count)
        let (leaves, isWhole) = MessagePart.leaves(of: message, in: bytes)
        let pages = leaves.filter { MessagePart.isPage($0.type.lowercased()) }
        isCut = !isWhole
        if let (part, content, isFrame) = Self.choice(among: pages, of: message, in: bytes) {
            page = content
            mediaType = part.type
            let own = isFrame ? nil : message.fields["snapshot-content-location"]
            url = [part.fields["content-location"], own].compactMap { $0 }.first { $0.hasPrefix("http") }
            self.isFrame = isFrame
        } else if let text = leaves.first(where: { $0.type.lowercased().hasPrefix("text/plain") }) {
            page = text.content(in: bytes)
            mediaType = text.type
            isText = true
            for name in ["subject", "date"] {
                guard let value = message.fields[name], !value.isEmpty else { continue }
                fields.append(HeaderField(name: name, value: EncodedWords.decoded(value)))
            }
        } else {
            return nil
        }
    }

    /// The part that is the page. What the message names as such comes first: `start` (RFC 2387), the location of a browser's
    /// snapshot. Otherwise it is, of the parts with a head as pages have it, the one with the most prose: frames of
    /// advertisements may stand before it.
    private static func choice(
        among pages: [MessagePart], of message: MessagePart, in bytes: [UInt8]
    ) -> (part: MessagePart, content: [UInt8], isFrame: Bool)? {
        guard pages.count > 1 else { return pages.first.map { ($0, $0.content(in: bytes), false) } }
        let contents = pages.map { $0.content(in: bytes) }
        let prose = contents.map(ProseMeasure.bytes)
        let fullest = pages.indices.max { prose[$0] < prose[$1] } ?? 0
        if let root = root(of: message, among: pages) {
            let isShell = prose[root] < leastProse && prose[fullest] >= max(leastProse, 4 * prose[root])
            let chosen = isShell ? fullest : root
            return (pages[chosen], contents[chosen], isShell)
        }
        let headed = pages.indices.filter { ProseMeasure.hasPageHead(contents[$0]) }
        let chosen = headed.max { prose[$0] < prose[$1] } ?? fullest
        return (pages[chosen], contents[chosen], false)
    }

    private static func root(of message: MessagePart, among pages: [MessagePart]) -> Int? {
        if let start = MessagePart.parameter("start", of: message.type),
            let index = pages.firstIndex(where: { $0.fields["content-id"] == start })
        {
            return index
        }
        let fields = message.fields
        guard let location = fields["snapshot-content-location"] ?? fields["content-location"] else { return nil }
        return pages.firstIndex { $0.fields["content-location"] == location }
    }
}

extension WebArchive {
    /// What was odd about the archive.
    var notices: [Notice] {
        var notices: [Notice] = []
        if isCut { notices.append(Notice(code: "content-cut", message: "the archive ends before its last part does")) }
        if isFrame {
            notices.append(
                Notice(
                    code: "frame-read", message: "the archive's own page shows next to nothing; a frame of it was read")
            )
        }
        return notices
    }
}
