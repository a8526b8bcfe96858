import Foundation
import Testing

@testable import Desk

@Suite struct ContentMemberTests {
    @Test func `Base64 of any length is decoded as Foundation decodes it`() {
        for count in 0...70 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 97 &+ count) }
            let text = Data(bytes).base64EncodedString()
            let line = Array(#"{"id": 1, "contentBase64" : "\#(text)", "url": "http://a.b/"}"#.utf8)
            let member = ContentMember(line)
            #expect(member?.bytes == bytes)
            #expect(member?.rest == Array(#"{"id": 1, "contentBase64" : "", "url": "http://a.b/"}"#.utf8))
        }
    }

    @Test func `a line that is unusual is left to a decoder of JSON`() {
        let lines = [
            "", "{", "[]", "\"contentBase64\"", #"{"content": "contentBase64"}"#, #"{"contentBase64": 1}"#,
            #"{"contentBase64": null}"#, #"{"contentBase64": "AAA"}"#, #"{"contentBase64": "AA=A"}"#,
            #"{"contentBase64": "A==="}"#, #"{"contentBase64": "===="}"#, #"{"contentBase64": "AA\/A"}"#,
            #"{"contentBase64": "AA-_"}"#, #"{"contentBase64": "AAAA"#, #"{"contentBase64""#, #"{"contentBase64":"#,
            #"{"contentBase64": "AAAA", "contentBase64": "AAAA"}"#, #"{"content\u0042ase64": "AAAA"}"#,
            #"{"a": {"contentBase64": "AAAA"}}"#, #"[{"contentBase64": "AAAA"}]"#,
            #"{"contentBase64": ["AAAA"]}"#, #"{"a": "\", \"contentBase64\": \"AAAA\""}"#,
        ]
        for line in lines { #expect(ContentMember(Array(line.utf8)) == nil, "\(line)") }
    }

    @Test func `what stands around the member does not hide it`() {
        let lines = [
            #"{"a": {"contentBase64": "BBBB"}, "contentBase64": "QUJD"}"#,
            #"{"id": "\\", "contentBase64":"QUJD"}"#,
            #"{"id": "a\"b", "name": "contentBase64", "contentBase64":"QUJD"}"#,
        ]
        for line in lines { #expect(ContentMember(Array(line.utf8))?.bytes == Array("ABC".utf8), "\(line)") }
    }

    @Test func `a request is the same either way`() throws {
        let text = Data("<p>Text</p>".utf8).base64EncodedString()
        for line in [
            #"{"id": 7, "contentBase64": "\#(text)", "name": "a.html"}"#,
            #"{"id": 7, "contentBase64": "\#(text.dropLast(2))\n\#(text.suffix(2))", "name": "a.html"}"#,
        ] {
            let document = try StreamRequest(line: Array(line.utf8))?.document()
            #expect(document?.bytes == Array("<p>Text</p>".utf8))
            #expect(document?.name == "a.html")
        }
    }

    @Test func `bytes that are no line at all do no harm`() {
        var state: UInt64 = 7
        let alphabet = Array(#"{}[]":,\ contentBase64AQ="#.utf8)
        for _ in 0..<3000 {
            var line = Array(#"{"contentBase64": "AAAA", "x": "y"}"#.utf8)
            for _ in 0..<4 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                line[Int(state >> 33) % line.count] = alphabet[Int(state >> 40) % alphabet.count]
            }
            if let member = ContentMember(line) { #expect(member.rest.count < line.count + 1) }
        }
    }
}
