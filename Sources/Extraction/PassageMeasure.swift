import Foundation
import Language
import Markup

/// What a passage's own bytes tell. One pass.
struct PassageMeasure {
    /// Code points; a letter of Chinese or Japanese says as much as two of an alphabet, and counts as two.
    var characters: Float = 0
    /// Words; two such letters are about one.
    var words: Float = 0
    /// `.`, `!`, `?` and their kin that end a word.
    var stops: Float = 0
    /// Commas and semicolons.
    var commas: Float = 0
    /// Digits' share of the characters.
    var digits: Float = 0
    /// Capitals' share of the letters, ASCII.
    var capitals: Float = 0
    /// Whether it ends as a sentence does.
    var endsSentence = false
    /// Whether it ends in a colon.
    var endsColon = false
    /// Whether it opens with a small letter.
    var opensSmall = false
    /// Quotation marks.
    var quotes: Float = 0
    /// Bars, bullets, arrows, copyright signs, at signs.
    var marks: Float = 0
    /// Of a line the log-odds that its tokens give; of a longer passage those of text.
    var wordWeight: Float = 1
    /// The lowest weight of one of its tokens.
    var lowestWord: Float = 0
    /// Whether it is short enough for its tokens to be weighed.
    var isLine = false
    /// The log-odds of text that its first words give; 0 for a short passage.
    var opening: Float = 0
    /// Those that its last words add.
    var closing: Float = 0
    /// Its words as hashes.
    var hashes: [UInt64] = []

    /// Measures a passage. Linear in its bytes.
    init(_ text: ArraySlice<UInt8>, _ tables: PassageTables) {
        hashes = WordHashes(text).hashes
        words = Float(hashes.count)
        text.withUnsafeBufferPointer { count($0) }
        if let first = text.first { opensSmall = first >= 0x61 && first <= 0x7A }
        readEnd(text)
        if let ends = PassageEnds(text) { (opening, closing) = tables.reading(of: ends) }
        guard let line = LineWords(text) else { return }
        isLine = true
        (wordWeight, lowestWord) = tables.reading(of: line)
    }

    private mutating func count(_ text: UnsafeBufferPointer<UInt8>) {
        var numerals: Float = 0
        var letters: Float = 0
        var large: Float = 0
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte & 0xC0 != 0x80 { characters += LineWords.isIdeograph(byte) ? 2 : 1 }
            if LineWords.isIdeograph(byte) { words += 0.5 }
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): numerals += 1
            case UInt8(ascii: "a")...UInt8(ascii: "z"): letters += 1
            case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                letters += 1
                large += 1
            case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
                let next = index + 1 < text.count ? text[index + 1] : 0x20
                if next == 0x20 || next == 0x0A || next == UInt8(ascii: "\"") || next >= 0x80 { stops += 1 }
            case UInt8(ascii: ","), UInt8(ascii: ";"): commas += 1
            case UInt8(ascii: "\""): quotes += 1
            case UInt8(ascii: "|"), UInt8(ascii: "@"), UInt8(ascii: "#"), UInt8(ascii: "*"), UInt8(ascii: "/"):
                marks += 1
            case 0xC2: if index + 1 < text.count, text[index + 1] == 0xA9 { marks += 1 }
            case 0xE2: countPunctuation(text, at: index)
            case 0xE3:
                if index + 2 < text.count, text[index + 1] == 0x80 {
                    if text[index + 2] == 0x82 { stops += 1 } else if text[index + 2] == 0x81 { commas += 1 }
                }
            case 0xEF:
                // ！ and ？, and ，.
                if index + 2 < text.count, text[index + 1] == 0xBC {
                    switch text[index + 2] {
                    case 0x81, 0x9F: stops += 1
                    case 0x8C: commas += 1
                    default: break
                    }
                }
            default: break
            }
            index += 1
        }
        digits = numerals / max(1, characters)
        capitals = large / max(1, letters)
    }

    private mutating func countPunctuation(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
        guard index + 2 < text.count else { return }
        switch (text[index + 1], text[index + 2]) {
        case (0x80, 0x98...0x9F): quotes += 1
        case (0x80, 0xA6): stops += 1
        case (0x80, 0xA2), (0x80, 0xBA), (0x86...0x87, _), (0x96...0x9C, _): marks += 1
        default: break
        }
    }

    private mutating func readEnd(_ text: ArraySlice<UInt8>) {
        var tail = text
        // Closing quotation marks and brackets stand behind the stop.
        while let last = tail.last {
            if last == UInt8(ascii: "\"") || last == UInt8(ascii: ")") || last == UInt8(ascii: "'") {
                tail.removeLast()
            } else if tail.count >= 3, tail.suffix(3).starts(with: [0xE2, 0x80]), last >= 0x98, last <= 0x9F {
                tail.removeLast(3)
            } else if tail.count >= 3, tail.suffix(3).starts(with: [0xE3, 0x80]), last == 0x8D || last == 0x8F {
                tail.removeLast(3)
            } else {
                break
            }
        }
        guard let last = tail.last else { return }
        endsSentence =
            last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?")
            || tail.suffix(3).elementsEqual([0xE2, 0x80, 0xA6]) || tail.suffix(3).elementsEqual([0xE3, 0x80, 0x82])
            || tail.suffix(3).elementsEqual([0xEF, 0xBC, 0x81]) || tail.suffix(3).elementsEqual([0xEF, 0xBC, 0x9F])
        endsColon = last == UInt8(ascii: ":")
    }
}
