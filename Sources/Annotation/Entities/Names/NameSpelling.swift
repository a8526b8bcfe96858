import Foundation
import Language

/// Spellings of one name: with and without accents, and by other rules of transcription.
enum NameSpelling {
    /// Letters that do not come apart into a base and an accent.
    private static let bases: [Unicode.Scalar: String] = [
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŋ": "n",
    ]
    /// Ways to write one sound, the longer first.
    private static let sounds: [(written: [UInt8], plain: [UInt8])] = [
        ("kh", "h"), ("ph", "f"), ("ck", "k"), ("ou", "u"), ("oe", "o"), ("ue", "u"), ("ae", "a"), ("dj", "j"),
        ("tz", "z"), ("ts", "z"), ("q", "k"), ("w", "v"), ("y", "i"), ("j", "i"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

    /// A name in small ASCII letters, without accents, marks and blanks. Letters of other scripts stay.
    static func plain(_ name: String) -> [UInt8] {
        var plain: [UInt8] = []
        for scalar in name.decomposedStringWithCanonicalMapping.unicodeScalars {
            if (0x300...0x36F).contains(scalar.value) { continue }
            for small in scalar.properties.lowercaseMapping.unicodeScalars where !(0x300...0x36F).contains(small.value) {
                if small.isASCII {
                    if small.properties.isAlphabetic { plain.append(UInt8(small.value)) }
                } else if let base = bases[small] {
                    plain += Array(base.utf8)
                } else if small.properties.isAlphabetic {
                    plain += Array(String(small).utf8)
                }
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
        var at = 0
        while at < bytes.count {
            var taken = 1
            var letters = [bytes[at]]
            for (written, plain) in sounds where bytes[at...].starts(with: written) {
                taken = written.count
                letters = plain
                break
            }
            for letter in letters where sound.last != letter { sound.append(letter) }
            at += taken
        }
        return WordHash.of(sound, 0..<sound.count)
    }
}
