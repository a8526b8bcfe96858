import Language

/// The character sets of one byte a character, by tables: iconv would need a shared object for each of them, opened in every
/// worker before it shuts itself in, of which hardly one is ever asked.
struct SingleByteSet: Sendable {
    /// What the bytes from 0x80 on mean; U+FFFD: nothing.
    private let upper: [UInt16]

    /// The sets by the names of iconv's converters, from the resource `single-byte-sets.txt`.
    private static let sets: [String: SingleByteSet] = {
        var sets: [String: SingleByteSet] = [:]
        WordList(named: "single-byte-sets", in: .module).forEachPair { name, points in
            let upper = Self.points(points)
            if upper.count == 128 { sets[String(decoding: name, as: UTF8.self)] = SingleByteSet(upper: upper) }
        }
        return sets
    }()

    /// Code points in hexadecimal digits with a blank between.
    private static func points(_ digits: ArraySlice<UInt8>) -> [UInt16] {
        var points: [UInt16] = []
        points.reserveCapacity(128)
        var point: UInt16 = 0
        for byte in digits {
            if byte == UInt8(ascii: " ") {
                points.append(point)
                point = 0
            } else {
                point = point << 4 | UInt16(byte < UInt8(ascii: "A") ? byte &- 0x30 : byte &- 0x37) & 0xF
            }
        }
        return points + [point]
    }

    /// The names of the converters that have a table; reads no table.
    static let converters = Set(WordList(named: "single-byte-sets", in: .module).words)

    /// The set of a converter, or nil where it is none of one byte a character.
    static func named(_ converter: String) -> SingleByteSet? {
        converters.contains(converter) ? sets[converter] : nil
    }

    /// The bytes as UTF-8, and how many of them had no meaning and became U+FFFD. Linear in the bytes.
    func utf8(of bytes: [UInt8]) -> (utf8: [UInt8], replaced: Int) {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 2)
        var replaced = 0
        for byte in bytes {
            guard byte >= 0x80 else {
                output.append(byte)
                continue
            }
            let point = upper[Int(byte) - 0x80]
            if point == 0xFFFD { replaced += 1 }
            output.appendUTF8(of: UInt32(point))
        }
        return (output, replaced)
    }
}
