import Testing

@testable import Markup

@Suite("Character sets")
struct DecodedTextTests {
    struct Sample {
        var id: String
        var bytes: [UInt8]
        var label: String?
        var text: String
        var encoding: String
        var notices: [String] = []
    }

    static let samples: [Sample] = [
        Sample(id: "ascii", bytes: Array("plain".utf8), text: "plain", encoding: "utf-8"),
        Sample(
            id: "mark", bytes: [0xEF, 0xBB, 0xBF] + Array("é".utf8), label: "latin1", text: "é", encoding: "utf-8"),
        Sample(id: "utf-16 mark", bytes: [0xFF, 0xFE, 0x41, 0x00, 0xE9, 0x00], text: "Aé", encoding: "utf-16le"),
        Sample(
            id: "utf-16 without mark", bytes: "a page of text".utf8.flatMap { [0, $0] }, text: "a page of text",
            encoding: "utf-16be"),
        Sample(
            id: "utf-8 labelled latin", bytes: Array("Café".utf8), label: "iso-8859-1", text: "Café",
            encoding: "utf-8", notices: ["encoding-mislabelled"]),
        Sample(
            id: "utf-8 encoded twice",
            bytes: Array(
                "Don\u{E2}\u{80}\u{99}t: caf\u{C3}\u{A9}, \u{E2}\u{80}\u{9C}na\u{C3}\u{AF}ve\u{E2}\u{80}\u{9D}".utf8),
            text: "Don’t: café, “naïve”", encoding: "utf-8", notices: ["encoding-doubled"]),
        Sample(
            id: "utf-8 encoded twice in part",
            bytes: Array("Ž: Don\u{E2}\u{80}\u{99}t, won\u{E2}\u{80}\u{99}t, Ã©".utf8), text: "Ž: Don’t, won’t, Ã©",
            encoding: "utf-8", notices: ["encoding-doubled"]),
        Sample(id: "latin letters side by side", bytes: Array("Ã© Â® ÂµÃ".utf8), text: "Ã© Â® ÂµÃ", encoding: "utf-8"),
        Sample(
            id: "latin is windows-1252", bytes: [0x93, 0x48, 0x69, 0x94, 0x20, 0xE9], label: "ISO-8859-1",
            text: "“Hi” é", encoding: "windows-1252"),
        Sample(
            id: "gb2312 is read as its superset", bytes: [0xB1, 0xB1, 0xBE, 0xA9], label: "gb2312", text: "北京",
            encoding: "gbk"),
        Sample(
            id: "shift_jis", bytes: [0x93, 0x8C, 0x8B, 0x9E], label: "x-sjis", text: "東京", encoding: "shift_jis"),
        Sample(
            id: "iso-2022-jp is no ascii", bytes: [0x1B, 0x24, 0x42, 0x45, 0x6C, 0x1B, 0x28, 0x42], text: "東",
            encoding: "iso-2022-jp"),
        Sample(
            id: "koi8-r", bytes: [0xED, 0xC9, 0xD2], label: "koi8-r", text: "Мир", encoding: "koi8-r"),
        Sample(
            id: "one broken place in utf-8", bytes: Array("Müller, Jäger, Süß, Öl".utf8) + [0xE2, 0x80], label: "utf-8",
            text: "Müller, Jäger, Süß, Öl\u{FFFD}", encoding: "utf-8", notices: ["encoding-replaced"]),
        Sample(
            id: "nul bytes", bytes: Array("a\0b, and more of it".utf8), text: "ab, and more of it", encoding: "utf-8",
            notices: ["nul-dropped"]),
    ]

    @Test("Bytes are read in the first character set that fits", arguments: samples)
    func decoding(_ sample: Sample) {
        let decoded = DecodedText(reading: sample.bytes, label: sample.label)
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == sample.text, "\(sample.id)")
        #expect(decoded.characterSet.name == sample.encoding, "\(sample.id)")
        #expect(decoded.notices.map(\.code) == sample.notices, "\(sample.id)")
    }

    @Test("Bytes without a label are guessed, and the guess is said")
    func guessing() {
        let cyrillic: [UInt8] = (0..<40).flatMap { _ in
            [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2, 0x20, 0xEC, 0xE8, 0xF0, 0x2E, 0x20] as [UInt8]
        }
        let decoded = DecodedText(reading: cyrillic, label: nil)
        #expect(decoded.characterSet.name == "windows-1251")
        #expect(String(decoding: decoded.utf8, as: UTF8.self).hasPrefix("Привет мир."))
        #expect(decoded.notices.map(\.code) == ["encoding-guessed"])
    }

    @Test(
        "A label is found where documents carry one",
        arguments: [
            ("<html><head><meta charset=\"utf-8\">", "utf-8"),
            ("<META http-equiv=Content-Type content='text/html; charset=Shift_JIS'>", "Shift_JIS"),
            ("<?xml version=\"1.0\" encoding='koi8-r'?><html>", "koi8-r"),
        ])
    func labels(_ document: String, _ label: String) {
        #expect(EncodingLabel.inDocument(Array(document.utf8)) == label)
    }

    @Test("The tables of one-byte sets say of every byte what iconv says")
    func tables() throws {
        #expect(SingleByteSet.converters.count == 24)
        for converter in SingleByteSet.converters {
            let set = try #require(SingleByteSet.named(converter))
            for byte in UInt8.min...UInt8.max {
                let expected = try #require(ConverterShelf.utf8(of: [0x41, byte], from: converter))
                let found = set.utf8(of: [0x41, byte])
                #expect(found.utf8 == expected.utf8, "\(converter) \(byte)")
                #expect(found.replaced == expected.replaced, "\(converter) \(byte)")
            }
        }
        #expect(SingleByteSet.named("GB18030") == nil)
    }

    @Test(
        "A letter at the very end is not lost, though its converter waits for a mark behind it",
        arguments: [
            ("CP1258", [0x41, 0x6F, 0xEC] as [UInt8], "A\u{F3}"), ("CP1258", [0x62, 0x61], "ba"),
            ("CP1255", [0xE0], "\u{5D0}"),
        ])
    func lastLetter(_ converter: String, _ bytes: [UInt8], _ text: String) {
        let decoded = ConverterShelf.utf8(of: bytes, from: converter)
        #expect(decoded.map { Array($0.utf8) } == Array(text.utf8))
    }

    @Test("Every label of the list has a converter on this machine")
    func convertersOpen() {
        CharacterSet.preload()
        for label in ["big5", "euc-kr", "euc-jp", "gb18030", "windows-1255", "windows-1258", "iso-2022-jp"] {
            let set = CharacterSet.named(label)
            #expect(set.flatMap { ConverterShelf.utf8(of: [0x41], from: $0.converter) }?.utf8 == [0x41], "\(label)")
        }
        #expect(CharacterSet.named(" Latin1 ")?.name == "windows-1252")
        #expect(CharacterSet.named("no-such-set") == nil)
    }
}
