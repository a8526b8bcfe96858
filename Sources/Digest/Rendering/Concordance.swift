/// Where in the edition each article is told, so that a fact can point to its source by number.
struct Concordance: Sendable {
    /// For each article the index of its story.
    let story: [Int]
    /// For each article its number among its story's sources, from 1.
    let number: [Int]

    /// The concordance of an edition. Linear in its articles.
    init(_ edition: Edition) {
        var story = [Int](repeating: 0, count: edition.articles.count)
        var number = [Int](repeating: 0, count: edition.articles.count)
        for (place, told) in edition.stories.enumerated() {
            for (offset, article) in told.articles.enumerated() {
                story[article] = place
                number[article] = offset + 1
            }
        }
        self.story = story
        self.number = number
    }
}
