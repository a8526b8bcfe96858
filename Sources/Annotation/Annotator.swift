import Language
import Records

/// Finds who, where, when, how much and who said what in an article's text.
public enum Annotator {
    /// The annotations of an article; ranges are code points into `article.text`. Linear in the text.
    public static func annotations(of article: Article) -> Annotations {
        let reading = Reading(article)
        let cast = Cast(reading)
        var annotations = Annotations()
        annotations.sentences = reading.text.sentences.map { reading.range(tokens: $0) }
        annotations.entities = cast.entities(headline: article.headline)
        annotations.quotes = QuoteWriter.quotes(in: reading, cast)
        return annotations
    }

    /// Loads every table, so that nothing opens a file afterwards. Takes some tens of milliseconds, once.
    public static func warmUp() {
        LanguageTables.warmUp()
        var article = Article()
        article.text = "Mr. Smith, the president of France, said on Monday that \"12 people\" lost $5 million."
        _ = annotations(of: article)
    }
}
