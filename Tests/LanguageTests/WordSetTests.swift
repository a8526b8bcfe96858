import Language
import TestSupport
import Testing

@Suite("Sets of words and the filters before tables")
struct WordSetTests {
    private static func hashes(_ count: Int) -> [UInt64] {
        var generator = SeededGenerator(seed: 7)
        return (0..<count).map { _ in generator.next() }
    }

    @Test("What was put in is found, and nothing else", arguments: [0, 1, 2, 7, 64, 1000])
    func membership(count: Int) {
        let hashes = Self.hashes(count + 2000)
        let set = WordSet(hashes.prefix(count))
        #expect(hashes.prefix(count).allSatisfy { set.contains($0) })
        #expect(!hashes.dropFirst(count).contains { set.contains($0) })
    }

    @Test("Hashes that fall on one place are told apart")
    func sameDigits() {
        let set = WordSet([1 << 40 | 5, 2 << 40 | 5, 5])
        #expect(set.contains(5) && set.contains(1 << 40 | 5) && set.contains(2 << 40 | 5))
        #expect(!set.contains(3 << 40 | 5) && !set.contains(6))
    }

    @Test("A filter passes every key and few others", arguments: [0, 1, 50, 5000])
    func filter(count: Int) {
        let hashes = Self.hashes(count + 8000)
        let filter = KeyFilter(Array(hashes.prefix(count)), count: count)
        #expect(hashes.prefix(count).allSatisfy { filter.mayContain($0) })
        // An eighth is the most that is promised; chance adds to it.
        #expect(hashes.dropFirst(count).count { filter.mayContain($0) } < 8000 / 6)
    }

    @Test("A list's pairs are its entries' first fields and the rest")
    func pairs() {
        let list = WordList(text: "# comment\na\t1\t2\n\nb\nc\t\n")
        #expect(list.entries == [["a", "1", "2"], ["b"], ["c", ""]])
        #expect(list.words == ["a", "b", "c"])
        var pairs: [String] = []
        list.forEachPair {
            pairs.append("\(String(decoding: $0, as: UTF8.self))=\(String(decoding: $1, as: UTF8.self))")
        }
        #expect(pairs == ["a=1\t2", "b=", "c="])
    }

    @Test("A lexicon of a list has its words and phrases in their order")
    func listed() {
        let lexicon = Lexicon(WordList(text: "York\t1\nNew York\t2\n"))
        let text = TokenizedText("New York, York")
        #expect(lexicon.longestMatch(in: text, at: 0, limit: 4) == Lexicon.Match(length: 2, value: 1))
        #expect(lexicon.longestMatch(in: text, at: 3, limit: 4) == Lexicon.Match(length: 1, value: 0))
    }
}
