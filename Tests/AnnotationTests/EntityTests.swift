import Annotation
import Records
import Testing

@Suite("Entities")
struct EntityTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var marked: MarkedText
        var types: [Entity.Kind]
        var testDescription: String { marked.testDescription }

        init(_ marked: String, _ types: Entity.Kind...) {
            self.marked = MarkedText(marked)
            self.types = types
        }
    }

    static let cases: [Case] = [
        Case("The talks between ⟦Angela Merkel⟧ and ⟦Emmanuel Macron⟧ failed.", .person, .person),
        Case("⟦European Central Bank⟧ President ⟦Christine Lagarde⟧ spoke.", .organization, .person),
        Case("⟦Russian⟧ President ⟦Vladimir Putin⟧ left ⟦Moscow⟧.", .group, .person, .place),
        Case("The ⟦Russian⟧ ⟦Foreign Ministry⟧ protested.", .group, .organization),
        Case("Fighting went on in ⟦Kharkiv⟧, in ⟦Ukraine⟧'s east.", .place, .place),
        Case("He studies at the ⟦University of Helsinki⟧.", .organization),
        Case("They met at the ⟦Ramstein Air Base⟧ in ⟦Germany⟧.", .place, .place),
        Case("Mr. ⟦Fayaz⟧ was absent.", .person),
        Case("⟦Ursula von der Leyen⟧ spoke in ⟦Brussels⟧.", .person, .place),
        Case("⟦Osama bin Laden⟧ led ⟦al-Qaida⟧.", .person, .organization),
        Case("The ⟦Conservative Party of Canada⟧ won.", .organization),
        Case("The chief executive of ⟦Telverno⟧, ⟦Marc Murtra⟧, left.", .organization, .person),
        Case("The ⟦Communist Party of China⟧ met.", .organization),
        Case(
            "The ⟦Lancashire County Cricket Club⟧ and ⟦Lancashire County Football Association⟧ agreed.", .organization,
            .organization),
        Case("The NGO sent a PDF."),
        Case("The KPIs rose; the DSLRs and JavaScript did not."),
        Case("The Foreign Secretary met the President on Monday."),
        Case("Defense Secretary ⟦Lloyd Austin⟧ and Interior Minister ⟦Nancy Faeser⟧ met.", .person, .person),
        Case("⟦Hutu⟧ rebels attacked a village in ⟦Congo⟧.", .group, .place),
        Case("The people of ⟦Rwanda⟧ mourned.", .place),
        Case("⟦Alpenglow Robotics⟧ raised $40 million. ⟦Alpenglow⟧ said it would hire.", .organization, .organization),
        Case(
            "The ⟦Department of State⟧ and the ⟦Conservative Party of New York State⟧ waited.", .organization,
            .organization),
        Case("⟦Amazon⟧ sells ⟦Panasonic⟧ cameras.", .organization, .organization),
        Case("The ferry left ⟦Port Amary⟧ at noon.", .place),
        Case("⟦Dorian Felk⟧, the mayor of ⟦Ostervik⟧, lives in ⟦Latakia⟧, ⟦Syria⟧.", .person, .place, .place, .place),
        Case("Singers gathered outside ⟦Varnik Tower⟧ on Monday.", .place),
        Case("The ⟦Justice and Equality Movement⟧ refused.", .organization),
        Case("A ⟦Red Cross⟧-run clinic was hit by a ⟦United Nations⟧-led force.", .organization, .organization),
        Case("⟦Ann Felk⟧ of ⟦Marion⟧, ⟦Ohio⟧, won.", .person, .place, .place),
        Case("Fires in the ⟦Amazon⟧ have doubled.", .place),
        Case("The carmaker ⟦Velgrand⟧ cut jobs.", .organization),
        Case("⟦Ann Musk⟧ spoke. The company ⟦Musk⟧ founded makes rockets.", .person, .person),
        Case("Shares in ⟦Tarvold⟧, the ⟦Dutch⟧ aircraft maker, fell.", .organization, .group),
        Case("⟦Angela Merkel⟧, a member of the party's board, left.", .person),
        Case("Sales at ⟦Heineken⟧ fell.", .organization),
        Case("⟦Mary⟧ told the court that the shop had closed.", .person),
        Case("⟦Feyenoord⟧ beat ⟦Aston Villa⟧ 2-0.", .organization, .organization),
        Case("SOCCER - ⟦PORTUGAL⟧ BEAT ⟦NORWAY⟧ IN FRIENDLY.", .place, .place),
        Case("Children of all ages played, it was said."),
        Case("Police said nobody was hurt."),
        Case("I think it grew as per capita GDP fell."),
        Case("The talks ended on Monday in May."),
    ]

    @Test("Names are found with their types, without titles, articles and endings", arguments: cases)
    func names(_ item: Case) {
        let entities = item.marked.annotations().entities
        let found = entities.flatMap { entity in
            entity.mentions.filter { $0.kind == .name }.map { ($0.range, entity.type) }
        }.sorted { $0.0 < $1.0 }
        #expect(found.map(\.0) == item.marked.passages)
        #expect(found.map(\.1) == item.types)
    }

    @Test("A family name is the person who was named in full")
    func families() {
        let entities = MarkedText("Mark Rutte came to Kyiv. Later Rutte left.").annotations().entities
        let person = entities.first { $0.type == .person }
        #expect(person?.name == "Mark Rutte")
        #expect(person?.aliases == ["Rutte"])
        #expect(person?.mentions.count == 2)
    }

    static let headlines: [Case] = [
        Case(
            """
            ⟦KYIV⟧ SAYS ⟦RUSSIAN⟧ STRIKE ON ⟦KHARKIV⟧ INJURES 12

            A missile hit a market in ⟦Kharkiv⟧ on Friday, officials in ⟦Kyiv⟧ said. Twelve people were hurt.
            """, .place, .group, .place, .place, .place),
        Case(
            """
            ⟦FELK⟧ OPENS BRIDGE AT ⟦ROSTOCK⟧ AFTER NINE YEARS

            ⟦Dorian Felk⟧, the mayor of ⟦Rostock⟧, opened the bridge on Monday. ⟦Felk⟧ said it had taken nine years.
            """, .person, .place, .person, .place, .person),
        Case(
            """
            How Paid Social Advertising Can Grow Your Small Business

            Most shops spend too much on advertising, and too little on their windows.
            """),
        Case(
            """
            ⟦Merkel⟧ Tells Growers in ⟦Bavaria⟧ to Expect a Smaller Harvest

            ⟦Angela Merkel⟧ visited farms in ⟦Bavaria⟧ on Monday and told growers to expect less.
            """, .person, .place, .person, .place),
    ]

    @Test("In a headline whose capitals tell nothing names are those of the text below", arguments: headlines)
    func namesOfHeadlines(_ item: Case) { names(item) }

    @Test("Names that differ in accents alone are one")
    func accents() {
        let text = "José Núñez leads the union. Jose Nunez told reporters he would stay, said a friend of Núñez."
        let entities = MarkedText(text).annotations().entities
        #expect(entities.map(\.name) == ["José Núñez"])
        #expect(entities.first?.type == .person)
    }

    @Test("What opens a dateline is a place, be it in no gazetteer")
    func dateline() {
        var article = Article()
        article.text = "HAVNSTAD, July 18 (NSW) - Parliament adopted limits on cod fishing on Thursday."
        article.dateline = Dateline(range: TextRange(0, 23), text: "HAVNSTAD, July 18 (NSW)")
        let annotations = Annotator.annotations(of: article)
        let place = annotations.entities.first { $0.name == "HAVNSTAD" }
        #expect(place?.type == .place)
        #expect(annotations.datelinePlace == place?.id)
    }

    @Test("An acronym is what its brackets, or its letters, say")
    func acronyms() {
        let entities = MarkedText("The Northern Harbour Association (NHA) met. The NHA agreed.").annotations().entities
        #expect(entities.map(\.name) == ["Northern Harbour Association"])
        #expect(entities.first?.mentions.count == 3)
        let known = MarkedText("The World Health Organization warned. The WHO was clear.").annotations().entities
        #expect(known.map(\.name) == ["World Health Organization"])
        let lands = MarkedText("The Harbour Institute of Medicine (US) met. The U.S. agreed.").annotations().entities
        #expect(lands.map(\.name) == ["Harbour Institute of Medicine", "U.S."])
        let text = "Jonas Feld spoke of Nato in Oslo. The North Atlantic Treaty Organization will wait."
        let written = MarkedText(text).annotations().entities.filter { $0.type == .organization }
        #expect(written.map(\.name) == ["North Atlantic Treaty Organization"])
        #expect(written.map(\.aliases) == [["Nato"]])
    }

    @Test("Countries meet by their code, whatever they are called")
    func countries() {
        let entities = MarkedText("The United States and Britain agreed; the U.S. pays, the UK helps.").annotations()
            .entities
        #expect(entities.map(\.country) == ["US", "GB"])
        #expect(entities.map(\.placeKind) == ["country", "country"])
        #expect(entities.map(\.mentions.count) == [2, 2])
    }

    @Test("A state's organ has the country that stands beside its name, and only where one does")
    func organs() {
        let entities = MarkedText(
            "Russia’s Defense Ministry said it hit Kyiv. Ukraine's Defense Ministry denied it. The Navy and Siemens of Germany watched."
        ).annotations().entities.filter { $0.type == .organization }
        #expect(entities.map(\.name) == ["Defense Ministry", "Defense Ministry", "Navy", "Siemens"])
        #expect(entities.map(\.country) == ["RU", "UA", nil, nil])
    }

    @Test("Roles come from titles and from appositions, with the organisation and what is past")
    func roles() {
        let text = MarkedText(
            "Mark Rutte, the newly appointed Secretary-General of NATO, met former President Bill Clinton.")
        let entities = text.annotations().entities
        let rutte = entities.first { $0.name == "Mark Rutte" }
        let nato = entities.first { $0.name == "NATO" }
        #expect(rutte?.roles.first?.title == "Secretary-General")
        #expect(rutte?.roles.first?.organization == nato?.id)
        #expect(nato != nil)
        let clinton = entities.first { $0.name == "Bill Clinton" }
        #expect(clinton?.roles.first?.title == "President")
        #expect(clinton?.roles.first?.former == true)
    }

    @Test("A pronoun is linked where only one person can be meant, and else not")
    func pronouns() {
        let one = MarkedText("Angela Merkel came late. She left early.").annotations().entities
        #expect(one.first?.mentions.map(\.kind) == [.name, .pronoun])
        let two = MarkedText("Angela Merkel met Mary Robinson. She left early.").annotations().entities
        #expect(two.allSatisfy { $0.mentions.allSatisfy { $0.kind == .name } })
    }

    @Test("Places carry country, kind and coordinates")
    func places() {
        let city = MarkedText("They met in Tokyo.").annotations().entities.first
        #expect(city?.country == "JP")
        #expect(city?.placeKind == "city")
        #expect(abs((city?.location?.latitude ?? 0) - 35.7) < 0.3)
        #expect(city?.geonamesId == 1_850_147)
    }
}
