import Testing

@testable import Markup

@Suite("References that are left in the text")
struct LeftReferencesTests {
    struct Sample {
        var markup: String
        var text: String
        var isTold: Bool
    }

    static let samples = [
        Sample(markup: "<p>It didn&amp;#8217;t &amp;mdash; so.</p>", text: "It didn’t — so.", isTold: true),
        Sample(markup: "<p>&amp;#x201C;Caf&amp;eacute;&amp;#x201D;</p>", text: "“Café”", isTold: true),
        Sample(markup: "<p>A&amp;#146;s, B&amp;#146;s</p>", text: "A’s, B’s", isTold: true),
        Sample(markup: "<p>Smith &amp; Sons</p>", text: "Smith & Sons", isTold: false),
        Sample(
            markup: "<p>Write &amp;nbsp; or &amp;amp; there.</p>", text: "Write &nbsp; or &amp; there.", isTold: false),
        Sample(
            markup: "<p>So: <code>don&amp;#8217;t</code></p>", text: "So: don&#8217;t", isTold: false),
        Sample(
            markup: "<p>It didn&amp;#8217;t</p><pre>a&amp;lt;b</pre>", text: "It didn’t a&lt;b", isTold: true),
        Sample(markup: "<p>x&amp;y;z&amp;nosuch;t&amp;#xD800;u</p>", text: "x&y;z&nosuch;t&#xD800;u", isTold: false),
    ]

    @Test("What was encoded twice is read twice, what tells of markup is not", arguments: samples)
    func pages(_ sample: Sample) throws {
        let page = try PageReadingTests.page(Array("<html><body>\(sample.markup)</body></html>".utf8))
        #expect(PageReadingTests.text(of: page).filter { $0 != "\n" } == sample.text.filter { $0 != "\n" })
        #expect(page.notices.map(\.code) == (sample.isTold ? ["references-resolved"] : []))
    }

    @Test("A plain text may hold them, too")
    func text() throws {
        let page = try PageReadingTests.page(Array("It didn&#8217;t rain &ndash; it poured.".utf8))
        #expect(PageReadingTests.text(of: page) == "It didn’t rain – it poured.")
        #expect(page.notices.map(\.code) == ["references-resolved"])
    }
}
