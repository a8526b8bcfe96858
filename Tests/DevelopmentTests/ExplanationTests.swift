import Extraction
import Foundation
import Pipeline
import Records
import TestSupport
import Testing

@testable import dateline_dev

@Suite("An explanation of a record shows every part with its evidence")
struct ExplanationTests {
    @Test(
        "text names what was kept, dropped and found",
        arguments: [
            "headline: Flood in Velin: <U+2028>“quiet”<U+7F>", "[from json-ld, confidence 0.97]",
            "quote: “The river 🌊 rose",
            "newsletter: Sign up <now>\n      [body/div[2]]", "e2 person: Zoë Brandt; former mayor",
            "direct: The river 🌊 rose", "[she (e2), cue \"said\", confidence 0.9]",
            "[2024-10-03, APPROX, relative to published]",
            "killed: At least 12 people", "main disaster: were killed", "where: Velin",
            "encoding-guessed: The encoding",
        ])
    func text(line: String) {
        #expect(Explanation(RecordFixtures.full).text.contains(line))
    }

    @Test("a sound record shows no faults, a damaged one does")
    func faults() {
        var record = RecordFixtures.full
        #expect(!Explanation(record).text.contains("Faults"))
        record.id = "x"
        #expect(Explanation(record).text.contains("fault: id: "))
    }

    @Test("HTML escapes whatever the article says")
    func escaping() {
        var record = RecordFixtures.full
        record.article.headline = "</title><script>alert('1')</script>\u{202E}\u{1B}[31m"
        record.article.removed[0].rule = "\"><img src=x>"
        record.source.file = "<b>.html"
        let html = Explanation(record).html
        #expect(!html.contains("<script") && !html.contains("<img") && !html.contains("<b>"))
        #expect(!html.unicodeScalars.contains("\u{202E}") && !html.unicodeScalars.contains("\u{1B}"))
        #expect(html.contains("<dd>Sign up &lt;now&gt;<small>body/div[2]</small></dd>"))
    }

    @Test("a record of damaged ranges is explained all the same")
    func damaged() {
        var record = RecordFixtures.full
        record.article.blocks[0].range = TextRange(-5, .max)
        record.annotations.events[0].trigger = TextRange(9, 3)
        #expect(Explanation(record).text.contains("Faults"))
    }
}

@Suite("An explanation of an input shows every block with the reason for it")
struct InputExplanationTests {
    private static let sentences = [
        "The old ferry left the quay at dawn, and few of the forty passengers looked back.",
        "The harbour office said the delay was caused by a broken pump, which was replaced on Tuesday.",
        "Ferries have crossed the strait since 1911, and the council wants to keep it that way.",
    ]

    private static func page(_ extra: String = "", title: String = "Ferry leaves after three days") -> Document {
        let paragraphs = sentences.map { "<p>\($0)</p>" }.joined()
        let markup = """
            <html><head><title>\(title)</title></head><body><nav><a href="/">Home</a></nav><main><article>
            <h1>\(title)</h1><div class="story">\(paragraphs)</div>\(extra)</article></main></body></html>
            """
        return Document(bytes: Array(markup.utf8), name: "page.html")
    }

    @Test("The record explained is the record the pipeline makes")
    func sameRecord() throws {
        let text = Document(bytes: Array(Self.sentences.joined(separator: "\n\n").utf8), name: "page.txt")
        for document in [Self.page(), text] {
            #expect(Explanation(of: document).record == (try Pipeline.record(of: document)))
        }
    }

    @Test(
        "Text says of each block what became of it, why and where",
        arguments: [
            "Blocks (5, 3 kept)", "- headline: p ", "main > article > h1", "- boilerplate: p ",
            "in navigation; 100 % links",
            "+ kept: p 0.", "main > article > div.story > p", "      The harbour office said",
        ])
    func text(part: String) {
        #expect(Explanation(of: Self.page()).text.contains(part))
    }

    @Test("Site, section and standfirst show their candidates and the winner, as text and as a page")
    func rankedFields() {
        let head = """
            <meta property="og:site_name" content="The Post"><meta name="application-name" content="Post App">
            <meta name="section" content="Travel"><meta name="description" content="\(Self.sentences[0])">
            <meta property="og:description" content="Read all about it today."></head>
            """
        let markup = String(decoding: Self.page().bytes, as: UTF8.self).replacing("</head>", with: head)
        let explanation = Explanation(of: Document(bytes: Array(markup.utf8), name: "page.html"))
        for line in [
            "Candidates for standfirst (3)", "  - Read all about it today.  [og:description; not shown above the text]",
            "  + \(Self.sentences[0])  [shown, as the head describes it; chosen]",
            "Candidates for site (2)", "  + The Post  [og:site_name; chosen]",
            "  - Post App  [application-name; another comes before it]", "Candidates for section (1)",
            "  + Travel  [section; chosen]",
        ] {
            #expect(explanation.text.contains(line + "\n"), "\(line)")
        }
        for part in [
            "<caption>standfirst</caption>", "<caption>site</caption>", "<caption>section</caption>",
            "<td>Post App</td><td>application-name</td><td class=\"number\"></td><td>another comes before it</td>",
            "<tr class=\"chosen\"><td>Travel</td><td>section</td><td class=\"number\"></td><td>chosen</td></tr>",
        ] {
            #expect(explanation.html.contains(part), "\(part)")
        }
    }

    @Test("An input that is rejected is shown with its blocks and the reason")
    func rejected() {
        let explanation = Explanation(of: Document(bytes: Array("<p>Two <b>words</b>.</p>".utf8), name: "<x>.html"))
        #expect(explanation.record == nil)
        #expect(explanation.text.contains("Rejected at extraction, "))
        #expect(explanation.text.contains("Two words."))
        #expect(explanation.html.contains("<strong>Rejected</strong> at extraction"))
        #expect(explanation.html.contains("Two words.") && explanation.html.contains("&lt;x&gt;.html"))
        let binary = Explanation(of: Document(bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], name: "x"))
        #expect(binary.text.hasPrefix("Rejected at ") && binary.html.contains("Rejected"))
    }

    @Test("Hostile text, names and addresses of a page do nothing in the explanation")
    func hostile() {
        let attack = "&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;\u{202E}"
        let extra = """
            <p class='x"><script>alert(2)</script>' id="&quot;&gt;&lt;img src=x onerror=1&gt;">\(attack) \(Self.sentences[0])</p>
            """
        let html = Explanation(of: Self.page(extra, title: "A \(attack) title")).html
        #expect(!html.contains("<script") && !html.contains("<img") && !html.unicodeScalars.contains("\u{202E}"))
        #expect(html.contains("&lt;script&gt;alert(1)"))
    }

    @Test("The page lets in its own style sheet and nothing else")
    func policy() throws {
        let html = Explanation(of: Self.page()).html
        let style = try #require(
            html.components(separatedBy: "<style>").last?.components(separatedBy: "</style>").first)
        let digits = Array(ContentHash.sha256(style.utf8))
        let digest = stride(from: 0, to: 64, by: 2).compactMap { UInt8(String(digits[$0...($0 + 1)]), radix: 16) }
        #expect(html.contains("default-src 'none'; style-src 'sha256-\(Data(digest).base64EncodedString())'"))
        #expect(!html.contains(" style=") && !html.contains("src=") && !html.contains("href="))
    }

    @Test("Runs of short boilerplate are folded, a near thing and long text are not")
    func folding() {
        func block(_ odds: Double, _ text: String) -> BlockTrace {
            BlockTrace(
                text: text, kind: "li", place: "ul > li", odds: odds, linkShare: 0, surroundings: [],
                steps: [BlockTrace.Step(stage: "model", rule: "boilerplate")])
        }
        let plain = Array(repeating: block(-5, "Home"), count: 6)
        let long = block(-5, String(repeating: "word ", count: 40))
        #expect(BlockPage(blocks: plain).html.contains("6 short blocks dropped without doubt: boilerplate 6"))
        #expect(!BlockPage(blocks: plain.prefix(3) + [long] + plain.prefix(3)).html.contains("<details>"))
        #expect(
            !BlockPage(blocks: plain.prefix(3) + [block(-0.5, "Home")] + plain.prefix(3)).html.contains("<details>"))
    }

    @Test("Every decision of a later stage is told with those before it")
    func history() {
        let block = BlockTrace(
            text: "x", kind: "p", place: "p", odds: -0.25, linkShare: 0.5, surroundings: ["aside"],
            steps: [
                BlockTrace.Step(stage: "model", rule: "boilerplate"), BlockTrace.Step(stage: "siblings", rule: nil),
            ])
        let reason = BlockReason(block)
        #expect(reason.label == "kept" && reason.history == "model: boilerplate")
        #expect(block.isTurned && block.circumstances == "in aside; 50 % links")
        #expect(block.score == "p 0.44, log-odds −0.25")
    }
}

@Suite("The explanation can be read in light and in dark")
struct ExplanationStyleTests {
    /// WCAG 2.1: the relative luminance of a colour `#rrggbb`.
    private static func luminance(_ colour: String) -> Double {
        let digits = Array(colour.dropFirst())
        let parts = [0, 2, 4].map { start -> Double in
            let part = Double(Int(String(digits[start...(start + 1)]), radix: 16) ?? 0) / 255
            return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    @Test("Every text colour has a contrast of 4.5 to paper and tint", arguments: [0, 1])
    func contrast(_ scheme: Int) throws {
        let roots = Explanation.style.components(separatedBy: ":root {").dropFirst()
            .compactMap { $0.components(separatedBy: "}").first }
        #expect(roots.count == 2)
        var colours: [String: String] = [:]
        for declaration in roots[scheme].components(separatedBy: ";") {
            let parts = declaration.components(separatedBy: ":").map {
                $0.trimmingCharacters(in: .whitespacesAndNewlines)
            }
            if parts.count == 2, parts[1].hasPrefix("#") { colours[parts[0]] = parts[1] }
        }
        for text in ["--ink", "--soft", "--grey", "--accent", "--keep", "--turn"] {
            for ground in ["--paper", "--tint"] {
                let pair = [
                    Self.luminance(try #require(colours[text])), Self.luminance(try #require(colours[ground])),
                ].sorted()
                #expect((pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5, "\(text) on \(ground)")
            }
        }
    }
}
