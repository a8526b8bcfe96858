import Records
import TestSupport
import Testing

@testable import Digest

@Suite struct StoryTests {
    private let edition = Edition(SampleDay.input)

    private func story(_ headline: String) throws -> EditionStory {
        try #require(edition.stories.first { edition.articles[$0.lead].headline.line.text.hasPrefix(headline) })
    }

    @Test func `the story of most sources leads`() {
        #expect(edition.stories.first?.sources == 3)
    }

    @Test func `every fact points to the passage that gives it`() throws {
        let records = Dictionary(
            SampleDay.articles.map { ($0.record.id, $0.record) }, uniquingKeysWith: { first, _ in first })
        for story in edition.stories {
            let full = try #require(story.full)
            let told =
                full.sentences + full.who.map(\.name) + full.places + full.figures.map(\.told)
                + full.quotes.map(\.told) + full.who.compactMap(\.role)
            for fact in told {
                let record = try #require(records[edition.articles[fact.reference.article].id.text])
                let passage = Passages(of: record.article.text)[fact.reference.range]
                #expect(fact.line.text.hasSuffix(passage) || passage.contains(fact.line.text))
            }
        }
    }

    @Test func `the quake tells who, where, when and how many`() throws {
        let full = try #require(try story("Rescuers dig").full)
        #expect(full.who.first?.name.line.text == "Marta Ilves")
        #expect(full.who.first?.role?.line.text == "mayor of Velm")
        #expect(full.places.map(\.line.text) == ["Velm", "Ostravia"])
        #expect(full.when?.span?.shown == "Wednesday, 2 October 2024")
        #expect(full.figures.first?.told.line.text == "58 people")
        #expect(full.figures.first?.category?.text == "killed")
        #expect(full.quotes.map(\.speaker.text) == ["Marta Ilves", "Pavel Ruun"])
    }

    @Test func `the time of a file is no day of publication, and what is told from it is no day of the story`() throws {
        func edition(_ source: DateSource) -> Edition {
            var draft = ArticleDraft(
                id: SampleDay.hex(1), site: "Wire", headline: "Ferry runs aground", published: "2024-10-03T08:00:00Z",
                "*A ferry ran aground in ⟨city;Velm⟩ ⟨when 2024-10-02;yesterday⟩.")
            draft.record.article.published?.from = source
            return Edition(EditionInput(day: SampleDay.day, articles: [SampleDay.filed(draft)]))
        }
        #expect(edition(.jsonLD).articles[0].published != nil)
        #expect(edition(.jsonLD).stories[0].full?.when != nil)
        #expect(edition(.fileTime).articles[0].published == nil)
        #expect(edition(.fileTime).stories[0].full?.when == nil)
    }

    @Test(arguments: [
        ("How to fix a tap", true), ("The best sleeping bags of 2024", true), ("Ten ways to cook an egg", true),
        ("Harbour fire explained", true), ("Mayor tells how to vote", false), ("Fire at harbour kills 12", false),
        ("", false),
    ])
    func `guides are known by their headlines`(_ headline: String, _ isGuide: Bool) {
        #expect(GuideHeadline.matches(headline) == isGuide)
    }

    @Test func `of reports of one source that of deaths leads, and a guide comes last`() {
        func draft(_ number: Int, _ headline: String, _ text: String) -> FiledArticle {
            SampleDay.filed(
                ArticleDraft(id: SampleDay.hex(number), site: "Wire \(number)", headline: headline, text))
        }
        let edition = Edition(
            EditionInput(
                day: SampleDay.day,
                articles: [
                    draft(1, "How to fix a tap", "*A tap drips when its washer is worn. *Turn off the water first."),
                    draft(2, "Council names a square", "*The council of ⟨city;Velm⟩ named a square after a poet."),
                    draft(
                        3, "Boat capsizes", "*A boat capsized off ⟨city;Pontal⟩ and ⟨count killed 12;12 people⟩ died."),
                ]))
        let order = edition.stories.map { edition.articles[$0.lead].headline.line.text }
        #expect(order == ["Boat capsizes", "Council names a square", "How to fix a tap"])
    }

    @Test func `words of nobody knows whom are not printed`() throws {
        func quotes(_ speaker: String) -> Int? {
            var draft = ArticleDraft(
                id: SampleDay.hex(1), site: "Wire", headline: "Boat capsizes",
                "*A boat capsized off ⟨city;Velm⟩.\n“⟨quote Rui Brandao;The sea was as high as a house that day⟩,” somebody said."
            )
            draft.record.annotations.quotes[0].speaker = Speaker(text: speaker, range: TextRange(0, 1))
            let edition = Edition(EditionInput(day: SampleDay.day, articles: [SampleDay.filed(draft)]))
            return edition.stories.first?.full?.quotes.count
        }
        #expect(quotes("a fisherman") == 1)
        #expect(quotes("who") == 0)
    }

    @Test func `sources that differ over a figure stand side by side`() throws {
        let full = try #require(try story("Rescuers dig").full)
        #expect(full.disagreements.map(\.what.text) == ["killed"])
        #expect(full.disagreements.first?.claims.map(\.value) == [58, 61])
    }

    @Test func `an article without a headline is told under its first sentence, and says so`() throws {
        let story = try story("The last car ferry")
        #expect(edition.articles[story.lead].headline.kind == .sentence)
        #expect(story.full?.sentences.map(\.line.text).contains { $0.hasPrefix("The last car ferry") } == false)
        let html = String(decoding: edition.rendered(as: .html) ?? [], as: UTF8.self)
        #expect(html.contains("The article has no headline; this is its first sentence."))
    }

    @Test func `words quoted in part keep their marks only where the text has them`() throws {
        let quote = try #require(try story("Central bank").full?.quotes.first)
        #expect(quote.isMarked)
        #expect(quote.told.line.text.hasPrefix("closer to where"))
    }

    @Test func `stories beyond the full ones are one-liners`() {
        var input = SampleDay.input
        input.fullStories = 2
        let edition = Edition(input)
        #expect(edition.stories.map { $0.full != nil }.prefix(3) == [true, true, false])
        #expect(edition.stories.flatMap(\.articles).count == 15)
        let html = String(decoding: edition.rendered(as: .html) ?? [], as: UTF8.self)
        for article in edition.articles { #expect(html.contains("id=\"\(article.anchor)\"")) }
    }

    struct Figures: CustomTestStringConvertible {
        let name: String
        let a: (Double, FigureModifier?)
        let b: (Double, FigureModifier?)
        let disagree: Bool
        var testDescription: String { name }
    }

    @Test(arguments: [
        Figures(name: "58 and 61", a: (58, nil), b: (61, nil), disagree: true),
        Figures(name: "58 and 58", a: (58, nil), b: (58, nil), disagree: false),
        Figures(name: "at least 58 and 61", a: (58, .min), b: (61, nil), disagree: false),
        Figures(name: "at least 61 and 58", a: (61, .min), b: (58, nil), disagree: true),
        Figures(name: "up to 60 and 58", a: (60, .max), b: (58, nil), disagree: false),
        Figures(name: "about 60 and 58", a: (60, .approx), b: (58, nil), disagree: false),
        Figures(name: "about 60 and 40", a: (60, .approx), b: (40, nil), disagree: true),
    ])
    func `figures disagree unless their modifiers reconcile them`(_ figures: Figures) {
        func main(_ figure: (Double, FigureModifier?)) -> CategoryCounts.Main {
            let count = Count(
                range: TextRange(0, 1), text: "x", value: figure.0, modifier: figure.1, object: "people",
                category: "killed")
            return CategoryCounts.Main(count: count, all: [figure.0])
        }
        #expect(main(figures.a).disagrees(with: main(figures.b)) == figures.disagree)
        #expect(main(figures.b).disagrees(with: main(figures.a)) == figures.disagree)
    }
}
