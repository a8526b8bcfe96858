import Foundation
import Language
import Records

/// Finds who, where, when, how much and who said what in an article's text.
public enum Annotator {
    /// The annotations of an article; ranges are code points into `article.text`. Linear in the text. A text in another
    /// language than English gets sentences, a summary, known names and amounts only.
    public static func annotations(of article: Article) -> Annotations {
        var stages = AnnotationStages(article)
        for stage in AnnotationStages.Stage.allCases { stages.run(stage) }
        return stages.annotations
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
        EntityConfidence.warmUp()
        _ = CueTable.shared
        NounPhrase.warmUp()
        TimeFinder.warmUp()
        QuoteFinder.warmUp()
        SpeakingNouns.warmUp()
        StateAbbreviations.warmUp()
        TimeWords.warmUp()
        FeastDays.warmUp()
        NumberReader.warmUp()
        FigureModifiers.warmUp()
        AmountFinder.warmUp()
        AmountFinder.warmUpEquivalents()
        CountFinder.warmUp()
        EventTriggers.warmUp()
        EventFinder.warmUp()
        HeadlineClause.warmUp()
        ReasonFinder.warmUp()
        StoryWords.warmUp()
    }
}
