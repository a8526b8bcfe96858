import Records
import TestSupport
import Testing

@testable import Digest

@Suite struct HostileEditionTests {
    /// Everything that some format, terminal or browser might obey.
    static let hostile =
        "</style><script>alert(1)</script>\"\u{301} onclick=\"x' onload='y <b>\u{1B}]0;owned\u{7}\u{9B}31m\u{202E}evil"
        + "\u{2066}\u{200F}\u{0}\r\nBEGIN:VEVENT\n# head\n- item\n1. one [a](javascript:x) ![i](http://x) `c` | & &amp; {{x}} {{{y}}}"

    static let input: EditionInput = {
        let range = TextRange(0, 40)
        var record = ArticleDraft(
            id: hostile, site: hostile, headline: hostile, published: hostile,
            "⟨person;Marta Ilves⟩ said on ⟨date 2024-10-07;Monday⟩ that ⟨count killed 7;seven⟩ and ⟨money EUR 5;€5⟩."
        ).record
        record.article.text = String(repeating: hostile + " ", count: 5)
        record.article.url = "https://a.example/" + hostile
        record.article.language = hostile
        record.article.notices = [Notice(code: hostile, message: hostile, range: TextRange(-4, .max))]
        record.source.file = hostile
        record.source.collection = [hostile, "..", hostile]
        record.annotations.summary = [range, TextRange(60, 300), TextRange(.min, .max)]
        record.annotations.sentences = [TextRange(.max, .min), TextRange(0, 1000)]
        record.annotations.entities[0].name = hostile
        record.annotations.entities[0].aliases = [hostile]
        record.annotations.entities[0].roles = [
            Role(title: hostile, organization: "none", organizationName: hostile, range: range)
        ]
        record.annotations.entities[0].mentions = [Mention(range: TextRange(5, -5), kind: .name)]
        record.annotations.entities.append(Entity(id: "e1", type: .place, name: hostile))
        record.annotations.entities[1].placeKind = hostile
        record.annotations.entities[1].location = GeoPoint(latitude: 48.2, longitude: 16.4)
        record.annotations.entities[1].mentions = [Mention(range: range, kind: .name)]
        for (number, point) in [(Double.nan, 1e300), (.infinity, 0), (-91, 0), (10, -200)].enumerated() {
            var nowhere = Entity(id: "p\(number)", type: .place, name: hostile)
            nowhere.location = GeoPoint(latitude: point.0, longitude: point.1)
            nowhere.mentions = [Mention(range: range, kind: .name)]
            record.annotations.entities.append(nowhere)
        }
        record.annotations.quotes = [
            Quote(
                kind: .mixed, content: [TextRange(.max, .max), TextRange(0, .max)], text: "\"" + hostile.prefix(200),
                speaker: Speaker(entity: "e9", text: hostile, range: range), confidence: .nan)
        ]
        record.annotations.entities[0].salience = .nan
        for range in [TextRange(.min, .min), TextRange(.max, .max), TextRange(.min, .max), TextRange(0, 30)] {
            record.annotations.quotes.append(
                Quote(
                    kind: .mixed, content: [range], text: String(hostile.dropFirst(9).prefix(120)),
                    speaker: Speaker(entity: "e1", text: hostile, range: range), confidence: .infinity))
        }
        record.annotations.counts[0].text = hostile
        record.annotations.counts[0].category = hostile
        record.annotations.counts[0].value = .infinity
        record.annotations.counts.append(record.annotations.counts[0])
        record.annotations.counts[1].value = -1e300
        record.annotations.times[0].range = TextRange(.min, .max)
        record.annotations.events = [
            Event(category: hostile, trigger: range, sentence: range, status: .main, confidence: 2)
        ]
        record.annotations.events[0].counts = [-1, 99, 1]
        record.annotations.story = Story()
        record.annotations.story?.when = Story.Answer(range: range, text: hostile, entity: "?", time: 99)
        record.annotations.story?.where = Story.Answer(range: TextRange(4, 2), text: hostile, entity: "e1")
        record.annotations.conflicts = [
            Conflict(
                what: hostile,
                items: [.init(range: range, text: hostile, value: 1), .init(range: range, text: hostile, value: 2)])
        ]
        let filed = FiledArticle(day: SampleDay.day, path: "../" + hostile, original: hostile, record: record)
        var plain = record
        plain.article.headline = nil
        plain.article.text = ""
        plain.annotations = Annotations()
        let empty = FiledArticle(day: SampleDay.day, path: "", record: plain)
        return EditionInput(
            day: SampleDay.day, articles: [filed, filed, empty],
            duplicates: [FiledDuplicate(file: hostile, collection: [hostile], of: hostile)],
            rejections: [
                FiledRejection(
                    file: hostile, collection: [hostile], path: hostile,
                    rejection: Rejection(stage: hostile, code: hostile, message: hostile))
            ],
            earlier: [FiledArticle(day: SampleDay.day.advanced(by: -1), path: hostile, record: revised(record))])
    }()

    /// The version before, of the same address, in other words.
    private static func revised(_ record: ArticleRecord) -> ArticleRecord {
        var version = record
        version.id = "before"
        version.article.text = "<i>x</i>\u{202E} " + record.article.text
        return version
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: false
        case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069, 0x61C: true
        default: false
        }
    }

    @Test(arguments: EditionFormat.allCases) func `no format lets a control or an override through`(
        _ format: EditionFormat
    ) throws {
        let bytes = try #require(Edition(Self.input).rendered(as: format))
        var text = String(decoding: bytes, as: UTF8.self)
        if format == .calendar { text = text.replacing("\r\n", with: "\n") }
        #expect(!text.unicodeScalars.contains(where: Self.isForbidden))
    }

    @Test func `the page has no element or attribute of the input's making`() throws {
        let html = String(decoding: try #require(Edition(Self.input).rendered(as: .html)), as: UTF8.self)
        #expect(!html.contains("<script"))
        #expect(html.components(separatedBy: "</style>").count == 2)
        // Outside of quoted attribute values no tag may hold a handler.
        for tag in html.split(separator: "<").dropFirst() {
            let inside = tag.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false)[0]
            let bare = inside.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
                .filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined()
            #expect(!bare.contains("onclick") && !bare.contains("onload"))
        }
        #expect(!html.contains("href=\"javascript"))
    }

    @Test func `a quotation mark with an accent is escaped too`() {
        let escaped = MarkupContentType().escapeText("\"\u{301} <\u{338} '\u{301} &\u{301}")
        #expect(!escaped.unicodeScalars.contains { "\"<'".unicodeScalars.contains($0) })
        #expect(escaped.utf8.starts(with: "&quot;".utf8))
    }

    @Test func `Markdown gives the input no syntax`() throws {
        let markdown = String(decoding: try #require(Edition(Self.input).rendered(as: .markdown)), as: UTF8.self)
        // Every sign that opens something has its backslash; the edition itself uses none of them inside a word.
        for sign in ["<", "`", "![", "]("] {
            for part in markdown.components(separatedBy: sign).dropLast() {
                let isOwn = sign == "](" && (part.hasSuffix("[record") || part.hasSuffix("[original"))
                #expect(isOwn || part.utf8.last == UInt8(ascii: "\\"))
            }
        }
        for line in markdown.split(separator: "\n") where !line.hasPrefix("[s") && !line.contains("](../../") {
            #expect(!line.hasPrefix("1. one") && !line.hasPrefix("# head"))
        }
    }

    @Test func `the calendar has only the events of the diary`() throws {
        let edition = Edition(Self.input)
        let calendar = String(decoding: try #require(edition.rendered(as: .calendar)), as: UTF8.self)
        #expect(calendar.components(separatedBy: "\r\nBEGIN:VEVENT\r\n").count == edition.diary.count + 1)
    }

    @Test func `what is hostile comes to the map and the revisions, and places off the globe do not`() throws {
        let edition = Edition(Self.input)
        #expect(edition.map.count == 1)
        #expect(edition.articles.contains { $0.revises != nil })
    }

    @Test func `anchors are unique`() throws {
        let html = String(decoding: try #require(Edition(Self.input).rendered(as: .html)), as: UTF8.self)
        let ids = html.components(separatedBy: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(Set(ids).count == ids.count)
    }
}
