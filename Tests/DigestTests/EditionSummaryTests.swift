import TestSupport
import Testing

@testable import Digest

@Suite struct EditionSummaryTests {
    @Test func `the summary is read back from the digest`() throws {
        let edition = Edition(SampleDay.input)
        let digest = try #require(edition.rendered(as: .json))
        #expect(try EditionSummary(digest: digest) == edition.summary)
        #expect(edition.summary.headlines.count == 3)
        #expect(edition.summary.articles == 15)
    }

    @Test(arguments: ["", "{}", "[1]", "{\"schema\":\"dateline/digest/2\"}", "\u{0}"])
    func `what is no digest is refused with a reason`(_ text: String) {
        #expect(throws: DigestError.notADigest(reason: "it does not hold the members of one")) {
            try EditionSummary(digest: Array(text.utf8))
        }
    }

    @Test func `index and feed list editions newest first, with relative links`() {
        let days = ["2024-09-30", "2024-10-03", "2024-10-01"].map(SampleDay.calendarDay)
        let summaries = days.map {
            EditionSummary(day: $0, articles: 3, stories: 2, rejected: 1, headlines: ["A <b> & \"c\"\u{202E}"])
        }
        let index = String(decoding: Edition.index(of: summaries), as: UTF8.self)
        let feed = String(decoding: Edition.feed(of: summaries.reversed()), as: UTF8.self)
        for page in [index, feed] {
            let order = page.components(separatedBy: "href=\"digests/").dropFirst().map { String($0.prefix(10)) }
            #expect(order == ["2024-10-03", "2024-10-01", "2024-09-30"])
            #expect(page.contains("A &lt;b&gt; &amp; &quot;c&quot;"))
            #expect(!page.unicodeScalars.contains("\u{202E}"))
        }
        #expect(feed.hasPrefix("<?xml"))
        #expect(feed.contains("<updated>2024-10-03T00:00:00Z</updated>"))
    }

    @Test func `a summary whose day is no date is left out`() {
        var summary = EditionSummary(day: SampleDay.day, articles: 1)
        summary.day = "../../etc"
        #expect(!String(decoding: Edition.index(of: [summary]), as: UTF8.self).contains("etc"))
        #expect(!String(decoding: Edition.feed(of: [summary]), as: UTF8.self).contains("<entry>"))
    }

    @Test func `index and feed of nothing are whole pages`() {
        #expect(String(decoding: Edition.index(of: []), as: UTF8.self).contains("There is no edition yet."))
        #expect(String(decoding: Edition.feed(of: []), as: UTF8.self).hasSuffix("</feed>\n"))
    }
}
