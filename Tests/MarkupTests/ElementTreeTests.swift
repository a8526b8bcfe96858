import Testing

@testable import Markup

@Suite("Markup as a tree")
struct ElementTreeTests {
    static func tree(_ markup: String) throws -> ElementTree {
        let page = try Page(
            reading: Array("<!doctype html><html><body>\(markup)</body></html>".utf8), hints: InputHints())
        guard case .tree(let tree) = page.content else { return ElementTree() }
        return tree
    }

    struct Sample {
        var id: String
        var markup: String
        var text: String
    }

    @Test(
        "What parsers of HTML 4 get wrong is put right",
        arguments: [
            Sample(id: "c1", markup: "<p>It&#146;s &#x93;on&#148;</p>", text: "It’s “on”"),
            Sample(id: "late text", markup: "<p>One</p></body></html><p>Two</p>", text: "One Two"),
            Sample(id: "script", markup: "<p>A</p><script>if (a<b) '</p>'</script><p>B</p>", text: "A B"),
            Sample(id: "template", markup: "<template><p>Not this</p></template><p>This</p>", text: "This"),
            Sample(
                id: "shadow", markup: "<div><template shadowrootmode=open><p>Shown</p></template></div>", text: "Shown"),
            Sample(id: "noscript", markup: "<noscript>Enable it</noscript><p>Text</p>", text: "Text"),
            Sample(id: "comment", markup: "<!-- <p>no</p> --><p>yes</p><!-->", text: "yes"),
            Sample(id: "references", markup: "<p>a&comma; b &lpar;c&rpar; &amp; d</p>", text: "a, b (c) & d"),
            Sample(id: "less than", markup: "<p>3 < 4 and 5</p>", text: "3 < 4 and 5"),
            Sample(id: "drawing", markup: "<svg><title>Icon</title><text>x</text></svg><p>Text</p>", text: "Text"),
        ])
    func traps(_ sample: Sample) throws {
        let tree = try Self.tree(sample.markup)
        #expect(tree.foldedText(at: 0) == sample.text, "\(sample.id)")
    }

    @Test("An open paragraph ends where a section begins")
    func paragraphsEnd() throws {
        let tree = try Self.tree("<p>One<section>Two</section>")
        let section = tree.nodes.firstIndex { $0.element == .section } ?? 0
        #expect(tree.nodes[Int(tree.nodes[section].parent)].element == .body)
    }

    @Test("Attributes that are read survive; inlined data and event handlers do not")
    func attributes() throws {
        let tree = try Self.tree("<img src='data:image/png;base64,AAAA' id=\"a &quot;b&quot;\" alt='a' onload='x()'>")
        let image = tree.nodes.firstIndex { $0.element == .img } ?? 0
        #expect(tree.value(of: .src, at: image) == "")
        #expect(tree.value(of: .id, at: image) == "a \"b\"")
        #expect(tree.nodes[image].last - tree.nodes[image].first == 2)
    }

    @Test("The browser's own comment gives the address")
    func savedFrom() throws {
        let markup = "<!-- saved from url=(0029)https://example.org/ferry/one --><html><body><p>Text</p></body></html>"
        let page = try Page(reading: Array(markup.utf8), hints: InputHints())
        #expect(page.savedFrom == "https://example.org/ferry/one")
    }

    @Test("No two names of elements or attributes share a hash")
    func hashesDiffer() {
        let elements = Element.allCases.filter { $0 != .other && $0 != .text }
        #expect(Set(elements.map { Element.packed("\($0)".utf8) }).count == elements.count)
        for element in elements { #expect(Element.named("\(element)".utf8) == element) }
        for name in AttributeName.allCases { #expect(AttributeName.named(name.markup.utf8) == name) }
    }

    @Test("Descendants are the nodes up to a node's end, and parents come first")
    func treeIsFlat() throws {
        let tree = try Self.tree("<div><ul><li>a<li>b</ul><p>c<b>d</div>e")
        for index in tree.nodes.indices {
            let node = tree.nodes[index]
            #expect(Int(node.parent) < index)
            if node.parent >= 0 { #expect(node.end <= tree.nodes[Int(node.parent)].end) }
        }
    }

    struct Hostile {
        var id: String
        var markup: String
    }

    @Test(
        "Hostile markup passes in linear time and keeps its text",
        arguments: [
            Hostile(id: "deep", markup: String(repeating: "<div>", count: 100_000) + "text"),
            Hostile(id: "deep inline", markup: String(repeating: "<b><i>", count: 50_000) + "text"),
            Hostile(
                id: "attributes", markup: "<p " + (0..<100_000).map { "a\($0)=1 " }.joined() + ">text"),
            Hostile(id: "same attributes", markup: "<p " + String(repeating: "class=x ", count: 100_000) + ">text"),
            Hostile(id: "ends", markup: String(repeating: "</div></b>", count: 50_000) + "text"),
            Hostile(id: "opens", markup: String(repeating: "<script", count: 20_000) + ">text"),
            Hostile(id: "scripts", markup: String(repeating: "<script>", count: 50_000) + "text</p>"),
            Hostile(id: "comments", markup: String(repeating: "<!-- -- ", count: 50_000)),
            Hostile(
                id: "data",
                markup: "<img src=\"data:image/png;base64," + String(repeating: "A", count: 4_000_000) + "\">text"),
            Hostile(id: "paragraphs", markup: String(repeating: "<p><section>", count: 30_000) + "text"),
        ])
    func hostile(_ sample: Hostile) throws {
        let clock = ContinuousClock()
        var text = ""
        let time = try clock.measure { text = try Self.tree(sample.markup).foldedText(at: 0) }
        // A debug build on a busy machine; what is quadratic here takes minutes.
        #expect(time < .seconds(20), "\(sample.id)")
        if sample.id != "comments", sample.id != "opens" { #expect(text.contains("text"), "\(sample.id)") }
    }
}
