import Records
import Testing

@testable import Annotation

@Suite("Times in hostile text")
struct TimeSafetyTests {
    static let pieces = [
        "Monday ", "the ", "1 ", "12:", "May May ", "the first ", "two to ", "a year ago ", "Oct. 10-", "early ",
        "1990s, ",
        "half a ", "the day before ", "the week of ", "New Year's ", "Monday through ", "3.10.2024 ", "later ",
        "of the year ",
        "10 p.m. (", "will ", "Q3. ", "every other ", "nineteen ninety-", "-", "\u{2019}",
    ]

    /// Seconds for finding the times of so many repetitions, without making the tokens: the least of three runs, since other
    /// work on the machine can only add.
    private func seconds(_ piece: String, bytes: Int) -> Double {
        var article = Article()
        article.text = String(repeating: piece, count: bytes / piece.utf8.count)
        article.language = "en"
        article.published = DatedEvidence(value: "2024-10-03", from: .meta)
        let reading = Reading(article)
        let clock = ContinuousClock()
        let runs = (0..<3).map { _ in clock.measure { _ = TimeFinder.drafts(in: reading) } }
        return Double(runs.min()?.components.attoseconds ?? 0) / 1e18
            + Double(runs.min()?.components.seconds ?? 0)
    }

    @Test("A hundred times the text takes no more than some hundred times as long", arguments: pieces)
    func linear(_ piece: String) {
        let small = seconds(piece, bytes: 10_000)
        let large = seconds(piece, bytes: 1_000_000)
        // A quadratic rule would take ten thousand times as long. The floor of a millisecond keeps short runs from being
        // judged by the clock's own grain.
        #expect(large < max(small, 0.001) * 100 * 8, "\(piece): \(small) s, then \(large) s")
    }
}
