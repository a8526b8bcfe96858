import Records
import TestSupport
import Testing

@testable import Digest

@Suite struct GroupingTests {
    private func headlines(_ drafts: [ArticleDraft]) -> [[String]] {
        let input = EditionInput(day: SampleDay.day, articles: drafts.map { SampleDay.filed($0) })
        let edition = Edition(input)
        return edition.stories.map { story in
            story.reports.map { edition.articles[$0.article].headline.line.text }.sorted()
        }
    }

    @Test func `reports of one event stand together and a near copy is no report of its own`() {
        let edition = Edition(SampleDay.input)
        let quake = edition.stories.first { $0.articles.count == 4 }
        #expect(quake?.reports.map(\.copies.count).sorted() == [0, 0, 1])
        #expect(quake?.sources == 3)
        let told = Set(quake?.articles.map { edition.articles[$0].headline.line.text } ?? [])
        #expect(told.contains("Ostravia mourns after Velm quake"))
        #expect(!told.contains("Tremors felt in Mirra, no damage reported"))
    }

    @Test func `a state's organ is told with its country and is no other state's`() {
        func ministry(_ country: String?) -> Entity {
            var entity = Entity(id: "e1", type: .organization, name: "Defense Ministry")
            entity.country = country
            return entity
        }
        var russia = Entity(id: "e2", type: .place, name: "Russia")
        (russia.country, russia.placeKind) = ("RU", "country")
        #expect(ministry("RU").told(among: [russia]) == "Defense Ministry, Russia")
        #expect(ministry("UA").told(among: [russia]) == "Defense Ministry, UA")
        #expect(ministry(nil).told(among: [russia]) == "Defense Ministry")
        #expect(NameKey(ministry("RU")) != NameKey(ministry("UA")))
    }

    @Test func `two earthquakes in the same words are two stories`() {
        func quake(_ number: Int, _ city: String, _ country: String, _ mayor: String) -> ArticleDraft {
            ArticleDraft(
                id: SampleDay.hex(number), site: "Wire \(number)", headline: "Earthquake hits \(city)",
                """
                *A strong earthquake struck ⟨city;\(city)⟩ in ⟨country;\(country)⟩ on Thursday, killing 12 people.
                *Rescue teams searched the rubble of collapsed houses, mayor ⟨person;\(mayor)⟩ said.
                The tremor of magnitude 6.1 cut power lines and blocked roads.
                """)
        }
        let groups = headlines([
            quake(1, "Velm", "Ostravia", "Marta Ilves"), quake(2, "Pontal", "Carraca", "Rui Brandao"),
        ])
        #expect(groups.count == 2)
    }

    @Test func `two guides to one subject without a day are two stories, two reports are one`() throws {
        func draft(_ number: Int, tellsEvent: Bool) -> ArticleDraft {
            let rest = [
                "Its zoom reaches far, and beginners like the small weight. Buy a case and a spare battery with it.",
                "Sensors grow each year while films vanish. Printing at home needs paper, ink and much patience.",
            ][number - 1]
            var draft = ArticleDraft(
                id: SampleDay.hex(number), site: "Wire \(number)",
                headline: ["Camera types", "Photo trends"][number - 1],
                "*The cameras of ⟨org;Kaufring⟩ and ⟨org;Belmar⟩ suit many.\n*\(rest)")
            draft.record.annotations.events = [
                Event(
                    category: "launch", trigger: TextRange(0, 3), sentence: TextRange(0, 3),
                    status: tellsEvent ? .main : .background, confidence: 0.9)
            ]
            return draft
        }
        #expect(headlines([draft(1, tellsEvent: true), draft(2, tellsEvent: true)]).count == 1)
        #expect(headlines([draft(1, tellsEvent: false), draft(2, tellsEvent: false)]).count == 2)
    }

    @Test func `a country is one place under all its names`() throws {
        func draft(_ number: Int, _ name: String) -> ArticleDraft {
            var draft = ArticleDraft(
                id: SampleDay.hex(number), site: "Wire \(number)", headline: "Report \(number)",
                "*Word \(number) of ⟨country;\(name)⟩ and number \(number * 7) came in.")
            draft.record.annotations.entities[0].country = "US"
            return draft
        }
        let drafts = [draft(1, "U.S."), draft(2, "United States"), draft(3, "U.S.")]
        let edition = Edition(EditionInput(day: SampleDay.day, articles: drafts.map { SampleDay.filed($0) }))
        #expect(edition.prominence.places.map(\.name.line.text) == ["United States"])
        #expect(edition.prominence.places.map(\.today) == [3])
        let odd = (4...9).map { draft($0, "U.S.") } + [draft(10, "Institute of Medicine")]
        let sound = Edition(EditionInput(day: SampleDay.day, articles: (drafts + odd).map { SampleDay.filed($0) }))
        #expect(sound.prominence.places.map(\.name.line.text) == ["U.S."])
        let german = [draft(11, "Vereinigte Staaten"), draft(12, "Vereinigte Staaten")].map { draft in
            var draft = draft
            draft.record.article.language = "de"
            return draft
        }
        let mixed = Edition(EditionInput(day: SampleDay.day, articles: (german + drafts).map { SampleDay.filed($0) }))
        #expect(mixed.prominence.places.map(\.name.line.text) == ["United States"])
        let foreign = Edition(EditionInput(day: SampleDay.day, articles: german.map { SampleDay.filed($0) }))
        #expect(foreign.prominence.places.map(\.name.line.text) == ["Vereinigte Staaten"])
    }

    @Test func `two stories of one person are two stories`() {
        let groups = headlines([
            ArticleDraft(
                id: SampleDay.hex(1), site: "A", headline: "Malk opens bridge over the Sarn",
                "*President ⟨person;Edda Malk⟩ opened a suspension bridge over the Sarn; engineers praised its cables."),
            ArticleDraft(
                id: SampleDay.hex(2), site: "B", headline: "Malk vetoes pension bill",
                "*President ⟨person;Edda Malk⟩ vetoed the pension bill; trade unions had threatened a general walkout."),
        ])
        #expect(groups.count == 2)
    }

    @Test func `two firms in trouble in one city are two stories`() {
        let groups = headlines([
            ArticleDraft(
                id: SampleDay.hex(1), site: "A", headline: "Kaufring warns on profit",
                """
                *Shares in the store chain ⟨org;Kaufring⟩ fell sharply in ⟨city;Velm⟩ on Thursday after a warning.
                Fewer shoppers came to its counters, and fourteen branches are under review, said ⟨person;Detlef Krahn⟩.
                """),
            ArticleDraft(
                id: SampleDay.hex(2), site: "B", headline: "Brandt buys chip maker",
                """
                *Shares in the engineering group ⟨org;Brandt⟩ fell in ⟨city;Velm⟩ on Thursday after a takeover.
                Sensors for robots will come from its own plants when regulators agree, said ⟨person;Ulrike Stamm⟩.
                """),
        ])
        #expect(groups.count == 2)
    }

    @Test func `reports of one affair in different years are different stories`() {
        func reports(_ published: [String]) -> [ArticleDraft] {
            let texts = [
                "*The river flooded ⟨city;Velm⟩ and the suspension bridge was closed, mayor ⟨person;Marta Ilves⟩ said.",
                "*In ⟨city;Velm⟩ engineers watched the pillars of the suspension bridge as the river rose and flooded "
                    + "the quays; ⟨person;Marta Ilves⟩ asked people to stay away.",
            ]
            return zip(texts, published).enumerated().map { number, report in
                ArticleDraft(
                    id: SampleDay.hex(number), site: "Paper \(number)", headline: "Flood closes bridge \(number)",
                    published: report.1, report.0)
            }
        }
        #expect(headlines(reports(["2024-10-03", "2024-10-04"])).count == 1)
        #expect(headlines(reports(["2024-10-03", "2025-10-03"])).count == 2)
    }

    @Test func `reports that share only the common words of their language are different stories`() {
        func report(_ number: Int, _ text: String) -> ArticleDraft {
            var draft = ArticleDraft(id: SampleDay.hex(number), site: "Blatt \(number)", headline: nil, text)
            draft.record.article.language = "de"
            return draft
        }
        let groups = headlines([
            report(
                1,
                """
                *Die Bahn baut zwischen ⟨city;Grünau⟩ und der Küste eine neue Strecke, die nach ihren Plänen auch nachts
                befahren wird. Sie soll unter dem Moor hindurch, damit wieder mehr Züge über den Damm können.
                """),
            report(
                2,
                """
                *Das Museum in ⟨city;Grünau⟩ zeigt eine Ausstellung, die wieder mehr Besucher unter die Kuppel lockt. Sie
                soll auch sonntags offen sein, damit nach der Arbeit noch Zeit für die Bilder bleibt.
                """),
        ])
        #expect(groups.count == 2)
    }

    @Test func `nothing vanishes`() {
        let edition = Edition(SampleDay.input)
        #expect(edition.stories.flatMap(\.articles).sorted() == Array(edition.articles.indices))
    }

    @Test func `texts of the same words resemble each other and others do not`() {
        let words = (0..<400).map { UInt64($0) &* 0x9E37_79B9_7F4A_7C15 }
        let sketch = ShingleSketch(of: words)
        #expect(sketch.resemblance(to: ShingleSketch(of: words)) == 1)
        #expect(sketch.resemblance(to: ShingleSketch(of: Array(words.dropLast(40)))) > 0.7)
        #expect(sketch.resemblance(to: ShingleSketch(of: words.map { $0 ^ 1 })) < 0.1)
    }

    @Test func `texts too short for a shingle are copies only of themselves`() {
        let texts = ["one two", "one two", "three", ""].enumerated().map { number, text in
            CopyGroups.Text(of: ArticleDraft(id: SampleDay.hex(number), site: "A", headline: nil, text).record)
        }
        #expect(CopyGroups(texts).original == [0, 0, 2, 3])
    }

    @Test(arguments: [
        ("The officials’ “plan”", ["the", "officials", "plan"]), ("Élan ÉLAN", ["élan", "élan"]),
        ("東京で", ["東", "京", "で"]), ("a—b…c", ["a", "b", "c"]), ("", []), ("3.5%", ["3", "5"]),
    ])
    func `words are found whatever the punctuation`(_ text: String, _ words: [String]) {
        #expect(WordHashes(of: text).words == words.map { WordHashes.hash(of: $0) })
    }

    @Test(arguments: [
        ("The Dockers’ Union’s", "dockers’ union"), ("NATO", "nato"), ("the", "the"),
        ("  Marta \n Ilves, ", "marta ilves"),
        (",,,", ""),
    ])
    func `forms of one name have one key`(_ name: String, _ expected: String) {
        #expect(NameKey(name: name).text == expected)
    }
}
