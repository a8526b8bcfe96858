import TestSupport
import Testing

@testable import Extraction

@Suite("Texts whose code points are characters")
struct LoneCharactersTests {
    private static func make(_ text: String) -> Bool {
        var text = text
        return text.withUTF8(LoneCharacters.make)
    }

    @Test(
        "Letters, marks and ideographs are; what joins, extends or is the same as another is not",
        arguments: [
            ("", true), ("By Ana Roth, Jürgen Öz", true), ("Анна — 東京，（かな）", true), ("a\nb", true), ("a\r\nb", false),
            ("e\u{301}", false), ("👍🏽", false), ("🇩🇪", false), ("a\u{200D}b", false), ("\u{387}", false),
            ("\u{37E}", false),
            ("か\u{3099}", false), ("ﾊﾞ", false),
        ])
    func examples(text: String, isLone: Bool) {
        #expect(Self.make(text) == isLone)
    }

    @Test("In such a text there are as many characters as code points")
    func property() {
        var generator = SeededGenerator(seed: 11)
        let stretches: [ClosedRange<UInt32>] = [
            0x20...0x3FF, 0x400...0x5FF, 0x2000...0x20FF, 0x3000...0x30FF, 0xFF00...0xFFEF,
        ]
        var lone = 0
        for _ in 0..<20_000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<3 {
                let stretch = stretches[Int(generator.next() % UInt64(stretches.count))]
                let value = stretch.lowerBound + UInt32(generator.next() % UInt64(stretch.count))
                if let scalar = Unicode.Scalar(value) { text.append(scalar) }
            }
            guard Self.make(String(text)) else { continue }
            lone += 1
            #expect(String(text).count == text.count, "\(text.map { String($0.value, radix: 16) })")
        }
        #expect(lone > 1000)
    }

    @Test(
        "Names are parted by the same marks, whether or not the text has others than such characters",
        arguments: [
            "Ana Roth, Bo Ek; Cy Lo|Di Mu/Ed Ny•Fa Ox·Gi Po⋅Ha Qi、Io Ru，Ja Su\nKo Tu", "Ana Roth and Bo Ek",
            "Ana Roth (Lagos), Bo",
            " ,, Ana Roth ,", "(Reuters) - Ana Roth", "Ana Roth （東京）, Bo", "By Ana Roth, by Bo Ek", "Ana <a@b.org>, Bo",
            "Jürgen Öz & Co",
        ])
    func pieces(text: String) {
        // A thumb's colour joins the thumb, and so has the other way taken.
        let other = BylineNames.pieces(of: text + "\n👍🏽")
        #expect(BylineNames.pieces(of: text) == other.dropLast())
        #expect(other.last == "👍🏽")
    }

    @Test(
        "An opening is found by bytes as by characters",
        arguments: [
            ("By Ana Roth", "Ana Roth"), ("(By Ana Roth)", "Ana Roth)"), ("BY: Ana Roth", "Ana Roth"),
            ("Byron Roth", nil), ("By", nil),
            ("by ", nil), ("By\u{301} Ana", nil), ("Par Ana Roth", "Ana Roth"), ("(", nil), ("", nil),
            ("Ana Roth", nil),
            ("Von Änne Öz", "Änne Öz"), ("By Änne", "Änne"),
        ] as [(String, String?)])
    func openings(text: String, name: String?) {
        #expect(BylineNames.withoutOpening(text) == name)
    }
}
