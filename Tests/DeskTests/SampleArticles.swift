/// Articles of our own writing, as many different ones as a test needs.
enum SampleArticles {
    private static let towns = ["Eastmouth", "Harbury", "Kettleness", "Lowmoor", "Saltby", "Thornwick", "Westholm"]
    private static let things = ["lighthouse", "ferry terminal", "covered market", "railway bridge", "town library"]
    private static let people = ["Ada Marsh", "Jonas Field", "Mira Holt", "Peter Lindqvist", "Rosa Almeida"]

    /// An article in plain text; different numbers give different articles.
    static func text(_ number: Int) -> String {
        let town = towns[number % towns.count]
        let thing = things[number / towns.count % things.count]
        let person = people[number / 3 % people.count]
        return """
            The council of \(town) voted on Tuesday to repair its \(thing), which was damaged in storm number \(number) \
            of the long winter. The work will cost \(number + 20),000 pounds, officials said, and is to begin in May.

            "We have waited long enough for this," said \(person), who chairs the council. "The \(thing) belongs to \
            everybody in \(town), and everybody will see it open again before the summer is over."

            At least \(number % 40 + 2) people had written letters about the delay. Some of them asked why the money was \
            not found earlier; others offered to help with the work, or to lend their boats and carts for the stones.

            Engineers from the county looked at the building last week. They found that its walls are sound, but that \
            the roof must be replaced, and that the foundations on the side of the sea need new concrete.
            """
    }

    /// The same as a web page with the usual surroundings.
    static func page(_ number: Int) -> String {
        let paragraphs = text(number).split(separator: "\n\n").map { "<p>\($0)</p>" }.joined(separator: "\n")
        return """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Council repairs number \(number) | Harbour \
            Post</title><meta property="og:site_name" content="Harbour Post"></head><body>
            <nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></nav>
            <article><h1>Council repairs number \(number)</h1>
            <time datetime="2024-10-03T08:00:00Z">3 October 2024</time>
            \(paragraphs)
            </article><footer><p>Copyright Harbour Post. All rights reserved.</p></footer></body></html>
            """
    }
}
