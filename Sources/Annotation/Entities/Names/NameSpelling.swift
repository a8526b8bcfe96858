import Foundation
import Language

/// Spellings of one name: with and without accents, and by other rules of transcription.
enum NameSpelling {
    /// Letters that do not come apart into a base and an accent.
    private static let bases: [Unicode.Scalar: String] = [
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h",
        "ŋ": "n",
    ]
    /// Latin letters with accents lie in these two stretches: Latin-1 to Extended-B, and Extended Additional.
    private static let wide: [ClosedRange<UInt32>] = [0xC0...0x24F, 0x1E00...0x1EFF]
    /// The plain letters of each of them, made once; those of the second, which are rare, only where a name has one.
    private static let plainLetters = plainLetters(of: wide[0])
    private static let rarePlainLetters = plainLetters(of: wide[1])

    private static func plainLetters(of range: ClosedRange<UInt32>) -> [[UInt8]] {
        range.map { Unicode.Scalar($0).map(plainLetters) ?? [] }
    }

    /// Loads the table.
    static func warmUp() { _ = plainLetters }

    /// A letter's base in small ASCII letters; of another script the letter itself.
    private static func plainLetters(_ scalar: Unicode.Scalar) -> [UInt8] {
        var plain: [UInt8] = []
        for part in String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars {
            for small in part.properties.lowercaseMapping.unicodeScalars where !(0x300...0x36F).contains(small.value) {
                if small.isASCII, small.properties.isAlphabetic {
                    plain.append(UInt8(small.value))
                } else if let base = bases[small] {
                    plain += Array(base.utf8)
                } else if small.properties.isAlphabetic {
                    plain += Array(String(small).utf8)
                }
            }
        }
        return plain
    }

    /// A name in small ASCII letters, without accents, marks and blanks. Letters of other scripts stay. Linear.
    static func plain(_ name: String) -> [UInt8] {
        var plain: [UInt8] = []
        plain.reserveCapacity(name.utf8.count)
        for scalar in name.unicodeScalars {
            let value = scalar.value
            if value < 0x80 {
                let small = UInt8(value) | 0x20
                if small &- 0x61 < 26 { plain.append(small) }
            } else if wide[0].contains(value) {
                plain += plainLetters[Int(value - wide[0].lowerBound)]
            } else if wide[1].contains(value) {
                plain += rarePlainLetters[Int(value - wide[1].lowerBound)]
            } else if !(0x300...0x36F).contains(value), scalar.properties.isAlphabetic {
                plain += Array(String(scalar).utf8)
            }
        }
        return plain
    }

    /// The hash of a name without its accents: "Erdoğan" and "Erdogan".
    static func folded(_ name: String) -> UInt64 {
        let bytes = plain(name)
        return WordHash.of(bytes, 0..<bytes.count)
    }

    /// The hash of a name by how it sounds: "Zelenskyy", "Zelensky" and "Zelenskiy". Linear in the name.
    static func sounding(_ name: String) -> UInt64 {
        let bytes = plain(name)
        var sound: [UInt8] = []
        sound.reserveCapacity(bytes.count)
        var at = 0
        while at < bytes.count {
            let next = at + 1 < bytes.count ? bytes[at + 1] : 0
            let (letter, taken) = sounded(bytes[at], next)
            if sound.last != letter { sound.append(letter) }
            at += taken
        }
        return WordHash.of(sound, 0..<sound.count)
    }

    /// One letter for the ways to write a sound, and how many letters it takes.
    private static func sounded(_ letter: UInt8, _ next: UInt8) -> (letter: UInt8, taken: Int) {
        switch (Unicode.Scalar(letter), Unicode.Scalar(next)) {
        case ("k", "h"): (UInt8(ascii: "h"), 2)
        case ("p", "h"): (UInt8(ascii: "f"), 2)
        case ("c", "k"): (UInt8(ascii: "k"), 2)
        case ("o", "u"), ("u", "e"): (UInt8(ascii: "u"), 2)
        case ("o", "e"): (UInt8(ascii: "o"), 2)
        case ("a", "e"): (UInt8(ascii: "a"), 2)
        case ("d", "j"): (UInt8(ascii: "i"), 2)
        case ("t", "z"), ("t", "s"): (UInt8(ascii: "z"), 2)
        case ("q", _): (UInt8(ascii: "k"), 1)
        case ("w", _): (UInt8(ascii: "v"), 1)
        case ("y", _), ("j", _): (UInt8(ascii: "i"), 1)
        default: (letter, 1)
        }
    }
}
