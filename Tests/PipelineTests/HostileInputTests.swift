import Pipeline
import TestSupport
import Testing

/// Inputs made to be slow, deep or large. Every one costs in proportion to its length, and gives a record without faults
/// or a rejection.
@Suite("Hostile inputs cost no more than their length", .serialized)
struct HostileInputTests {
    /// Words and marks that some annotator looks ahead or back from.
    static let words = [
        "Monday ", "killed 12 and ", "John Smith ", "“", "\"a ", "“I say ", "\" said John Smith, \"", "(", "([{", "$1 ",
        "5 percent of ", "12 to ", "J. R. ", "A and B and ", "and John ", "of the ", "President of the Bank of ",
        "Mr. ", "'s ", "the mayor ", "who was who ", "PARIS (AP) - ", "A: ", "a\u{200B}b ", "a\u{202E}b ", "سلام ",
        "中文", "hundred ", "1,", "1990s, ", "By John Smith\n", "“It is so,” said John Smith.\n\n", "> ", "- ", "[a](",
        "|",
    ]

    /// Markup that is never closed, nested, repeated, or not what it seems.
    static let markup = [
        "<div>", "<b>", "<p><b>", "<table><tr><td>", "<ul><li>", "<a href=x>", "</div>", "<", "</", "<!", "<?", "<!--",
        "<![CDATA[", "<script>", "<svg>", "<math><mi>", "<select><option>", "<template>", "<noscript>", "<nobr>",
        "<a b='<", "&", "&amp;", "&#x41;", "&notanentity;", "\u{200B}", "\u{202E}", "\0", "<td>a", "<i><p>", "<title>a",
        "<h2>a</h2><p>b</p>", "<meta name=author content='John Smith'>", "<time>1 May 2024</time>", "<plaintext>",
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"x\"}</script>",
    ]

    private func repeated(_ piece: String, _ bytes: Int) -> [UInt8] {
        Array(String(repeating: piece, count: max(1, bytes / piece.utf8.count)).utf8)
    }

    private func work(_ bytes: [UInt8], name: String, isAnnotated: Bool) {
        let document = Document(bytes: bytes, name: name)
        if let record = try? Pipeline.record(of: document, isAnnotated: isAnnotated) {
            #expect(record.faults() == [])
        }
    }

    @Test("words and marks over and over, annotated", arguments: words)
    func annotation(_ piece: String) {
        let fault = Growth.fault(bytes: 1_000) { bytes in
            let text = String(decoding: repeated(piece, bytes), as: UTF8.self)
            #expect(Pipeline.record(of: CleanText(text: text, published: "2024-10-03"), name: "a").faults() == [])
        }
        #expect(fault == nil)
    }

    @Test("words and marks over and over, as a text and as a page", arguments: words)
    func texts(_ piece: String) {
        for (name, opening) in [("a.txt", ""), ("a.html", "<html><body><article><p>")] {
            let fault = Growth.fault(bytes: 2_000) { bytes in
                work(Array(opening.utf8) + repeated(piece, bytes), name: name, isAnnotated: false)
            }
            #expect(fault == nil, "\(name)")
        }
    }

    @Test("markup over and over", arguments: markup)
    func pages(_ piece: String) {
        let fault = Growth.fault(bytes: 5_000) { bytes in
            work(repeated(piece, bytes) + Array("<p>x".utf8), name: "a.html", isAnnotated: false)
        }
        #expect(fault == nil)
    }

    /// Letters under endless piles of marks, and other characters without an end, where some reader compares characters.
    static let endless = [
        ("e", "\u{301}\u{323}"), ("E", "\u{301}\u{323}"), ("“I say e", "\u{301}\u{323}"), ("$1", "\u{301}\u{323}"),
        ("By E", "\u{301}\u{323}"), ("", "👩\u{200D}"), ("", "🇩🇪"), ("", "\u{1100}"), ("", "क\u{94D}"),
        ("e", "\u{34F}\u{301}\u{323}"),
    ]

    @Test("characters without an end", arguments: endless)
    func characters(_ opening: String, _ piece: String) {
        for (name, markup) in [("a.txt", ""), ("a.html", "<html><body><article><p>")] {
            let fault = Growth.fault(bytes: 4_000) { bytes in
                work(Array((markup + opening).utf8) + repeated(piece, bytes), name: name, isAnnotated: false)
            }
            #expect(fault == nil, "\(name)")
        }
        let fault = Growth.fault(bytes: 4_000) { bytes in
            let text = opening + String(decoding: repeated(piece, bytes), as: UTF8.self) + " said on Tuesday."
            #expect(Pipeline.record(of: CleanText(text: text, published: "2024-10-03"), name: "a").faults() == [])
        }
        #expect(fault == nil, "annotated")
    }

    @Test("a hundred thousand attributes, one long value, one name again and again")
    func attributes() {
        let many = (0..<100_000).map { "a\($0)=1" }.joined(separator: " ")
        for value in [many, "class=\"\(String(repeating: "byline ", count: 100_000))\"", "class=x "] {
            work(Array("<p \(value)>The council met.</p>".utf8), name: "a.html", isAnnotated: true)
        }
        let fault = Growth.fault(bytes: 5_000) { bytes in
            work(Array("<p ".utf8) + repeated("class=x ", bytes) + Array(">x".utf8), name: "a.html", isAnnotated: false)
        }
        #expect(fault == nil)
    }

    @Test(
        "nesting a hundred thousand deep, in markup and in JSON", arguments: ["<div>", "<b>", "<table><tr><td>", "["])
    func depth(_ piece: String) {
        let nested = String(repeating: piece, count: 100_000)
        let page = piece == "[" ? "<script type='application/ld+json'>\(nested)</script>" : nested
        work(Array("<html><body>\(page)<p>The council met.</p>".utf8), name: "a.html", isAnnotated: true)
        if piece == "[" { work(Array(nested.utf8), name: "a.json", isAnnotated: true) }
    }

    @Test("one text of 50 MB is refused or cut, not worked on for long")
    func large() {
        let text = [UInt8](repeating: 0x61, count: 50 << 20)
        let time = ContinuousClock().measure {
            work(text, name: "a.txt", isAnnotated: false)
            work(Array("<html><body><p>".utf8) + text, name: "a.html", isAnnotated: false)
        }
        // A debug build on a busy machine takes a third of it. Set by judgement.
        #expect(time < .seconds(60))
    }

    @Test("declared entities, external ones and those that grow are not followed")
    func entities() throws {
        let doctype = """
            <!DOCTYPE html SYSTEM "file:///etc/hostname" [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
            <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY x SYSTEM "file:///etc/passwd">
            <!ENTITY % y SYSTEM "http://news.example/y.dtd"> %y;]>
            """
        let sentences = String(repeating: "The council of Velm met on Tuesday and spoke of the harbour. ", count: 12)
        let page = "\(doctype)<html><body><article><h1>Harbour</h1><p>\(sentences)&c;&x;</p></article></body></html>"
        for name in ["a.html", "a.xhtml"] {
            let record = try Pipeline.record(of: Document(bytes: Array(page.utf8), name: name))
            #expect(!record.article.text.contains("root:") && !record.article.text.contains("lollol"), "\(name)")
        }
    }

    @Test("parts of archives and header lines over and over")
    func archives() {
        let opening = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n"
        for (name, opening, piece) in [
            ("a.mht", opening + "\n", "--x\nContent-Type: text/html\n\n<p>a\n"), ("a.mht", opening, " a\n"),
            ("a.mht", opening + "Subject: ", "=?utf-8?q?a?= "), ("a.txt", "Title: x\n", "Author: John Smith\n"),
        ] {
            let fault = Growth.fault(bytes: 5_000) { bytes in
                work(Array(opening.utf8) + repeated(piece, bytes), name: name, isAnnotated: false)
            }
            #expect(fault == nil, "\(piece)")
        }
    }
}
