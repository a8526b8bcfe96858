import Foundation
import TestSupport
import Testing

@testable import Extraction

@Suite("Text is composed")
struct CompositionTests {
    /// Letters with marks behind them, marks alone, Hangul in parts, and what stands between.
    static let texts = [
        "Cafe\u{301} de\u{301}ja\u{300}", "a\u{323}\u{302}x", "\u{301}e", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}",
        "\u{AC00}\u{11A8}", "\u{928}\u{93C}\u{915}\u{93C}", "\u{395}\u{301}\u{3B1}\u{314}\u{301}", "\u{304B}\u{3099}",
        "q\u{307}\u{323} ", "\u{2126}\u{212B}", "\u{1F1E9}\u{1F1EA}", "\u{995}\u{9C7}\u{9BE}", "\u{344}", "\u{2ADC}",
        "\u{16D67}\u{16D67}",
    ]

    @Test("as Unicode composes it, however long it is", arguments: texts)
    func long(_ piece: String) {
        for count in [1, 7, 700] {
            for opening in ["", "x"] {
                let text = opening + String(repeating: piece, count: count)
                #expect(Array(text.composed.utf8) == Array(text.precomposedStringWithCanonicalMapping.utf8), "\(count)")
            }
        }
    }

    @Test("in time proportional to its length", arguments: ["e\u{301}\u{301}", "\u{928}\u{93C}", "e\u{301} "])
    func linear(_ piece: String) {
        let fault = Growth.fault(bytes: 100_000) { bytes in
            #expect(!String(repeating: piece, count: bytes / piece.utf8.count).composed.isEmpty)
        }
        #expect(fault == nil)
    }

    @Test("with ever more marks on one letter, too")
    func marks() {
        let fault = Growth.fault(bytes: 20_000) { bytes in
            #expect(!("e" + String(repeating: "\u{301}\u{323}", count: bytes / 4)).composed.isEmpty)
        }
        #expect(fault == nil)
    }

    @Test("strings of linked data without piles of marks")
    func linkedData() {
        let json = "{\"headline\": \"e" + String(repeating: "\\u0301", count: 50) + "x\"}"
        let headline = JSONReader.value(in: Array(json.utf8))?["headline"]?.text
        #expect(headline.map { Array($0.unicodeScalars).count } == 32)
    }
}
