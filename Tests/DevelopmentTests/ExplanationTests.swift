import Records
import TestSupport
import Testing

@testable import dateline_dev

@Suite("An explanation shows every part with its evidence")
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
