import Language
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

    @Test("The list of given names is sorted, in small letters, with each name once more without its accents")
    func names() {
        let list = SortedList(Tables.list("given-genders"))
        var last: [UInt8] = []
        Tables.list("given-genders").forEachPair { word, gender in
            let name = String(decoding: word, as: UTF8.self)
            #expect(last.lexicographicallyPrecedes(word), "\(name)")
            #expect(WordHash.folded(word).elementsEqual(word), "\(name)")
            #expect(gender.elementsEqual("m".utf8) || gender.elementsEqual("f".utf8), "\(name)")
            let plain = NameSpelling.plain(name)
            if !plain.elementsEqual(word) { #expect(list[plain] != nil, "\(name)") }
            last = Array(word)
        }
    }
}
