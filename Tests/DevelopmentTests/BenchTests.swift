import Annotation
import Foundation
import Markup
import Pipeline
import Records
import Testing

@testable import dateline_dev

@Suite("The bench compares what ran in turns, and weighs what ran alone")
struct BenchTests {
    @Test("The ratio is taken round by round, and told with its spread")
    func ratio() throws {
        var times = StageTimes()
        for (bare, own) in [(1.0, 2.0), (2.0, 5.0), (3.0, 5.0)] {
            times.note(StageTimes.bare, seconds: bare)
            times.note(StageTimes.pageToText, seconds: own)
        }
        #expect(times.ratios == [0.5, 0.4, 0.6])
        #expect(times.ratioLine == "page to text / bare parse: 0.5 (0.4 to 0.6 of 3 rounds)")
    }

    @Test("Without both sides there is no ratio")
    func noRatio() {
        var times = StageTimes()
        #expect(times.ratioLine == nil)
        times.note(StageTimes.bare, seconds: 1)
        #expect(times.ratioLine == nil)
        times.note(StageTimes.pageToText, seconds: 0)
        #expect(times.ratioLine == nil)
    }

    @Test("A round of pages times both sides and ends at the article, or at the record")
    func stages() {
        let page =
            "<html><body><article><h1>Rain</h1><p>\(String(repeating: "It rained a lot. ", count: 40))</p></article>"
        let documents = [Document(bytes: Array(page.utf8), name: "page.html"), Document(bytes: [], name: "none")]
        var times = StageTimes()
        PageBench(documents: documents, isWhole: false).round(0, into: &times)
        #expect(times.stages.map(\.name) == ["bare parse", "reading", "extraction", "page to text"])
        var whole = StageTimes()
        PageBench(documents: documents, isWhole: true).round(1, into: &whole)
        #expect(whole.stages.map(\.name).suffix(4) == ["annotation", "JSON", "checking", "all"])
        #expect(whole.stages.allSatisfy { $0.seconds.count == 1 && $0.seconds[0] >= 0 })
    }

    @Test("Each annotator has its line, and together they give what annotation gives")
    func annotators() throws {
        var article = Article()
        article.text = "\"We will pay,\" Ana Roth said in Oslo on Monday."
        article.language = "en"
        var stages = AnnotationStages(article)
        for stage in AnnotationStages.Stage.allCases { stages.run(stage) }
        #expect(stages.annotations.quotes.count == 1)
        #expect(stages.annotations.quotes == Annotator.annotations(of: article).quotes)
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("annotators-\(UUID()).jsonl")
        try Data("{\"id\": \"a\", \"text\": \"Ana Roth said it rained.\", \"gold\": []}\n".utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let lines = try AnnotatorBench(file: file, limit: nil).lines(rounds: 1)
        #expect(lines.count == AnnotationStages.Stage.allCases.count + 3)
        #expect(lines.contains { $0.hasPrefix("quotes") })
    }

    @Test("A stage whose forerunners have not run gives nothing")
    func missingStages() {
        var article = Article()
        article.text = "Ana Roth said it rained."
        var stages = AnnotationStages(article)
        stages.run(.quotes)
        stages.run(.events)
        #expect(stages.annotations.quotes.isEmpty)
    }

    @Test("The kernel's lines are read, whatever stands around them")
    func kilobytes() {
        let status = "Name:\tx\nVmHWM:\t  2048 kB\nVmRSS:\t 12 kB\n"
        #expect(PeakMemory.kilobytes("VmHWM:", in: status) == 2048)
        #expect(PeakMemory.kilobytes("VmRSS:", in: status) == 12)
        #expect(PeakMemory.kilobytes("VmSwap:", in: status) == 0)
        #expect(PeakMemory.kilobytes("VmHWM:", in: "VmHWM: much") == 0)
    }

    @Test("A stage that takes memory is seen to take it")
    func peak() {
        // Where the kernel keeps the file from us, there is nothing to see.
        guard PeakMemory.forget() else { return }
        let before = PeakMemory.resident
        #expect([UInt8](repeating: 1, count: 256_000_000).last == 1)
        // Other tests run in this process too and may give memory back meanwhile.
        #expect(PeakMemory.peak - before > 128_000_000)
    }

    @Test("Large inputs are of their size, the same each time, and make a record")
    func largeInputs() throws {
        let bytes = LargeInput.savedPage(bytes: 400_000)
        #expect((380_000...420_000).contains(bytes.count))
        #expect((400_000...402_000).contains(LargeInput.plainText(bytes: 400_000).count))
        #expect(bytes == LargeInput.savedPage(bytes: 400_000))
        let page = try Page(reading: bytes, hints: InputHints(name: LargeInput.savedPage.name))
        #expect(page.mediaType == "text/html")
        let article = try #require(Document(bytes: bytes, name: "saved.html").article(in: page))
        #expect(article.headline == "Harbour works begin in spring")
        #expect(article.blocks.count == 60)
    }
}
