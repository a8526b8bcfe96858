import Annotation
import Records
import Testing

@Suite("Coreference")
struct CoreferenceTests {
    struct Case: Sendable, CustomTestStringConvertible {
        /// What is marked is all that is said of the entity.
        var marked: MarkedText
        var name: String
        var testDescription: String { marked.testDescription }

        init(_ marked: String, _ name: String) {
            self.marked = MarkedText(marked)
            self.name = name
        }
    }

    static let names: [Case] = [
        Case("⟦Mark Rutte⟧ came. Later ⟦Rutte⟧ left.", "Mark Rutte"),
        Case("President ⟦Volodymyr Zelenskyy⟧ came. Then ⟦Zelensky⟧ left.", "Volodymyr Zelenskyy"),
        Case("⟦Recep Tayyip Erdoğan⟧ came. Then ⟦Erdogan⟧ left.", "Recep Tayyip Erdoğan"),
        Case("President ⟦Xi Jinping⟧ came. In Kyiv, ⟦Xi⟧ was met.", "Xi Jinping"),
        Case("⟦Ursula von der Leyen⟧ came. In Kyiv, ⟦von der Leyen⟧ was met.", "Ursula von der Leyen"),
        Case("⟦George W. Bush⟧ came. Later ⟦George Bush⟧ left.", "George W. Bush"),
        Case("⟦William Brown⟧ came. Later ⟦Bill Brown⟧ left.", "William Brown"),
        Case("The ⟦Northern Harbour Association⟧ (⟦NHA⟧) met. The ⟦NHA⟧ agreed.", "Northern Harbour Association"),
        Case("The ⟦NHA⟧, the ⟦Northern Harbour Association⟧, met.", "Northern Harbour Association"),
        Case("The ⟦Ministry of Defence⟧ met. The ⟦Defence Ministry⟧ agreed.", "Ministry of Defence"),
    ]

    @Test("Forms of one name are one entity", arguments: names)
    func forms(_ item: Case) {
        let entity = item.marked.annotations().entities.first { $0.name == item.name }
        #expect(entity?.mentions.map(\.range) == item.marked.passages)
    }

    @Test("Two people of one family name stay two, told apart by their titles")
    func families() {
        let text = MarkedText("Bill Clinton and Hillary Clinton came. Mr. Clinton left. Mrs. Clinton stayed.")
        let entities = text.annotations().entities
        #expect(entities.map(\.name) == ["Bill Clinton", "Hillary Clinton"])
        #expect(entities.map(\.mentions.count) == [2, 2])
    }

    @Test("Ministries of two states are two")
    func ministries() {
        let text = MarkedText("The Russian Foreign Ministry spoke. The Ukrainian Foreign Ministry was silent.")
        #expect(text.annotations().entities.filter { $0.type == .organization }.count == 2)
    }

    static let references: [Case] = [
        Case("⟦Angela Merkel⟧ came late. ⟦She⟧ left early with ⟦her⟧ aides.", "Angela Merkel"),
        Case("⟦Angela Merkel⟧ met Emmanuel Macron. ⟦She⟧ left early.", "Angela Merkel"),
        Case("Angela Merkel met ⟦Emmanuel Macron⟧. Later ⟦he⟧ left.", "Emmanuel Macron"),
        Case("Foreign Minister ⟦Ana Roth⟧ came. ⟦The minister⟧ was late.", "Ana Roth"),
        Case("⟦Ana Roth⟧ came on Monday. ⟦The Norwegian diplomat⟧ was late.", "Ana Roth"),
        Case("The ⟦World Health Organization⟧ met. ⟦The organization⟧ was worried.", "World Health Organization"),
        Case("On Monday ⟦Microsoft⟧ said ⟦it⟧ would hire. ⟦The company⟧ gave no number.", "Microsoft"),
    ]

    @Test("Nouns and pronouns are linked where one can be meant", arguments: references)
    func links(_ item: Case) {
        let entity = item.marked.annotations().entities.first { $0.name == item.name }
        #expect(entity?.mentions.map(\.range) == item.marked.passages)
    }

    @Test(
        "Where two fit equally, or somebody without a name does, nothing is linked",
        arguments: [
            "Angela Merkel met Mary Robinson. She left early.", "A woman met Angela Merkel. She left early.",
            "It rained on Angela Merkel. It was cold.", "She left early. Angela Merkel came late.",
            "A minister and a mayor met Angela Merkel. The mayor left early.",
            "“He is a fool,” Angela Merkel said.",
        ])
    func noLinks(_ text: String) {
        let entities = MarkedText(text).annotations().entities
        #expect(entities.allSatisfy { $0.mentions.allSatisfy { $0.kind == .name } })
    }

    @Test("A pronoun's quotation has the speaker whom the pronoun means")
    func speakers() {
        let text = MarkedText("Angela Merkel met Emmanuel Macron. “We go home,” she said. “I stay,” he said.")
        let annotations = text.annotations()
        let names = annotations.quotes.map { quote in
            annotations.entities.first { $0.id == quote.speaker?.entity }?.name
        }
        #expect(names == ["Angela Merkel", "Emmanuel Macron"])
    }

    @Test(
        "Texts without names, and names in capitals, do no harm",
        arguments: [
            "", "He said she would.", "RUTTE VISITS KYIV", "THE MINISTER SAID HE WOULD.", "the", "the 45-year-old",
            "his",
            "(", "Mr.", "said Mr. the", "President", "former", "of of of the the the",
        ])
    func odd(_ text: String) {
        let count = text.unicodeScalars.count
        for entity in MarkedText(text).annotations().entities {
            for mention in entity.mentions { #expect(mention.range.end <= count) }
        }
    }
}
