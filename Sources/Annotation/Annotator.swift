import Foundation
import Language
import Records

/// Finds who, where, when, how much and who said what in an article's text.
public enum Annotator {
    /// The annotations of an article; ranges are code points into `article.text`. Linear in the text. A text in another
    /// language than English gets sentences, a summary, known names and amounts only.
    public static func annotations(of article: Article) -> Annotations {
        let reading = Reading(article)
        let cast = Cast(reading)
        var annotations = Annotations()
        annotations.sentences = reading.text.sentences.map { reading.range(tokens: $0) }
        annotations.entities = cast.entities(headline: article.headline, standfirst: article.standfirst)
        annotations.quotes = QuoteWriter.quotes(in: reading, cast)
        annotations.summary = SummaryFinder.sentences(in: reading, cast, headline: article.headline)
            .map { annotations.sentences[$0] }
        annotations.datelinePlace = article.dateline.flatMap { place(in: $0.range, of: annotations.entities) }
        addFigures(in: reading, cast, headline: article.headline, to: &annotations)
        return annotations
    }

    /// Times, amounts, counts, and the events that refer to them.
    private static func addFigures(
        in reading: Reading, _ cast: Cast, headline: String?, to annotations: inout Annotations
    ) {
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
        let events = EventFinder(reading, cast, times: times, counts: counts)
        let drafts = events.drafts()
        annotations.events = drafts.map { events.event($0) }
        annotations.story = StoryFinder(
            reading: reading, cast: cast, times: times, main: drafts.first { $0.status == .main },
            headline: Set(TokenizedText(headline ?? "").hashes)
        ).story()
    }

    /// The entity of the place that a dateline names.
    private static func place(in range: TextRange, of entities: [Entity]) -> String? {
        entities.first { entity in
            entity.type == .place && entity.mentions.contains { range.contains($0.range) }
        }?.id
    }

    /// Loads every table, so that nothing opens a file afterwards. Takes some tens of milliseconds, once.
    public static func warmUp() {
        WordList.preload(.module)
        LanguageTables.warmUp()
        NameFinder.warmUp()
        _ = PlaceWords.shared
        Gender.warmUp()
        FamilyNames.warmUp()
        PersonNames.warmUp()
        OrganizationKeys.warmUp()
        ClauseWords.warmUp()
        TitleReader.warmUp()
        RoleFinder.warmUp()
        ReferenceFinder.warmUp()
        _ = CueTable.shared
        NounPhrase.warmUp()
        TimeFinder.warmUp()
        NumberReader.warmUp()
        FigureModifiers.warmUp()
        AmountFinder.warmUp()
        CountFinder.warmUp()
        EventTriggers.warmUp()
    }
}
