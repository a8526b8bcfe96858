import Testing

@testable import Markup

@Suite("Archives of pages")
struct WebArchiveTests {
    /// A part of an archive: its header lines, and its body as it stands in the file.
    struct Part {
        var header: [String]
        var body: String
    }

    struct Archive {
        var id: String
        var header: [String] = ["Content-Type: multipart/related; boundary=\"b\""]
        var parts: [Part]
        var isClosed = true
        var text: String
        var url: String?
        var notices: [String] = []

        var bytes: [UInt8] {
            var lines = ["MIME-Version: 1.0"] + header + [""]
            for part in parts { lines += ["--b"] + part.header + ["", part.body] }
            if isClosed { lines.append("--b--") }
            return Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
        }
    }

    static let prose = String(repeating: "The mattress adapts to your body, your partner and your dog. ", count: 12)
    static let advert = Part(
        header: ["Content-Type: text/html", "Content-Location: https://ads.example/1"], body: "<p>\(prose)</p>")
    static let page = Part(
        header: ["Content-Type: text/html", "Content-Location: https://news.example/a", "Content-ID: <page@x>"],
        body: "<html><head><meta property=\"og:title\" content=\"A\"></head><p>The ferry sank.</p></html>")
    static let snapshot = "Snapshot-Content-Location: https://news.example/a"
    static let related = "Content-Type: multipart/related; boundary=\"b\""

    static let archives = [
        Archive(
            id: "the snapshot's location names the page", header: [snapshot, related],
            parts: [
                advert,
                Part(
                    header: page.header,
                    body:
                        "<p>The ferry sank in the night, and nobody was on it. \(String(repeating: "It lay low. ", count: 30))</p>"
                ),
            ],
            text: "The ferry sank in the night", url: "https://news.example/a"),
        Archive(
            id: "start names the page", header: ["Content-Type: multipart/related; start=\"<page@x>\"; boundary=b"],
            parts: [
                advert,
                Part(
                    header: page.header, body: "<p>The ferry sank. \(String(repeating: "It lay low. ", count: 40))</p>"),
            ], text: "The ferry sank.", url: "https://news.example/a"),
        Archive(
            id: "a head as pages have it tells the page", parts: [advert, page], text: "The ferry sank.",
            url: "https://news.example/a"),
        Archive(
            id: "the first page of two alike is it", parts: [page, Part(header: advert.header, body: "<p>Sleep.</p>")],
            text: "The ferry sank."),
        Archive(
            id: "a shell gives way to its frame", header: [snapshot, related],
            parts: [
                Part(header: page.header, body: "<frameset><frame src=story.html></frameset>"),
                Part(
                    header: ["Content-Type: text/html", "Content-Location: https://news.example/story.html"],
                    body: "<p>\(String(repeating: "The ferry sank in the night, and nobody was on it. ", count: 8))</p>"
                ),
            ],
            text: "The ferry sank in the night", url: "https://news.example/story.html", notices: ["frame-read"]),
        Archive(
            id: "a mail's page lies in a part of parts",
            header: ["Content-Type: multipart/mixed; boundary=\"b\""],
            parts: [
                Part(
                    header: ["Content-Type: multipart/alternative; boundary=\"c\""],
                    body:
                        "--c\r\nContent-Type: text/plain\r\n\r\nThe ferry.\r\n--c\r\nContent-Type: text/html; charset=utf-8\r\n"
                        + "Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>The f=C3=A9rry sank.</p>\r\n--c--"),
                Part(header: ["Content-Type: image/png", "Content-Transfer-Encoding: base64"], body: "iVBORw0KGgo="),
            ], text: "The férry sank."),
        Archive(
            id: "an archive cut short is read and told", parts: [page], isClosed: false, text: "The ferry sank.",
            notices: ["content-cut"]),
    ]

    @Test("The page is chosen by what the parts are", arguments: archives)
    func choice(_ archive: Archive) throws {
        let page = try PageReadingTests.page(archive.bytes)
        #expect(page.mediaType == "multipart/related")
        #expect(PageReadingTests.text(of: page).hasPrefix(archive.text), "\(archive.id)")
        if let url = archive.url { #expect(page.savedFrom == url, "\(archive.id)") }
        #expect(page.notices.map(\.code) == archive.notices, "\(archive.id)")
    }

    @Test("A message that is a page has a character set and a coding, too")
    func single() throws {
        // "<p>Мост открыт.</p>" in windows-1251 and base64.
        let message =
            "MIME-Version: 1.0\r\nContent-Type: text/html; charset=\"windows-1251\"\r\n"
            + "Content-Transfer-Encoding: base64\r\n\r\nPHA+zO7x8iDu8urw+/IuPC9wPg==\r\n"
        let page = try PageReadingTests.page(Array(message.utf8))
        #expect(PageReadingTests.text(of: page) == "Мост открыт.")
        #expect(page.encoding == "windows-1251")
    }

    @Test("A mail without a page is its text, with subject and date")
    func mail() throws {
        let message =
            "From: a@b.example\r\nSubject: =?utf-8?Q?Caf=C3=A9_?=\r\n =?utf-8?B?ZmVybcOp?=\r\n"
            + "Date: Tue, 18 Jun 2024 07:00:00 +0200\r\nMIME-Version: 1.0\r\n"
            + "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
            + "Le caf=E9 a ferm=E9 lundi, apr=E8s vingt=\r\n ans.\r\n"
        let page = try PageReadingTests.page(Array(message.utf8))
        #expect(page.mediaType == "text/plain")
        #expect(page.fields.map(\.value) == ["Café fermé", "Tue, 18 Jun 2024 07:00:00 +0200"])
        #expect(PageReadingTests.text(of: page) == "Le café a fermé lundi, après vingt ans.\n")
    }

    @Test("Parts without end cost one pass")
    func many() throws {
        let parts = (0..<3000).map { _ in Self.page }
        let archive = Archive(id: "many", parts: parts, text: "")
        let clock = ContinuousClock()
        let time = try clock.measure { _ = try PageReadingTests.page(archive.bytes) }
        // A debug build on a busy machine; what is quadratic here takes minutes.
        #expect(time < .seconds(20))
    }
}
