import Annotation
import Records
import Testing

@Suite("The annotator")
struct AnnotatorTests {
    static let report = """
        Mark Jansen, the new head of the Northern Harbour Association, visited Ukraine on Thursday for the first time \
        since he took office. He met officials in Kharkiv and promised more help for the city's hospitals.

        "We will come back," Jansen said. A missile strike on the city had injured at least 12 people on Monday, \
        officials said, and 40 others were taken to shelters across the region.

        The association has spent €40 million ($44 million) on repairs and plans a meeting of its 50 members next week.
        """

    private func article(_ text: String) -> Article {
        var article = Article()
        article.text = text
        article.language = "en"
        article.headline = "Harbour chief Jansen visits Ukraine"
        article.published = DatedEvidence(value: "2024-10-04", from: .meta)
        return article
    }

    @Test("Every range lies in the text, and every text is its range's slice")
    func slices() {
        let article = article(Self.report)
        let annotations = Annotator.annotations(of: article)
        let marked = MarkedText(Self.report)
        for time in annotations.times { #expect(time.text == marked.slice(time.range)) }
        for amount in annotations.amounts { #expect(amount.text == marked.slice(amount.range)) }
        for count in annotations.counts { #expect(count.text == marked.slice(count.range)) }
        for quote in annotations.quotes {
            #expect(quote.speaker.map { $0.text == marked.slice($0.range) } ?? true)
            #expect(quote.cue.map { $0.text == marked.slice($0.range) } ?? true)
        }
        for range in annotations.summary { #expect(annotations.sentences.contains(range)) }
        #expect(!annotations.times.isEmpty && !annotations.amounts.isEmpty && !annotations.counts.isEmpty)
    }

    @Test("The story says who, what, when and where, and the main event is the visit")
    func story() throws {
        let annotations = Annotator.annotations(of: article(Self.report))
        let story = try #require(annotations.story)
        #expect(story.who?.text == "Mark Jansen")
        #expect(story.when?.text == "Thursday")
        #expect(story.where?.text == "Ukraine")
        #expect(annotations.events.first { $0.status == .main }?.category == "visit")
        #expect(annotations.events.contains { $0.category == "meeting" && $0.status == .future })
        #expect(annotations.summary.first == annotations.sentences.first)
        #expect((2...3).contains(annotations.summary.count))
    }

    @Test("An aside in brackets, or a part of one, is no summary")
    func noAsides() {
        var article = Article()
        article.text = """
            (The firm said of all this that it keeps to every law of the land. It said no more that day about it.) The \
            harbour board of Havnstad met on Thursday to speak of the two new berths.
            """
        article.language = "en"
        let annotations = Annotator.annotations(of: article)
        #expect(annotations.summary == annotations.sentences.suffix(1))
    }

    @Test("Headings and captions are no summary")
    func headings() {
        let text =
            "The harbour was opened again on Monday by the mayor.\n\nThe mayor opened the harbour on Monday morning."
        var article = article(text)
        article.blocks = [
            Block(kind: .caption, range: TextRange(0, 52)), Block(kind: .paragraph, range: TextRange(54, 101)),
        ]
        #expect(Annotator.annotations(of: article).summary == [TextRange(54, 101)])
    }

    @Test("The dateline's place is the entity that stands in it")
    func dateline() {
        var article = article("KYIV, Oct 3 (Reuters) - The mayor of Kyiv spoke on Thursday.")
        article.dateline = Dateline(range: TextRange(0, 23), text: "KYIV, Oct 3 (Reuters) -")
        let annotations = Annotator.annotations(of: article)
        let place = annotations.entities.first { $0.id == annotations.datelinePlace }
        #expect(place?.country == "UA")
    }

    @Test("A text in another language gets sentences and known names, and no English rules")
    func otherLanguage() {
        var article = article("Der Minister sagte am Montag in Berlin, die Lage sei ernst. Frankreich stimmte zu.")
        article.language = "de"
        let annotations = Annotator.annotations(of: article)
        #expect(annotations.sentences.count == 2)
        #expect(annotations.entities.map(\.name) == ["Berlin", "Frankreich"])
        #expect(annotations.quotes.isEmpty && annotations.times.isEmpty && annotations.counts.isEmpty)
    }

    @Test("Any text is annotated, the same way each time, with ranges inside it")
    func anyText() {
        var state: UInt64 = 2_463_534_242
        let pieces = [
            "Mr. ", "Smith ", "said ", "\"", "“", "”", "'", ", ", ". ", "12 ", "$", "million ", "May ", "2024", "-",
            "(",
            ")", "according to ", "he ", "\n\n", "the ", "al-", "EU ", "of ", "é", "。", "last ", "week ", "killed ",
            "that ",
            "’s ", "\u{0}", "9999999999999999999999 ", "Monday ", "/", "and ", ":", "a ", "few ", "Ministry ",
            "\u{FEFF}",
        ]
        for round in 0..<300 {
            var text = ""
            for _ in 0..<(round % 60) {
                state ^= state << 13
                state ^= state >> 7
                state ^= state << 17
                text += pieces[Int(state % UInt64(pieces.count))]
            }
            let article = article(text)
            let annotations = Annotator.annotations(of: article)
            #expect(annotations == Annotator.annotations(of: article))
            let count = text.unicodeScalars.count
            let ranges =
                annotations.sentences + annotations.entities.flatMap { $0.mentions.map(\.range) }
                + annotations.quotes.flatMap(\.content) + annotations.times.map(\.range)
                + annotations.amounts.map(\.range) + annotations.counts.map(\.range)
            for range in ranges { #expect(range.start >= 0 && range.start < range.end && range.end <= count) }
        }
    }

    @Test("An empty text has no annotations, and blocks beyond the text do no harm")
    func empty() {
        #expect(Annotator.annotations(of: Article()) == Annotations())
        var article = article("Short.")
        article.blocks = [
            Block(kind: .paragraph, range: TextRange(0, 400)), Block(kind: .quote, range: TextRange(500, 3)),
        ]
        #expect(Annotator.annotations(of: article).sentences == [TextRange(0, 6)])
    }
}
