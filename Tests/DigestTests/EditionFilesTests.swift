import Foundation
import Records
import TestSupport
import Testing

@testable import Digest

@Suite struct EditionFilesTests {
    private static func text(_ input: EditionInput, _ format: EditionFormat) -> String {
        String(decoding: Edition(input).rendered(as: format) ?? [], as: UTF8.self)
    }

    @Test func `an empty day says so in every format`() {
        let input = EditionInput(day: SampleDay.day, articles: [], isClosed: false)
        for format in [EditionFormat.html, .markdown, .text] {
            let page = Self.text(input, format)
            #expect(page.contains("No file came in on this day."))
            #expect(page.contains("The day is not over"))
        }
        #expect(Edition(input).summary.articles == 0)
    }

    @Test func `a day of rejections only tells why`() {
        let input = EditionInput(day: SampleDay.day, articles: [], rejections: SampleDay.input.rejections)
        for format in [EditionFormat.html, .markdown, .text] {
            let page = Self.text(input, format)
            #expect(page.contains("None of the files gave an article"))
            #expect(page.contains("The page holds no article text"))
        }
    }

    @Test func `a single article makes an edition`() {
        let input = EditionInput(day: SampleDay.day, articles: [SampleDay.filed(SampleDay.bank[0])])
        let edition = Edition(input)
        #expect(edition.stories.count == 1)
        #expect(Self.text(input, .html).contains("Central bank holds rate at 3.5 per cent"))
        #expect(Self.text(input, .text).contains("1 file came in: 1 article, 0 duplicates, 0 rejected."))
    }

    @Test func `the plain text and the Markdown keep to their column`() {
        for format in [EditionFormat.text, .markdown] {
            for line in Self.text(SampleDay.input, format).split(separator: "\n") {
                if line.contains("../../") || line.hasPrefix("#") || line.hasPrefix("[s") { continue }
                #expect(line.unicodeScalars.count <= 80)
            }
        }
    }

    @Test func `the page asks for nothing from outside and allows its own style by hash`() throws {
        let page = Self.text(SampleDay.input, .html)
        #expect(page.contains("default-src 'none'; style-src 'sha256-\(Templates.styleHash)'"))
        #expect(!page.contains("style=\""))
        #expect(!page.contains("<script") && !page.contains("<img") && !page.contains("<link"))
        let parts = page.components(separatedBy: "<style>")
        #expect(parts.count == 2)
        #expect(parts.last?.hasPrefix(Templates.style + "</style>") == true)
        #expect(!Templates.style.contains("url(") && !Templates.style.contains("@import"))
    }

    @Test func `the hash of the style sheet is true`() throws {
        let script =
            "import sys,hashlib,base64;print(base64.b64encode(hashlib.sha256(sys.stdin.buffer.read()).digest()).decode())"
        guard let hash = try Python.run(script, on: Array(Templates.style.utf8)) else { return }
        #expect(
            hash == Templates.styleHash, "the style sheet changed: write its new hash to Templates/style.css.sha256")
    }

    @Test(arguments: Templates.names) func `every template escapes by bytes`(_ name: String) {
        let text = String(decoding: Templates.resource("Templates/\(name)", withExtension: "mustache"), as: UTF8.self)
        #expect(text.hasPrefix("{{% CONTENT_TYPE: MARKUP}}\n"))
        let raw = text.components(separatedBy: "{{{").dropFirst().map { $0.prefix { $0 != "}" } }
        #expect(raw.allSatisfy { $0 == ".style" })
        #expect(!text.contains("{{&"))
    }

    @Test(arguments: ["sample", "hostile", "empty"]) func `the digest keeps to its schema`(_ day: String) throws {
        let input =
            switch day {
            case "sample": SampleDay.input
            case "hostile": HostileEditionTests.input
            default: EditionInput(day: SampleDay.day, articles: [])
            }
        let digest = try #require(Edition(input).rendered(as: .json))
        let script = """
            import sys, json
            try: import jsonschema
            except ImportError: print('skipped'); sys.exit()
            schema, digest = sys.stdin.buffer.read().split(b'\\0')
            schema = json.loads(schema)
            jsonschema.Draft202012Validator.check_schema(schema)
            print([e.json_path + ': ' + e.message[:200] for e in
                jsonschema.Draft202012Validator(schema).iter_errors(json.loads(digest))])
            """
        guard let errors = try Python.run(script, on: DigestSchema.json + [0] + digest) else { return }
        #expect(errors == "[]" || errors == "skipped")
    }

    @Test func `the sample day is written for a look when a folder is named`() throws {
        guard let folder = ProcessInfo.processInfo.environment["DATELINE_SAMPLE_FOLDER"] else { return }
        let outbox = URL(fileURLWithPath: folder)
        var brief = SampleDay.input
        brief.fullStories = 2
        brief.isClosed = false
        let days = [("2024-10-03", SampleDay.input), ("brief", brief), ("hostile", HostileEditionTests.input)]
        for (name, input) in days {
            let digests = outbox.appendingPathComponent("digests/\(name)")
            try FileManager.default.createDirectory(at: digests, withIntermediateDirectories: true)
            let edition = Edition(input)
            for format in EditionFormat.allCases {
                guard let bytes = edition.rendered(as: format) else { continue }
                try Data(bytes).write(to: digests.appendingPathComponent(format.fileName))
            }
        }
        let summary = Edition(SampleDay.input).summary
        try Data(Edition.index(of: [summary])).write(to: outbox.appendingPathComponent("index.html"))
        try Data(Edition.feed(of: [summary])).write(to: outbox.appendingPathComponent("feed.xml"))
    }
}
