import Language
import Records

/// A text read as far as the tagger needs it, for those who time it.
package struct PreparedText: Sendable {
    private let reading: Reading

    /// Reads a text's tokens and sentences. Linear in it.
    package init(_ text: String) {
        var article = Article()
        article.text = text
        article.language = "en"
        reading = Reading(article)
    }

    /// How many tokens it has.
    package var tokens: Int { reading.text.count }

    /// How many names a tagger finds in it, people, organisations, places and others.
    package func names(by tagger: NameTagger) -> Int { tagger.names(in: reading).count }
}
