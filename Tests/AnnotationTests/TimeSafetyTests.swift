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

    /// Seconds for finding the times of so many repetitions, without making the tokens.
    private func seconds(_ piece: String, bytes: Int) -> Double {
        var article = Article()
        article.text = String(repeating: piece, count: bytes / piece.utf8.count)
        article.language = "en"
        article.published = DatedEvidence(value: "2024-10-03", from: .meta)
        let reading = Reading(article)
        let time = ContinuousClock().measure { _ = TimeFinder.drafts(in: reading) }
        return Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds)
    }

    @Test("Twenty times the text takes no more than some twenty times as long", arguments: pieces)
    func linear(_ piece: String) {
        let small = min(seconds(piece, bytes: 5_000), seconds(piece, bytes: 5_000))
        let large = seconds(piece, bytes: 100_000)
        // A quadratic rule would take four hundred times as long; six times the linear cost allows for other work on the
        // machine. Five milliseconds keep short runs from being judged by the clock's own grain.
        #expect(large < max(small, 0.005) * 20 * 6, "\(piece): \(small) s, then \(large) s")
    }
}
