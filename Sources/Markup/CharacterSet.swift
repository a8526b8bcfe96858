import Foundation
import Language

/// A character set of the WHATWG Encoding Standard.
public struct CharacterSet: Sendable, Hashable {
    /// The standard's name, in small letters.
    public let name: String
    /// What iconv calls it; empty for the two that are decoded here (UTF-8, windows-1252).
    let converter: String

    static let utf8 = CharacterSet(name: "utf-8", converter: "")
    static let windows1252 = CharacterSet(name: "windows-1252", converter: "")
    static let utf16LE = CharacterSet(name: "utf-16le", converter: "UTF-16LE")
    static let utf16BE = CharacterSet(name: "utf-16be", converter: "UTF-16BE")
    static let iso2022JP = CharacterSet(name: "iso-2022-jp", converter: "ISO-2022-JP")

    /// Label, WHATWG name and iconv name, from the resource `encodings.txt` (Encoding Standard, section 4.2).
    private static let table: [String: CharacterSet] = {
        var table: [String: CharacterSet] = [:]
        for entry in WordList(named: "encodings", in: .module).entries where entry.count >= 3 {
            table[entry[0]] = CharacterSet(name: entry[1], converter: entry[2])
        }
        return table
    }()

    /// The character set a label stands for, or nil. Case and surrounding white space do not matter.
    public static func named(_ label: String) -> CharacterSet? {
        table[String(label.lowercased().drop { $0 == " " || $0 == "\t" }.prefix { $0 != " " && $0 != "\t" })]
    }

    /// Opens every converter that is no table here, and every table, so that nothing is read from disk later. Idempotent.
    public static func preload() {
        var seen = SingleByteSet.converters
        for set in table.values where !set.converter.isEmpty && seen.insert(set.converter).inserted {
            ConverterShelf.open(set.converter)
        }
        for set in [utf16LE, utf16BE, iso2022JP] { ConverterShelf.open(set.converter) }
        _ = EncodingGuess.characterSet(of: [0xE9, 0x74, 0xE9])
    }
}
