import Records
import Testing

@testable import Digest

@Suite struct PassagesTests {
    static let text = String(repeating: "Größe 北京 👩‍🚒 e\u{301} — ", count: 40)

    @Test func `every passage is the slice of code points its range names`() {
        let passages = Passages(of: Self.text)
        let scalars = Array(Self.text.unicodeScalars)
        #expect(passages.count == scalars.count)
        for start in stride(from: 0, to: scalars.count, by: 7) {
            for length in [0, 1, 5, 63, 64, 65, 200] {
                let end = min(start + length, scalars.count)
                let expected = String(String.UnicodeScalarView(scalars[start..<end]))
                #expect(passages[TextRange(start, end)].unicodeScalars.elementsEqual(expected.unicodeScalars))
            }
        }
    }

    @Test(arguments: [
        TextRange(-5, 3), TextRange(3, 1), TextRange(2, .max), TextRange(.min, .max), TextRange(.max, .min),
        TextRange(1000, 2000), TextRange(.min, 0),
    ])
    func `a range outside the text is no crash`(_ range: TextRange) {
        let passages = Passages(of: "short")
        #expect(passages[range].count <= 5)
        #expect(passages.line(range, limit: 3).text.count <= 4)
        #expect(Passages(of: "")[range].isEmpty)
    }

    @Test(arguments: [
        ("It makes up |11%| of global emissions.", "11% of global emissions"),
        ("They spent |$5 million| on it.", "$5 million"),
        ("The |25%| tariffs on steel and aluminium were new.", "25% tariffs"),
        ("Wheat rose |two per cent| on Wednesday after a missile hit.", "two per cent"),
        ("It made |€2 billion| in annual revenue.", "€2 billion in annual revenue"),
        ("She was paid |$160,000|, in which she believed.", "$160,000"),
        ("It rose |5%| to $3 billion.", "5%"),
        ("It is |100%|", "100%"),
        ("It cost |$12|/month.", "$12"),
        ("A rise of |3%|", "3%"),
        ("", ""),
    ])
    func `a bare figure takes the words along that say what it is of`(_ row: (marked: String, shown: String)) {
        let parts = row.marked.split(separator: "|", omittingEmptySubsequences: false).map { $0.unicodeScalars.count }
        let text = row.marked.replacing("|", with: "")
        let passages = Passages(of: text)
        let figure = parts.count > 1 ? TextRange(parts[0], parts[0] + parts[1]) : TextRange(0, 0)
        let range = passages.figure(figure, in: TextRange(0, passages.count), language: "en")
        #expect(passages[range] == row.shown)
    }
}
