import Testing

@testable import Extraction

@Suite("Comparable text")
struct ComparableTextTests {
    /// What the properties of Unicode say, asked one by one.
    private func asked(_ text: String) -> String {
        var output = ""
        var pending = false
        for scalar in text.unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                if pending, !output.isEmpty { output += " " }
                pending = false
                output += scalar.properties.lowercaseMapping
            } else {
                pending = pending || !(scalar == "'" || scalar == "’" || scalar.value == 0xAD)
            }
        }
        return output
    }

    @Test("Every code point is what Unicode says it is")
    func scalars() {
        let ranges: [ClosedRange<UInt32>] = [
            0...0x3200, 0x4DF0...0x4E10, 0x9FF0...0xD7FF, 0xE000...0x10500, 0x1F000...0x1F700,
        ]
        for value in ranges.joined() {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "a\(scalar)B \(scalar)"
            #expect(text.comparable == asked(text), "U+\(String(value, radix: 16))")
        }
    }

    @Test(
        "Words are small, with single spaces between",
        arguments: [
            ("", ""), ("  — ", ""), ("The Mayor's “plan”", "the mayors plan"), ("ÜBER  DEN\nFluß", "über den fluß"),
            ("it’s co\u{AD}op", "its coop"), ("3,5 km²", "3 5 km²"), ("İstanbul", "i̇stanbul"), ("東京・大阪", "東京 大阪"),
        ])
    func words(text: String, expected: String) { #expect(text.comparable == expected) }

    @Test("Bytes that are no UTF-8 part words and stop nothing")
    func broken() {
        let bytes: [UInt8] = [0x61, 0xC3, 0x62, 0xE2, 0x80, 0xFF, 0x63, 0xF0, 0x9F]
        #expect(ComparableText.bytes(bytes) == Array("a b c".utf8))
    }
}
