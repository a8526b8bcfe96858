import Foundation
import Records
import Testing

@Suite("JSON is written the same way every time")
struct JSONWriterTests {
    struct Written: Sendable, CustomTestStringConvertible {
        var value: String
        var json: String
        var testDescription: String { json }
    }

    static let strings = [
        Written(value: "", json: #""""#),
        Written(value: "plain", json: #""plain""#),
        Written(value: "a \"b\" \\ /", json: #""a \"b\" \\ /""#),
        Written(value: "\n\r\t", json: #""\n\r\t""#),
        Written(value: "\u{0}\u{1}\u{8}\u{B}\u{C}\u{1F}", json: #""\u0000\u0001\u0008\u000b\u000c\u001f""#),
        Written(value: "\u{7F}", json: #""\u007f""#),
        Written(value: "\u{80}\u{85}\u{9F}\u{A0}", json: "\"\\u0080\\u0085\\u009f\u{A0}\""),
        Written(value: "\u{2027}\u{2028}\u{2029}\u{202A}", json: "\"\u{2027}\\u2028\\u2029\u{202A}\""),
        Written(value: "Zoë 🌊 e\u{301} 漢", json: "\"Zoë 🌊 e\u{301} 漢\""),
        Written(value: "\r\n", json: #""\r\n""#),
        Written(value: "\u{FEFF}\u{FFFF}\u{10FFFF}", json: "\"\u{FEFF}\u{FFFF}\u{10FFFF}\""),
        Written(value: String(decoding: [0x61, 0xD800, 0x62] as [UInt16], as: UTF16.self), json: "\"a\u{FFFD}b\""),
        Written(
            value: String(decoding: [0x61, 0xED, 0xA0, 0x80] as [UInt8], as: UTF8.self).prefix(2) + "",
            json: "\"a\u{FFFD}\""),
    ]

    @Test("a string is escaped where JSON or a line reader needs it, and reads back the same", arguments: strings)
    func string(_ written: Written) throws {
        var writer = JSONWriter()
        writer.string(written.value)
        #expect(Array(writer.bytes) == Array(written.json.utf8))
        let read = try JSONDecoder().decode([String].self, from: Data([0x5B] + writer.bytes + [0x5D]))
        #expect(read.first.map { Array($0.utf8) } == Array(written.value.utf8))
    }

    static let numbers: [(Double, String)] = [
        (0, "0"), (-0.0, "0"), (7, "7"), (-12, "-12"), (0.85, "0.85"), (0.1, "0.1"), (1.0 / 3, "0.3333333333333333"),
        (1_400_000_000, "1400000000"), (9_007_199_254_740_991, "9007199254740991"),
        (9_007_199_254_740_992, "9007199254740992.0"), (1e21, "1e+21"), (1.5e-7, "1.5e-07"),
        (.greatestFiniteMagnitude, "1.7976931348623157e+308"), (.leastNonzeroMagnitude, "5e-324"),
        (.nan, "null"), (.infinity, "null"), (-.infinity, "null"),
    ]

    @Test("a number is written in the shortest form that reads back the same", arguments: numbers)
    func number(value: Double, json: String) throws {
        var writer = JSONWriter()
        writer.number(value)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == json)
        let read = try JSONDecoder().decode([Double?].self, from: Data([0x5B] + writer.bytes + [0x5D]))
        #expect(read == [value.isFinite ? value : nil])
    }

    @Test("whole numbers keep every digit", arguments: [Int.min, -1, 0, Int.max])
    func integer(value: Int) {
        var writer = JSONWriter()
        writer.integer(value)
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "\(value)")
    }

    private func sample(_ layout: JSONWriter.Layout) -> String {
        var writer = JSONWriter(layout: layout)
        writer.object { json in
            json.member("name", "dateline")
            json.member("absent", nil as String?)
            json.member("range", TextRange(3, 14))
            json.member("none", [] as [String])
            json.member("ranges", [TextRange(0, 1), TextRange(2, 3)])
            json.member("numbers", [1, 2])
            json.member("inner") { $0.object { $0.member("yes", true as Bool?) } }
            json.member("empty") { $0.object { _ in } }
        }
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test("compact output is one line without spaces")
    func compact() {
        #expect(
            sample(.compact)
                == #"{"name":"dateline","range":[3,14],"none":[],"ranges":[[0,1],[2,3]],"#
                + #""numbers":[1,2],"inner":{"yes":true},"empty":{}}"#)
    }

    @Test("pretty output breaks objects over lines and keeps numbers on one")
    func pretty() {
        #expect(
            sample(.pretty) == """
                {
                  "name": "dateline",
                  "range": [3, 14],
                  "none": [],
                  "ranges": [
                    [0, 1],
                    [2, 3]
                  ],
                  "numbers": [1, 2],
                  "inner": {
                    "yes": true
                  },
                  "empty": {}
                }
                """)
    }
}
