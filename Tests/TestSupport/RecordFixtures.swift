import Records

/// Records for tests.
public enum RecordFixtures {
    /// A record without anything that may be absent.
    public static var minimal: ArticleRecord {
        var article = Article()
        article.text = "Rain fell."
        return ArticleRecord(
            generator: Generator(name: "dateline", version: "1.2.3"), id: String(repeating: "0a", count: 16),
            source: Source(
                file: "a.txt", collection: [], sha256: String(repeating: "5f", count: 32), bytes: 10,
                mediaType: "text/plain", encoding: "utf-8"),
            article: article, annotations: Annotations())
    }

    /// A record in which every field is filled; its text has characters of one to four bytes.
    public static var full: ArticleRecord {
        ArticleRecord(
            generator: Generator(name: "dateline", version: "1.2.3"), id: String(repeating: "0a", count: 16),
            source: Source(
                file: "flood \"report\".html", collection: ["wires", "möven"],
                sha256: String(repeating: "5f", count: 32),
                bytes: 20_481, mediaType: "text/html", encoding: "windows-1252"),
            article: article, annotations: annotations)
    }

    /// The text with the passages the record points at; the order of the marks is that of `Mark`.
    private static let story: MarkedText = """
        [[[[[[VELIN]], Oct 3 (WNA)]] — [[At least [[12 people]]]] [[were killed]] in [[Velin]] [[on Thursday]], \
        [[mayor]] [[Zoë Brandt]] [[said]].]]

        [[“[[The river 🌊 rose]],” [[she]] [[said]], “[[and then it was quiet]].” [[Damage]] may reach [[€40 million]] \
        ([[$44 million]]), not [[14 people]]’s savings.]]
        """

    /// The marked passages, by the order in which they open.
    private enum Mark: Int {
        case first, dateline, place, count, counted, trigger, placeAgain, time, role, person, cue
        case second, spoken, pronoun, saidAgain, spokenOn, harm, euros, dollars, countAgain
    }

    private static func range(_ mark: Mark) -> TextRange { story.ranges[mark.rawValue] }

    private static func text(_ mark: Mark) -> String { story.passage(range(mark)) }

    private static var article: Article {
        var article = Article()
        article.url = "https://news.example/flood"
        article.urls = [LinkedURL(url: "https://news.example/flood?page=1", from: "saved-from")]
        article.site = Site(name: "The Example", domain: "news.example")
        article.headline = "Flood in Velin: \u{2028}“quiet”\u{7F}"
        article.standfirst = "A river rose."
        article.bylines = [Byline(name: "Ana Ortiz", role: "Correspondent"), Byline(name: "Bo Lind")]
        article.section = "World"
        article.keywords = ["flood", "velin"]
        article.images = [
            ArticleImage(url: "/a.jpg", caption: "The river", credit: "C. Moss"), ArticleImage(url: "/b.jpg"),
        ]
        article.language = "en"
        article.published = DatedEvidence(value: "2024-10-03T09:30:00+02:00", from: .jsonLD, confidence: 0.97)
        article.modified = DatedEvidence(value: "2024-10-04", from: .timeElement, confidence: 0.5)
        article.dateline = Dateline(
            range: range(.dateline), text: text(.dateline), place: "e1", agency: "WNA", date: "2024-10-03")
        article.text = story.text
        article.blocks = [
            Block(kind: .paragraph, range: range(.first)), Block(kind: .quote, range: range(.second)),
        ]
        article.removed = [RemovedPassage(text: "Sign up <now>", rule: "newsletter", location: "body/div[2]")]
        article.notices = [
            Notice(code: "encoding-guessed", message: "The encoding was guessed.", range: range(.place))
        ]
        return article
    }

    private static var annotations: Annotations {
        var annotations = Annotations()
        annotations.sentences = [range(.first), range(.second)]
        annotations.summary = [range(.first)]
        annotations.entities = [place, person]
        annotations.quotes = [
            Quote(
                kind: .direct, content: [range(.spoken), range(.spokenOn)], text: "\(text(.spoken)) \(text(.spokenOn))",
                speaker: Speaker(entity: "e2", text: text(.pronoun), range: range(.pronoun)),
                cue: Cue(text: text(.saidAgain), range: range(.saidAgain), lemma: "say"), confidence: 0.9)
        ]
        annotations.times = [
            TimeExpression(
                range: range(.time), text: text(.time), type: .date, value: "2024-10-03", modifier: "APPROX",
                relativeTo: .published)
        ]
        annotations.amounts = [
            Amount(
                range: range(.euros), text: text(.euros), kind: .money, value: 40_000_000, currency: "EUR",
                modifier: .max, equivalentTo: [1]),
            Amount(
                range: range(.dollars), text: text(.dollars), kind: .money, value: 44_000_000.5, currency: "USD",
                unit: "dollar", equivalentTo: [0]),
        ]
        annotations.counts = [
            Count(
                range: range(.count), text: text(.count), value: 12, modifier: .min, object: "people",
                category: "killed"),
            Count(range: range(.countAgain), text: text(.countAgain), value: 14, object: "people"),
        ]
        annotations.events = [event]
        annotations.story = answers
        annotations.conflicts = [
            Conflict(
                what: "killed",
                items: [
                    Conflict.Item(range: range(.counted), text: text(.counted), value: 12),
                    Conflict.Item(range: range(.countAgain), text: text(.countAgain), value: 14),
                ])
        ]
        annotations.datelinePlace = "e1"
        return annotations
    }

    private static var place: Entity {
        var place = Entity(id: "e1", type: .place, name: "Velin")
        place.aliases = ["VELIN"]
        place.mentions = [
            Mention(range: range(.place), kind: .name), Mention(range: range(.placeAgain), kind: .name),
        ]
        place.salience = 0.5
        place.confidence = 0.97
        place.country = "DE"
        place.placeKind = "city"
        place.location = GeoPoint(latitude: 52.25, longitude: -13)
        place.geonamesId = 2_950_159
        return place
    }

    private static var person: Entity {
        var person = Entity(id: "e2", type: .person, name: "Zoë Brandt")
        person.mentions = [
            Mention(range: range(.person), kind: .name), Mention(range: range(.pronoun), kind: .pronoun),
        ]
        person.roles = [
            Role(
                title: text(.role), organization: "e1", organizationName: "City of Velin", range: range(.role),
                former: true)
        ]
        person.age = 51
        return person
    }

    private static var event: Event {
        var event = Event(
            category: "disaster", code: "ACCIDENT", trigger: range(.trigger), sentence: range(.first), status: .main,
            confidence: 0.75)
        event.actors = ["e2"]
        event.targets = ["e1"]
        event.place = "e1"
        event.time = 0
        event.counts = [0]
        return event
    }

    private static var answers: Story {
        var story = Story()
        story.who = Story.Answer(range: range(.person), text: text(.person), entity: "e2")
        story.what = Story.Answer(of: .headline, range: TextRange(0, 5), text: "Flood")
        story.when = Story.Answer(range: range(.time), text: text(.time), time: 0)
        story.`where` = Story.Answer(range: range(.placeAgain), text: text(.placeAgain), entity: "e1")
        story.why = Story.Answer(range: range(.spoken), text: text(.spoken))
        story.how = Story.Answer(range: range(.harm), text: text(.harm))
        return story
    }
}
