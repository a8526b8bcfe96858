import Markup
import Records
import Testing

@testable import Extraction

@Suite("A trace tells what became of every block, on the article's own way")
struct TraceTests {
    private static func trace(
        _ input: String, name: String? = nil, url: String? = nil, modified: String? = nil
    ) throws -> ExtractionTrace {
        let page = try Page(reading: Array(input.utf8), hints: InputHints(name: name, url: url))
        return Extractor.trace(in: page, hints: ExtractionHints(name: name, url: url, modified: modified))
    }

    static let inputs: [String] = [
        SamplePages.page(),
        SamplePages.page(before: "<p>By Ana Roth</p>", after: "<aside><p>Share this article</p></aside>"),
        SamplePages.page(article: "<h2>Contents</h2>\(SamplePages.marked)<h2>Related</h2>"),
        SamplePages.page(
            article: "<table><tr><td>a</td><td>1</td></tr><tr><td>b</td><td>2</td></tr></table>" + SamplePages.marked),
        "Ferry leaves after three days\n\nBy Ana Roth\n\n\(SamplePages.text)\n\nLeave a comment",
        "Title: Ferry\nDate: 2024-05-02\n\n\(SamplePages.text)",
        "# Ferry leaves after three days\n\n*The deck says what it is about*\n\n\(SamplePages.text)\n\n- one\n- two",
        #"<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Ferry leaves","articleBody":""#
            + SamplePages.paragraphs.joined(separator: #"\n"#).replacing("“", with: "").replacing("”", with: "")
            + #""}</script></head><body><p>Please switch on scripts.</p></body></html>"#,
        "too short", "<html><body><p>too short</p></body></html>", "<html><body></body></html>",
    ]

    @Test("The article, or the refusal, is the same with and without a trace", arguments: inputs)
    func same(_ input: String) throws {
        let page = try Page(reading: Array(input.utf8), hints: InputHints())
        let hints = ExtractionHints(name: "2024-05-02-ferry.html")
        let plain: Result<Article, ExtractionError>
        do {
            plain = .success(try Extractor.article(in: page, hints: hints))
        } catch {
            plain = .failure(error)
        }
        #expect(Extractor.trace(in: page, hints: hints).outcome == plain)
    }

    @Test("The blocks kept are the article's text, and every block has a decision", arguments: inputs)
    func kept(_ input: String) throws {
        let trace = try Self.trace(input)
        #expect(trace.blocks.allSatisfy { !$0.steps.isEmpty })
        guard let article = trace.article else { return }
        let kept = trace.blocks.filter(\.isKept).map(\.text).joined(separator: " ")
        #expect(kept == article.text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        #expect(article.removed.allSatisfy { removed in trace.blocks.contains { $0.rule == removed.rule } })
    }

    @Test("A block of a page has its place, the model's odds, and the decisions in their order")
    func page() throws {
        let trace = try Self.trace(SamplePages.page())
        let headline = try #require(trace.blocks.first { $0.kind == "h1" })
        #expect(headline.place == "main > article > h1")
        #expect(headline.rule == "headline")
        #expect(headline.steps.last?.stage == "rules")
        let first = try #require(trace.blocks.first { $0.text.hasPrefix("HARBOUR CITY") })
        #expect(first.isKept && first.rule == nil)
        #expect(first.place == "main > article > div.article-body > p")
        #expect(first.steps == [BlockTrace.Step(stage: "model", rule: nil)])
        #expect(try #require(first.odds) > 0)
        #expect(try #require(first.probability) > 0.5)
        let link = try #require(trace.blocks.first { $0.text == "News" })
        #expect(link.rule == "boilerplate" && link.linkShare == 1)
        #expect(link.surroundings == ["navigation", "header", "list"])
        #expect(try #require(link.odds) < 0)
    }

    @Test("A paragraph of a text has its line and its rule, and no odds")
    func text() throws {
        let trace = try Self.trace(
            "Ferry leaves after three days\n\nBy Ana Roth\n\n\(SamplePages.text)\n\nLeave a comment")
        #expect(
            trace.blocks.map(\.place) == [
                "line 1", "line 3", "line 5", "line 7", "line 9", "line 11", "line 13", "line 15",
            ])
        #expect(trace.blocks.map(\.rule) == ["headline", "byline", nil, nil, nil, nil, nil, "comments"])
        #expect(trace.blocks[1].steps.map(\.stage) == ["rules", "opening lines"])
        #expect(trace.blocks.allSatisfy { $0.odds == nil && $0.probability == nil })
    }

    @Test("A page that is refused is told with its blocks")
    func refused() throws {
        let trace = try Self.trace("<html><body><article><p>Two words.</p></article></body></html>")
        #expect(trace.outcome == .failure(.noArticle) || trace.outcome == .failure(.tooShort(words: 2)))
        #expect(trace.blocks.map(\.text) == ["Two words."])
        #expect(trace.article == nil)
        #expect(try Self.trace("<html><body></body></html>").blocks.isEmpty)
    }

    @Test("The candidates chosen for a field are what the record gives", arguments: inputs)
    func fields(_ input: String) throws {
        let trace = try Self.trace(input)
        guard let article = trace.article else { return }
        func chosen(_ field: String) -> [String] {
            trace.fields.filter { $0.field == field }.flatMap(\.candidates).filter { $0.verdict == "chosen" }.map(
                \.value)
        }
        #expect(chosen("headline") == [article.headline].compactMap { $0 })
        #expect(chosen("bylines") == article.bylines.map(\.name))
        #expect(chosen("published").isEmpty == (article.published == nil))
        #expect(chosen("standfirst") == [article.standfirst].compactMap { $0 })
        #expect(chosen("site") == [article.site?.name, article.site?.domain].compactMap { $0 })
        #expect(chosen("section") == [article.section].compactMap { $0 })
    }

    @Test("Standfirst, site and section tell the candidates that lost, and are not weighed")
    func rankedFields() throws {
        let deck = "Forty passengers waited at the quay while engineers replaced a broken pump."
        let page = SamplePages.page(
            head: """
                <meta name="description" content="\(deck)"><meta property="og:description" content="Read all about it today.">
                <meta name="application-name" content="Harbour App"><meta property="article:section" content="Travel">
                <meta name="category" content="Ships">
                """,
            article: "<p class=\"standfirst\">\(deck)</p>" + SamplePages.marked)
        let trace = try Self.trace(page)
        func told(_ field: String) -> [String] {
            trace.fields.filter { $0.field == field }.flatMap(\.candidates)
                .map { "\($0.value) [\($0.from); \($0.verdict)]" }
        }
        #expect(
            told("standfirst") == [
                "\(deck) [shown, as the head describes it; chosen]",
                "Read all about it today. [og:description; not shown above the text]",
                "\(deck) [description; says the same]",
            ])
        #expect(
            told("site") == [
                "The Harbour Post [og:site_name; chosen]",
                "Harbour App [application-name; another comes before it]", "harbour.example [address; chosen]",
            ])
        #expect(
            told("section") == [
                "Travel [article:section; chosen]", "Ships [category; another comes before it]",
            ])
        let ranked = trace.fields.filter { ["standfirst", "site", "section"].contains($0.field) }
        #expect(ranked.flatMap(\.candidates).allSatisfy { $0.confidence == nil })
    }

    @Test("A section that is a sentence gives way to the next source")
    func longSection() throws {
        let long = String(repeating: "Travel and more ", count: 6)
        let page = SamplePages.page(
            head: "<meta property=\"article:section\" content=\"\(long)\"><meta name=\"section\" content=\"Travel\">")
        let trace = try Self.trace(page)
        #expect(trace.article?.section == "Travel")
        let section = try #require(trace.fields.first { $0.field == "section" })
        #expect(section.candidates.map(\.verdict) == ["chosen", "too long"])
    }

    @Test("Of a text's header line and first line the one loses to the other, and a date that is none says so")
    func textFields() throws {
        let trace = try Self.trace(
            "Title: Ferry\nDate: soon\nAuthor: Ana Roth\n\nBy Bo Lind\n\n2 May 2024\n\n\(SamplePages.text)")
        let candidates = trace.fields.flatMap { field in
            field.candidates.map { "\(field.field): \($0.value), \($0.from), \($0.verdict)" }
        }
        #expect(
            candidates == [
                "headline: Ferry, header line title, chosen", "bylines: Ana Roth, header line, chosen",
                "bylines: Bo Lind, byline line, another comes before it", "published: soon, header line date, no date",
                "published: 2024-05-02, date line, chosen",
            ])
    }

    @Test("An article that the page does not show but tells in its JSON-LD is traced as such")
    func told() throws {
        let trace = try Self.trace(try #require(Self.inputs.first { $0.contains("Please switch on scripts.") }))
        #expect(trace.article?.notices.map(\.code).contains("body-from-json-ld") == true)
        #expect(trace.blocks.first?.text == "Please switch on scripts." && trace.blocks.first?.isKept == false)
        #expect(trace.blocks.dropFirst().map(\.place) == Array(repeating: "JSON-LD articleBody", count: 5))
        #expect(trace.fields.contains { $0.field == "headline" && $0.candidates.first?.value == "Ferry leaves" })
    }

    @Test("The file's time as the last resort for a date is told")
    func fileTime() throws {
        let trace = try Self.trace(SamplePages.page(), modified: "2024-05-02T10:00:00Z")
        let published = try #require(trace.fields.first { $0.field == "published" })
        #expect(published.candidates.contains { $0.from == "file-time" && $0.verdict == "chosen" })
    }

    @Test("Long names and deep nesting do not make a place long")
    func place() throws {
        let name = String(repeating: "n", count: 5000)
        let nested = String(repeating: "<div class='\(name)'>", count: 300)
        let trace = try Self.trace("<html><body>\(nested)<p id='x y'>Text that stands deep.</p>")
        let place = try #require(trace.blocks.first?.place)
        #expect(place.hasPrefix("… > div.nnn") && place.hasSuffix("… > p#x"))
        #expect(place.utf8.count < 500)
    }
}
