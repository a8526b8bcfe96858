import Foundation
import Language
import Records
import Testing

@testable import Annotation

@Suite("The tagger of names")
struct TaggerTests {
    @Test("Names become tags, and tags the same names again")
    func roundTrip() {
        let names: [(tokens: Range<Int>, kind: Int?)] = [(0..<1, 2), (1..<4, 0), (5..<7, nil), (7..<8, 1), (8..<10, 1)]
        let tags = NameTag.tags(count: 11, names: names)
        let again = NameTag.names(in: tags)
        #expect(again.map(\.tokens) == names.map(\.tokens))
        #expect(again.map(\.kind) == names.map(\.kind))
    }

    @Test("A name that has begun goes on until its end, and nothing ends that has not begun")
    func steps() {
        let first = NameTag.tag(0, .first)
        let last = NameTag.tag(0, .last)
        #expect(NameTag.mayFollow(last, first))
        #expect(!NameTag.mayFollow(NameTag.outside, first))
        #expect(!NameTag.mayFollow(nil, first))
        #expect(!NameTag.mayFollow(last, NameTag.outside))
        #expect(!NameTag.mayFollow(NameTag.tag(1, .last), first))
        #expect(NameTag.mayFollow(NameTag.tag(1, .only), last))
        #expect(!NameTag.mayFollow(NameTag.otherInside, last))
        #expect(NameTag.mayFollow(NameTag.otherInside, NameTag.otherFirst))
        #expect(NameTag.mayFollow(nil, NameTag.outside))
    }

    @Test(
        "What ships is read; a file that is missing, cut short or another one is told by name",
        arguments: [0, 63, 64, 1088, 4096])
    func damage(bytes: Int) throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("tags-\(UUID().uuidString)").path
        #expect(throws: MappedFile.Fault.unreadable(path: path)) { try MappedFile(path: path) }
        try Data([UInt8](repeating: 7, count: bytes)).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        let fault: MappedFile.Fault = bytes == 0 ? .unreadable(path: path) : .damaged(path: path)
        #expect(throws: fault) { try TagModel(MappedFile(path: path)) }
        #expect(throws: fault) { try WordClasses(MappedFile(path: path)) }
    }

    @Test("Words that are alike are of one class; a word that nobody knows is of none")
    func classes() {
        let table = WordClasses.shared
        func traits(_ word: String) -> WordClasses.Traits { table[WordHash.of(word)] }
        #expect(traits("qqxzzy") == WordClasses.Traits(bits: 0))
        #expect(traits("Tehran") == traits("TEHRAN"))
        #expect(traits("Tehran").capital > traits("table").capital)
        #expect(traits("the").frequency > traits("Tehran").frequency)
        let place = { (word: String) in traits(word).names >> 6 & 7 }
        #expect(place("Tehran") > place("Karzai"))
    }

    @Test("Marks and rules are never names, whatever stands around them")
    func marks() {
        for text in [
            "**** NOTICE ****", "______________\nGet your free copy.", "==== == ====", "-- Posted via …", "( )",
        ] {
            var article = Article()
            article.text = text
            article.language = "en"
            for name in NameTagger().names(in: Reading(article)) {
                let passage = TokenizedText(text).string(tokens: name.tokens)
                #expect(passage.first?.isLetter == true && passage.last?.isLetter == true, "\(passage)")
            }
        }
    }

    @Test("A word that stands alone is what the document's other sentences say it is")
    func document() {
        let text = """
            Dorian Felk, the mayor of Ostervik, opened the bridge. Felk said it had taken nine years.

            Nobody had believed in it, said Felk. Critics of Felk stayed away.
            """
        let people = MarkedText(text).annotations().entities.filter { $0.type == .person }
        #expect(people.map(\.name) == ["Dorian Felk"])
        #expect(people.first?.aliases == ["Felk"])
    }

    @Test("The same text has the same features, as many as there are tokens")
    func features() {
        let text = "The International Atomic Energy Agency (IAEA) met in Vienna.\n\nIts head, Rafael Grossi, spoke."
        let sample = TaggerSample(text)
        #expect(sample.keys == TaggerSample(text).keys)
        #expect(sample.bounds.count == sample.ranges.count + 1)
        #expect(sample.bounds.last == sample.keys.count)
        #expect(zip(sample.bounds, sample.bounds.dropFirst()).allSatisfy { $1 - $0 < 130 })
    }
}
