import Testing

@testable import Markup

@Suite("Pages that were cut off, and pages that are large")
struct CutPageTests {
    struct Cut {
        var tail: String
        var isTold = true
    }

    @Test(
        "A page that ends within markup keeps its text, shows nothing of the markup, and says so",
        arguments: [
            Cut(tail: "<div class=\"mo"), Cut(tail: "<div"), Cut(tail: "<img src='a.jpg' alt=The"), Cut(tail: "</di"),
            Cut(tail: "<!-- more of th"), Cut(tail: "<script>var text = 'more of"), Cut(tail: "<style>p { color"),
            Cut(tail: "", isTold: false), Cut(tail: "</body></html>", isTold: false),
            Cut(tail: "<script>var text = 1;</script>", isTold: false), Cut(tail: " and so", isTold: false),
        ])
    func cut(_ sample: Cut) throws {
        let page = try PageReadingTests.page(Array("<html><body><p>The ferry sank.</p>\(sample.tail)".utf8))
        let text = PageReadingTests.text(of: page)
        #expect(text == "The ferry sank." || text == "The ferry sank. and so", "\(sample.tail)")
        #expect(page.notices.map(\.code) == (sample.isTold ? ["content-cut"] : []), "\(sample.tail)")
    }

    @Test("A script that was never closed hides no paragraphs")
    func openScript() throws {
        let page = try PageReadingTests.page(
            Array("<html><p>One.</p><script src=a.js><p>Two.</p><p>Three.</p></html>".utf8))
        #expect(PageReadingTests.text(of: page) == "One. Two. Three.")
    }

    @Test("A set of frames is told as such")
    func frames() throws {
        let frames =
            "<html><frameset cols=20%,*><frame src=a.html><noframes>Get a browser.</noframes></frameset></html>"
        #expect(try PageReadingTests.page(Array(frames.utf8)).isFrameset)
        #expect(try !PageReadingTests.page(Array("<html><p>No frames.</p></html>".utf8)).isFrameset)
    }

    @Test("Inlined pictures of many megabytes leave a small tree, fast")
    func inlined() throws {
        let picture = String(repeating: "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo0", count: 60_000)
        let markup =
            "<html><style>.a{background:url(data:image/png;base64,\(picture))}</style><p>One.</p>"
            + "<img src=\"data:image/jpeg;base64,\(picture)\"><p>Two.</p><img src=data:image/jpeg;base64,\(picture)>"
            + "<div style='background-image:url(data:image/png;base64,\(picture))'>Three.</div></html>"
        let clock = ContinuousClock()
        var sieve = MarkupSieve([])
        let time = clock.measure { sieve = MarkupSieve(Array(markup.utf8)) }
        // A debug build on a busy machine; a release build takes a hundredth.
        #expect(time < .seconds(20))
        #expect(sieve.output.count < 20_000)
        #expect(PageReadingTests.text(of: try PageReadingTests.page(Array(markup.utf8))) == "One. Two. Three.")
    }

    @Test("A page cut after a megabyte, in the middle of its data, keeps what stood before")
    func megabyte() throws {
        let page =
            "<html><body><p>The ferry sank.</p><img src=\"data:image/png;base64,"
            + String(repeating: "QUJD", count: 1 << 18)
        let read = try PageReadingTests.page(Array(page.utf8.prefix(1 << 20)))
        #expect(PageReadingTests.text(of: read) == "The ferry sank.")
        #expect(read.notices.map(\.code) == ["content-cut"])
    }
}
