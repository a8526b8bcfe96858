import Foundation
import Testing

/// One edition over several Outboxes.
@Suite(.serialized) struct MergedEditionTests {
    /// Two workplaces with three articles each on one day, of which both have one.
    private func twoDesks() throws -> (Workplace, Workplace) {
        let desks = (try Workplace(), try Workplace())
        for (place, numbers) in [(desks.0, [0, 1, 2]), (desks.1, [2, 3, 4])] {
            for number in numbers { try place.drop(SampleArticles.page(number), as: "article-\(number).html") }
            #expect(try place.runOnce(["--date", "2024-10-03"]).code == 0)
        }
        return desks
    }

    private func digest(_ place: Workplace, _ words: [String]) throws -> (code: Int32, output: String, errors: String) {
        try place.run(["digest", "--date", "2024-10-03"] + words)
    }

    @Test func `an article that is in both counts once`() throws {
        let (one, two) = try twoDesks()
        let merged = ["--outbox", one.outbox, "--outbox", two.outbox, "--format", "json"]
        let result = try digest(one, merged)
        #expect(result.code == 0, "\(result.errors)")
        let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        #expect((object?["intake"] as? [String: Any])?["articles"] as? Int == 5, "\(result.output.prefix(600))")
        #expect(try digest(two, merged).output == result.output)
        let html = try digest(one, merged.dropLast() + ["html"]).output
        #expect(html.contains("../../outboxes/1/records/") && html.contains("../../outboxes/2/records/"))
    }

    @Test func `an edition in a folder of its own leads to the records of each`() throws {
        let (one, two) = try twoDesks()
        let target = one.root + "/Merged"
        let words = ["--outbox", one.outbox, "--outbox", two.outbox, "--into", target]
        #expect(try digest(one, words).code == 4)
        try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
        let own = try one.files(in: "digests").map {
            try String(contentsOfFile: "\(one.outbox)/digests/\($0)", encoding: .utf8)
        }
        for _ in 1...2 {
            let written = try digest(one, words)
            #expect(written.code == 0, "\(written.errors)")
        }
        let folder = target + "/digests/2024-10-03"
        let page = try String(contentsOfFile: folder + "/index.html", encoding: .utf8)
        let links = page.components(separatedBy: "href=\"").dropFirst().map {
            String($0.prefix { $0 != "\"" && $0 != "#" })
        }
        .filter { $0.hasPrefix("../../outboxes/") }
        #expect(links.contains { $0.contains("outboxes/1/") } && links.contains { $0.contains("outboxes/2/") })
        for link in links {
            #expect(
                FileManager.default.fileExists(atPath: "\(folder)/\(link.removingPercentEncoding ?? link)"), "\(link)")
        }
        #expect(FileManager.default.fileExists(atPath: target + "/index.html"))
        // The Outboxes' own editions stay as they were.
        #expect(
            try one.files(in: "digests").map {
                try String(contentsOfFile: "\(one.outbox)/digests/\($0)", encoding: .utf8)
            } == own)
        let otherOrder = try digest(one, ["--outbox", two.outbox, "--outbox", one.outbox, "--into", target])
        #expect(otherOrder.code == 4 && otherOrder.errors.contains("leads to another outbox"), "\(otherOrder.errors)")
    }

    @Test func `what was filed by one desk on an earlier day is no news of the other's`() throws {
        let (one, two) = (try Workplace(), try Workplace())
        try one.drop(SampleArticles.page(1), as: "article-1.html")
        #expect(try one.runOnce(["--date", "2024-10-02"]).code == 0)
        for number in [1, 2] { try two.drop(SampleArticles.page(number), as: "article-\(number).html") }
        #expect(try two.runOnce(["--date", "2024-10-03"]).code == 0)
        let result = try digest(one, ["--outbox", one.outbox, "--outbox", two.outbox, "--format", "json"])
        let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
        #expect((object?["intake"] as? [String: Any])?["articles"] as? Int == 1, "\(result.output.prefix(600))")
    }

    @Test func `several outboxes without a place to write to are refused`() throws {
        let (one, two) = (try Workplace(), try Workplace())
        for words in [[], ["--format", "atom"], ["--format", "txt", "--into", one.root]] {
            let result = try one.run(["digest", "--outbox", one.outbox, "--outbox", two.outbox] + words)
            #expect(result.code == 2, "\(words)")
        }
    }
}
