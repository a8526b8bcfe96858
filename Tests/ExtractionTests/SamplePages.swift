import Extraction
import Markup
import Records

/// Pages for the tests: an article of five paragraphs in the surroundings under test.
enum SamplePages {
    static let paragraphs = [
        "HARBOUR CITY, May 2 (Reuters) - The old ferry left the quay at dawn, and few of the forty passengers looked back.",
        "“We had waited for three days,” said Marta Lind, a nurse who was on her way home. “Nobody told us anything.”",
        "The harbour office said the delay was caused by a broken pump, which engineers replaced late on Tuesday night.",
        "Ferries have crossed the strait since 1911, and the council, which owns them, wants to keep it that way.",
        "A second ship is expected in June, the office added, but its arrival depends on the yard in the north.",
    ]

    static var text: String { paragraphs.joined(separator: "\n\n") }

    static var marked: String { paragraphs.map { "<p>\($0)</p>" }.joined(separator: "\n") }

    /// The article in a page: what stands in the head, before the article, in it, and behind it.
    static func page(head: String = "", before: String = "", article: String? = nil, after: String = "") -> String {
        """
        <!doctype html><html lang="en"><head><meta charset="utf-8">
        <title>Ferry leaves after three days | The Harbour Post</title>
        <meta property="og:site_name" content="The Harbour Post">
        <meta property="og:title" content="Ferry leaves after three days">
        <link rel="canonical" href="https://www.harbour.example/news/ferry?utm_source=x#top">\(head)</head><body>
        <header><nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li></ul></nav></header>
        <main>\(before)<article><h1>Ferry leaves after three days</h1>
        <div class="article-body">\(article ?? marked)</div></article>\(after)</main>
        <footer><p>Copyright 2024 The Harbour Post. All rights reserved.</p><a href="/privacy">Privacy policy</a></footer>
        </body></html>
        """
    }

    static func article(
        _ markup: String, name: String? = nil, url: String? = nil, modified: String? = nil
    ) throws -> Article {
        let page = try Page(reading: Array(markup.utf8), hints: InputHints(name: name, url: url))
        return try Extractor.article(in: page, hints: ExtractionHints(name: name, url: url, modified: modified))
    }
}
