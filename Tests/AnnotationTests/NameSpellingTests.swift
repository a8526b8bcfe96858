import Testing

@testable import Annotation

@Suite("Spellings of names")
struct NameSpellingTests {
    @Test(
        "Spellings of one name sound alike",
        arguments: [
            ["Zelenskyy", "Zelensky", "Zelenskiy"], ["Erdoğan", "Erdogan"], ["Orbán", "Orban"], ["Jinping", "JINPING"],
            ["Müller", "Muller", "Mueller"], ["Łukaszenka", "Lukaszenka"], ["Nguyễn", "Nguyen"],
            ["O’Neill", "O'Neill"],
        ])
    func alike(_ spellings: [String]) {
        #expect(Set(spellings.map(NameSpelling.sounding)).count == 1)
    }

    @Test("Different names do not", arguments: [["Merkel", "Macron"], ["Brown", "Braun"], ["Li", "Lo"]])
    func different(_ names: [String]) {
        #expect(Set(names.map(NameSpelling.sounding)).count == names.count)
    }

    @Test("Given names tell the gender where nearly all who bear them share it")
    func genders() {
        #expect(Gender.ofGiven("Angela") == .female)
        #expect(Gender.ofGiven("Andrés") == .male)
        #expect(Gender.ofGiven("Andres") == .male)
        #expect(Gender.ofGiven("Robin") == nil)
        #expect(Gender.ofGiven("Xqz") == nil)
    }
}
