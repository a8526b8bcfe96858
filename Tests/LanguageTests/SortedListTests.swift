import Testing

@testable import Language

@Suite("Lists that are searched as they stand")
struct SortedListTests {
    /// More words than fit a stretch, many of them with the same first eight bytes.
    private static let words: [String] = {
        var words: [String] = []
        for number in 0..<600 {
            words.append(number.isMultiple(of: 3) ? "wordwith-a-long-front-\(number)" : "word\(number)")
        }
        return words.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    }()

    @Test("Each word is found with what stands behind it, and no other")
    func search() {
        let text = "# head\n\n" + Self.words.enumerated().map { "\($1)\t\($0)\tx\n" }.joined()
        let list = SortedList(WordList(text: text))
        for (place, word) in Self.words.enumerated() {
            let found = list[Array(word.utf8)].map { String(decoding: $0, as: UTF8.self) }
            #expect(found == "\(place)\tx", "\(word)")
            #expect(list[Array("\(word) ".utf8)] == nil)
            #expect(list[Array(word.dropLast().utf8) + [0x21]] == nil)
        }
        for word in ["", "# head", "a", "zz", "word", "wordwith-a-long-front-"] {
            #expect(list[Array(word.utf8)] == nil)
        }
    }

    @Test("A list may be empty, end without a line end, or have words alone")
    func edges() {
        #expect(SortedList(WordList(text: ""))[[0x61]] == nil)
        #expect(SortedList(WordList(text: "a\tm\nb"))[[0x62]]?.isEmpty == true)
        #expect(SortedList(WordList(text: "a\tm\nb"))[[0x61]]?.elementsEqual("m".utf8) == true)
    }

    @Test(
        "Words are folded as their hashes fold them",
        arguments: ["Élodie", "D’Arcy", "O'Neil", "ŞAHİN", "Þór-Öd", "Ã", "’", "中"])
    func folding(_ word: String) {
        let folded = WordHash.folded(word.utf8)
        #expect(WordHash.of(folded, 0..<folded.count) == WordHash.of(word))
        #expect(WordHash.folded(folded) == folded)
    }

    @Test(
        "Numbers of lists are read as strings are",
        arguments: [
            "0", "-0.00", "0.5", "-1.23", "12", "2147483647", "-2147483648", "16777217", "0.1000001", "1e-5",
            "0.30000001192",
            "999999999999999", "1234567890123456789", "0.0000000000000000000001", "", "-", ".", "1.", ".5", "+1",
            "1.2.3", "x",
            "16777217.0000001", "1e40", "nan", "33554433", "8388608.5", "3.40282347e38",
        ])
    func numbers(_ text: String) {
        let bytes = Array(text.utf8)[...]
        #expect(DecimalText.float(bytes)?.bitPattern == Float(text)?.bitPattern)
        #expect(DecimalText.integer(bytes) == Int32(text))
    }
}
