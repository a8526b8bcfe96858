import Annotation
import Records
import Testing

@Suite("Roles")
struct RoleTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        /// The person, and what is told of the person, each as "former TITLE @ORGANISATION".
        var person: String
        var roles: [String]
        var testDescription: String { text }

        init(_ text: String, _ person: String, _ roles: String...) {
            self.text = text
            self.person = person
            self.roles = roles
        }
    }

    static let before: [Case] = [
        Case(
            "European Central Bank President Christine Lagarde spoke.", "Christine Lagarde",
            "President @European Central Bank"),
        Case("Siemens' chief executive, Roland Busch, spoke.", "Roland Busch", "chief executive @Siemens"),
        Case("Microsoft's finance chief, Amy Hood, spoke.", "Amy Hood", "finance chief @Microsoft"),
        Case("He met police Inspector Ana Roth.", "Ana Roth", "police Inspector"),
        Case("The former mayor of Kharkiv, John Brown, left.", "John Brown", "former mayor @Kharkiv"),
        Case("Former President Bill Clinton spoke.", "Bill Clinton", "former President"),
        Case("Ex-president Bill Clinton spoke.", "Bill Clinton", "former president"),
        Case("Then-President Bill Clinton spoke.", "Bill Clinton", "former President"),
        Case("President-elect Bill Clinton spoke.", "Bill Clinton", "President-elect"),
        Case("Acting Defence Minister Ana Roth spoke.", "Ana Roth", "Defence Minister"),
        Case("Deputy Prime Minister Ana Roth spoke.", "Ana Roth", "Deputy Prime Minister"),
        Case("The founder and chief executive, Ana Roth, spoke.", "Ana Roth", "founder", "chief executive"),
        Case("Vice President Ana Roth of Kenya spoke.", "Ana Roth", "Vice President @Kenya"),
        Case("Mr. Brown spoke.", "Brown"),
        Case("His wife, Ana Roth, spoke.", "Ana Roth"),
        Case("Dr. Ana Roth spoke.", "Ana Roth"),
        Case("The president saw Ana Roth.", "Ana Roth"),
        Case("Lena Brown, President Ana Roth and others spoke.", "Lena Brown"),
    ]

    static let after: [Case] = [
        Case("Ana Roth, 45, a spokeswoman for Greenpeace, spoke.", "Ana Roth", "spokeswoman @Greenpeace"),
        Case(
            "Ana Roth, chairman and chief executive of Microsoft, spoke.", "Ana Roth", "chairman @Microsoft",
            "chief executive @Microsoft"),
        Case("Ana Roth, who heads Microsoft, spoke.", "Ana Roth", "head @Microsoft"),
        Case("Ana Roth, the minister of foreign affairs, spoke.", "Ana Roth", "minister of foreign affairs"),
        Case("Ana Roth, once a former nurse's lawyer, spoke.", "Ana Roth", "former lawyer"),
        Case("Ana Roth, MP for Kharkiv, spoke.", "Ana Roth", "MP @Kharkiv"),
        Case("Ana Roth, a local fisherman, spoke.", "Ana Roth", "fisherman"),
        Case("Ana Roth — the founder of Microsoft — spoke.", "Ana Roth", "founder @Microsoft"),
        Case("Ana Roth, head of the local fishermen's union, spoke.", "Ana Roth", "head @local fishermen's union"),
        Case("Ana Roth, whose president spoke, left.", "Ana Roth"),
        Case("Ana Roth, a woman of few words, spoke.", "Ana Roth"),
        Case("Ana Roth (D-Ohio) spoke.", "Ana Roth"),
    ]

    static let told: [Case] = [
        Case("Ana Roth is the president of Kenya.", "Ana Roth", "president @Kenya"),
        Case("Ana Roth was appointed managing director of Microsoft.", "Ana Roth", "managing director @Microsoft"),
        Case("They named Ana Roth as finance minister.", "Ana Roth", "finance minister"),
        Case("They elected Ana Roth president.", "Ana Roth", "president"),
        Case("Ana Roth resigned as prime minister.", "Ana Roth", "former prime minister"),
        Case("Ana Roth used to be mayor of Kharkiv.", "Ana Roth", "former mayor @Kharkiv"),
        Case("Ana Roth won a third term as governor of Kharkiv.", "Ana Roth", "governor @Kharkiv"),
        Case("As president, Ana Roth signed the law.", "Ana Roth", "president"),
        Case("Ana Roth is not the president of Kenya.", "Ana Roth"),
        Case("Ana Roth was asked about the president.", "Ana Roth"),
    ]

    @Test("Titles before a name are read, with what they are of", arguments: before)
    func titles(_ item: Case) { check(item) }

    @Test("Appositions after a name are read", arguments: after)
    func appositions(_ item: Case) { check(item) }

    @Test("What a verb says somebody is, or was, is read", arguments: told)
    func verbs(_ item: Case) { check(item) }

    private func check(_ item: Case) {
        let entities = MarkedText(item.text).annotations().entities
        let person = entities.first { $0.name == item.person }
        let roles = (person?.roles ?? []).map { role in
            let owner =
                role.organization.flatMap { id in entities.first { $0.id == id }?.name } ?? role.organizationName
            return (role.former == true ? "former " : "") + role.title + (owner.map { " @\($0)" } ?? "")
        }
        #expect(person?.type == .person)
        #expect(roles == item.roles)
    }

    @Test(
        "Ages stand beside the name, in brackets, or in a compound",
        arguments: [
            "Ana Roth, 45, spoke.", "Ana Roth (45) spoke.", "Ana Roth, aged 45, spoke.", "Ana Roth, who is 45, spoke.",
            "Ana Roth, a 45-year-old teacher, spoke.", "The 45-year-old teacher Ana Roth spoke.",
            "Ana Roth spoke. The 45-year-old was late.",
        ])
    func ages(_ text: String) {
        #expect(MarkedText(text).annotations().entities.first { $0.type == .person }?.age == 45)
    }

    @Test("A year is no age, nor is a number that counts something")
    func noAges() {
        for text in ["Ana Roth, 45 of whose books sold, spoke.", "Ana Roth, 2004, spoke.", "Ana Roth saw 45 people."] {
            #expect(MarkedText(text).annotations().entities.first { $0.type == .person }?.age == nil)
        }
    }
}
