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
        addFigures(of: article, in: reading, cast, to: &annotations)
        return annotations
    }

    /// An article's amounts, times and counts alone, for those who measure what they cost.
    package static func figures(of article: Article) -> (amounts: Int, times: Int, counts: Int) {
        let reading = Reading(article)
        let (amounts, times, counts) = figureDrafts(in: reading)
        return (AmountWriter.amounts(amounts, in: reading).count, times.count, counts.count)
    }

    private static func figureDrafts(
        in reading: Reading
    ) -> (amounts: [AmountFinder.Draft], times: [TimeDraft], counts: [CountFinder.Draft]) {
        let amounts = AmountFinder.drafts(in: reading)
        let times = TimeFinder.drafts(in: reading)
        let counts = CountFinder.drafts(
            in: reading, without: amounts.map(\.tokens) + times.filter { $0.type != .duration }.map(\.tokens),
            spans: times.filter { $0.type == .duration }.map(\.tokens))
        return (amounts, times, counts)
    }

    /// Times, amounts, counts, and the events that refer to them.
    private static func addFigures(
        of article: Article, in reading: Reading, _ cast: Cast, to annotations: inout Annotations
    ) {
        let (amounts, times, counts) = figureDrafts(in: reading)
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
        let head = HeadText(article.headline, cast)
        let events = EventFinder(reading, cast, times: times, counts: counts, head: head)
        let drafts = events.drafts()
        annotations.events = drafts.map { events.event($0) }
        annotations.story = StoryFinder(
            article, reading, cast, head, entities: annotations.entities, times: times,
            main: drafts.first { $0.status == .main }
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
        AmountFinder.warmUpEquivalents()
        CountFinder.warmUp()
        EventTriggers.warmUp()
        HeadlineClause.warmUp()
        ReasonFinder.warmUp()
    }
}
