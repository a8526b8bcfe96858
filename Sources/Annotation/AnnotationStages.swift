import Language
import Records

/// The annotators in the order in which they run, each one step, so that whoever measures them measures the very run that
/// makes a record.
public struct AnnotationStages {
    /// One annotator.
    public enum Stage: String, CaseIterable, Sendable {
        /// Tokens, sentences, and what each word tells of names.
        case tokens
        /// Names, by the tagger and by rules.
        case names
        /// Who is who: forms of one name, offices, nouns and pronouns.
        case cast
        /// Which place a name means, salience, and the entities written out.
        case entities
        case quotes, summary, amounts, times, counts
        /// Events and the story's answers.
        case events
    }

    private let article: Article
    private var reading: Reading?
    private var mentions: [NameMention] = []
    private var cast: Cast?
    private var amountDrafts: [AmountFinder.Draft] = []
    private var timeDrafts: [TimeDraft] = []
    private var countDrafts: [CountFinder.Draft] = []
    /// What has been found so far.
    public private(set) var annotations = Annotations()

    /// Begins with an article; nothing is read yet.
    public init(_ article: Article) { self.article = article }

    /// Runs one annotator. Those before it must have run; a stage that lacks them gives nothing.
    public mutating func run(_ stage: Stage) {
        if stage == .tokens {
            let reading = Reading(article)
            annotations.sentences = reading.text.sentences.map { reading.range(tokens: $0) }
            self.reading = reading
        }
        guard let reading else { return }
        switch stage {
        case .tokens: break
        case .names: mentions = NameFinder.mentions(in: reading)
        case .cast:
            // The cast keeps those that are names; the others are given back.
            cast = Cast(reading, mentions)
            mentions = []
        case .amounts:
            amountDrafts = AmountFinder.drafts(in: reading)
            annotations.amounts = AmountWriter.amounts(amountDrafts, in: reading)
        case .times: findTimes(in: reading)
        case .counts: findCounts(in: reading)
        default: if let cast { run(stage, reading, cast) }
        }
    }

    private mutating func run(_ stage: Stage, _ reading: Reading, _ cast: Cast) {
        switch stage {
        case .entities:
            annotations.entities = cast.entities(headline: article.headline, standfirst: article.standfirst)
            annotations.datelinePlace = article.dateline.flatMap { place(in: $0.range) }
        case .quotes: annotations.quotes = QuoteWriter.quotes(in: reading, cast)
        case .summary:
            annotations.summary = SummaryFinder.sentences(in: reading, cast, headline: article.headline)
                .map { annotations.sentences[$0] }
        case .events: findEvents(in: reading, cast)
        default: break
        }
    }

    private mutating func findTimes(in reading: Reading) {
        timeDrafts = TimeFinder.drafts(in: reading)
        annotations.times = timeDrafts.map { draft in
            TimeExpression(
                range: reading.range(tokens: draft.tokens), text: reading.text.string(tokens: draft.tokens),
                type: draft.type, value: draft.value, modifier: draft.modifier, relativeTo: draft.anchor)
        }
    }

    private mutating func findCounts(in reading: Reading) {
        countDrafts = CountFinder.drafts(
            in: reading,
            without: amountDrafts.map(\.tokens) + timeDrafts.filter { $0.type != .duration }.map(\.tokens),
            spans: timeDrafts.filter { $0.type == .duration }.map(\.tokens))
        annotations.counts = countDrafts.map { draft in
            Count(
                range: reading.range(tokens: draft.tokens), text: reading.text.string(tokens: draft.tokens),
                value: draft.value, modifier: draft.modifier, object: draft.object, category: draft.category)
        }
    }

    private mutating func findEvents(in reading: Reading, _ cast: Cast) {
        let head = HeadText(article.headline, cast)
        let events = EventFinder(reading, cast, times: timeDrafts, counts: countDrafts, head: head)
        let drafts = events.drafts()
        annotations.events = drafts.map { events.event($0) }
        annotations.conflicts = ConflictFinder(counts: annotations.counts, sentences: annotations.sentences).conflicts()
        annotations.story = StoryFinder(
            article, reading, cast, head, entities: annotations.entities, times: timeDrafts, events: drafts
        ).story()
    }

    /// The entity of the place that a dateline names.
    private func place(in range: TextRange) -> String? {
        annotations.entities.first { entity in
            entity.type == .place && entity.mentions.contains { range.contains($0.range) }
        }?.id
    }
}
