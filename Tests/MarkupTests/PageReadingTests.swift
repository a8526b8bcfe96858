import Testing

@testable import Markup

@Suite("Reading bytes as a page")
struct PageReadingTests {
    static func page(_ bytes: [UInt8], name: String? = nil, mediaType: String? = nil) throws -> Page {
        try Page(reading: bytes, hints: InputHints(name: name, mediaType: mediaType))
    }

    static func text(of page: Page) -> String {
        switch page.content {
        case .text(let text): text
        case .tree(let tree): tree.nodes.isEmpty ? "" : tree.foldedText(at: 0)
        }
    }

    struct Binary {
        var id: String
        var bytes: [UInt8]
    }

    @Test(
        "Binary content is refused by its bytes, whatever its name says",
        arguments: [
            Binary(id: "pdf", bytes: Array("%PDF-1.7 lorem".utf8)),
            Binary(id: "png", bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
            Binary(id: "zip", bytes: [0x50, 0x4B, 0x03, 0x04, 0x14, 0x00]),
            Binary(id: "elf", bytes: [0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01]),
            Binary(id: "noise", bytes: (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 7) }),
        ])
    func binaryIsRefused(_ sample: Binary) {
        #expect(throws: MarkupError.self, "\(sample.id)") { try Self.page(sample.bytes, name: "article.html") }
    }

    @Test(
        "Data is refused by what it is",
        arguments: [
            ("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>A</title></channel></rss>", "a news feed"),
            ("<!-- x --><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>A</title></feed>", "a news feed"),
            ("<urlset><url><loc>https://a.example</loc></url></urlset>", "a site map"),
            ("{\"title\": \"A\", \"body\": \"B\"}", "JSON data"), ("[ {\"a\": 1} ]\n", "JSON data"),
            ("<svg><text>A</text></svg>", "a drawing"),
        ])
    func dataIsRefused(_ text: String, kind: String) {
        #expect(throws: MarkupError.notText(kind: kind)) { try Self.page(Array(text.utf8)) }
    }

    @Test(
        "Text that only opens like data is text",
        arguments: [
            "{Correction: the year was 1921.}", "[Music] The choir sang.", "{\"title\": is how it began, he said.",
            "<p>rss</p><p>feed</p>",
        ])
    func textIsRead(_ text: String) throws { _ = try Self.page(Array(text.utf8)) }

    @Test("White space alone is empty")
    func emptyIsRefused() {
        #expect(throws: MarkupError.empty) { try Self.page(Array(" \n\t ".utf8)) }
        #expect(throws: MarkupError.empty) { try Self.page([]) }
    }

    struct Kind {
        var text: String
        var mediaType: String
    }

    @Test(
        "HTML, Markdown and text are told apart by content",
        arguments: [
            Kind(text: "<!doctype html><title>A</title><p>Text", mediaType: "text/html"),
            Kind(text: "<div><p>One</p><p>Two</p></div>", mediaType: "text/html"),
            Kind(text: "# Head\n\nSee [the port](https://example.org) at **nine**.", mediaType: "text/markdown"),
            Kind(text: "The word <b> is a tag, said the teacher.", mediaType: "text/plain"),
            Kind(text: "Two ships met.\n\nNobody was hurt.", mediaType: "text/plain"),
        ])
    func kindsAreTold(_ kind: Kind) throws {
        #expect(try Self.page(Array(kind.text.utf8), name: "x.bin").mediaType == kind.mediaType)
    }

    @Test("Header lines and front matter become fields and leave the text")
    func headerFields() throws {
        let lines = try Self.page(Array("Title: Ferry sinks\nDate: 2024-10-03\n\nThe ferry sank.".utf8))
        #expect(lines.fields.map(\.name) == ["title", "date"])
        #expect(Self.text(of: lines) == "\nThe ferry sank.")
        let matter = try Self.page(Array("---\ntitle: \"Ferry sinks\"\ntags: [sea, ships]\n---\nThe ferry sank.".utf8))
        #expect(matter.fields.map(\.value) == ["Ferry sinks", "sea", "ships"])
        #expect(Self.text(of: matter) == "The ferry sank.")
    }

    @Test("A colon in the first sentence is no header line")
    func noHeaderField() throws {
        let page = try Self.page(Array("Verdict: guilty on all counts.\nThe judge left.".utf8))
        #expect(page.fields.isEmpty)
    }

    @Test("A web archive's quoted-printable page is read, with its address")
    func webArchive() throws {
        let archive = """
            From: <Saved by Blink>\r
            Snapshot-Content-Location: https://example.org/ferry\r
            MIME-Version: 1.0\r
            Content-Type: multipart/related; type="text/html"; boundary="--=_cut"\r
            \r
            ----=_cut\r
            Content-Type: text/html; charset=windows-1252\r
            Content-Transfer-Encoding: quoted-printable\r
            Content-Location: https://example.org/ferry\r
            \r
            <html><body><p>Caf=E9 owners =93m=\r
            et=94.</p></body></html>\r
            ----=_cut--\r

            """
        let page = try Self.page(Array(archive.utf8))
        #expect(page.mediaType == "multipart/related")
        #expect(page.savedFrom == "https://example.org/ferry")
        #expect(Self.text(of: page) == "Café owners “met”.")
    }

    @Test("A gzip archive is unpacked; one cut short is read in part and said so")
    func gzip() throws {
        // printf '<html><body><p>Hello there</p></body></html>' | gzip -n9
        let packed: [UInt8] = Self.packedPage
        let page = try Self.page(packed)
        #expect(page.mediaType == "text/html")
        #expect(Self.text(of: page) == "Hello there")
        let cut = try Self.page(Array(packed.dropLast(8)))
        #expect(cut.notices.map(\.code) == ["content-cut"])
        #expect(throws: MarkupError.tooLarge(bytes: 44, limit: 10)) { try Inflater.inflate(packed, limit: 10) }
    }

    static let packedPage: [UInt8] = [
        0x1F, 0x8B, 0x08, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02, 0x03, 0xB3, 0xC9, 0x28, 0xC9, 0xCD, 0xB1,
        0xB3, 0x49, 0xCA, 0x4F, 0xA9, 0xB4, 0xB3, 0x29, 0xB0, 0xF3, 0x48, 0xCD, 0xC9, 0xC9, 0x57, 0x28,
        0xC9, 0x48, 0x2D, 0x4A, 0xB5, 0xD1, 0x2F, 0xB0, 0xB3, 0xD1, 0x87, 0x48, 0xE8, 0x83, 0x55, 0x01,
        0x00, 0xE8, 0x88, 0x78, 0x6E, 0x2C, 0x00, 0x00, 0x00,
    ]
}
