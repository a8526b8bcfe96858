/// What the scorer of stories reads in a `digest.json`: the published contract, not the edition's insides.
struct PrintedDigest: Decodable {
    struct Article: Decodable {
        struct Earlier: Decodable {
            var record: String
        }

        var record: String
        var revises: Earlier?
    }

    struct Story: Decodable {
        struct Report: Decodable {
            var article: Int
            var copies: [Int]
        }

        struct Thread: Decodable {
            struct Change: Decodable {
                var what: String
                var before: Double
                var now: Double
            }

            var status: String
            var earlier: [Article.Earlier]
            var changes: [Change]
        }

        var reports: [Report]
        var thread: Thread

        /// Every article of the story.
        var articles: [Int] { reports.flatMap { [$0.article] + $0.copies } }
    }

    var articles: [Article]
    var stories: [Story]
}
