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
        let amounts = AmountFinder.drafts(in: reading)
        let times = TimeFinder.drafts(in: reading)
        let counts = CountFinder.drafts(in: reading, without: amounts.map(\.tokens) + times.map(\.tokens))
        annotations.amounts = AmountWriter.amounts(amounts, in: reading)
        annotations.times = times.map { draft in
            TimeExpression(
                range: reading.range(tokens: draft.tokens), text: reading.text.string(tokens: draft.tokens),
                type: draft.type, value: draft.value, modifier: draft.modifier, relativeTo: draft.anchor)
        }
        annotations.counts = counts.map { draft in
            Count(
                range: reading.range(tokens: draft.tokens), text: reading.text.string(tokens: draft.tokens),
                value: draft.value, modifier: draft.modifier, object: draft.object, category: draft.category)
        }
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
