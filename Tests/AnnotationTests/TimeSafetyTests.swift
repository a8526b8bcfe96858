import Records
import TestSupport
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

    private static let salad = [
        "the", "a", "half", "to", "and", "Monday", "May", "Oct.", "10", "1990", "12", ":", "-", "year", "quarter",
        "week", "day",
        "month", "later", "ago", "earlier", "first", "second", "of", "in", "every", "other", "per", "each", "fiscal",
        "Q3",
        "early", "late", "nineteen", "ninety", "3", ",", "(", ")", "'s", "next", "last", "this", "past", "that", "same",
        "ended", "three", "weeks", "morning", "noon", "p.m.", "GMT", "o'clock", "mid-", "Christmas", "Easter",
        "New Year's",
        "$", "%", "through", "until", "since", "about", "over", "or", "so", "latest", "period", "end", "weekend",
        "century",
        "before", "after", "20", "th", "s", "summer", "’", "more", "time",
    ]

    @Test("Words of time in any order neither crash nor leave their text", arguments: UInt64(1)...20)
    func anyOrder(_ seed: UInt64) {
        // SplitMix64 (Steele, Lea and Flood, 2014): the same words in every run.
        var state = seed
        func next(_ bound: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
        }
        for published in ["2024-10-03", nil, "0001-01-01", "9999-12-31"] {
            for _ in 0..<20 {
                var article = Article()
                article.language = "en"
                article.published = published.map { DatedEvidence(value: $0, from: .meta) }
                for _ in 0...next(8) {
                    article.text += Self.salad[next(Self.salad.count)] + (next(4) == 0 ? "" : " ")
                }
                let reading = Reading(article)
                var end = 0
                for draft in TimeFinder.drafts(in: reading) {
                    #expect(draft.tokens.lowerBound >= end && draft.tokens.upperBound <= reading.text.count)
                    #expect(!draft.tokens.isEmpty && !draft.value.isEmpty, "\(article.text)")
                    end = draft.tokens.upperBound
                }
            }
        }
    }

    /// Seconds for finding the times of so many repetitions, without making the tokens.
    private func seconds(_ piece: String, bytes: Int) -> Double {
        var article = Article()
        article.text = String(repeating: piece, count: bytes / piece.utf8.count)
        article.language = "en"
        article.published = DatedEvidence(value: "2024-10-03", from: .meta)
        let reading = Reading(article)
        return ThreadClock.seconds { _ = TimeFinder.drafts(in: reading) }
    }

    @Test("Twenty times the text takes no more than some twenty times as long", arguments: pieces)
    func linear(_ piece: String) {
        let small = min(seconds(piece, bytes: 2_000), seconds(piece, bytes: 2_000))
        let large = seconds(piece, bytes: 40_000)
        // A quadratic rule would take four hundred times as long; six times the linear cost allows for other work on the
        // machine. Five milliseconds keep short runs from being judged by the clock's own grain.
        #expect(large < max(small, 0.005) * 20 * 6, "\(piece): \(small) s, then \(large) s")
    }
}
